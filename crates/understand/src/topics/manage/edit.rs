//! `/understand/topics/{topic}/edit`: the names, rules, place and owner of a topic; tried on the newest texts before it is
//! kept. `-` stands for a new one.

use std::collections::BTreeMap;

use axum::extract::{Path, RawQuery};
use kernel::{Error, Refusal, Result};
use serde::Serialize;
use store::topics::Topic;
use text::topics::{ANY, Rule, RuleError};
use ui::Section;
use ui::http::{Fields, Flash as _, Manager, Reply, see_other};

use super::effect::{Effect, effect};
use super::keep::{Held, Plan, keep, names, undo_path};
use super::list::Owners;
use super::suggest::{Suggestion, suggestion};
use super::{LANGUAGES, NEW, PATH, path_of};
use crate::subject::Ground;

const TEMPLATE: &str = "understand/topics-form.html";

#[derive(Serialize)]
struct Page {
    /// Nothing for a new topic.
    topic: Option<String>,
    href: String,
    action: String,
    version: i32,
    names: Vec<Field>,
    rules: Vec<Field>,
    parents: Vec<(String, String)>,
    parent: String,
    owners: Vec<(String, String)>,
    owner: String,
    errors: BTreeMap<&'static str, String>,
    examples: String,
    by_hand: bool,
    examples_language: String,
    suggestion: Option<Suggestion>,
    effect: Option<Effect>,
    /// What is wrong, where only the answer to "try it" is shown.
    wrong: Vec<String>,
}

#[derive(Serialize)]
struct Field {
    name: String,
    /// Nothing where it is for all.
    language: Option<&'static str>,
    value: String,
    error: Option<String>,
}

/// What a form asks for.
struct Typed {
    topic: Topic,
    /// What is wrong with rules, by language.
    wrong: Vec<(&'static str, RuleError)>,
    refusal: Option<Refusal>,
}

/// `GET /understand/topics/{topic}/edit`; `parent` names the topic that a new one is a part of. Where the address of a new
/// one has rules, it is tried with them.
pub async fn page(manager: Manager, ground: Ground, Path(key): Path<String>, RawQuery(query): RawQuery) -> Reply {
    let held = Held::load(&manager).await?;
    let query = Fields::parse(query.unwrap_or_default().as_bytes());
    if key == NEW && query.0.iter().any(|(name, _)| name.starts_with("rule-")) {
        return suggested(&manager, &ground, &held, query).await;
    }
    let topic = match was(&held, &key)? {
        Some(topic) => topic.clone(),
        None => Topic { parent: query.get("parent").map(str::to_owned), ..Topic::default() },
    };
    let typed = Typed { topic, wrong: vec![], refusal: None };
    let page = Page::new(&manager, &held, &key, &typed, &Fields::default()).await?;
    manager.page(TEMPLATE, Section::Understand, page).await
}

/// The form of a new topic as an address suggests it, with what it would take.
async fn suggested(manager: &Manager, ground: &Ground, held: &Held, mut query: Fields) -> Reply {
    query.0.retain(|(name, _)| name != "do");
    query.0.push(("do".into(), "try".into()));
    let typed = read(manager, held, None, &query).await?;
    let mut page = Page::new(manager, held, NEW, &typed, &query).await?;
    if typed.is_fine() {
        match held.after(&typed.plan()) {
            Ok(after) => {
                let focus = [typed.topic.key.as_str()];
                page.effect = Some(effect(manager, ground, &held.topics, &after, &focus).await?);
            }
            Err(refusal) => page.refuse(manager, &refusal),
        }
    }
    manager.page(TEMPLATE, Section::Understand, page).await
}

/// `POST /understand/topics/{topic}/edit`. Field `do`: `try` shows what would change, `suggest` suggests a rule, `take` writes
/// it into the form, `save` keeps the topic.
pub async fn save(manager: Manager, ground: Ground, Path(key): Path<String>, fields: Fields) -> Reply {
    let held = Held::load(&manager).await?;
    let was = was(&held, &key)?.cloned();
    let fields = if fields.get("do") == Some("take") { with_suggested(fields) } else { fields };
    let typed = read(&manager, &held, was.as_ref(), &fields).await?;
    let mut page = Page::new(&manager, &held, &key, &typed, &fields).await?;
    match fields.get("do") {
        Some("suggest") => match suggestion(&manager, &ground, was.as_ref(), &fields).await {
            Ok(suggestion) => page.suggestion = Some(suggestion),
            Err(Error::Refused(refusal)) => page.refuse(&manager, &refusal),
            Err(error) => return Err(error.into()),
        },
        Some("take") => {}
        doing => {
            if typed.is_fine() {
                match held.after(&typed.plan()) {
                    Ok(after) if doing == Some("try") => {
                        let focus = [typed.topic.key.as_str()];
                        page.effect = Some(effect(&manager, &ground, &held.topics, &after, &focus).await?);
                    }
                    Ok(_) => match held.check_version(&fields) {
                        Ok(()) => return keep_it(&manager, &ground, &held, &typed, was.is_none()).await,
                        Err(refusal) => page.refuse(&manager, &refusal),
                    },
                    Err(refusal) => page.refuse(&manager, &refusal),
                }
            }
            if manager.is_htmx() {
                return manager.block(TEMPLATE, "effect", Tried::of(page));
            }
        }
    }
    if page.is_refused() {
        return manager.refused(TEMPLATE, Section::Understand, page).await;
    }
    manager.page(TEMPLATE, Section::Understand, page).await
}

/// The answer to "try it": what would change, or what is wrong.
#[derive(Serialize)]
struct Tried {
    #[serde(flatten)]
    page: Page,
    wrong: Vec<String>,
}

impl Tried {
    fn of(page: Page) -> Self {
        let fields = page.names.iter().chain(&page.rules).filter_map(|field| field.error.clone());
        let others = page.errors.values().filter(|words| !words.is_empty()).cloned();
        Self { wrong: fields.chain(others).collect(), page }
    }
}

/// None for a new topic.
///
/// # Errors
/// `NotFound` for a topic that this workspace does not have.
fn was<'a>(held: &'a Held, key: &str) -> Result<Option<&'a Topic>> {
    if key == NEW { Ok(None) } else { held.find(key).map(Some) }
}

