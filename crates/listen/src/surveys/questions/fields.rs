//! Which fields a question has on its page: only those that its kind can use.

use kernel::survey::{Cells, Kind, Look, Question};
use serde::Serialize;

/// What of a question can be set.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Has {
    pub required: bool,
    pub not_applicable: bool,
    pub ends: bool,
    pub scale: bool,
    pub looks: Vec<&'static str>,
    pub options: Option<Lists>,
    pub second: Option<Lists>,
    pub rows: Option<Lists>,
    pub lines: bool,
    pub cells: bool,
    pub order: bool,
    /// What least and greatest count: `number`, `characters` or `options`.
    pub limits: Option<&'static str>,
    pub decimals: bool,
    pub dates: bool,
    pub pattern: bool,
    pub total: bool,
    pub message: bool,
    pub files: bool,
    pub formula: bool,
    pub media: bool,
    /// A consent can be one to be written to.
    pub purpose: bool,
    /// Conditions can be set: it is shown to somebody.
    pub logic: bool,
}

/// A list of options, rows or columns.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Lists {
    /// Some can be added and removed.
    pub is_open: bool,
    pub other: bool,
    pub exclusive: bool,
    pub pinned: bool,
    pub image: bool,
}

const OPEN: Lists = Lists { is_open: true, other: false, exclusive: false, pinned: true, image: false };
const POINTS: [&str; 5] = ["numbers", "stars", "smileys", "hearts", "thumbs"];

impl Has {
    pub fn of(question: &Question) -> Self {
        let kind = question.kind;
        let asked = Self {
            required: kind.is_asked(),
            not_applicable: kind.is_asked() && !matches!(kind, Kind::Consent | Kind::Ideas),
            media: kind.is_shown(),
            logic: kind.is_shown(),
            ..Self::default()
        };
        match kind {
            Kind::Nps => Self { ends: true, ..asked },
            Kind::Csat | Kind::Ces | Kind::Psat | Kind::Rating => {
                Self { ends: true, scale: true, looks: POINTS.to_vec(), ..asked }
            }
            Kind::Slider => Self { ends: true, scale: true, ..asked },
            Kind::Choice | Kind::Dropdown => {
                Self { options: Some(Lists { other: true, ..OPEN }), order: true, ..asked }
            }
            Kind::Choices => Self {
                options: Some(Lists { other: true, exclusive: true, ..OPEN }),
                order: true,
                limits: Some("options"),
                message: true,
                ..asked
            },
            Kind::Image => Self { options: Some(Lists { image: true, ..OPEN }), order: true, ..asked },
            Kind::YesNo => Self { options: Some(Lists::default()), ..asked },
            Kind::Consent => Self { options: Some(Lists::default()), purpose: true, ..asked },
            Kind::Ranking => Self { options: Some(OPEN), order: true, limits: Some("options"), message: true, ..asked },
            Kind::Sum => Self { options: Some(OPEN), order: true, total: true, message: true, ..asked },
            Kind::BestWorst => Self { options: Some(OPEN), order: true, ..asked },
            Kind::Matrix => of_matrix(question.cells, asked),
            Kind::Text => Self {
                looks: vec!["numbers", "line"],
                limits: Some("characters"),
                pattern: true,
                message: true,
                ..asked
            },
            Kind::Number => Self { limits: Some("number"), decimals: true, message: true, ..asked },
            Kind::Date => Self { dates: true, message: true, ..asked },
            Kind::Time | Kind::Email | Kind::Phone => Self { message: true, ..asked },
            Kind::Contact => Self { lines: true, ..asked },
            Kind::File => Self { files: true, ..asked },
            Kind::Calculated => Self { formula: true, ..asked },
            Kind::Ideas | Kind::Signature | Kind::Statement | Kind::Hidden => asked,
        }
    }
}

fn of_matrix(cells: Cells, asked: Has) -> Has {
    let columns = matches!(cells, Cells::Choice | Cells::Choices | Cells::Dual);
    Has {
        cells: true,
        rows: Some(OPEN),
        order: true,
        options: columns.then_some(Lists { pinned: false, ..OPEN }),
        second: (cells == Cells::Dual).then_some(Lists { pinned: false, ..OPEN }),
        scale: cells == Cells::Rating,
        ends: matches!(cells, Cells::Rating | Cells::Dual),
        ..asked
    }
}

