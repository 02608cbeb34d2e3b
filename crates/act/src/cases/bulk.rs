//! Many cases at once: given to somebody, ranked, closed for one reason, or taken up by an initiative.

use axum::extract::Extension;
use kernel::{Error, Refusal, Result};
use serde_json::json;
use store::Txn;
use store::audit::{self, Deed};
use ui::http::{Agent, Asking, Fields, Flash, Reply, encode, see_other};

use super::close::{self, Draft};
use super::view::Reads;
use super::{assign, list};

/// Cases of one press.
pub const CASES_MAX: usize = 200;
/// The owner that takes the owner away: what was left empty does not.
const NOBODY: &str = "-";

/// Fields `id` (several), `do` (`assign`, `priority`, `close`, or `initiative`, which leads to its form), `owner`, `priority`, `outcome`, `reason`, `back`. All or
/// none: what is refused changes nothing. Cases that somebody else has closed meanwhile are left as they are.
///
/// # Errors
/// `nothing_chosen`; `too_many`; `choose_owner` and `not_an_agent` at `owner`; `required` at `outcome`; `why_no_answer` at `reason`.
pub async fn bulk(agent: Agent, Extension(reads): Extension<Reads>, form: Fields) -> Reply {
    let changed = match form.get("do") {
        Some("initiative") => chosen(&form).map(|ids| Some(plan(&ids))),
        _ => change(&agent, &form).await.map(|()| None),
    };
    match changed {
        Ok(Some(initiative)) => Ok(see_other(&initiative)),
        Ok(None) => Ok(see_other(form.get("back").unwrap_or("/act")).flash("case-flash-bulk")),
        Err(Error::Refused(refusal)) => list::refused(&agent, &reads, &form, &refusal).await,
        Err(error) => Err(error.into()),
    }
}

fn chosen(form: &Fields) -> Result<Vec<&str>> {
    let ids: Vec<&str> = form.all("id").collect();
    match ids.len() {
        0 => Err(Refusal::new("nothing_chosen").into()),
        1..=CASES_MAX => Ok(ids),
        _ => Err(Refusal::new("too_many").with("max", CASES_MAX.to_string()).into()),
    }
}

/// The form of an initiative that begins with these cases.
fn plan(ids: &[&str]) -> String {
    let cases: Vec<String> = ids.iter().map(|id| format!("case={}", encode(id))).collect();
    format!("/act/initiatives/new?{}", cases.join("&"))
}

async fn change(asking: &Asking, form: &Fields) -> Result<()> {
    let mut ids = chosen(form)?;
    // Two presses that share cases hold them in the same order, so that neither waits for the other.
    ids.sort_unstable();
    let txn = asking.store().write().await?;
    for id in &ids {
        one(&txn, asking, id, form).await?;
    }
    let (actor, detail) = (asking.member(), json!({ "cases": ids, "do": form.get("do") }));
    let deed = Deed { actor: actor.as_str(), action: "case.bulk", subject: "cases", detail };
    audit::note(&txn, asking.workspace(), deed).await?;
    txn.commit().await
}

async fn one(txn: &Txn, asking: &Asking, id: &str, form: &Fields) -> Result<()> {
    let found = super::hold(txn, asking, id).await?;
    match form.get("do") {
        Some("assign") => {
            let owner = form.get("owner").ok_or_else(|| Refusal::new("choose_owner").at("owner"))?;
            assign::give(txn, asking, &found, Some(owner).filter(|owner| *owner != NOBODY)).await
        }
        Some("priority") => {
            let priority = form.need("priority")?.parse().map_err(|_| Refusal::new("required").at("priority"))?;
            assign::rank(txn, asking, &found, priority).await
        }
        Some("close") => {
            if found.closed_at.is_some() {
                return Ok(());
            }
            let reason = form.need("reason")?.to_owned();
            let outcome = form.need("outcome")?.to_owned();
            let draft = Draft { root_cause: reason.clone(), reason, outcome, ..Draft::default() };
            draft.checked(true)?;
            close::shut(txn, &found, asking.member().as_str(), &draft).await
        }
        _ => Err(Refusal::new("required").at("do").into()),
    }
}
