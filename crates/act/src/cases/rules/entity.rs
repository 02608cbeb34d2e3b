//! The tables of rules that open cases.

pub mod rule {
    //! One rule.

    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "case_rules")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: String,
        pub workspace_id: i32,
        pub name: String,
        pub is_on: bool,
        /// The first rule that holds, by this, opens the case.
        pub place: i32,
        /// Key of the survey; every survey where there is none.
        pub survey: Option<String>,
        /// `kernel::condition::Condition` as JSON.
        pub condition: String,
        /// As in `cases`.
        pub priority: i32,
        pub team_id: Option<String>,
        pub owner: Option<String>,
        /// Minutes of work until the customer should have been answered.
        pub due_minutes: i64,
        /// What to do, step by step: a line each.
        pub playbook: String,
        /// Cases that it opens in a day at most.
        pub per_day: i32,
        pub changed_by: String,
        pub changed_at: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod rule_day {
    //! What a rule did on one day, UTC.

    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "case_rule_days")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub rule_id: String,
        /// Days since 1970.
        #[sea_orm(primary_key, auto_increment = false)]
        pub day: i32,
        pub workspace_id: i32,
        pub opened: i32,
        /// Would have been opened, but the day's number was reached.
        pub held: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod rule_held {
    //! A response for which a rule opened no case, as the number of its day was reached: its further pages count no more.

    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "case_rule_held")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub rule_id: String,
        /// As in [`super::rule_day`].
        #[sea_orm(primary_key, auto_increment = false)]
        pub day: i32,
        #[sea_orm(primary_key, auto_increment = false)]
        pub uid: Vec<u8>,
        pub workspace_id: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod settings {
    //! How a workspace deals with cases.

    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "case_settings")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub workspace_id: i32,
        /// `super::super::settings::Settings` as JSON.
        pub settings: String,
        pub changed_at: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