async fn keep_it(manager: &Manager, ground: &Ground, held: &Held, typed: &Typed, is_new: bool) -> Reply {
    let path = path_of(&typed.topic.key);
    if held.get(&typed.topic.key) == Some(&typed.topic) {
        return Ok(see_other(&path));
    }
    let deed = if is_new { "added" } else { "edited" };
    let version = keep(manager, ground, held, (deed, &typed.topic.key), &typed.plan()).await?;
    let said = if is_new { "understand-topics-added" } else { "understand-topics-edited" };
    Ok(see_other(&path).flash_undo(said, &undo_path(version)))
}

impl Typed {
    fn is_fine(&self) -> bool {
        self.wrong.is_empty() && self.refusal.is_none()
    }

    fn plan(&self) -> Plan {
        Plan::from([(self.topic.key.clone(), Some(self.topic.clone()))])
    }
}

async fn read(manager: &Manager, held: &Held, was: Option<&Topic>, fields: &Fields) -> Result<Typed> {
    let mut topic = was.cloned().unwrap_or_default();
    let mut refusal = None;
    match names(manager, fields, &topic.name) {
        Ok(names) => topic.name = names,
        Err(wrong) => refusal = Some(wrong),
    }
    let mut wrong = Vec::new();
    for language in LANGUAGES.into_iter().chain([ANY]) {
        match fields.get(&format!("rule-{language}")) {
            Some(rule) => {
                wrong.extend(rule.parse::<Rule>().err().map(|error| (language, error)));
                topic.rules.insert(language.to_owned(), rule.to_owned());
            }
            None => drop(topic.rules.remove(language)),
        }
    }
    let parent = fields.get("parent").map(str::to_owned);
    if parent != topic.parent || was.is_none() {
        let below = was.map(|was| held.within(&was.key)).unwrap_or_default();
        if parent.as_deref().is_some_and(|parent| held.get(parent).is_none() || below.contains(parent)) {
            refusal = refusal.or_else(|| Some(Refusal::new("topic_bad_parent").at("parent")));
        } else {
            topic.place = held.last_place(parent.as_deref());
            topic.parent = parent;
        }
    }
    let owner = fields.get("owner").map(str::to_owned);
    if owner != topic.owner {
        let owners = Owners::load(manager).await?;
        if owner.as_deref().is_some_and(|owner| !owners.has(owner)) {
            refusal = refusal.or_else(|| Some(Refusal::new("topic_bad_owner").at("owner")));
        } else {
            topic.owner = owner;
        }
    }
    if was.is_none() {
        topic.key = held.new_key(manager, &topic).await?;
    }
    Ok(Typed { topic, wrong, refusal })
}

