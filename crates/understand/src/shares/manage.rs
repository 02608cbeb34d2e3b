//! `/understand/surveys/{survey}/shares`: who else may read the report, and who may read what people wrote.

use axum::extract::Path;
use kernel::id::base32;
use kernel::survey::Kind;
use kernel::{Error, Refusal, Result, Role, Timestamp};
use sea_orm::{ActiveValue::Set, EntityTrait};
use serde::Serialize;
use store::Check;
use store::audit::{self, Deed};
use ui::Section;
use ui::http::{Fields, Flash, Manager, Reply, see_other};

use super::SHARES_MAX;
use crate::entity::share;
use crate::period::Period;
use crate::subject::{Ground, Subject};
use crate::verbatims;

const TEMPLATE: &str = "understand/shares.html";
/// Longest name of a shared report.
const NAME_CHARS_MAX: usize = 120;

#[derive(Serialize)]
struct Page {
    survey: String,
    href: String,
    report: String,
    action: String,
    anonymous: bool,
    questions: Vec<(String, String, bool)>,
    shares: Vec<Row>,
    roles: Vec<(&'static str, String)>,
    role: &'static str,
    /// The address of the one just made; it cannot be shown again.
    address: Option<String>,
    name: String,
    from: String,
    to: String,
    until: String,
    verbatims: bool,
    errors: Errors,
}

#[derive(Default, Serialize)]
struct Errors {
    name: Option<String>,
    questions: Option<String>,
    from: Option<String>,
    to: Option<String>,
    until: Option<String>,
}

#[derive(Serialize)]
struct Row {
    name: String,
    made: Timestamp,
    until: Option<Timestamp>,
    open: bool,
    revoked: bool,
    questions: u64,
    verbatims: bool,
    revoke: String,
}

/// What a form asks for.
struct New {
    name: String,
    questions: Vec<String>,
    verbatims: bool,
    days: Period,
    until: Option<Timestamp>,
}

/// `GET /understand/surveys/{survey}/shares`
pub async fn page(manager: Manager, ground: Ground, Path(id): Path<String>) -> Reply {
    let subject = Subject::find(&manager, &ground, &id).await?;
    let page = view(&subject, &Fields::default(), None, None).await?;
    manager.page(TEMPLATE, Section::Understand, page).await
}

/// `POST /understand/surveys/{survey}/shares`: makes one, and shows its address once.
pub async fn make(manager: Manager, ground: Ground, Path(id): Path<String>, fields: Fields) -> Reply {
    let subject = Subject::find(&manager, &ground, &id).await?;
    let new = match New::read(&subject, &fields) {
        Ok(new) => new,
        Err(refusal) => {
            let page = view(&subject, &fields, None, Some(&refusal)).await?;
            return manager.refused(TEMPLATE, Section::Understand, page).await;
        }
    };
    if super::of(manager.store(), &subject.row).await?.len() >= SHARES_MAX {
        return Err(Refusal::new("too_many_shares").with("max", SHARES_MAX.to_string()).into());
    }
    let secret = keep(&subject, &new).await?;
    let address = format!("{}/r/{secret}", manager.web.config.base_url.trim_end_matches('/'));
    let page = view(&subject, &Fields::default(), Some(address), None).await?;
    manager.page(TEMPLATE, Section::Understand, page).await
}

/// `POST /understand/surveys/{survey}/shares/{share}/revoke`
pub async fn revoke(manager: Manager, ground: Ground, Path((id, share)): Path<(String, String)>) -> Reply {
    let now = manager.web.env().now();
    let path = change(&manager, &ground, &id, &share, Some(now), "share.revoke").await?;
    Ok(see_other(&path).flash_undo("understand-share-revoked", &format!("{path}/{share}/restore")))
}

/// `POST /understand/surveys/{survey}/shares/{share}/restore`: undoes that.
pub async fn restore(manager: Manager, ground: Ground, Path((id, share)): Path<(String, String)>) -> Reply {
    let path = change(&manager, &ground, &id, &share, None, "share.restore").await?;
    Ok(see_other(&path))
}

/// `POST /understand/surveys/{survey}/verbatims`: the least role that may read what people wrote.
pub async fn allow(manager: Manager, ground: Ground, Path(id): Path<String>, fields: Fields) -> Reply {
    let subject = Subject::find(&manager, &ground, &id).await?;
    let role: Role = fields.need("role")?.parse().map_err(|_| Refusal::new("share_bad_role").at("role"))?;
    // Nobody locks themselves out, or lets in where they may not look themselves.
    if manager.role() < role || manager.role() < verbatims::least(&manager, Some(&subject.row)).await? {
        return Err(Error::Forbidden.into());
    }
    let txn = manager.store().write().await?;
    store::verbatims::allow(&txn, &subject.row, role).await?;
    let detail = serde_json::json!({ "role": role });
    note(&txn, &manager, "survey.verbatims", &subject.row.id, detail).await?;
    txn.commit().await?;
    Ok(see_other(&format!("{}/shares", subject.path())).flash("understand-verbatims-saved"))
}

async fn change(
    manager: &Manager,
    ground: &Ground,
    survey: &str,
    share: &str,
    at: Option<Timestamp>,
    action: &'static str,
) -> Result<String> {
    let subject = Subject::find(manager, ground, survey).await?;
    let txn = manager.store().write().await?;
    if !super::withdraw(&txn, manager.workspace(), &subject.row.id, share, at).await? {
        return Err(Error::NotFound("share"));
    }
    note(&txn, manager, action, share, serde_json::json!({ "survey": subject.row.id })).await?;
    txn.commit().await?;
    Ok(format!("{}/shares", subject.path()))
}

async fn note(
    txn: &store::Txn,
    manager: &Manager,
    action: &'static str,
    subject: &str,
    detail: serde_json::Value,
) -> Result<()> {
    let actor = manager.member();
    audit::note(txn, manager.workspace(), Deed { actor: actor.as_str(), action, subject, detail }).await
}

/// Keeps a new one and returns the secret of its address.
async fn keep(subject: &Subject<'_>, new: &New) -> Result<String> {
    let asking = subject.asking;
    let env = asking.web.env();
    let (secret, id) = (env.secret(), format!("shr_{}", base32(&env.bytes::<10>())));
    let row = share::ActiveModel {
        id: Set(id.clone()),
        workspace_id: Set(asking.workspace().0),
        survey_id: Set(subject.row.id.clone()),
        name: Set(new.name.clone()),
        token_hash: Set(store::sessions::hash(&secret)),
        questions: Set(serde_json::to_string(&new.questions).map_err(Error::internal)?),
        verbatims: Set(new.verbatims),
        first_day: Set(new.days.first.map(|day| day.to_string())),
        last_day: Set(new.days.last.map(|day| day.to_string())),
        created_by: Set(asking.member().to_string()),
        created_at: Set(env.now().0),
        expires_at: Set(new.until.map(|until| until.0)),
        revoked_at: Set(None),
    };
    let txn = asking.store().write().await?;
    share::Entity::insert(row).exec_without_returning(&*txn).await.check()?;
    let detail = serde_json::json!({
        "survey": subject.row.id, "questions": new.questions.len(), "verbatims": new.verbatims,
    });
    let actor = asking.member();
    let deed = Deed { actor: actor.as_str(), action: "share.make", subject: &id, detail };
    audit::note(&txn, asking.workspace(), deed).await?;
    txn.commit().await?;
    Ok(secret)
}

/// Questions that can be shown to others: those that say nothing about a single person.
fn shareable<'a>(subject: &'a Subject<'_>) -> impl Iterator<Item = &'a kernel::survey::Question> {
    let personal =
        [Kind::Email, Kind::Phone, Kind::Contact, Kind::File, Kind::Signature, Kind::Hidden, Kind::Statement];
    subject.definition.questions.iter().filter(move |question| !personal.contains(&question.kind))
}

impl New {
    fn read(subject: &Subject<'_>, fields: &Fields) -> Result<Self, Refusal> {
        let name: String = fields.need("name")?.to_owned();
        if name.chars().count() > NAME_CHARS_MAX {
            return Err(Refusal::new("share_name_too_long").at("name").with("max", NAME_CHARS_MAX.to_string()));
        }
        let chosen: Vec<&str> = fields.all("question").collect();
        let questions = shareable(subject).map(|question| question.key.clone());
        let questions: Vec<String> = questions.filter(|key| chosen.contains(&key.as_str())).collect();
        if questions.is_empty() {
            return Err(Refusal::new("share_needs_questions").at("questions"));
        }
        let days = Period { first: day(fields, "from")?, last: day(fields, "to")? };
        if days.first.zip(days.last).is_some_and(|(first, last)| last < first) {
            return Err(Refusal::new("bad_filter").at("to"));
        }
        // Without a filter, an anonymous survey has one report only.
        let days = if subject.definition.anonymous { Period::default() } else { days };
        let until = match day(fields, "until")? {
            Some(until) => Period::new(until, until).instants(&subject.format).1,
            None => None,
        };
        if until.is_some_and(|until| until <= subject.asking.web.env().now()) {
            return Err(Refusal::new("share_over").at("until"));
        }
        Ok(Self { name, questions, verbatims: fields.has("verbatims"), days, until })
    }
}

fn day(fields: &Fields, name: &str) -> Result<Option<jiff::civil::Date>, Refusal> {
    let Some(text) = fields.get(name) else { return Ok(None) };
    kernel::format::parse_digits(text).parse().map(Some).map_err(|_| Refusal::new("bad_filter").at(name))
}

async fn view(
    subject: &Subject<'_>,
    fields: &Fields,
    address: Option<String>,
    refusal: Option<&Refusal>,
) -> Result<Page> {
    let asking = subject.asking;
    let now = asking.web.env().now();
    let path = format!("{}/shares", subject.path());
    let row = |share: share::Model| Row {
        open: share.is_open(now),
        revoked: share.revoked_at.is_some(),
        made: Timestamp(share.created_at),
        until: share.expires_at.map(Timestamp),
        questions: share.keys().len() as u64,
        verbatims: share.verbatims,
        revoke: format!("{path}/{}/revoke", share.id),
        name: share.name,
    };
    let chosen: Vec<&str> = fields.all("question").collect();
    let all = chosen.is_empty() && refusal.is_none();
    let error =
        |field: &str| refusal.filter(|refusal| refusal.field.as_deref() == Some(field)).map(|r| asking.words(r));
    let typed = |name: &str| fields.get(name).unwrap_or_default().to_owned();
    let may = |role: &Role| *role <= asking.role();
    Ok(Page {
        survey: subject.title(),
        href: subject.path(),
        report: format!("{}/report", subject.path()),
        anonymous: subject.definition.anonymous,
        questions: shareable(subject)
            .map(|q| (q.key.clone(), subject.question_title(q), all || chosen.contains(&q.key.as_str())))
            .collect(),
        shares: super::of(asking.store(), &subject.row).await?.into_iter().map(row).collect(),
        roles: Role::ALL
            .into_iter()
            .filter(may)
            .map(|role| (role.as_str(), asking.text(&format!("role-{role}"))))
            .collect(),
        role: verbatims::least(asking, Some(&subject.row)).await?.as_str(),
        address,
        name: typed("name"),
        from: typed("from"),
        to: typed("to"),
        until: typed("until"),
        verbatims: fields.has("verbatims"),
        errors: Errors {
            name: error("name"),
            questions: error("questions"),
            from: error("from"),
            to: error("to"),
            until: error("until"),
        },
        action: path,
    })
}
