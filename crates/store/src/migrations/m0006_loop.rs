//! What closes the loop: cases with what came of them, insights, initiatives, goals, effects, what they are worth, and
//! how each leads to the next.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

pub struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0006_loop"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        cases(manager).await?;
        for table in [insights(), initiatives(), tasks(), goals(), effects(), worths(), currencies(), links()] {
            manager.create_table(table).await?;
        }
        let index = |name: &str, table: &'static str| Index::create().name(name).table(table).to_owned();
        for index in [
            index("insights_key", "insights").col("workspace_id").col("key").unique().to_owned(),
            index("insights_seen", "insights").col("workspace_id").col("dismissed_at").col("rank").to_owned(),
            index("initiatives_state", "initiatives").col("workspace_id").col("state").to_owned(),
            index("initiative_tasks_due", "initiative_tasks")
                .col("workspace_id")
                .col("done_at")
                .col("due_at")
                .to_owned(),
            index("initiative_tasks_of", "initiative_tasks").col("initiative_id").to_owned(),
            index("goals_of", "goals").col("workspace_id").col("by_day").to_owned(),
            index("effects_of", "effects").col("workspace_id").col("initiative_id").col("measured_at").to_owned(),
            index("links_to", "links").col("workspace_id").col("to_kind").col("to_id").to_owned(),
        ] {
            manager.create_index(index).await?;
        }
        Ok(())
    }
}

/// What has been added to a case, and the further signals of the same customer that belong to it.
async fn cases(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let added = [
        text_null("rule_id"),
        text_null("team_id"),
        integer("priority").default(1).to_owned(),
        text_null("topic"),
        text_null("intent"),
        big_integer_null("replied_at"),
        big_integer_null("closed_at"),
        text_null("closed_by"),
        text_null("root_cause"),
        text_null("action"),
        text_null("outcome"),
        big_integer_null("asked_at"),
        text_null("helped"),
        integer("reopened").default(0).to_owned(),
        integer("escalated").default(0).to_owned(),
        big_integer_null("escalated_at"),
        big_integer_null("initiative_at"),
        big_integer("updated_at").default(0).to_owned(),
    ];
    for mut column in added {
        // SQLite adds one column a statement.
        manager.alter_table(Table::alter().table("cases").add_column(&mut column).to_owned()).await?;
    }
    let connection = manager.get_connection();
    connection.execute_unprepared("UPDATE cases SET closed_at = answered_at, closed_by = answered_by").await?;
    connection.execute_unprepared("UPDATE cases SET updated_at = coalesce(answered_at, opened_at)").await?;
    let signals = Table::create()
        .table("case_signals")
        .col(integer("workspace_id"))
        .col(binary("uid"))
        .col(text("case_id"))
        .col(text_null("import_id"))
        .col(big_integer("at"))
        .primary_key(Index::create().col("workspace_id").col("uid").col("case_id"))
        .to_owned();
    manager.create_table(signals).await?;
    let index = |name: &str, table: &'static str| Index::create().name(name).table(table).to_owned();
    for index in [
        index("case_signals_case", "case_signals").col("case_id").to_owned(),
        index("cases_contact", "cases").col("workspace_id").col("contact_id").to_owned(),
        index("cases_owner", "cases").col("workspace_id").col("owner").col("closed_at").col("due_at").to_owned(),
        index("cases_closed", "cases").col("workspace_id").col("closed_at").col("due_at").to_owned(),
    ] {
        manager.create_index(index).await?;
    }
    Ok(())
}