/// The form with the suggested rule behind what stands there.
fn with_suggested(mut fields: Fields) -> Fields {
    let Some(rule) = fields.get("suggested").map(str::to_owned) else { return fields };
    let name = format!("rule-{}", fields.get("suggested-language").unwrap_or_default());
    let joined = match fields.get(&name) {
        Some(was) => format!("{}, {rule}", was.trim_end_matches([',', ' ', '،'])),
        None => rule,
    };
    fields.0.retain(|(field, _)| *field != name);
    fields.0.push((name, joined));
    fields
}

impl Page {
    async fn new(manager: &Manager, held: &Held, key: &str, typed: &Typed, fields: &Fields) -> Result<Self> {
        let locale = manager.locale.code();
        let Typed { topic, wrong, .. } = typed;
        let owners = Owners::load(manager).await?;
        let below = held.within(key);
        let option = |other: &Topic| {
            let depth = held.lineage(&other.key).len().saturating_sub(1);
            (other.key.clone(), format!("{}{}", "\u{2003}".repeat(depth), other.name(locale)))
        };
        let none = |words: &str| (String::new(), manager.text(words));
        let parents = held.topics.iter().filter(|other| !below.contains(other.key.as_str())).map(option);
        let typed_name = |field: &str, kept: Option<&String>| match fields.has("do") {
            true => fields.get(field).unwrap_or_default().to_owned(),
            false => kept.cloned().unwrap_or_default(),
        };
        let name = |language: &'static str| {
            let name = format!("name-{language}");
            Field { value: typed_name(&name, topic.name.get(language)), name, language: Some(language), error: None }
        };
        let rule = |language: &'static str| {
            let name = format!("rule-{language}");
            let error = wrong.iter().find(|(of, _)| *of == language).map(|(_, error)| rule_words(manager, error));
            let value = typed_name(&name, topic.rules.get(language));
            Field { value, name, language: Some(language).filter(|language| *language != ANY), error }
        };
        // The reader's own language first.
        let mut order = LANGUAGES;
        order.sort_by_key(|language| *language != locale);
        let mut page = Self {
            topic: held.get(key).map(|topic| topic.name(locale).to_owned()),
            href: if key == NEW { PATH.to_owned() } else { path_of(key) },
            action: format!("{}/edit", path_of(key)),
            version: held.version,
            names: order.into_iter().map(name).collect(),
            rules: order.into_iter().chain([ANY]).map(rule).collect(),
            parents: std::iter::once(none("understand-topics-top")).chain(parents).collect(),
            parent: typed_name("parent", topic.parent.as_ref()),
            owners: std::iter::once(none("understand-topics-nobody")).chain(owners.options()).collect(),
            owner: typed_name("owner", topic.owner.as_ref()),
            errors: BTreeMap::from(["parent", "owner", "examples", "all"].map(|field| (field, String::new()))),
            examples: fields.get("examples").unwrap_or_default().to_owned(),
            by_hand: fields.has("by-hand"),
            examples_language: fields.get("examples-language").unwrap_or(locale).to_owned(),
            suggestion: None,
            effect: None,
            wrong: vec![],
        };
        if let Some(refusal) = &typed.refusal
            && !matches!(fields.get("do"), Some("suggest" | "take"))
        {
            page.refuse(manager, refusal);
        }
        Ok(page)
    }

    /// Puts the words of a refusal beside its field, or above all.
    fn refuse(&mut self, manager: &Manager, refusal: &Refusal) {
        let (words, at) = (manager.words(refusal), refusal.field.as_deref());
        let field = self.names.iter_mut().chain(&mut self.rules).find(|field| Some(field.name.as_str()) == at);
        match field {
            Some(field) => field.error = Some(words),
            None => {
                let key = ["parent", "owner", "examples"].into_iter().find(|key| Some(*key) == at).unwrap_or("all");
                self.errors.insert(key, words);
            }
        }
    }

    fn is_refused(&self) -> bool {
        self.names.iter().chain(&self.rules).any(|field| field.error.is_some())
            || self.errors.values().any(|words| !words.is_empty())
    }
}

/// Where a rule cannot be read, why, and what to do.
fn rule_words(manager: &Manager, error: &RuleError) -> String {
    let what = manager.text(&format!("understand-topics-rule-{}", error.problem.code()));
    let args = [
        ("column", (error.column as f64).into()),
        ("piece", error.piece.as_str().into()),
        ("what", what.as_str().into()),
    ];
    let key = if error.piece.is_empty() { "understand-topics-rule-at" } else { "understand-topics-rule-at-piece" };
    manager.web.pages.text(manager.locale, key, &args)
}
