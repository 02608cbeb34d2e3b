//! What bodies say of cases and initiatives: ids and facts. What people wrote stands apart.

use kernel::Timestamp;
use serde_json::{Value, json};
use store::entity::{case, initiative};

use crate::cases::Stage;

/// Shown in docs/webhooks.md.
pub fn case(row: &case::Model) -> Value {
    let at = |at: Option<i64>| at.map(Timestamp);
    json!({
        "id": row.id,
        "stage": Stage::of(row).as_str(),
        "priority": row.priority,
        "owner": row.owner,
        "team": row.team_id,
        "contact": row.contact_id,
        "survey": row.survey,
        "question": row.question,
        "score": row.score,
        "channel": row.channel,
        "touchpoint": row.touchpoint,
        "language": row.language,
        "why": row.why,
        "rule": row.rule_id,
        "topic": row.topic,
        "intent": row.intent,
        "occurred_at": Timestamp(row.occurred_at),
        "opened_at": Timestamp(row.opened_at),
        "due_at": Timestamp(row.due_at),
        "answered_at": at(row.answered_at),
        "answered_by": row.answered_by,
        "customer_wrote_at": at(row.replied_at),
        "closed_at": at(row.closed_at),
        "closed_by": row.closed_by,
        "outcome": row.outcome,
        "helped": row.helped,
        "reopened": row.reopened,
        "escalated": row.escalated,
    })
}

pub fn case_texts(row: &case::Model) -> Vec<(&'static str, String)> {
    let texts =
        [("words", &row.words), ("because", &row.because), ("root_cause", &row.root_cause), ("action", &row.action)];
    texts.into_iter().filter_map(|(name, text)| Some((name, text.clone()?))).collect()
}

/// Shown in docs/webhooks.md.
pub fn initiative(row: &initiative::Model) -> Value {
    json!({
        "id": row.id,
        "state": row.state,
        "owner": row.owner,
        "team": row.team_id,
        "topic": row.topic,
        "insight": row.insight_id,
        "expected": row.expected,
        "expected_by": row.expected_by,
        "starts_on": row.starts_on,
        "ends_on": row.ends_on,
        "is_public": row.is_public,
        "created_by": row.created_by,
        "created_at": Timestamp(row.created_at),
        "changed_at": Timestamp(row.changed_at),
        "done_at": row.done_at.map(Timestamp),
    })
}

pub fn initiative_texts(row: &initiative::Model) -> Vec<(&'static str, String)> {
    let texts = [("title", &row.title), ("problem", &row.problem), ("plan", &row.plan)];
    texts.into_iter().filter(|(_, text)| !text.is_empty()).map(|(name, text)| (name, text.clone())).collect()
}
