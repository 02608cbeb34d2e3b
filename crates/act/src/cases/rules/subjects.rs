//! What a rule can ask about: answers of its survey, where it has one, attributes, how the answer came, what its texts say.

use kernel::Result;
use kernel::survey::Survey;
use ui::condition::{Subject, subjects as of};
use ui::http::Asking;

/// The subjects of a rule about one survey or about all, worded for the asking member.
pub async fn subjects(asking: &Asking, survey: Option<&Survey>) -> Result<Vec<Subject>> {
    let word = |key: &str| asking.web.pages.plain(asking.locale, key, &[]);
    let every = Survey { languages: asking.workspace.languages(), ..Survey::default() };
    let mut found = of::of_survey(survey.unwrap_or(&every), asking.locale, &word);
    let topics = asking.store().topics(asking.workspace()).await?;
    let language = asking.locale.code();
    let named = topics.iter().map(|topic| (topic.key.clone(), topic.name(language).to_owned())).collect();
    found.extend(of::of_texts(named, &word));
    found.extend(of::of_attributes(&asking.store().attributes(asking.workspace()).await?, &word));
    Ok(found)
}
