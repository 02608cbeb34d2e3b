//! Logic of a survey: conditions of questions, blocks, pages, jumps and quotas, and where a survey ends.

pub mod endings;
pub mod overview;
pub mod question;
pub mod quotas;
pub mod subjects;

use axum::http::StatusCode;
use kernel::condition::Condition;
use kernel::survey::Survey;
use kernel::survey::check::facts;
use kernel::{Refusal, Result};
use ui::condition::{Builder, Reading, Typed};
use ui::http::{Asking, Fields};

use subjects::subjects;

/// A key that no thing has: the path of one that is still to be made.
pub const NEW: &str = "-";

/// A condition of a form, under the name of its fields.
pub struct Logic {
    pub name: String,
    typed: Typed,
}

impl Logic {
    pub fn kept(name: &str, condition: Option<&Condition>) -> Self {
        Self { name: name.to_owned(), typed: Typed::of(condition) }
    }

    pub fn sent(name: &str, fields: &Fields) -> Self {
        Self { name: name.to_owned(), typed: Typed::read(fields, name) }
    }

    /// Does what a button of the builder says; whether it was one.
    pub fn act(&mut self, name: &str, fields: &Fields) -> bool {
        self.typed.act(name, fields)
    }

    /// The condition, or what is wrong with it.
    ///
    /// # Errors
    /// The store's; the inner ones are those of [`Typed::condition`].
    pub async fn condition(&self, asking: &Asking, survey: &Survey) -> Result<Result<Option<Condition>, Vec<Refusal>>> {
        let subjects = subjects(asking, survey).await?;
        Ok(self.typed.condition(&self.name, &subjects, &facts(survey)))
    }

    pub async fn builder(&self, asking: &Asking, survey: &Survey, refusals: &[Refusal]) -> Result<Builder> {
        let subjects = subjects(asking, survey).await?;
        Ok(Builder::new(&self.name, &self.typed, &subjects, refusals, reading(asking)))
    }
}

pub fn reading(asking: &Asking) -> Reading<'_> {
    Reading { pages: &asking.web.pages, locale: asking.locale }
}

/// The status of a form that is shown again.
pub fn status(pressed: bool, stale: bool) -> StatusCode {
    match (stale, pressed) {
        (true, _) => StatusCode::CONFLICT,
        (false, true) => StatusCode::OK,
        (false, false) => StatusCode::UNPROCESSABLE_ENTITY,
    }
}
