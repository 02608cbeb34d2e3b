//! `POST /understand/translate`: a quote in the reader's language, beside the original.

use kernel::signal::What;
use kernel::{Error, Result, Role, Uid};
use serde::Serialize;
use ui::http::{Agent, Asking, Fields, Flash as _, Reply, html, see_other};

use super::kept::{self, Kept, Purpose};
use super::leave::{self, TRANSLATED_CHARS_MAX};
use super::names::Names;
use super::{Assistant, Failed, Trouble};
use crate::subject::{Ground, definition};

pub const PATH: &str = "/understand/translate";
const TEMPLATE: &str = "understand/assistant-translation.html";
/// Letters of a translation: other languages take more room, but not any.
const CHARS_MAX: usize = 2 * TRANSLATED_CHARS_MAX;
/// Characters of the hash that name an element of the page.
const ID_CHARS: usize = 12;

/// A text that stands on a page.
pub struct Text<'a> {
    pub uid: String,
    /// The key of its answer; none for all that its response says.
    pub field: Option<&'a str>,
    /// See [`key`].
    pub key: &'a str,
    pub language: Option<&'a str>,
}

/// What stands under a quote in another language: its translation, or the button that asks for one.
#[derive(Debug, Serialize)]
pub struct Foreign {
    id: String,
    uid: String,
    field: Option<String>,
    /// The page that it stands on.
    back: String,
    may: bool,
    says: Option<Says>,
    trouble: Option<Failed>,
}

#[derive(Debug, Serialize)]
struct Says {
    text: String,
    model: String,
    /// The language of the translation.
    language: &'static str,
}

/// By which the translation of a text is found: the same for those who read it masked.
pub fn key(text: &str) -> String {
    leave::key(text)
}

/// What stands under each of some texts. Nothing is asked.
pub async fn beside(asking: &Asking, assistant: &Assistant, texts: Vec<Text<'_>>) -> Result<Vec<Option<Foreign>>> {
    if assistant.model().is_none() || !assistant.is_on(asking.store(), asking.workspace()).await? {
        return Ok(texts.iter().map(|_| None).collect());
    }
    let locale = asking.locale.code();
    let is_foreign = |text: &Text<'_>| text.language.is_some_and(|language| language != locale && language != "und");
    let places: Vec<String> = texts.iter().filter(|text| is_foreign(text)).map(|text| text.key.to_owned()).collect();
    let key = (Purpose::Translation, locale);
    let kept = kept::find(asking.store(), asking.workspace(), key, &places).await?;
    let foreign = |text: Text<'_>| {
        let says = kept.get(text.key).filter(|_| is_foreign(&text)).map(|kept| Says {
            text: kept.text.clone(),
            model: kept.model.clone(),
            language: locale,
        });
        let may = is_foreign(&text) && asking.role() >= Role::Agent;
        (may || says.is_some()).then(|| Foreign {
            id: id(&text.uid, text.field, text.key),
            field: text.field.map(str::to_owned),
            uid: text.uid,
            back: asking.path().to_owned(),
            may,
            says,
            trouble: None,
        })
    };
    Ok(texts.into_iter().map(foreign).collect())
}

/// Unique on a page even where two people wrote the same.
fn id(uid: &str, field: Option<&str>, key: &str) -> String {
    let hash = leave::fingerprint(&format!("{uid} {} {key}", field.unwrap_or_default()));
    format!("foreign-{}", &hash[..ID_CHARS])
}

/// Fields: `uid`, the response; `field`, the key of its answer, all that it says where that is missing; `back`, the page
/// to go to.
///
/// # Errors
/// `NotFound` for a response that this member cannot see, or a text that is not there; `Forbidden` for those who may
/// not read what was written.
pub async fn translate(agent: Agent, ground: Ground, assistant: Assistant, fields: Fields) -> Reply {
    let (uid, field) = (fields.need("uid")?, fields.get("field"));
    let text = text(&agent, &ground, uid, field).await?;
    let key = key(&text);
    let outcome = make(&agent, &ground, &assistant, (uid, &text, &key)).await?;
    let back = fields.get("back").unwrap_or("/understand");
    if !agent.is_htmx() {
        let to = see_other(back);
        return Ok(match outcome {
            Ok(_) => to,
            Err(trouble) => to.flash(trouble.flash()),
        });
    }
    let (says, trouble) = match outcome {
        Ok(says) => (Some(says), None),
        Err(trouble) => (None, Some(assistant.failed(&trouble))),
    };
    #[derive(Serialize)]
    struct Part {
        foreign: Foreign,
    }
    let foreign = Foreign {
        id: id(uid, field, &key),
        uid: uid.to_owned(),
        field: field.map(str::to_owned),
        back: back.to_owned(),
        may: true,
        says,
        trouble,
    };
    Ok(html(agent.fragment(TEMPLATE, Part { foreign })?))
}

/// What was written, as the log has it, where this member may read it.
async fn text(agent: &Agent, ground: &Ground, uid: &str, field: Option<&str>) -> Result<String> {
    let missing = || Error::NotFound("response");
    let uid: Uid = uid.parse().map_err(|_| missing())?;
    let logged = ground.0.signals(agent.workspace(), &[uid]).await?.into_iter().next().ok_or_else(missing)?;
    let What::Response(response) = &logged.signal.body.what;
    let row = agent.store().survey_by_key(agent.workspace(), &response.survey).await?;
    if let Some(row) = &row
        && definition(row)?.anonymous
    {
        return Err(missing());
    }
    if !crate::verbatims::may_read(agent, row.as_ref()).await? {
        return Err(Error::Forbidden);
    }
    let is_meant = |question: &str| field.is_none_or(|field| field == question);
    let mut written: Vec<(&str, &str)> = response
        .answers
        .iter()
        .filter(|answer| answer.kind.is_verbatim() && is_meant(&answer.question))
        .filter_map(|answer| Some((answer.question.as_str(), answer.text.as_deref()?)))
        .collect();
    written.sort_unstable();
    let texts: Vec<&str> = written.into_iter().map(|(_, text)| text).collect();
    if texts.is_empty() {
        return Err(missing());
    }
    Ok(texts.join("\n"))
}

async fn make(
    agent: &Agent,
    ground: &Ground,
    assistant: &Assistant,
    (uid, text, key): (&str, &str, &str),
) -> Result<Result<Says, Trouble>> {
    let (store, workspace, language) = (agent.store(), agent.workspace(), agent.locale.code());
    let Some(model) = assistant.model() else { return Ok(Err(Trouble::Off)) };
    if !assistant.is_on(store, workspace).await? {
        return Ok(Err(Trouble::Off));
    }
    let says = |kept: Kept| Says { text: kept.text, model: kept.model, language };
    let place = key.to_owned();
    let purpose = (Purpose::Translation, language);
    if let Some(kept) = kept::find(store, workspace, purpose, std::slice::from_ref(&place)).await?.remove(&place) {
        return Ok(Ok(says(kept)));
    }
    let uids: Vec<Uid> = uid.parse().into_iter().collect();
    let names = Names::of(agent, ground, &uids).await?;
    let prompt = leave::translation(text, &names, agent.locale);
    let text = match assistant.ask(workspace, &prompt, CHARS_MAX).await {
        Ok(text) => text,
        Err(trouble) => return Ok(Err(trouble)),
    };
    let (model, at) = (model.name().to_owned(), store.env().now());
    let kept = Kept { fingerprint: place, text, model, texts: 1, at };
    kept::keep(store, workspace, (Purpose::Translation, language, key), &kept).await?;
    Ok(Ok(says(kept)))
}
