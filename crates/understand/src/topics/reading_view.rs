//! `/understand/surveys/{survey}/texts/read`: one text after the other, with what it is about and why it was read as it
//! was; members say with one key or button what it says.

use axum::extract::{Path, RawQuery};
use kernel::{Error, Refusal};
use serde::Serialize;
use text::intent::Intent;
use ui::Section;
use ui::http::{Fields, Reply, Viewer, see_other};

use super::copies::Shown;
use super::corpus::Tree;
use super::quotes::{self, Quote, Topics, Wanted};
use crate::address::Address;
use crate::assistant::Assistant;
use crate::filters::Filters;
use crate::subject::{Ground, Subject};
use crate::surveys::results::{Request, Tab, filters, tabs};
use crate::surveys::view::{Choice, FiltersView, SurveyView};

/// What an address says of texts without any topic.
const NO_TOPIC: &str = "-";
/// What an address says of texts in nearly the same words: each of them, or only those that came several times.
const ALL: &str = "all";
const SEVERAL: &str = "several";
/// The highest step of urgency.
const MOST_URGENT: i64 = 3;

#[derive(Serialize)]
struct Page {
    survey: SurveyView,
    tabs: Vec<Choice>,
    filters: Option<FiltersView>,
    menus: Vec<Menu>,
    quotes: Vec<Quote>,
    newer: Option<String>,
    older: Option<String>,
    /// Without what this page alone narrows by.
    all: String,
    /// All in nearly the same words as one text are shown.
    is_alike: bool,
}

/// A filter of this page alone.
#[derive(Serialize)]
struct Menu {
    label: String,
    chosen: Option<String>,
    clear: String,
    options: Vec<Choice>,
}

/// `GET /understand/surveys/{survey}/texts/read`
pub async fn page(
    viewer: Viewer,
    ground: Ground,
    assistant: Assistant,
    Path(id): Path<String>,
    RawQuery(query): RawQuery,
) -> Reply {
    let subject = Subject::find(&viewer, &ground, &id).await?;
    if subject.definition.anonymous {
        return Err(Refusal::new("survey_anonymous").into());
    }
    let fields = Fields::parse(query.unwrap_or_default().as_bytes());
    let subject = subject.leaving_out(&fields).await?;
    let path = format!("{}/texts/read", subject.path());
    let request = Request::read(&subject, &fields, path.clone()).await?;
    if !request.words {
        return Err(Error::Forbidden.into());
    }
    let tree = Tree::new(viewer.store().topics(viewer.workspace()).await?);
    let chosen = Narrow::read(&fields, &tree);
    if let Some(address) = request.added(&subject, &fields) {
        return Ok(see_other(&chosen.onto(address).to_string()));
    }
    let days = subject.asker().responses(&request.filters.conditions).await?.days();
    let shown = request.filters.period(&subject.format, viewer.web.env().now(), days.map(|(_, newest)| newest));
    let wanted = Wanted {
        conditions: &request.filters.conditions,
        period: shown.1,
        topic: match chosen.topic.as_deref() {
            None => Topics::Any,
            Some(NO_TOPIC) => Topics::None,
            Some(key) => Topics::Of(tree.place(key).map_or_else(Vec::new, |at| tree.down(at))),
        },
        intent: chosen.intent,
        urgency: chosen.urgency,
        page: chosen.page,
        with_reasons: true,
        copies: chosen.copies.clone(),
    };
    let (mut quotes, has_more) = quotes::read(&subject, &request.filters, &tree, &wanted).await?;
    quotes::translated(&viewer, &assistant, &mut quotes).await?;
    let mut filters = filters(&subject, &request, shown).await?;
    for (name, value) in chosen.pairs() {
        filters.carry(name, &value);
    }
    let here = chosen.onto(request.filters.address(&path));
    let turn = |page: usize| here.clone().with("page", page).to_string();
    let page = Page {
        survey: SurveyView { id: subject.row.id.clone(), title: subject.title(), anonymous: false },
        tabs: tabs(&subject, &request.filters, Tab::Texts),
        filters: Some(filters),
        menus: menus(&subject, &request.filters, &path, &tree, &chosen),
        quotes,
        newer: chosen.page.checked_sub(1).map(turn),
        older: has_more.then(|| turn(chosen.page + 1)),
        all: request.filters.address(&path).to_string(),
        is_alike: matches!(chosen.copies, Shown::As(..)),
    };
    viewer.page("understand/texts-read.html", Section::Understand, page).await
}

/// What narrows this page beyond the filters of the survey.
#[derive(Debug, Default)]
struct Narrow {
    topic: Option<String>,
    intent: Option<&'static str>,
    urgency: Option<i64>,
    copies: Shown,
    page: usize,
}

