//! What initiatives need beside their shared tables: minutes of reviews, who has read a lesson, owners of touchpoints, whom
//! an initiative tells, what was said when its state changed, and whether the public page is shown.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0004_act_initiatives"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [reviews(), acknowledgements(), touchpoints(), people(), notes(), pages()] {
            manager.create_table(table).await?;
        }
        let index = |name: &str, table: &'static str| Index::create().name(name).table(table).to_owned();
        for index in [
            index("initiative_reviews_at", "initiative_reviews").col("workspace_id").col("at").to_owned(),
            index("initiative_people_state", "initiative_people").col("state").col("initiative_id").to_owned(),
            index("initiative_notes_of", "initiative_notes").col("initiative_id").col("at").to_owned(),
            // The history of an initiative is what the audit log says of it.
            index("audits_subject", "audits").col("workspace_id").col("subject").to_owned(),
        ] {
            manager.create_index(index).await?;
        }
        Ok(())
    }
}

fn reviews() -> TableCreateStatement {
    Table::create()
        .table("initiative_reviews")
        .col(text("id").primary_key())
        .col(integer("workspace_id"))
        .col(text("held_on"))
        .col(text("minutes"))
        .col(text("agenda"))
        .col(text("decisions"))
        .col(text("by_member"))
        .col(big_integer("at"))
        .to_owned()
}

fn acknowledgements() -> TableCreateStatement {
    Table::create()
        .table("initiative_acknowledgements")
        .col(text("initiative_id"))
        .col(text("member_id"))
        .col(integer("workspace_id"))
        .col(big_integer("at"))
        .primary_key(Index::create().col("initiative_id").col("member_id"))
        .to_owned()
}

fn touchpoints() -> TableCreateStatement {
    Table::create()
        .table("touchpoint_owners")
        .col(integer("workspace_id"))
        .col(text("touchpoint"))
        .col(text("owner"))
        .col(text("by_member"))
        .col(big_integer("at"))
        .primary_key(Index::create().col("workspace_id").col("touchpoint"))
        .to_owned()
}

fn people() -> TableCreateStatement {
    Table::create()
        .table("initiative_people")
        .col(text("initiative_id"))
        .col(text("contact_id"))
        .col(integer("workspace_id"))
        .col(text_null("language"))
        .col(text("state"))
        .col(text_null("message_id"))
        .col(big_integer("at"))
        .primary_key(Index::create().col("initiative_id").col("contact_id"))
        .to_owned()
}

fn notes() -> TableCreateStatement {
    Table::create()
        .table("initiative_notes")
        .col(text("id").primary_key())
        .col(integer("workspace_id"))
        .col(text("initiative_id"))
        .col(text("state"))
        .col(text("text"))
        .col(text("by_member"))
        .col(big_integer("at"))
        .to_owned()
}

fn pages() -> TableCreateStatement {
    Table::create()
        .table("initiative_pages")
        .col(integer("workspace_id").primary_key())
        .col(boolean("is_on"))
        .col(text("by_member"))
        .col(big_integer("at"))
        .to_owned()
}
