//! Words in place of questions: thanks, and why there is nothing to answer.

use axum::http::StatusCode;
use axum::response::Response;
use kernel::survey::Text;
use kernel::{Error, Refusal, Result};
use serde::Serialize;
use ui::Respondent;
use ui::http::Web;

use super::{Manner, respond};

/// Why there is no question here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Word {
    /// All pages were answered.
    Thanks,
    /// The survey takes no more answers.
    Closed,
    /// The survey will open later.
    NotYet,
    /// No survey has this address.
    Unknown,
    /// The link was used, or its time is over.
    Expired,
    /// The answers were given so long ago that they cannot be changed.
    Over,
    /// Enough people like this one have answered.
    Full,
    /// The survey is for others.
    Screened,
}

impl Word {
    #[cfg(test)]
    pub const ALL: [Self; 8] = [
        Self::Thanks,
        Self::Closed,
        Self::NotYet,
        Self::Unknown,
        Self::Expired,
        Self::Over,
        Self::Full,
        Self::Screened,
    ];

    fn as_str(self) -> &'static str {
        match self {
            Self::Thanks => "thanks",
            Self::Closed => "closed",
            Self::NotYet => "notyet",
            Self::Unknown => "unknown",
            Self::Expired => "expired",
            Self::Over => "over",
            Self::Full => "full",
            Self::Screened => "screened",
        }
    }

    fn status(self) -> StatusCode {
        match self {
            Self::Closed | Self::Expired => StatusCode::GONE,
            Self::Unknown => StatusCode::NOT_FOUND,
            _ => StatusCode::OK,
        }
    }
}

#[derive(Serialize)]
struct View {
    word: Word,
    title: String,
    text: Option<String>,
    privacy: Option<String>,
    anonymous: bool,
}

/// Renders our words; under "thank you" the survey's own.
///
/// # Errors
/// A template that is at fault.
pub fn word(web: &Web, manner: &Manner<'_>, word: Word) -> Result<Response> {
    let thanks = own(manner, &manner.survey.thanks).filter(|_| word == Word::Thanks);
    ending(web, manner, word, None, thanks)
}

/// Renders the words of an ending, ready to read; ours in place of those that are missing.
///
/// # Errors
/// A template that is at fault.
pub fn ending(
    web: &Web,
    manner: &Manner<'_>,
    word: Word,
    title: Option<String>,
    text: Option<String>,
) -> Result<Response> {
    let ours = |part| web.pages.text(manner.locale(), &format!("respond-{}-{part}", word.as_str()), &[]);
    // An ending with a title of its own and no more words has said all there is.
    let text = text.or_else(|| title.is_none().then(|| ours("text")));
    let view = View {
        word,
        title: title.unwrap_or_else(|| ours("title")),
        text,
        privacy: own(manner, &manner.survey.privacy),
        anonymous: manner.survey.anonymous,
    };
    let page = web.pages.render_respondent("listen/respond/word.html", &around(manner), view);
    Ok(respond(page.map_err(Error::internal)?, false, word.status()))
}

#[derive(Serialize)]
struct Door {
    action: String,
    hidden: Vec<(String, String)>,
    error: Option<String>,
}

/// Asks for the password of a survey, in the field `password`.
///
/// # Errors
/// A template that is at fault.
pub fn password(
    web: &Web,
    manner: &Manner<'_>,
    action: String,
    hidden: Vec<(String, String)>,
    refusal: Option<&Refusal>,
) -> Result<Response> {
    let status = if refusal.is_some() { StatusCode::FORBIDDEN } else { StatusCode::OK };
    let error = refusal.map(|refusal| web.pages.text(manner.locale(), &refusal.key(), &[]));
    let view = Door { action, hidden, error };
    let page = web.pages.render_respondent("listen/respond/password.html", &around(manner), view);
    Ok(respond(page.map_err(Error::internal)?, false, status))
}

fn own(manner: &Manner<'_>, text: &Text) -> Option<String> {
    text.get(&manner.language, &manner.survey.languages).map(str::to_owned)
}

fn around(manner: &Manner<'_>) -> Respondent {
    Respondent { languages: Vec::new(), ..manner.respondent(None) }
}
