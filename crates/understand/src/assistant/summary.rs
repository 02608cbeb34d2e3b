//! A few sentences that sum up the quotes of a page: made when somebody presses the button, kept until the quotes
//! change.

use axum::response::Response;
use kernel::{Result, Timestamp, Uid};
use serde::Serialize;
use ui::http::{Asking, Flash as _, Reply, html, see_other};

use super::kept::{self, Kept, Purpose};
use super::leave::fingerprint;
pub use super::leave::{Digest, Group};
use super::names::Names;
use super::{Assistant, Failed, Trouble};
use crate::subject::Ground;

/// Letters of a summary: five long sentences.
const CHARS_MAX: usize = 2_000;
const TEMPLATE: &str = "understand/assistant-summary.html";
/// Where the card stands on its page.
const ANCHOR: &str = "#summary";

/// The card on a page.
#[derive(Serialize)]
pub struct Card {
    /// Where the button posts to; none for those who may not ask.
    action: Option<String>,
    host: String,
    /// Quotes that would be read.
    quotes: usize,
    says: Option<Says>,
    /// There was a summary, of other quotes.
    is_outdated: bool,
    trouble: Option<Failed>,
}

#[derive(Serialize)]
struct Says {
    text: String,
    model: String,
    quotes: i32,
    at: Timestamp,
}

/// What a page has to sum up.
pub struct Page {
    pub digest: Digest,
    /// Its address with its filters.
    pub address: String,
    /// Where its button posts to.
    pub action: String,
}

/// The card of a page that is being looked at: nothing is asked. None where it is switched off or nothing was written.
pub async fn card(asking: &Asking, assistant: &Assistant, page: &Page) -> Result<Option<Card>> {
    let Some(model) = assistant.model() else { return Ok(None) };
    if page.digest.texts() == 0 || !assistant.is_on(asking.store(), asking.workspace()).await? {
        return Ok(None);
    }
    let place = fingerprint(&page.address);
    let key = (Purpose::Summary, asking.locale.code());
    let kept = kept::find(asking.store(), asking.workspace(), key, std::slice::from_ref(&place)).await?.remove(&place);
    let now = page.digest.fingerprint(model.name(), asking.locale);
    let is_outdated = kept.as_ref().is_some_and(|kept| kept.fingerprint != now);
    let may = asking.role() >= kernel::Role::Agent;
    let says = kept.filter(|_| !is_outdated).map(|kept| Says {
        text: kept.text,
        model: kept.model,
        quotes: kept.texts,
        at: kept.at,
    });
    if says.is_none() && !may {
        return Ok(None);
    }
    Ok(Some(Card {
        action: may.then(|| page.action.clone()),
        host: model.host().to_owned(),
        quotes: page.digest.texts(),
        says,
        is_outdated,
        trouble: None,
    }))
}

/// Answers the button: the card for htmx, else the page. Whatever goes wrong with the model is said there.
pub async fn answer(asking: &Asking, ground: &Ground, assistant: &Assistant, page: &Page, uids: &[Uid]) -> Reply {
    let outcome = make(asking, ground, assistant, page, uids).await?;
    if !asking.is_htmx() {
        let back = see_other(&format!("{}{ANCHOR}", page.address));
        return Ok(outcome.map_or_else(|trouble| back_with(&page.address, &trouble), |()| back));
    }
    let trouble = outcome.err();
    let model = assistant.model();
    let summary = match card(asking, assistant, page).await? {
        Some(card) => Card { trouble: trouble.as_ref().map(|trouble| assistant.failed(trouble)), ..card },
        // Switched off since, or everything was withdrawn.
        None => Card {
            action: None,
            host: model.map_or_else(String::new, |model| model.host().to_owned()),
            quotes: 0,
            says: None,
            is_outdated: false,
            trouble: Some(assistant.failed(trouble.as_ref().unwrap_or(&Trouble::Off))),
        },
    };
    #[derive(Serialize)]
    struct Part {
        summary: Card,
    }
    Ok(html(asking.fragment(TEMPLATE, Part { summary })?))
}

fn back_with(address: &str, trouble: &Trouble) -> Response {
    see_other(address).flash(trouble.flash())
}

async fn make(
    asking: &Asking,
    ground: &Ground,
    assistant: &Assistant,
    page: &Page,
    uids: &[Uid],
) -> Result<Result<(), Trouble>> {
    let (store, workspace) = (asking.store(), asking.workspace());
    let Some(model) = assistant.model() else { return Ok(Err(Trouble::Off)) };
    if !assistant.is_on(store, workspace).await? {
        return Ok(Err(Trouble::Off));
    }
    if page.digest.texts() == 0 {
        return Ok(Err(Trouble::Nothing));
    }
    let names = Names::of(asking, ground, uids).await?;
    let prompt = page.digest.prompt(&names, asking.locale);
    let text = match assistant.ask(workspace, &prompt, CHARS_MAX).await {
        Ok(text) => text,
        Err(trouble) => return Ok(Err(trouble)),
    };
    let kept = Kept {
        fingerprint: page.digest.fingerprint(model.name(), asking.locale),
        text,
        model: model.name().to_owned(),
        texts: page.digest.texts() as i32,
        at: store.env().now(),
    };
    let place = fingerprint(&page.address);
    kept::keep(store, workspace, (Purpose::Summary, asking.locale.code(), &place), &kept).await?;
    Ok(Ok(()))
}