/// The looks by their names in the definition.
pub fn look(name: &str) -> Option<Look> {
    Some(match name {
        "numbers" => Look::Numbers,
        "stars" => Look::Stars,
        "smileys" => Look::Smileys,
        "hearts" => Look::Hearts,
        "thumbs" => Look::Thumbs,
        "line" => Look::Line,
        _ => return None,
    })
}

pub const CELLS: [(&str, Cells); 5] = [
    ("choice", Cells::Choice),
    ("choices", Cells::Choices),
    ("rating", Cells::Rating),
    ("text", Cells::Text),
    ("dual", Cells::Dual),
];

/// Kinds as they are offered, in groups that share a purpose.
pub const GROUPS: [(&str, &[Kind]); 5] = [
    ("scores", &[Kind::Nps, Kind::Csat, Kind::Ces, Kind::Psat, Kind::Rating, Kind::Slider]),
    (
        "choices",
        &[
            Kind::Choice,
            Kind::Choices,
            Kind::YesNo,
            Kind::Dropdown,
            Kind::Image,
            Kind::Ranking,
            Kind::Matrix,
            Kind::Sum,
            Kind::BestWorst,
        ],
    ),
    ("words", &[Kind::Text, Kind::Ideas]),
    (
        "details",
        &[
            Kind::Number,
            Kind::Date,
            Kind::Time,
            Kind::Email,
            Kind::Phone,
            Kind::Contact,
            Kind::File,
            Kind::Signature,
            Kind::Consent,
        ],
    ),
    ("layout", &[Kind::Statement, Kind::Hidden, Kind::Calculated]),
];

/// The icon of a kind, of `icons.txt`.
pub fn icon(kind: Kind) -> &'static str {
    match kind {
        Kind::Nps => "gauge",
        Kind::Csat | Kind::Psat => "smile",
        Kind::Ces => "route",
        Kind::Rating => "star",
        Kind::Slider => "sliders-horizontal",
        Kind::Choice => "circle-dot",
        Kind::Choices => "square-check",
        Kind::Dropdown => "chevron-down",
        Kind::YesNo => "thumbs-up",
        Kind::Image => "image",
        Kind::Ranking => "arrow-up-down",
        Kind::Matrix => "table",
        Kind::Sum => "percent",
        Kind::BestWorst => "scale",
        Kind::Text => "text",
        Kind::Ideas => "lightbulb",
        Kind::Number => "hash",
        Kind::Date => "calendar",
        Kind::Time => "clock",
        Kind::Email => "mail",
        Kind::Phone => "phone",
        Kind::Contact => "user",
        Kind::File => "upload",
        Kind::Signature => "pencil",
        Kind::Consent => "shield",
        Kind::Statement => "info",
        Kind::Hidden => "eye-off",
        Kind::Calculated => "calculator",
    }
}

#[cfg(test)]
mod tests {
    use kernel::survey::Text;

    use super::*;

    #[test]
    fn every_kind_is_offered_once_and_has_what_it_needs() {
        let mut offered: Vec<Kind> = GROUPS.iter().flat_map(|(_, kinds)| kinds.iter().copied()).collect();
        offered.sort();
        let mut all = Kind::ALL.to_vec();
        all.sort();
        assert_eq!(offered, all);
        for kind in Kind::ALL {
            let has = Has::of(&Question::new("q", kind, Text::default()));
            assert_eq!(has.options.is_some(), kind.has_options(), "{kind}");
            assert_eq!(has.rows.is_some() || has.lines, kind.has_rows(), "{kind}");
            assert_eq!(has.required, kind.is_asked(), "{kind}");
        }
    }

    #[test]
    fn names_are_those_of_the_definition() {
        for name in POINTS.into_iter().chain(["line"]) {
            assert_eq!(serde_json::to_value(look(name).unwrap()).unwrap(), name);
        }
        for (name, cells) in CELLS {
            assert_eq!(serde_json::to_value(cells).unwrap(), name);
        }
    }
}
