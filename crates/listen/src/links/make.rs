//! Making links: from a list of people, all or none.

use kernel::attribute::{self, ATTRIBUTES_MAX, NAME_CHARS_MAX, VALUE_CHARS_MAX};
use kernel::{Attributes, Error, Refusal, Result, SurveyId, Timestamp, Value, WorkspaceId};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use serde_json::json;
use store::audit::{self, Deed};
use store::{Check, Store};

use super::{LINKS_MAX, LINKS_OF_SURVEY_MAX, hashed};
use crate::entity::link::{ActiveModel, Column, Entity};
use crate::words::is_language_tag;

/// Longest contact, in characters.
const CONTACT_CHARS_MAX: usize = 200;
/// Rows in one INSERT.
const CHUNK: usize = 500;

/// One link to be made.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Wanted {
    pub contact: Option<String>,
    pub attributes: Attributes,
    pub language: Option<String>,
    pub expires_at: Option<Timestamp>,
}

/// One link that was made. Its token is known now and never again.
#[derive(Clone, Debug)]
pub struct Made {
    pub token: String,
    pub wanted: Wanted,
}

/// Makes links in one transaction.
///
/// # Errors
/// `required` without any, `too_many` beyond the bounds.
pub async fn make(
    store: &Store,
    workspace: WorkspaceId,
    survey: &SurveyId,
    wanted: Vec<Wanted>,
    actor: &str,
) -> Result<Vec<Made>> {
    if wanted.is_empty() {
        return Err(Refusal::new("required").at("links").into());
    }
    if wanted.len() > LINKS_MAX {
        return Err(Refusal::new("too_many").at("links").with("max", LINKS_MAX.to_string()).into());
    }
    let (env, now) = (store.env(), store.env().now());
    let made: Vec<Made> = wanted.into_iter().map(|wanted| Made { token: env.secret(), wanted }).collect();
    let rows = made.iter().map(|made| {
        Ok(ActiveModel {
            token_hash: Set(hashed(&made.token)),
            workspace_id: Set(workspace.0),
            survey_id: Set(survey.to_string()),
            contact: Set(made.wanted.contact.clone()),
            attributes: Set(serde_json::to_string(&made.wanted.attributes).map_err(Error::internal)?),
            language: Set(made.wanted.language.clone()),
            created_at: Set(now.0),
            expires_at: Set(made.wanted.expires_at.map(|at| at.0)),
            is_used: Set(false),
            used_at: Set(None),
        })
    });
    let rows: Vec<ActiveModel> = rows.collect::<Result<_>>()?;
    let txn = store.write().await?;
    let there = Entity::find().filter(Column::SurveyId.eq(survey.as_str())).count(&*txn).await.check()?;
    if there + rows.len() as u64 > LINKS_OF_SURVEY_MAX {
        return Err(Refusal::new("too_many").at("links").with("max", LINKS_OF_SURVEY_MAX.to_string()).into());
    }
    for chunk in rows.chunks(CHUNK) {
        Entity::insert_many(chunk.to_vec()).exec_without_returning(&*txn).await.check()?;
    }
    let detail = json!({ "links": made.len() });
    audit::note(&txn, workspace, Deed { actor, action: "survey.links", subject: survey.as_str(), detail }).await?;
    txn.commit().await?;
    Ok(made)
}

impl Wanted {
    /// Takes one named value, as a column of a table or a field of JSON has it.
    ///
    /// # Errors
    /// `too_long`, `bad_language`, `bad_time`, `bad_attribute`, `too_many`, each at the name.
    pub fn set(&mut self, name: &str, value: Value) -> Result<(), Refusal> {
        let text = value.to_text();
        let text = text.trim();
        if text.is_empty() {
            return Ok(());
        }
        if text.contains('\0') {
            return Err(Refusal::new("control_character").at(name));
        }
        match name {
            "contact" | "email" | "id" => self.contact = Some(contact(name, text)?),
            "language" => {
                let tag = text.to_lowercase();
                if !is_language_tag(&tag) {
                    return Err(Refusal::new("bad_language").at(name).with("value", short(text)));
                }
                self.language = Some(tag);
            }
            "expires_at" => self.expires_at = Some(time(name, text)?),
            _ => self.attribute(name, value)?,
        }
        Ok(())
    }

    pub fn attribute(&mut self, name: &str, value: Value) -> Result<(), Refusal> {
        let name = name.trim();
        if name.chars().count() > NAME_CHARS_MAX
            || name.contains('\0')
            || attribute::column(name) == attribute::column("")
        {
            return Err(Refusal::new("bad_attribute").at(short(name)).with("max", NAME_CHARS_MAX.to_string()));
        }
        if self.attributes.len() >= ATTRIBUTES_MAX {
            return Err(Refusal::new("too_many").at("attributes").with("max", ATTRIBUTES_MAX.to_string()));
        }
        let value = match value {
            Value::Text(text) if text.chars().count() > VALUE_CHARS_MAX => {
                return Err(Refusal::new("too_long").at(name).with("max", VALUE_CHARS_MAX.to_string()));
            }
            Value::Text(text) => Value::Text(text.trim().chars().filter(|c| !c.is_control()).collect()),
            other => other,
        };
        self.attributes.insert(name.to_owned(), value);
        Ok(())
    }
}

fn contact(name: &str, text: &str) -> Result<String, Refusal> {
    if text.chars().count() > CONTACT_CHARS_MAX {
        return Err(Refusal::new("too_long").at(name).with("max", CONTACT_CHARS_MAX.to_string()));
    }
    Ok(if name == "id" || !text.contains('@') { text.to_owned() } else { text.to_lowercase() })
}

/// A moment with its zone, or a day, which counts to its end in UTC.
fn time(name: &str, text: &str) -> Result<Timestamp, Refusal> {
    let end_of_day = || text.parse::<jiff::civil::Date>().ok().and_then(|day| day.tomorrow().ok());
    let day = || end_of_day().and_then(|day| format!("{day}T00:00:00Z").parse().ok());
    text.parse().ok().or_else(day).ok_or_else(|| Refusal::new("bad_time").at(name).with("value", short(text)))
}

fn short(text: &str) -> String {
    text.chars().take(80).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_known_about_a_person_is_read_by_name() {
        let mut wanted = Wanted::default();
        let text = |text: &str| Value::Text(text.into());
        wanted.set("email", text(" Sara@Example.com ")).expect("taken");
        wanted.set("language", text("FA")).expect("taken");
        wanted.set("expires_at", text("2026-12-31")).expect("taken");
        wanted.set("plan", text("gold")).expect("taken");
        wanted.set("note", text("")).expect("nothing to take");
        assert_eq!(wanted.contact.as_deref(), Some("sara@example.com"));
        assert_eq!(wanted.language.as_deref(), Some("fa"));
        assert_eq!(wanted.expires_at, "2027-01-01T00:00:00Z".parse().ok());
        assert_eq!(wanted.attributes, Attributes::from([("plan".into(), text("gold"))]));
        for (name, value) in [("language", "no such"), ("expires_at", "soon"), ("--", "x"), ("plan", "a\0b")] {
            assert!(wanted.set(name, text(value)).is_err(), "{name}");
        }
    }
}
