//! The tables of cases.

pub mod case {
    //! One complaint.

    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "cases")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: String,
        pub workspace_id: i32,
        /// The signal that opened it; unique in the workspace.
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
        /// `low_score` or `angry_word`.
        pub why: String,
        /// The word, where one was the reason.
        pub because: Option<String>,
        pub occurred_at: i64,
        pub opened_at: i64,
        pub due_at: i64,
        pub owner: Option<String>,
        pub answered_at: Option<i64>,
        pub answered_by: Option<String>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod note {
    //! What members write to each other about a case.

    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "case_notes")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: String,
        pub workspace_id: i32,
        pub case_id: String,
        pub member_id: String,
        pub at: i64,
        pub text: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
