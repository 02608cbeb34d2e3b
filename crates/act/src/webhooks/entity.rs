//! The tables of webhooks.

pub mod endpoint {
    //! An address that is told of events.

    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "webhook_endpoints")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: String,
        pub workspace_id: i32,
        pub name: String,
        pub url: String,
        /// Names of [`crate::webhooks::Event`] with blanks between; `*` for all, those of later versions included.
        pub events: String,
        /// What people wrote is sent along.
        pub with_texts: bool,
        pub is_on: bool,
        /// Why it is off where nobody switched it off: `gone` (answered 410) or `failing` (for days nothing was taken).
        pub off_why: Option<String>,
        /// Sealed.
        pub secret: String,
        /// The one before, which signs too until `old_until`. Sealed.
        pub old_secret: Option<String>,
        pub old_until: Option<i64>,
        /// Since when nothing was taken.
        pub failing_since: Option<i64>,
        pub made_by: String,
        pub made_at: i64,
        pub changed_at: i64,
        /// Can be brought back for a while.
        pub removed_at: Option<i64>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod delivery {
    //! One event on its way to one endpoint.

    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "webhook_deliveries")]
    pub struct Model {
        /// The header `webhook-id`: the same with every attempt.
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: String,
        pub workspace_id: i32,
        pub endpoint_id: String,
        /// [`crate::webhooks::Event`].
        pub event: String,
        /// Id of the case or initiative.
        pub about: String,
        /// JSON, as it is signed and sent.
        pub body: String,
        /// [`crate::webhooks::State`].
        pub state: String,
        pub attempts: i32,
        /// When it is due: to be tried, or, while a worker has it, to be taken from a worker that died.
        pub next_at: i64,
        /// Which worker has it.
        pub leased_by: Option<String>,
        /// The last answer's.
        pub status: Option<i32>,
        /// Why there was no answer: `timeout`, `connect`, `broken`, `secret`, `expired`, or why the address is refused.
        pub failure: Option<String>,
        /// The beginning of the last answer.
        pub answer: Option<String>,
        /// Milliseconds that the last attempt took.
        pub took: Option<i32>,
        pub made_at: i64,
        pub tried_at: Option<i64>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
