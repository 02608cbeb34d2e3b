//! What customers have agreed to elsewhere: from programs (`POST /api/v1/consents`), and by a member who was told so.

use axum::Json;
use axum::body::Bytes;
use axum::extract::Path;
use axum::response::IntoResponse as _;
use kernel::consent::Purpose;
use kernel::{ContactId, Refusal, Result, Timestamp};
use serde::Deserialize;
use serde_json::{Value, json};
use store::audit::{self, Deed};
use ui::http::{Agent, Fields, Flash as _, Keeper, Reply, see_other};

use super::consent::{self, Said};
use super::outbox;
use super::stop::Stop;

/// People of one request.
pub const PEOPLE_MAX: usize = 10_000;
/// Characters of how somebody agreed.
const HOW_CHARS_MAX: usize = 200;

/// One contact's word. What was said later stays.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Word {
    /// The contact's id or e-mail in the caller's system.
    contact: String,
    purpose: Purpose,
    given: bool,
    #[serde(default)]
    how: String,
    /// When they said it; now, where it is left out.
    #[serde(default)]
    at: Option<Timestamp>,
}

/// `POST /api/v1/consents`: an array of `{contact, purpose, given, how, at}`. All are noted or none.
///
/// # Errors
/// `bad_json`; `too_many`; `bad_consent` at `N`, `required` at `N.contact`, `too_long` at `N.how`, N from 0.
pub async fn take(keeper: Keeper, body: Bytes) -> Reply {
    let items: Vec<Value> = serde_json::from_slice(&body).map_err(|error| bad_json(&error))?;
    if items.len() > PEOPLE_MAX {
        return Err(Refusal::new("too_many").with("max", PEOPLE_MAX.to_string()).into());
    }
    let words = items.into_iter().enumerate().map(|(place, item)| read(place, item));
    let words = words.collect::<Result<Vec<_>, Refusal>>()?;
    let txn = keeper.store().write().await?;
    for word in &words {
        let contact = ContactId::of_key(keeper.workspace(), word.contact.trim());
        let how = if word.how.is_empty() { "api" } else { &word.how };
        match word.at {
            Some(at) => {
                let said = Said { is_given: word.given, how, at };
                consent::note_at(&txn, keeper.workspace(), &contact, word.purpose, said).await?;
            }
            None => consent::note(&txn, keeper.workspace(), &contact, word.purpose, word.given, how).await?,
        }
    }
    let actor = keeper.actor();
    let detail = json!({ "count": words.len() });
    audit::note(&txn, keeper.workspace(), Deed { actor: &actor, action: "consent.api", subject: "consents", detail })
        .await?;
    txn.commit().await?;
    Ok(Json(json!({ "noted": words.len() })).into_response())
}

fn read(place: usize, item: Value) -> Result<Word, Refusal> {
    let at = |field: &str| format!("{place}.{field}");
    let word: Word = serde_json::from_value(item)
        .map_err(|error| Refusal::new("bad_consent").at(place.to_string()).with("reason", error.to_string()))?;
    if word.contact.trim().is_empty() {
        return Err(Refusal::new("required").at(at("contact")));
    }
    if word.how.chars().count() > HOW_CHARS_MAX {
        return Err(Refusal::new("too_long").at(at("how")).with("max", HOW_CHARS_MAX.to_string()));
    }
    Ok(word)
}

fn bad_json(error: &serde_json::Error) -> Refusal {
    let (line, column) = (error.line().to_string(), error.column().to_string());
    Refusal::new("bad_json").at(format!("{line}:{column}")).with("line", line).with("column", column)
}

/// `POST /act/messages/{message}/agreed`: the customer told a member, who says how; the message is then tried again.
///
/// # Errors
/// `required` or `too_long` at `how`.
pub async fn agreed(agent: Agent, Path(id): Path<String>, form: Fields) -> Reply {
    let page = format!("/act/messages/{id}");
    let how = form.need("how")?;
    if how.chars().count() > HOW_CHARS_MAX {
        return Err(Refusal::new("too_long").at("how").with("max", HOW_CHARS_MAX.to_string()).into());
    }
    let txn = agent.store().write().await?;
    let found = outbox::find(&*txn, agent.workspace(), &id).await?;
    let is_held = found.stop(&*txn).await? == Some(Stop::NoConsent);
    let (Some(contact), Some(purpose), true) = (&found.contact_id, found.kind().purpose(), is_held) else {
        return Ok(see_other(&page));
    };
    let contact = ContactId::from_outside(contact);
    consent::note(&txn, agent.workspace(), &contact, purpose, true, how).await?;
    // What had not been looked at again since they said no still waits.
    if found.state().may_be_replayed() {
        outbox::replay(&txn, agent.workspace(), &id).await?;
    }
    let actor = agent.member();
    let detail = json!({ "purpose": purpose, "how": how });
    audit::note(&txn, agent.workspace(), Deed { actor: actor.as_str(), action: "consent.note", subject: &id, detail })
        .await?;
    txn.commit().await?;
    Ok(see_other(&page).flash("message-flash-queued"))
}
