//! One case.

use std::collections::BTreeMap;

use axum::extract::{Extension, Path, Query};
use kernel::{Locale, Refusal, Result, Role, Timestamp};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde::{Deserialize, Serialize};
use store::Check;
use store::entity::{member, team};
use ui::Section;
use ui::http::{Asking, Reply, Viewer};

use super::blocked::{self, Blocked};
use super::customer::{self, Customer};
use super::entity::case;
use super::queue::{Queue, Which};
use super::related::{self, Initiative, Similar};
use super::rules::form::told;
use super::step::{self, Step};
use super::templates::{self, Choice, Filling};
use super::timeline::{self, Entry};
use super::view::{Reads, Row, Titles};
use super::{assign, close, reply};
use crate::messages::SUBJECT_CHARS_MAX;

#[derive(Default, Deserialize)]
pub struct Asked {
    /// The queue that one came from, for the next and the one before.
    #[serde(default)]
    which: String,
    /// The template that the answer begins with.
    #[serde(default)]
    template: String,
}

/// A form that was not taken, with everything that was typed.
#[derive(Clone, Debug, Default)]
pub struct Typed {
    pub note: Option<String>,
    pub reply: Option<reply::Draft>,
    pub close: Option<close::Draft>,
    pub assign: Option<assign::Draft>,
    /// By form and field: `reply.address`.
    pub errors: BTreeMap<String, String>,
}

impl Typed {
    pub fn refused(asking: &Asking, refusal: &Refusal, form: &str) -> Self {
        let field = refusal.field.as_deref().unwrap_or("form");
        Self { errors: BTreeMap::from([(format!("{form}.{field}"), asking.words(refusal))]), ..Self::default() }
    }
}