fn insights() -> TableCreateStatement {
    Table::create()
        .table("insights")
        .col(text("id").primary_key())
        .col(integer("workspace_id"))
        .col(text("key"))
        .col(text("kind"))
        .col(text_null("survey"))
        .col(text_null("topic"))
        .col(text("card"))
        .col(text("print"))
        .col(double("rank"))
        .col(big_integer("people"))
        .col(text("sure"))
        .col(text_null("owner"))
        .col(big_integer("found_at"))
        .col(big_integer("changed_at"))
        .col(big_integer("seen_at"))
        .col(big_integer_null("gone_at"))
        .col(big_integer_null("dismissed_at"))
        .col(text_null("dismissed_by"))
        .col(text_null("dismissed_print"))
        .to_owned()
}

fn initiatives() -> TableCreateStatement {
    Table::create()
        .table("initiatives")
        .col(text("id").primary_key())
        .col(integer("workspace_id"))
        .col(text("title"))
        .col(text("problem"))
        .col(text("causes"))
        .col(text("plan"))
        .col(text("risks"))
        .col(text_null("topic"))
        .col(text_null("insight_id"))
        .col(text("measure"))
        .col(double_null("expected"))
        .col(text_null("expected_by"))
        .col(text_null("owner"))
        .col(text_null("team_id"))
        .col(text("state"))
        .col(double_null("cost"))
        .col(text_null("starts_on"))
        .col(text_null("ends_on"))
        .col(text_null("lesson"))
        .col(text_null("told"))
        .col(boolean("is_public").default(false).to_owned())
        .col(text("created_by"))
        .col(big_integer("created_at"))
        .col(big_integer("changed_at"))
        .col(big_integer_null("done_at"))
        .to_owned()
}

fn tasks() -> TableCreateStatement {
    Table::create()
        .table("initiative_tasks")
        .col(text("id").primary_key())
        .col(integer("workspace_id"))
        .col(text("initiative_id"))
        .col(text("title"))
        .col(text_null("owner"))
        .col(text_null("due_at"))
        .col(integer("place"))
        .col(big_integer_null("done_at"))
        .col(text_null("done_by"))
        .col(big_integer("created_at"))
        .to_owned()
}

fn goals() -> TableCreateStatement {
    Table::create()
        .table("goals")
        .col(text("id").primary_key())
        .col(integer("workspace_id"))
        .col(text("title"))
        .col(text("measure"))
        .col(double("from_value"))
        .col(double("to_value"))
        .col(text("from_day"))
        .col(text("by_day"))
        .col(text_null("owner"))
        .col(text_null("initiative_id"))
        .col(text("created_by"))
        .col(big_integer("created_at"))
        .col(big_integer_null("closed_at"))
        .to_owned()
}

fn effects() -> TableCreateStatement {
    Table::create()
        .table("effects")
        .col(text("id").primary_key())
        .col(integer("workspace_id"))
        .col(text("initiative_id"))
        .col(text("measure"))
        .col(text("design"))
        .col(text("verdict"))
        .col(double_null("value"))
        .col(double_null("low"))
        .col(double_null("high"))
        .col(double_null("expected"))
        .col(big_integer("answers"))
        .col(text("detail"))
        .col(big_integer("measured_at"))
        .to_owned()
}

fn worths() -> TableCreateStatement {
    Table::create()
        .table("worths")
        .col(integer("workspace_id"))
        .col(text("kind"))
        .col(double("low"))
        .col(double("high"))
        .col(text("source"))
        .col(text("by_member"))
        .col(big_integer("at"))
        .primary_key(Index::create().col("workspace_id").col("kind"))
        .to_owned()
}

fn currencies() -> TableCreateStatement {
    Table::create()
        .table("worth_currencies")
        .col(integer("workspace_id").primary_key())
        .col(text("currency"))
        .to_owned()
}

fn links() -> TableCreateStatement {
    Table::create()
        .table("links")
        .col(integer("workspace_id"))
        .col(text("from_kind"))
        .col(text("from_id"))
        .col(text("to_kind"))
        .col(text("to_id"))
        .col(big_integer("at"))
        .primary_key(Index::create().col("workspace_id").col("from_kind").col("from_id").col("to_kind").col("to_id"))
        .to_owned()
}
