//! What initiatives keep beside their shared tables.

pub mod review {
    //! The minutes of one meeting.

    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "initiative_reviews")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: String,
        pub workspace_id: i32,
        /// A day.
        pub held_on: String,
        pub minutes: String,
        /// What was on the agenda, as counts by its parts, as JSON.
        pub agenda: String,
        /// Ids of the tasks that were decided, as JSON.
        pub decisions: String,
        pub by_member: String,
        pub at: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod acknowledgement {
    //! Somebody has read a lesson. A changed lesson is read anew.

    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "initiative_acknowledgements")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub initiative_id: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub member_id: String,
        pub workspace_id: i32,
        pub at: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod touchpoint_owner {
    //! Who cares for a touchpoint.

    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "touchpoint_owners")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub workspace_id: i32,
        #[sea_orm(primary_key, auto_increment = false)]
        pub touchpoint: String,
        pub owner: String,
        pub by_member: String,
        pub at: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod person {
    //! Somebody who is told what was done.

    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "initiative_people")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub initiative_id: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub contact_id: String,
        pub workspace_id: i32,
        /// That they spoke last.
        pub language: Option<String>,
        /// `due` until there is a message, then its first state; `no_address` where the address is gone.
        pub state: String,
        pub message_id: Option<String>,
        pub at: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod note {
    //! What was said when the state changed, e.g. why an initiative was dropped.

    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "initiative_notes")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: String,
        pub workspace_id: i32,
        pub initiative_id: String,
        pub state: String,
        pub text: String,
        pub by_member: String,
        pub at: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod page {
    //! Whether a workspace's public page is shown.

    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "initiative_pages")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub workspace_id: i32,
        pub is_on: bool,
        pub by_member: String,
        pub at: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
