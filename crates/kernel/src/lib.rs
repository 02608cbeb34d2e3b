//! The words and rules that every part of Nabz shares. Pure: no I/O, and time and chance arrive as
//! arguments. The only code that reads the machine's clock and entropy is [`env::System`].

pub mod attribute;
pub mod condition;
pub mod consent;
pub mod env;
pub mod error;
pub mod flow;
pub mod format;
pub mod id;
pub mod locale;
pub mod measure;
pub mod role;
pub mod signal;
pub mod survey;
pub mod time;

pub use attribute::{Attributes, Value};
pub use env::Env;
pub use error::{Error, Refusal, Result};
pub use id::{
    CaseId, ContactId, DeliveryId, EffectId, GoalId, ImportId, InitiativeId, InsightId, KeyId, MailId, MemberId,
    MessageId, RuleId, SegmentId, SurveyId, TaskId, TeamId, Uid, WebhookId, WorkspaceId,
};
pub use locale::Locale;
pub use measure::Measure;
pub use role::Role;
pub use time::Timestamp;
