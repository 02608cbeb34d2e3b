//! How the asking member reads numbers, days and names.

use jiff::civil::Date;
use kernel::Result;
use kernel::format::{Calendar, Format};
use kernel::survey::Survey;
use store::entity::survey;
use ui::chart::Unit;
use ui::condition::{Subject, subjects as of};
use ui::http::Asking;

/// The reader's words, and the zone in which the workspace's days begin.
pub fn format(asking: &Asking) -> Format {
    let calendar = asking.workspace.calendar.parse().unwrap_or_else(|_| Calendar::of(asking.locale));
    Format::new(asking.locale, calendar, asking.zone())
}

/// The day that it is now where the workspace is.
pub fn today(asking: &Asking) -> Date {
    asking.web.env().now().in_zone(&asking.zone()).date()
}

/// A kept day; none where a row holds something else.
pub fn day(text: &str) -> Option<Date> {
    text.parse().ok()
}

/// A kept day as it is read.
pub fn told(format: &Format, text: &str) -> String {
    day(text).map_or_else(String::new, |day| format.civil_date(day))
}

/// "+8 to +16"; nothing where an end is open.
pub fn change_range(asking: &Asking, format: &Format, unit: Unit, low: Option<f64>, high: Option<f64>) -> String {
    let (Some(low), Some(high)) = (low, high) else { return String::new() };
    let (low, high) = (unit.write_change(format, low), unit.write_change(format, high));
    asking.web.pages.text(asking.locale, "range", &[("low", low.into()), ("high", high.into())])
}

/// Members by id, by their names.
pub async fn members(asking: &Asking) -> Result<Vec<(String, String)>> {
    let members = asking.store().members(asking.workspace()).await?;
    Ok(members.into_iter().map(|m| (m.id, if m.name.is_empty() { m.email } else { m.name })).collect())
}

/// What respondents of a survey see, or its draft before that.
pub fn definition(row: &survey::Model) -> Result<Survey> {
    row.published()?.map_or_else(|| row.draft(), Ok)
}

/// What a scope can ask about: answers of the survey, attributes, how the answer came, what its texts say.
pub async fn subjects(asking: &Asking, survey: Option<&Survey>) -> Result<Vec<Subject>> {
    let word = |key: &str| asking.web.pages.plain(asking.locale, key, &[]);
    let every = Survey { languages: asking.workspace.languages(), ..Survey::default() };
    let mut found = of::of_survey(survey.unwrap_or(&every), asking.locale, &word);
    let topics = asking.store().topics(asking.workspace()).await?;
    let named = topics.iter().map(|topic| (topic.key.clone(), topic.name(asking.locale.code()).to_owned())).collect();
    found.extend(of::of_texts(named, &word));
    found.extend(of::of_attributes(&asking.store().attributes(asking.workspace()).await?, &word));
    Ok(found)
}
