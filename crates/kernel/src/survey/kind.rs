//! Kinds of questions.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::Scale;

/// Kinds of questions; the name is the value of `answers.kind`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// Likelihood to recommend, 0 to 10 (Reichheld 2003).
    Nps,
    /// Satisfaction, 1 to 5 unless the scale says otherwise.
    Csat,
    /// Effort, 1 to 7 unless the scale says otherwise.
    Ces,
    /// Satisfaction with a product, 1 to 5 unless the scale says otherwise.
    Psat,
    Rating,
    /// A whole number on a long scale, 0 to 100 unless the scale says otherwise.
    Slider,
    /// One option of a list.
    Choice,
    /// Any number of options of a list.
    Choices,
    /// One option of a long list, folded until it is asked for.
    Dropdown,
    /// The options `yes` and `no`.
    YesNo,
    /// One option, shown as pictures.
    Image,
    /// Options put in order; the score of each is its place, from 1.
    Ranking,
    /// The same question about several rows; what a cell takes is [`super::Cells`].
    Matrix,
    /// Points shared out among options, adding up to a total.
    Sum,
    /// The best and the worst of a list.
    BestWorst,
    /// Words: a line, or several.
    Text,
    Number,
    /// `2026-11-22` (Gregorian, whatever calendar the respondent wrote in).
    Date,
    /// `09:30`.
    Time,
    Email,
    Phone,
    /// Several lines about a person: name, e-mail, phone and so on.
    Contact,
    /// A box that must be ticked to agree; the option is `yes`.
    Consent,
    File,
    Signature,
    /// Words to read; nothing to answer.
    Statement,
    /// Taken from the address, never shown.
    Hidden,
    /// Computed from other answers, never shown.
    Calculated,
    /// Suggestions: one's own, and votes for those of others.
    Ideas,
}

impl Kind {
    pub const ALL: [Self; 29] = [
        Self::Nps,
        Self::Csat,
        Self::Ces,
        Self::Psat,
        Self::Rating,
        Self::Slider,
        Self::Choice,
        Self::Choices,
        Self::Dropdown,
        Self::YesNo,
        Self::Image,
        Self::Ranking,
        Self::Matrix,
        Self::Sum,
        Self::BestWorst,
        Self::Text,
        Self::Number,
        Self::Date,
        Self::Time,
        Self::Email,
        Self::Phone,
        Self::Contact,
        Self::Consent,
        Self::File,
        Self::Signature,
        Self::Statement,
        Self::Hidden,
        Self::Calculated,
        Self::Ideas,
    ];

    pub fn as_str(self) -> &'static str {
        match self {
            Self::Nps => "nps",
            Self::Csat => "csat",
            Self::Ces => "ces",
            Self::Psat => "psat",
            Self::Rating => "rating",
            Self::Slider => "slider",
            Self::Choice => "choice",
            Self::Choices => "choices",
            Self::Dropdown => "dropdown",
            Self::YesNo => "yesno",
            Self::Image => "image",
            Self::Ranking => "ranking",
            Self::Matrix => "matrix",
            Self::Sum => "sum",
            Self::BestWorst => "bestworst",
            Self::Text => "text",
            Self::Number => "number",
            Self::Date => "date",
            Self::Time => "time",
            Self::Email => "email",
            Self::Phone => "phone",
            Self::Contact => "contact",
            Self::Consent => "consent",
            Self::File => "file",
            Self::Signature => "signature",
            Self::Statement => "statement",
            Self::Hidden => "hidden",
            Self::Calculated => "calculated",
            Self::Ideas => "ideas",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == text)
    }

    /// Whether an answer is one score on a scale.
    pub fn is_scored(self) -> bool {
        matches!(self, Self::Nps | Self::Csat | Self::Ces | Self::Psat | Self::Rating | Self::Slider)
    }

    /// Whether an answer is exactly one option.
    pub fn is_single_choice(self) -> bool {
        matches!(self, Self::Choice | Self::Dropdown | Self::YesNo | Self::Image | Self::Consent)
    }

    /// Whether the question lists options.
    pub fn has_options(self) -> bool {
        self.is_single_choice()
            || matches!(self, Self::Choices | Self::Ranking | Self::Matrix | Self::Sum | Self::BestWorst)
    }

    /// Whether the question lists rows: of a matrix, or the lines of a contact form.
    pub fn has_rows(self) -> bool {
        matches!(self, Self::Matrix | Self::Contact)
    }

    /// Whether a respondent is asked anything.
    pub fn is_asked(self) -> bool {
        !matches!(self, Self::Statement | Self::Hidden | Self::Calculated)
    }

    /// Whether a respondent sees it.
    pub fn is_shown(self) -> bool {
        !matches!(self, Self::Hidden | Self::Calculated)
    }

    /// Whether the words of an answer are verbatims, to be read as what a customer says.
    pub fn is_verbatim(self) -> bool {
        matches!(self, Self::Text | Self::Ideas)
    }

    /// The scale that the kind has where the question names none.
    pub fn scale(self) -> Option<Scale> {
        match self {
            Self::Nps => Some(Scale { from: 0, to: 10 }),
            Self::Csat | Self::Psat | Self::Rating => Some(Scale { from: 1, to: 5 }),
            Self::Ces => Some(Scale { from: 1, to: 7 }),
            Self::Slider => Some(Scale { from: 0, to: 100 }),
            _ => None,
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
