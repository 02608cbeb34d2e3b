//! The tables of messages.

pub mod message {
    //! One mail that goes out.

    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "messages")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: String,
        pub workspace_id: i32,
        /// None for notices to members.
        pub contact_id: Option<String>,
        pub address: String,
        /// [`crate::messages::Kind`].
        pub kind: String,
        /// BCP 47 tag of the text.
        pub language: String,
        pub subject: String,
        pub body: String,
        /// The case or initiative that it belongs to.
        pub thread: Option<String>,
        /// Says what the message is for; unique in the workspace.
        pub key: String,
        /// The part of its Message-ID before the @, made from the key: whoever gets it twice sees that it is one. Unique.
        pub message_id: String,
        /// The part after the @; set when it is first sent.
        pub domain: Option<String>,
        /// The Message-ID, without brackets, of the mail that it answers.
        pub in_reply_to: Option<String>,
        /// [`crate::messages::State`].
        pub state: String,
        pub attempts: i32,
        pub next_at: i64,
        pub leased_until: Option<i64>,
        /// Which worker has it.
        pub leased_by: Option<String>,
        pub last_error: Option<String>,
        /// A member sent it with a program of their own.
        pub by_hand: bool,
        pub created_at: i64,
        pub sent_at: Option<i64>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod mail {
    //! One mail that came in.

    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "messages_in")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: String,
        pub workspace_id: i32,
        /// SHA-256 over Message-ID, sender, date, subject and text in base 32; unique in the workspace.
        pub digest: String,
        /// Without brackets.
        pub message_id: Option<String>,
        /// The case or initiative that it belongs to; none while nobody knows.
        pub thread: Option<String>,
        /// Our message that it answers, or that came back.
        pub about: Option<String>,
        /// Of the thread.
        pub contact_id: Option<String>,
        pub from_address: String,
        pub from_name: Option<String>,
        /// It belongs to the thread, but somebody else than its customer wrote it.
        pub is_foreign: bool,
        /// A program wrote it.
        pub is_auto: bool,
        /// Where nothing was handed on: `own` (a mail of ours) or `many` (too many in an hour).
        pub held: Option<String>,
        /// `failed`, `delayed`, `complaint` where it is a report about a message of ours.
        pub bounce: Option<String>,
        /// RFC 3463, e.g. `5.1.1`.
        pub bounce_status: Option<String>,
        pub subject: String,
        /// What the sender wrote, without quoted mails and signature.
        pub body: String,
        /// All of the text, where it is more than `body`.
        pub full: Option<String>,
        /// JSON list of the names of parts that were not kept.
        pub refused: String,
        pub received_at: i64,
        /// A member has seen to it; only asked of mails without a thread.
        pub done_at: Option<i64>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod file {
    //! A file that came with a mail.

    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "message_files")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: String,
        pub workspace_id: i32,
        pub mail_id: String,
        pub name: String,
        /// As the sender says; never believed when it is served.
        pub media_type: String,
        pub size: i64,
        pub bytes: Vec<u8>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod consent {
    //! What a contact has said about being written to.

    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "message_consents")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub workspace_id: i32,
        #[sea_orm(primary_key, auto_increment = false)]
        pub contact_id: String,
        /// [`crate::messages::Purpose`].
        #[sea_orm(primary_key, auto_increment = false)]
        pub purpose: String,
        pub is_given: bool,
        /// How it came to be known, e.g. `survey:visit`, `unsubscribe`, a member's id.
        pub how: String,
        pub at: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod suppression {
    //! An address that is not written to; only its hash is kept.

    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "message_suppressions")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub workspace_id: i32,
        #[sea_orm(primary_key, auto_increment = false)]
        pub address_hash: String,
        /// `all`, or a purpose.
        #[sea_orm(primary_key, auto_increment = false)]
        pub scope: String,
        /// `bounced`, `complained`, `unsubscribed`.
        pub why: String,
        pub at: i64,
        /// The message that came back, or that was called spam.
        pub message_id: Option<String>,
        /// Since when it does not stop anything any more.
        pub lifted_at: Option<i64>,
        /// The member who lifted it.
        pub lifted_by: Option<String>,
        /// In their words.
        pub lifted_why: Option<String>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod secret {
    //! What a workspace signs tokens in mails with.

    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "message_secrets")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub workspace_id: i32,
        pub secret: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod mailbox {
    //! How far a mailbox was read.

    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "message_mailboxes")]
    pub struct Model {
        /// User, host and folder.
        #[sea_orm(primary_key, auto_increment = false)]
        pub name: String,
        /// RFC 9051, section 2.3.1.1: with another value the server has numbered its mails anew.
        pub validity: i64,
        /// The highest UID that was taken.
        pub uid: i64,
        pub read_at: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
