//! What an initiative begins with: as much as its evidence gives.

use kernel::condition::{Condition, Literal, Operand, Test, Value};
use kernel::{CaseId, Error, InsightId, Result};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde_json::Value as Json;
use store::Check;
use store::entity::{case, insight};
use ui::args;
use ui::condition::Typed;
use ui::http::{Asking, Fields};

use super::causes::Line;
use super::names::Names;
use super::read::{Sent, TaskLine};

/// Blank tasks that a new form shows.
const BLANK_TASKS: usize = 3;
/// Conditions of one place.
const PLACES_MAX: usize = 5;

/// A form with nothing in it but room.
pub fn blank() -> Sent {
    Sent { whys: vec![Line::default()], tasks: vec![TaskLine::default(); BLANK_TASKS], ..Sent::default() }
}

/// From an insight: its topic, survey, question and place, and how many customers it is about.
pub async fn from_insight(asking: &Asking, names: &Names, id: &str, sent: &mut Sent) -> Result<()> {
    let found = insight::Entity::find_by_id(InsightId::from_outside(id).as_str())
        .filter(insight::Column::WorkspaceId.eq(asking.workspace().0))
        .one(asking.store().reads())
        .await
        .check()?
        .ok_or(Error::NotFound("insight"))?;
    let card: Json = serde_json::from_str(&found.card).unwrap_or_default();
    sent.insight = Some(found.id.clone());
    sent.owner = sent.owner.take().or(found.owner.clone());
    if let Some(topic) = &found.topic {
        from_topic(asking, names, topic, sent);
    }
    let may_read = may_read(asking, found.survey.as_deref()).await?;
    if let Some(survey) = &found.survey {
        let question = card.get("question").and_then(Json::as_str).map(str::to_owned);
        set_number(names, survey, question, sent);
    }
    let places = places(&card);
    set_scope(&places, sent);
    let label = label(&card, asking.locale.code()).filter(|_| may_read);
    if let Some(label) = &label {
        set_cause(label, sent);
    }
    let words = args! { "count" => found.people };
    let people = asking.web.pages.words().plain(asking.locale, "initiative-problem-people", &words);
    let place = places.iter().map(|(_, value)| value.as_str()).collect::<Vec<_>>().join(", ");
    let about = label.or_else(|| found.topic.as_deref().map(|topic| names.topic(topic)));
    let lines = [about, Some(place).filter(|place| !place.is_empty()), Some(people)];
    sent.problem = lines.into_iter().flatten().collect::<Vec<_>>().join("\n");
    Ok(())
}

/// From a topic: its name, and who cares for it.
pub fn from_topic(_: &Asking, names: &Names, key: &str, sent: &mut Sent) {
    let Some(topic) = names.topics.iter().find(|topic| topic.key == key) else { return };
    sent.topic = Some(topic.key.clone());
    if sent.title.is_empty() {
        sent.title = names.topic(key);
    }
    sent.owner = sent.owner.take().or(topic.owner.clone().filter(|owner| names.may_own(owner)));
    if sent.measure.is_none()
        && let Some((measure, _)) = names.measures().into_iter().next()
    {
        sent.measure = Some(measure);
    }
}

/// From a cause found in texts (`cause`, in customers' words): the number that it costs (`number`, `survey:question`) and where
/// (`place`, `column:value`, several).
pub fn from_cause(names: &Names, asked: &Fields, sent: &mut Sent) {
    let Some(label) = asked.get("cause") else { return };
    set_cause(label, sent);
    if let Some((survey, question)) = asked.get("number").and_then(|number| number.split_once(':')) {
        set_number(names, survey, Some(question.to_owned()), sent);
    }
    let places = asked.all("place").filter_map(|place| place.split_once(':'));
    let places: Vec<_> = places.map(|(column, value)| (column.to_owned(), value.to_owned())).take(PLACES_MAX).collect();
    set_scope(&places, sent);
    let place = places.iter().map(|(_, value)| value.as_str()).collect::<Vec<_>>().join(", ");
    let lines = [label, &place];
    sent.problem = lines.into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n");
}

/// The cause, and room for why it is so.
fn set_cause(label: &str, sent: &mut Sent) {
    sent.title = label.to_owned();
    sent.whys = vec![Line { depth: 0, why: label.to_owned() }, Line { depth: 1, why: String::new() }];
}

/// For whom it is, and by which attribute those are compared.
fn set_scope(places: &[(String, String)], sent: &mut Sent) {
    if let Some((column, _)) = places.first() {
        sent.unit = column.strip_prefix("attr_").map(str::to_owned);
        let scope = Condition::all(places.iter().filter_map(|(column, value)| place(column, value)));
        sent.scope = Typed::of(Some(&scope));
    }
}

