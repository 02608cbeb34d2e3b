//! Who reads a report and of which survey: a member, or somebody with the address of a shared one.

use kernel::Locale;
use kernel::format::Format;
use kernel::survey::{Choice, Question, Survey, Text, pipe};
use ui::Pages;
use ui::fluent_bundle::FluentValue;

use crate::subject::{Subject, told};

/// A way of reading: words, numbers and days.
#[derive(Clone, Copy)]
pub struct Reader<'a> {
    pub pages: &'a Pages,
    pub locale: Locale,
    pub format: &'a Format,
    pub definition: &'a Survey,
}

impl<'a> Reader<'a> {
    pub fn of(subject: &'a Subject<'_>) -> Self {
        Self {
            pages: &subject.asking.web.pages,
            locale: subject.asking.locale,
            format: &subject.format,
            definition: &subject.definition,
        }
    }

    pub fn text(&self, key: &str) -> String {
        self.pages.text(self.locale, key, &[])
    }

    pub fn says(&self, key: &str, args: &[(&str, FluentValue<'_>)]) -> String {
        self.pages.text(self.locale, key, args)
    }

    /// A question's title, or its key where it has none; of a loop, about this item.
    pub fn title(&self, question: &Question, item: Option<&Choice>) -> String {
        let title = self.word(&question.title).unwrap_or(&question.key);
        let Some(item) = item.map(|item| self.label(item)) else { return told(title, None) };
        let names_it = pipe::references(title).iter().any(|reference| reference.name == pipe::Name::Item);
        let told = told(title, Some(&item));
        if names_it { told } else { format!("{told} · {item}") }
    }

    pub fn label(&self, choice: &Choice) -> String {
        self.word(&choice.label).unwrap_or(&choice.key).to_owned()
    }

    /// The words of an option, or its key where it is not of the survey any more.
    pub fn option(&self, choices: &[Choice], key: &str) -> String {
        choices.iter().find(|choice| choice.key == key).map_or_else(|| key.to_owned(), |choice| self.label(choice))
    }

    pub fn word<'t>(&self, text: &'t Text) -> Option<&'t str> {
        text.get(self.locale.code(), &self.definition.languages)
            .or_else(|| text.0.values().map(String::as_str).find(|words| !words.trim().is_empty()))
    }
}
