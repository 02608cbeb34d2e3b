//! The survey that a page is about, in the reader's language, and how its reader reads numbers and days.

use std::sync::Arc;

use axum::extract::FromRequestParts;
use kernel::format::{Calendar, Format};
use kernel::survey::{Question, Survey, Text, pipe};
use kernel::{Error, Result, SurveyId};
use lake::Lake;
use store::entity::survey;
use ui::http::{Asking, Fields};

use crate::ask::Asker;
use crate::filters::{Dimension, Filters};
use crate::quality::left_out::LeftOut;

/// What the handlers of this slice share.
#[derive(Clone)]
pub struct Ground(pub Arc<Lake>);

impl<S: Send + Sync> FromRequestParts<S> for Ground {
    type Rejection = ui::http::Failure;

    async fn from_request_parts(parts: &mut axum::http::request::Parts, _: &S) -> Result<Self, Self::Rejection> {
        let lake = parts.extensions.get::<Self>().cloned();
        lake.ok_or_else(|| Error::internal("the routes were made without a lake").into())
    }
}

/// A survey as its reader sees it.
pub struct Subject<'a> {
    pub asking: &'a Asking,
    pub row: survey::Model,
    pub definition: Survey,
    pub format: Format,
    /// Responses that its reader wants left out of all numbers.
    pub left_out: Option<LeftOut>,
    lake: &'a Lake,
}

impl<'a> Subject<'a> {
    /// # Errors
    /// `NotFound` for a survey that is not of this workspace.
    pub async fn find(asking: &'a Asking, ground: &'a Ground, id: &str) -> Result<Self> {
        let found = asking.store().survey(asking.workspace(), &SurveyId::from_outside(id)).await?;
        let row = found.ok_or(Error::NotFound("survey"))?;
        Self::new(asking, ground, row)
    }

    pub fn new(asking: &'a Asking, ground: &'a Ground, row: survey::Model) -> Result<Self> {
        let definition = definition(&row)?;
        Ok(Self { asking, definition, format: format(asking), left_out: None, lake: &ground.0, row })
    }

    /// Leaves flagged responses out of everything that is asked from now on, where the address says so. Nothing is
    /// left out where anonymity was promised: what is missing could be told from what is there.
    pub async fn leaving_out(mut self, fields: &Fields) -> Result<Self> {
        if Filters::leaves_out(fields) && !self.definition.anonymous {
            self.left_out = Some(LeftOut::find(&self).await?);
        }
        Ok(self)
    }

    pub fn asker(&self) -> Asker<'_> {
        Asker {
            lake: self.lake,
            workspace: self.asking.workspace(),
            survey: &self.row.key,
            format: &self.format,
            zone: self.format.zone.iana_name().unwrap_or("UTC"),
            left_out: self.left_out.as_ref().map_or(&[], LeftOut::positions),
        }
    }

    pub fn lake(&self) -> &Lake {
        self.lake
    }

    /// The path of the survey's pages here.
    pub fn path(&self) -> String {
        format!("/understand/surveys/{}", self.row.id)
    }

    pub fn answers_path(&self) -> String {
        format!("{}/answers", self.path())
    }

    pub fn title(&self) -> String {
        self.word(&self.definition.title).unwrap_or(&self.row.title).to_owned()
    }

    /// A question's title, or its key where it has none.
    pub fn question_title(&self, question: &Question) -> String {
        self.word(&question.title).map_or_else(|| question.key.clone(), |title| told(title, None))
    }

    /// A question's title with the words of the parts that a key of `answers` carries: "Taste · Burger · Salt".
    pub fn answer_title(&self, question: &Question, key: &str) -> String {
        let label = |part: &str| {
            let known = question.row(part).or_else(|| question.option(part));
            let item = || self.definition.questions.iter().find_map(|other| other.option(part));
            let words = known.or_else(item).and_then(|choice| self.word(&choice.label));
            words.unwrap_or(part).to_owned()
        };
        let fixed = |part: &&str| !matches!(*part, "other" | "own" | "1" | "2");
        let parts = kernel::survey::parts_of(key).into_iter().filter(fixed).map(label);
        std::iter::once(self.question_title(question)).chain(parts).collect::<Vec<_>>().join(" · ")
    }

    /// The words of an option, or its key where it is not of the survey any more.
    pub fn option_label(&self, question: &Question, key: &str) -> String {
        let option = question.option(key).or_else(|| question.second.iter().find(|option| option.key == key));
        option.and_then(|option| self.word(&option.label)).unwrap_or(key).to_owned()
    }

    pub fn scored(&self) -> impl Iterator<Item = &Question> {
        self.definition.questions.iter().filter(|question| question.kind.is_scored())
    }

    pub async fn dimensions(&self) -> Result<Vec<Dimension>> {
        Ok(Dimension::all(&self.asking.store().attributes(self.asking.workspace()).await?))
    }

    fn word<'t>(&self, text: &'t Text) -> Option<&'t str> {
        text.get(self.asking.locale.code(), &self.definition.languages)
            .or_else(|| text.0.values().map(String::as_str).find(|words| !words.trim().is_empty()))
    }
}

/// What respondents see, or the draft before that.
pub fn definition(row: &survey::Model) -> Result<Survey> {
    match row.published()? {
        Some(published) => Ok(published),
        None => row.draft(),
    }
}

/// How this member reads numbers, and where the workspace's days begin.
pub fn format(asking: &Asking) -> Format {
    let calendar = asking.workspace.calendar.parse().unwrap_or_else(|_| Calendar::of(asking.locale));
    let zone = jiff::tz::TimeZone::get(&asking.workspace.zone).unwrap_or(jiff::tz::TimeZone::UTC);
    Format::new(asking.locale, calendar, zone)
}

/// A wording for those who see the answers of many. What stands in braces differs from one to the next: its default
/// stands for it, or an ellipsis; for the item of a loop, its label where one is meant.
pub fn told(words: &str, item: Option<&str>) -> String {
    let mut told = words.to_owned();
    for reference in pipe::references(words) {
        let own = item.filter(|_| reference.name == pipe::Name::Item);
        let stands = own.or(reference.default).unwrap_or("…");
        told = told.replacen(&format!("{{{}}}", reference.text), stands, 1);
    }
    told.replace("{{", "{")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_reads_braces() {
        assert_eq!(told("You gave {nps}. Why, {attr.name|friend}?", None), "You gave …. Why, friend?");
        assert_eq!(told("How was {item}?", Some("the soup")), "How was the soup?");
        assert_eq!(told("How was {item}, {{really?", None), "How was …, {really?");
    }
}
