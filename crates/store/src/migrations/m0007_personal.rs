//! Who sees personal data in texts as they were written.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0007_personal"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // One column a statement: SQLite takes no more.
        for (name, role) in [("personal_shown", "manager"), ("personal_exported", "admin")] {
            let column = text(name).default(role).to_owned();
            manager.alter_table(Table::alter().table("workspaces").add_column(column).to_owned()).await?;
        }
        Ok(())
    }
}
