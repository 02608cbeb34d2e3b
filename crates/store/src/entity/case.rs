//! One customer's problem: a complaint with its owner, answer and outcome.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "cases")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    pub workspace_id: i32,
    /// The signal that opened it; unique in the workspace. A case opened by hand without a signal has a value of its own.
    pub uid: Vec<u8>,
    pub import_id: Option<String>,
    pub survey: String,
    /// Key of the question whose score was low.
    pub question: Option<String>,
    /// `nps`, `csat`, `ces` or `rating`.
    pub kind: Option<String>,
    pub score: Option<f64>,
    /// The beginning of what the customer wrote.
    pub words: Option<String>,
    pub language: Option<String>,
    pub channel: String,
    pub touchpoint: Option<String>,
    pub contact_id: Option<String>,
    /// `low_score`, `angry_word`, `rule`, `hand` or `silence`.
    pub why: String,
    /// The word, the name of the rule, or what was said by hand.
    pub because: Option<String>,
    pub occurred_at: i64,
    pub opened_at: i64,
    /// When the customer should have been answered.
    pub due_at: i64,
    pub owner: Option<String>,
    /// When a human had answered the customer.
    pub answered_at: Option<i64>,
    pub answered_by: Option<String>,
    /// The rule that opened it; none for the built-in one.
    pub rule_id: Option<String>,
    pub team_id: Option<String>,
    /// 0 low, 1 normal, 2 high, 3 urgent.
    pub priority: i32,
    /// Key of the topic that it is about.
    pub topic: Option<String>,
    pub intent: Option<String>,
    /// When the customer last wrote back.
    pub replied_at: Option<i64>,
    /// Since when the customer waits for us again after an answer: they wrote back, or the case was opened again.
    pub again_at: Option<i64>,
    pub closed_at: Option<i64>,
    pub closed_by: Option<String>,
    /// In the words of who closed it.
    pub root_cause: Option<String>,
    pub action: Option<String>,
    /// `solved`, `partly`, `not_solved` or `no_answer`.
    pub outcome: Option<String>,
    /// When the customer was asked whether it helped.
    pub asked_at: Option<i64>,
    /// `yes`, `partly` or `no`.
    pub helped: Option<String>,
    /// How often.
    pub reopened: i32,
    /// How many steps.
    pub escalated: i32,
    pub escalated_at: Option<i64>,
    /// When it became part of an initiative.
    pub initiative_at: Option<i64>,
    pub updated_at: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