/// From cases: what they have in common. Those that are not the workspace's are left out.
pub async fn from_cases(asking: &Asking, names: &Names, ids: &[String], sent: &mut Sent) -> Result<()> {
    let wanted: Vec<String> = ids.iter().map(|id| CaseId::from_outside(id).to_string()).collect();
    let rows = case::Entity::find()
        .filter(case::Column::WorkspaceId.eq(asking.workspace().0))
        .filter(case::Column::Id.is_in(wanted))
        .order_by_asc(case::Column::Id)
        .all(asking.store().reads())
        .await
        .check()?;
    sent.cases = rows.iter().map(|row| row.id.clone()).collect();
    if let Some(topic) = same(rows.iter().map(|row| row.topic.as_deref())) {
        from_topic(asking, names, topic, sent);
    }
    if let Some(survey) = same(rows.iter().map(|row| Some(row.survey.as_str()))) {
        set_number(names, survey, same(rows.iter().map(|row| row.question.as_deref())).map(str::to_owned), sent);
    }
    if let Some(touchpoint) = same(rows.iter().map(|row| row.touchpoint.as_deref())) {
        sent.scope = Typed::of(place("touchpoint", touchpoint).as_ref());
    }
    let causes = rows.iter().filter_map(|row| row.root_cause.as_deref()).filter(|cause| !cause.trim().is_empty());
    let mut causes: Vec<Line> = causes.map(|why| Line { depth: 0, why: why.to_owned() }).collect();
    causes.dedup();
    if !causes.is_empty() {
        sent.whys = causes;
    }
    let words = args! { "count" => rows.len() };
    sent.problem = asking.web.pages.words().plain(asking.locale, "initiative-problem-cases", &words);
    Ok(())
}

/// The value that all have.
fn same<'a>(mut values: impl Iterator<Item = Option<&'a str>>) -> Option<&'a str> {
    let first = values.next()??;
    values.all(|value| value == Some(first)).then_some(first)
}

fn set_number(names: &Names, survey: &str, question: Option<String>, sent: &mut Sent) {
    let question = question.or_else(|| names.main_question(survey));
    let offered = question.map(|question| format!("{survey}:{question}"));
    sent.measure = offered.filter(|key| names.measures().iter().any(|(known, _)| known == key)).or(sent.measure.take());
}

/// Columns with values, as cards keep them: a list of pairs, one pair, or the group that explains a move most.
fn places(card: &Json) -> Vec<(String, String)> {
    let pair = |value: &Json| {
        let [column, value] = value.as_array()?.as_slice() else { return None };
        Some((column.as_str()?.to_owned(), value.as_str()?.to_owned()))
    };
    let split = || {
        let split = card.get("split").filter(|split| split.get("is_mix") == Some(&Json::Bool(false)))?;
        let value = split.get("groups")?.as_array()?.first()?.get("value")?.as_str()?;
        Some((split.get("column")?.as_str()?.to_owned(), value.to_owned()))
    };
    match card.get("place") {
        Some(place) => pair(place).map_or_else(
            || place.as_array().map(|list| list.iter().filter_map(pair).collect()).unwrap_or_default(),
            |one| vec![one],
        ),
        None => split().into_iter().collect(),
    }
}

/// Whether the reader may see words of customers that were written in answers to a survey.
async fn may_read(asking: &Asking, survey: Option<&str>) -> Result<bool> {
    let (store, workspace) = (asking.store(), asking.workspace());
    let Some(key) = survey else { return Ok(true) };
    let survey = store.survey_by_key(workspace, key).await?;
    Ok(asking.role() >= store.verbatim_readers(workspace).await?.least(survey.as_ref()))
}

/// A cause in customers' words, in the reader's language where there are some.
fn label(card: &Json, language: &str) -> Option<String> {
    let labels = card.get("labels")?.as_array()?;
    let of = |label: &Json, at: usize| label.as_array()?.get(at)?.as_str().map(str::to_owned);
    let mine = labels.iter().find(|label| of(label, 0).as_deref() == Some(language));
    of(mine.or(labels.first())?, 1)
}

/// What holds for the responses of a place: an attribute's column, or a field such as `touchpoint`.
fn place(column: &str, value: &str) -> Option<Condition> {
    let of: Operand = match column.strip_prefix("attr_") {
        Some(name) => format!("attr.{name}").parse().ok()?,
        None => format!("response.{column}").parse().ok()?,
    };
    let value = Value::One(Literal::Text(value.to_owned()));
    let equal = kernel::condition::Op::Compare(kernel::condition::Comparison::Eq);
    Test::new(of, equal, Some(value)).ok().map(Condition::Test)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_read_from_every_kind_of_card() {
        let one = vec![("attr_branch".to_owned(), "Soho".to_owned())];
        for card in [
            r#"{"place":[["attr_branch","Soho"]]}"#,
            r#"{"place":["attr_branch","Soho"]}"#,
            r#"{"split":{"is_mix":false,"column":"attr_branch","groups":[{"value":"Soho"}]}}"#,
        ] {
            assert_eq!(places(&serde_json::from_str(card).unwrap()), one, "{card}");
        }
        for card in [r#"{"split":{"is_mix":true,"column":"attr_branch","groups":[{"value":"Soho"}]}}"#, "{}", "7"] {
            assert!(places(&serde_json::from_str(card).unwrap()).is_empty(), "{card}");
        }
        let scope = place("attr_branch", "Soho").expect("a condition");
        assert_eq!(scope, "attr.branch == \"Soho\"".parse().unwrap());
        assert_eq!(place("touchpoint", "till"), "response.touchpoint == \"till\"".parse().ok());
    }
}
