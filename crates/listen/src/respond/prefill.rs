//! Answers in the address: `?q.nps=9`. They are shown as if they had been typed, and saved only when their page is
//! sent. Hidden questions take theirs from `?q.campaign=may`, or from `?campaign=may`.

use kernel::flow::{Asked, Given};
use kernel::survey::{Kind, Survey, key_of};
use serde_json::{Map, Value as Json};
use ui::http::Fields;

/// Values of an address at most, and their longest, in characters.
const VALUES_MAX: usize = 50;
const CHARS_MAX: usize = 500;
/// Before the answer key, in addresses and in forms.
const PREFIX: &str = "q.";

/// What an address answers beforehand: answer keys, perhaps with a row in brackets, and texts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Prefill(Vec<(String, String)>);

impl Prefill {
    /// Reads an address or a form; what belongs to no question of the survey is left out.
    pub fn read(fields: &Fields, survey: &Survey) -> Self {
        let value = |(name, value): &(String, String)| {
            let key = match name.strip_prefix(PREFIX) {
                Some(key) => key,
                None if is_hidden(survey, name) => name,
                None => return None,
            };
            let value = value.trim();
            let fits = !value.is_empty() && value.chars().count() <= CHARS_MAX && survey.asked(key).is_some();
            // An address could name a person; what it says unseen is not taken where nobody is to be named.
            (fits && !(survey.anonymous && is_hidden(survey, key))).then(|| (key.to_owned(), value.to_owned()))
        };
        Self(fields.0.iter().filter_map(value).take(VALUES_MAX).collect())
    }

    /// The same as fields of a form or parameters of an address.
    pub fn fields(&self) -> impl Iterator<Item = (String, String)> {
        self.0.iter().map(|(key, value)| (format!("{PREFIX}{key}"), value.clone()))
    }

    /// What fits the questions of a page that were not answered yet.
    pub fn typed(&self, asked: &[Asked<'_>], given: &Given) -> Given {
        let open = asked.iter().filter(|asked| asked.question.kind.is_asked() && !given.contains_key(&asked.key));
        let value = |asked: &Asked<'_>| {
            let value = self.value(asked)?;
            let answers = asked.read(&value).ok()?;
            (!answers.is_empty()).then_some((asked.key.clone(), value))
        };
        open.filter_map(value).collect()
    }

    fn value(&self, asked: &Asked<'_>) -> Option<Json> {
        let mut all = self.0.iter().filter(|(key, _)| *key == asked.key).map(|(_, value)| value.as_str());
        match asked.question.kind {
            // Files lie where they were sent, votes and signatures are one's own.
            Kind::File | Kind::Signature | Kind::Ideas => None,
            Kind::Choices | Kind::Ranking => {
                Some(all.map(Json::from).collect::<Vec<_>>()).filter(|all| !all.is_empty()).map(Json::from)
            }
            kind if kind.has_rows() || matches!(kind, Kind::Sum | Kind::BestWorst) => {
                let part = |(key, value): &(String, String)| {
                    let part = key.strip_prefix(asked.key.as_str())?.strip_prefix('[')?.strip_suffix(']')?;
                    Some((part.to_owned(), Json::from(value.as_str())))
                };
                let parts: Map<String, Json> = self.0.iter().filter_map(part).collect();
                (!parts.is_empty()).then_some(Json::Object(parts))
            }
            _ => all.next().map(Json::from),
        }
    }

    /// Values of hidden questions.
    pub fn hidden(&self, survey: &Survey) -> Given {
        let value = |(key, value): &(String, String)| {
            let question = survey.question(key).filter(|question| question.kind == Kind::Hidden)?;
            let value = Json::from(value.as_str());
            question.read(&value).ok()?;
            Some((key.clone(), value))
        };
        self.0.iter().filter_map(value).collect()
    }
}

fn is_hidden(survey: &Survey, key: &str) -> bool {
    survey.question(key_of(key)).is_some_and(|question| question.kind == Kind::Hidden)
}

#[cfg(test)]
mod tests {
    use kernel::survey::{Choice, Question, Text};
    use serde_json::json;

    use super::*;

    fn survey() -> Survey {
        let question = |key: &str, kind| Question::new(key, kind, Text::one("en", "?"));
        let options = vec![Choice::new("a", Text::default()), Choice::new("b", Text::default())];
        Survey {
            questions: vec![
                question("nps", Kind::Nps),
                Question { options, ..question("seen", Kind::Choices) },
                question("campaign", Kind::Hidden),
                question("cv", Kind::File),
            ],
            ..Survey::default()
        }
    }

    fn typed(survey: &Survey, address: &str) -> Given {
        let asked: Vec<Asked<'_>> = survey
            .questions
            .iter()
            .map(|question| Asked {
                key: question.key.clone(),
                question,
                options: vec![],
                second: vec![],
                rows: vec![],
            })
            .collect();
        Prefill::read(&Fields::parse(address.as_bytes()), survey).typed(&asked, &Given::new())
    }

    #[test]
    fn what_fits_is_shown_and_what_does_not_is_left_out() {
        let survey = survey();
        let given = typed(&survey, "q.nps=9&q.seen=a&q.seen=b&q.cv=fil_x&q.other=1&nps=3");
        assert_eq!(given, Given::from([("nps".into(), json!("9")), ("seen".into(), json!(["a", "b"]))]));
        assert!(typed(&survey, "q.nps=11&q.seen=c").is_empty());
        assert!(typed(&survey, &format!("q.nps={}", "9".repeat(CHARS_MAX + 1))).is_empty());
    }

    #[test]
    fn hidden_questions_read_the_address_but_not_where_nobody_is_named() {
        let mut survey = survey();
        for address in ["campaign=may", "q.campaign=may"] {
            let prefill = Prefill::read(&Fields::parse(address.as_bytes()), &survey);
            assert_eq!(prefill.hidden(&survey), Given::from([("campaign".into(), json!("may"))]));
            assert_eq!(Prefill::read(&Fields(prefill.fields().collect()), &survey), prefill, "it survives the form");
        }
        survey.anonymous = true;
        let prefill = Prefill::read(&Fields::parse(b"campaign=may&q.campaign=sara&q.nps=9"), &survey);
        assert!(prefill.hidden(&survey).is_empty() && prefill.0.len() == 1);
    }
}
