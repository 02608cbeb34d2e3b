//! Why an address is blocked, and who has lifted that.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0006_act_blocks"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // One column a statement: SQLite takes no more.
        for column in
            [text_null("message_id"), big_integer_null("lifted_at"), text_null("lifted_by"), text_null("lifted_why")]
        {
            manager.alter_table(Table::alter().table("message_suppressions").add_column(column).to_owned()).await?;
        }
        Ok(())
    }
}
