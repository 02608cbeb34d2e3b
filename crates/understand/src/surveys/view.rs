//! What the templates of the dashboard get.

use serde::Serialize;
use ui::Chart;

use crate::address::Address;
use crate::quality::left_out::LeftOutView;

/// A choice in a menu, or a tab.
#[derive(Clone, Debug, Serialize)]
pub struct Choice {
    pub label: String,
    pub href: String,
    pub current: bool,
}

#[derive(Debug, Serialize)]
pub struct SurveyView {
    pub id: String,
    pub title: String,
    pub anonymous: bool,
}

/// The row of filters.
#[derive(Debug, Serialize)]
pub struct FiltersView {
    /// The period in words.
    pub period: String,
    pub presets: Vec<Choice>,
    /// As the form of dates shows them, in ISO.
    pub from: String,
    pub to: String,
    /// Conditions that are on.
    pub conditions: Vec<ConditionView>,
    /// Dimensions that a condition can be added of.
    pub dimensions: Vec<Choice>,
    /// What texts say and which language they are in, each with its values; nothing for those who may not read them.
    pub texts: Vec<TextFilter>,
    /// The dimension that was chosen, with its values.
    pub picked: Option<Picked>,
    /// Scored questions, where there are several.
    pub questions: Vec<Choice>,
    pub question: String,
    /// What forms repeat: the query without the period; and with it.
    pub kept: Vec<(String, String)>,
    pub kept_all: Vec<(String, String)>,
    pub action: String,
    /// The address without any filter.
    pub clear: Option<String>,
    /// How many responses are left out and why, where that is on; with the page that lists them.
    pub left_out: Option<LeftOutView>,
}

impl FiltersView {
    /// Keeps something of the address that is not a filter in every link and form of the row.
    pub fn carry(&mut self, name: &str, value: &str) {
        let pair = form_urlencoded::Serializer::new(String::new()).append_pair(name, value).finish();
        let carry = |href: &mut String| {
            href.push(if href.contains('?') { '&' } else { '?' });
            href.push_str(&pair);
        };
        let choices = self.presets.iter_mut().chain(&mut self.dimensions).chain(&mut self.questions);
        let picked = self.picked.iter_mut();
        let choices = choices.chain(self.texts.iter_mut().flat_map(|filter| &mut filter.values));
        choices.for_each(|choice| carry(&mut choice.href));
        self.conditions.iter_mut().for_each(|condition| carry(&mut condition.clear));
        for picked in picked {
            picked.values.iter_mut().for_each(|value| carry(&mut value.href));
            carry(&mut picked.close);
        }
        self.clear.iter_mut().for_each(carry);
        self.kept.push((name.to_owned(), value.to_owned()));
        self.kept_all.push((name.to_owned(), value.to_owned()));
    }
}

#[derive(Debug, Serialize)]
pub struct ConditionView {
    pub label: String,
    pub value: String,
    pub clear: String,
}

#[derive(Debug, Serialize)]
pub struct TextFilter {
    pub label: String,
    pub values: Vec<Choice>,
}

#[derive(Debug, Serialize)]
pub struct Picked {
    pub column: String,
    pub label: String,
    pub values: Vec<Choice>,
    pub close: String,
}

/// Everything that moves when somebody answers.
#[derive(Debug, Default, Serialize)]
pub struct Numbers {
    /// Nothing was answered yet at all.
    pub is_new: bool,
    /// Nothing was answered that meets the filters.
    pub is_empty: bool,
    pub tiles: Vec<Tile>,
    pub trend: Option<Card>,
    pub distribution: Option<Card>,
    pub split: Option<Card>,
    pub choices: Vec<Card>,
    /// What texts say, and how that went.
    pub feelings: Vec<Card>,
    pub texts: Option<Texts>,
}

/// A number of the first row.
#[derive(Debug, Serialize)]
pub struct Tile {
    pub label: String,
    pub value: Option<f64>,
    pub unit: &'static str,
    pub low: Option<f64>,
    pub high: Option<f64>,
    pub min: Option<f64>,
    pub max: Option<f64>,
    pub note: String,
    pub href: Option<String>,
}

/// A chart with its title, a way to change it, and a remark.
#[derive(Debug, Serialize)]
pub struct Card {
    pub title: String,
    pub choices: Vec<Choice>,
    pub note: Option<String>,
    /// Nothing where only the remark stands.
    pub chart: Option<Chart>,
}

#[derive(Debug, Serialize)]
pub struct Texts {
    pub items: Vec<Verbatim>,
    pub note: Option<String>,
    pub href: Option<String>,
    pub more: String,
}

#[derive(Clone, Debug, Serialize)]
pub struct Verbatim {
    pub text: String,
    pub language: Option<String>,
    pub score: Option<String>,
    pub tone: Option<ui::Tone>,
    pub at: Option<kernel::Timestamp>,
    pub href: Option<String>,
    pub facts: Vec<String>,
    /// What it says; nothing for readers without an account.
    pub feels: Option<ui::Feeling>,
}

impl Choice {
    pub fn new(label: impl Into<String>, address: &Address, current: bool) -> Self {
        Self { label: label.into(), href: address.to_string(), current }
    }
}
