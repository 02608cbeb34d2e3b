//! The tables of cases.

pub use store::entity::case;

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

pub mod event {
    //! One thing that happened with a case.

    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "case_events")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: String,
        pub workspace_id: i32,
        pub case_id: String,
        pub at: i64,
        /// Who did it; none where nobody did: the clock, or the customer.
        pub member_id: Option<String>,
        /// [`crate::cases::event::What`].
        pub kind: String,
        /// What it says beside, by its kind: a member's id, a number, a reason.
        pub detail: Option<String>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod step {
    //! A step of a playbook that is done for a case.

    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "case_steps")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub case_id: String,
        /// Its words: a playbook that is reordered keeps what is done.
        #[sea_orm(primary_key, auto_increment = false)]
        pub step: String,
        pub workspace_id: i32,
        pub done_by: String,
        pub done_at: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod template {
    //! A text that replies begin with.

    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "reply_templates")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: String,
        pub workspace_id: i32,
        /// BCP 47 tag of its text.
        pub language: String,
        pub name: String,
        pub subject: String,
        /// With `{name}`, `{survey}` and `{owner}` where those stand.
        pub text: String,
        pub changed_by: String,
        pub changed_at: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