#[derive(Serialize)]
struct Page {
    case: Row,
    title: String,
    about: About,
    customer: Option<Customer>,
    entries: Vec<Entry>,
    rule: Option<Rule>,
    steps: Vec<Step>,
    others: Vec<Row>,
    similar: Vec<Similar>,
    initiatives: Vec<Initiative>,
    members: Vec<Member>,
    /// What stands in the form beside them.
    priority: i32,
    me: String,
    may_act: bool,
    may_read: bool,
    reply: reply::Draft,
    /// That its address is blocked.
    blocked: Option<Blocked>,
    reply_languages: Vec<(String, String)>,
    templates: Vec<Choice>,
    close: close::Draft,
    outcomes: [&'static str; 4],
    causes: Vec<String>,
    note: String,
    errors: BTreeMap<String, String>,
    which: Which,
    previous: Option<String>,
    next: Option<String>,
}

/// What the facts beside the page say.
#[derive(Serialize)]
struct About {
    team: Option<String>,
    owner_id: Option<String>,
    answered_by: Option<String>,
    replied_at: Option<Timestamp>,
    again_at: Option<Timestamp>,
    closed_by: Option<String>,
    root_cause: Option<String>,
    action: Option<String>,
    asked_at: Option<Timestamp>,
    helped: Option<String>,
    reopened: i32,
    escalated: i32,
    topic: Option<String>,
}

#[derive(Serialize)]
struct Rule {
    id: String,
    name: String,
    /// Its condition in words.
    when: String,
}

#[derive(Serialize)]
struct Member {
    id: String,
    name: String,
    current: bool,
}

pub async fn show(
    viewer: Viewer,
    Extension(reads): Extension<Reads>,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Reply {
    whole(&viewer, &reads, &id, &asked, Typed::default()).await
}

/// The page of a case, with a form that was not taken.
pub async fn page(asking: &Asking, reads: &Reads, id: &str, typed: Typed) -> Reply {
    whole(asking, reads, id, &Asked::default(), typed).await
}

async fn whole(asking: &Asking, reads: &Reads, id: &str, asked: &Asked, typed: Typed) -> Reply {
    let store = asking.store();
    let found = super::find(store.reads(), asking, id).await?;
    let titles = Titles::of(asking).await?;
    let (may_act, may_read) = (asking.role() >= Role::Agent, titles.may_read(asking, &found.survey));
    let rule = step::rule_of(store.reads(), &found).await?;
    let which = Which::parse(&asked.which, asking.role());
    let (previous, next) = Queue::of(which).around(asking, &found).await?;
    let refused = !typed.errors.is_empty();
    let customer = if may_act { Some(customer::of(store, asking.workspace(), &found).await?) } else { None };
    let reply = match typed.reply {
        Some(reply) => reply,
        None => draft(asking, &titles, &found, customer.as_ref(), &asked.template).await?,
    };
    let blocked = if may_act { blocked::of(asking, &found, &reply.address).await? } else { None };
    let mut steps = step::of(store.reads(), &found, rule.as_ref()).await?;
    for step in &mut steps {
        step.done_by = step.done_by.as_deref().and_then(|id| titles.member(id)).map(str::to_owned);
    }
    // What was said when it was closed before is where one goes on from.
    let close = typed.close.unwrap_or_else(|| close::Draft {
        root_cause: found.root_cause.clone().unwrap_or_default(),
        action: found.action.clone().unwrap_or_default(),
        ask: true,
        ..close::Draft::default()
    });
    let context = Page {
        title: title(asking, &found, may_read),
        about: about(asking, &titles, &found).await?,
        // Notes are for colleagues; what went to and fro is for those who may answer.
        entries: timeline::of(asking, &titles, &found, may_read && may_act).await?,
        rule: match rule {
            Some(rule) => Some(Rule { when: told(asking, &rule).await?, id: rule.id, name: rule.name }),
            None => None,
        },
        steps,
        others: related::others(asking, reads, &titles, &found).await?,
        similar: related::similar(asking, &found).await?,
        initiatives: related::initiatives(asking, &found).await?,
        members: members(asking, &found, typed.assign.as_ref()).await?,
        priority: typed.assign.and_then(|draft| draft.priority).unwrap_or(found.priority),
        me: asking.member().to_string(),
        may_act,
        may_read,
        reply_languages: reply.languages(),
        templates: if may_act { templates::choices(asking, &reply.language).await? } else { Vec::new() },
        reply,
        blocked,
        close,
        outcomes: close::OUTCOMES,
        causes: related::causes(asking, &found).await?,
        note: typed.note.unwrap_or_default(),
        errors: typed.errors,
        which,
        previous,
        next,
        customer,
        case: titles.row(asking, reads, found),
    };
    if refused {
        return asking.refused("act/case.html", Section::Act, context).await;
    }
    asking.page("act/case.html", Section::Act, context).await
}

/// The first words of the customer, or the survey.
fn title(asking: &Asking, found: &case::Model, may_read: bool) -> String {
    const CHARS_MAX: usize = 80;
    let Some(words) = found.words.as_deref().filter(|_| may_read) else { return asking.text("case-title") };
    let line = words.lines().next().unwrap_or_default();
    let mut title: String = line.chars().take(CHARS_MAX).collect();
    if words.chars().count() > title.chars().count() {
        title.push('…');
    }
    title
}

async fn about(asking: &Asking, titles: &Titles, found: &case::Model) -> Result<About> {
    let name = |id: &Option<String>| id.as_deref().and_then(|id| titles.member(id)).map(str::to_owned);
    let team = match &found.team_id {
        Some(id) => team::Entity::find_by_id(id)
            .filter(team::Column::WorkspaceId.eq(found.workspace_id))
            .one(asking.store().reads())
            .await
            .check()?
            .map(|team| team.name),
        None => None,
    };
    let topics = if found.topic.is_some() { asking.store().topics(asking.workspace()).await? } else { Vec::new() };
    let topic = found.topic.as_ref().and_then(|key| topics.iter().find(|topic| topic.key == *key));
    Ok(About {
        team,
        owner_id: found.owner.clone(),
        answered_by: name(&found.answered_by),
        replied_at: found.replied_at.map(Timestamp),
        again_at: found.again_at.map(Timestamp),
        closed_by: name(&found.closed_by),
        root_cause: found.root_cause.clone(),
        action: found.action.clone(),
        asked_at: found.asked_at.map(Timestamp),
        helped: found.helped.clone(),
        reopened: found.reopened,
        escalated: found.escalated,
        topic: topic.map(|topic| topic.name(asking.locale.code()).to_owned()),
    })
}

/// Who can own a case: members who may answer, and have not left.
pub async fn owners(asking: &Asking) -> Result<Vec<member::Model>> {
    let members = asking.store().members(asking.workspace()).await?;
    Ok(members.into_iter().filter(|member| member.disabled_at.is_none() && member.role() >= Role::Agent).collect())
}

/// The choices of the form, with an owner who has left: what is not chosen must not change.
async fn members(asking: &Asking, found: &case::Model, typed: Option<&assign::Draft>) -> Result<Vec<Member>> {
    let chosen = typed.map_or(&found.owner, |draft| &draft.owner).as_deref();
    let mut members = owners(asking).await?;
    if let Some(owner) = &found.owner
        && !members.iter().any(|member| member.id == *owner)
    {
        let all = asking.store().members(asking.workspace()).await?;
        members.extend(all.into_iter().filter(|member| member.id == *owner));
    }
    let member = |member: member::Model| Member {
        current: chosen == Some(&member.id),
        name: if member.name.is_empty() { member.email } else { member.name },
        id: member.id,
    };
    Ok(members.into_iter().map(member).collect())
}

/// An answer that nobody has typed yet: to the customer's address, in their language, from the template that was chosen.
async fn draft(
    asking: &Asking,
    titles: &Titles,
    found: &case::Model,
    customer: Option<&Customer>,
    template: &str,
) -> Result<reply::Draft> {
    let language = titles.language(found).unwrap_or_else(|| asking.locale.code().to_owned());
    let locale = Locale::parse(&language).unwrap_or_default();
    let member = &asking.member;
    let filling = Filling {
        name: customer.and_then(|customer| customer.name.clone()),
        survey: titles.survey(&found.survey),
        owner: if member.name.is_empty() { member.email.clone() } else { member.name.clone() },
    };
    let survey = [("survey", filling.survey.as_str().into())];
    let mut draft = reply::Draft {
        address: customer.and_then(|customer| customer.address.clone()).unwrap_or_default(),
        subject: asking.web.pages.plain(locale, "reply-subject", &survey).chars().take(SUBJECT_CHARS_MAX).collect(),
        text: String::new(),
        language,
        once: asking.web.env().secret(),
    };
    if !template.is_empty()
        && let Some((subject, text, language)) = templates::filled(asking, template, &draft.language, &filling).await?
    {
        (draft.subject, draft.text, draft.language) = (subject, text, language);
    }
    Ok(draft)
}