impl Narrow {
    /// Reads an address; what means nothing here is left alone.
    fn read(fields: &Fields, tree: &Tree) -> Self {
        let topic = fields.get("topic").filter(|key| *key == NO_TOPIC || tree.place(key).is_some());
        let intent = fields.get("intent").and_then(|code| Intent::ALL.into_iter().find(|one| one.code() == code));
        let urgency = fields.get("urgency").and_then(|urgency| urgency.parse().ok());
        let page = fields.get("page").and_then(|page| page.parse().ok()).unwrap_or(0_usize);
        Self {
            topic: topic.map(str::to_owned),
            intent: intent.map(Intent::code),
            urgency: urgency.filter(|urgency| (1..=MOST_URGENT).contains(urgency)),
            copies: copies(fields),
            page: page.min(quotes::PAGES_MAX),
        }
    }

    fn pairs(&self) -> Vec<(&'static str, String)> {
        let topic = self.topic.clone().map(|topic| ("topic", topic));
        let intent = self.intent.map(|intent| ("intent", intent.to_owned()));
        let urgency = self.urgency.map(|urgency| ("urgency", urgency.to_string()));
        let copies = match &self.copies {
            Shown::Once => None,
            Shown::All => Some(("copies", ALL.to_owned())),
            Shown::Several => Some(("copies", SEVERAL.to_owned())),
            Shown::As(uid, field) => Some(("like", format!("{uid}.{field}"))),
        };
        [topic, intent, urgency, copies].into_iter().flatten().collect()
    }

    fn onto(&self, address: Address) -> Address {
        self.pairs().into_iter().fold(address, |address, (name, value)| address.with(name, value))
    }
}

/// Which of the texts that are nearly the same are shown.
fn copies(fields: &Fields) -> Shown {
    let like = fields.get("like").and_then(|like| like.split_once('.'));
    match (like.and_then(|(uid, field)| Some((uid.parse().ok()?, field))), fields.get("copies")) {
        (Some((uid, field)), _) => Shown::As(uid, field.to_owned()),
        (None, Some(ALL)) => Shown::All,
        (None, Some(SEVERAL)) => Shown::Several,
        _ => Shown::Once,
    }
}

fn menus(subject: &Subject<'_>, filters: &Filters, path: &str, tree: &Tree, chosen: &Narrow) -> Vec<Menu> {
    let asking = subject.asking;
    let here = chosen.onto(filters.address(path)).without("like");
    let menu = |name: &str, label: &str, options: Vec<(String, String)>| {
        let current = chosen.pairs().into_iter().find(|(known, _)| *known == name).map(|(_, value)| value);
        let choice = |(value, label): &(String, String)| {
            Choice::new(label.clone(), &here.clone().with(name, value), Some(value) == current.as_ref())
        };
        Menu {
            label: asking.text(label),
            chosen: options.iter().find(|(value, _)| Some(value) == current.as_ref()).map(|(_, label)| label.clone()),
            clear: here.clone().without(name).to_string(),
            options: options.iter().map(choice).collect(),
        }
    };
    let none = (NO_TOPIC.to_owned(), asking.text("understand-about-without"));
    let named = tree.topics.iter().zip(&tree.depth).map(|(topic, depth)| {
        let indent = "\u{2003}".repeat(*depth.min(&4));
        (topic.key.clone(), format!("{indent}{}", topic.name(asking.locale.code())))
    });
    let intents = Intent::ALL
        .into_iter()
        .map(|intent| (intent.code().to_owned(), asking.text(&format!("intent-{}", intent.code().replace('_', "-")))));
    let urgencies =
        (1..=MOST_URGENT).map(|step| (step.to_string(), asking.text(&format!("understand-urgency-{step}"))));
    let copies = [ALL, SEVERAL].map(|kind| (kind.to_owned(), asking.text(&format!("understand-copies-{kind}")))).into();
    vec![
        menu("topic", "understand-about-topic", std::iter::once(none).chain(named).collect()),
        menu("intent", "understand-intent", intents.collect()),
        menu("urgency", "understand-urgency", urgencies.collect()),
        menu("copies", "understand-copies", copies),
    ]
}

#[cfg(test)]
mod tests {
    use store::topics::Topic;

    use super::*;

    #[test]
    fn an_address_reads_back() {
        let tree = Tree::new(vec![Topic { key: "a&b".into(), ..Topic::default() }]);
        let read =
            |query: &str| Narrow::read(&Fields::parse(query.as_bytes()), &tree).onto(Address::new("/u")).to_string();
        assert_eq!(read("topic=a%26b&intent=bug&urgency=2"), "/u?topic=a%26b&intent=bug&urgency=2");
        assert_eq!(read("topic=-"), "/u?topic=-");
        assert_eq!(read("copies=several&topic=-"), "/u?topic=-&copies=several");
        assert_eq!(read("copies=none&like=x.y"), "/u", "what means nothing is left alone");
        assert_eq!(read("topic=gone&intent=love&urgency=9"), "/u");
    }
}
