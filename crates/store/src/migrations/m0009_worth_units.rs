//! Which number a point that a worth is stated for is a point of.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0009_worth_units"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let column = &mut text_null("unit");
        manager.alter_table(Table::alter().table("worths").add_column(column).to_owned()).await
    }
}
