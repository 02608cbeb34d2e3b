//! The page of themes.

use std::collections::HashSet;

use axum::extract::RawQuery;
use kernel::{Error, Refusal, Result, Role, Timestamp};
use serde::Serialize;
use store::entity::survey;
use ui::Section;
use ui::fluent_bundle::FluentValue;
use ui::http::{Asking, Fields, Reply, Viewer, see_other};

use super::find::{self, Example, Theme};
use super::sample::{self, Said, Sample};
use super::tide::{self, Moved};
use super::{PATH, aside};
use crate::address::Address;
use crate::entity::theme_aside;
use crate::period::Period;
use crate::personal::Mask;
use crate::subject::{Ground, Subject, definition};
use crate::surveys::results::{Request, filters};
use crate::surveys::view::{Choice, FiltersView};
use crate::topics::copies::Groups;
use crate::topics::corpus::Tree;
use crate::topics::look::{Feels, segment};
use crate::topics::numbers;
use crate::topics::quotes::{self, Piece};

/// Themes on the page.
pub const ROWS_MAX: usize = 25;
/// Examples of each; of one that is looked at alone.
const EXAMPLES_MAX: usize = 3;
const EXAMPLES_ALONE_MAX: usize = 60;
/// Surveys that can be chosen, those changed last.
const SURVEYS_MAX: usize = 50;
/// Words that a theme is described by.
const WORDS_MAX: usize = 5;
/// Letters of the name that a topic is suggested.
const NAME_CHARS_MAX: usize = 80;
/// What an address says where themes that topics cover are shown, too.
const ALL: &str = "all";

#[derive(Default, Serialize)]
struct Page {
    /// Id and title of the survey; nothing where there is none to read.
    survey: Option<(String, String)>,
    surveys: Vec<Choice>,
    views: Vec<Choice>,
    filters: Option<FiltersView>,
    /// `surveys` where none may be read, `texts` where nobody wrote, `themes` where too few say the same, `covered`
    /// where topics cover all themes.
    lacks: Option<&'static str>,
    rows: Vec<Row>,
    /// How many texts were looked at, of how many.
    looked: String,
    is_sample: bool,
    aside: Vec<Put>,
    may_change: bool,
    /// All themes, where one is looked at alone.
    all: Option<String>,
    here: String,
    topics_href: String,
    show_all: String,
}

#[derive(Serialize)]
struct Row {
    id: String,
    label: String,
    words: Vec<String>,
    language: String,
    rule: String,
    n: u64,
    of: u64,
    share: f64,
    low: f64,
    high: f64,
    feels: Option<Feels>,
    moved: Option<MovedView>,
    quotes: Vec<Quote>,
    href: String,
    /// Name and address of the topic that covers it.
    topic: Option<(String, String)>,
    /// The share that it had when it was put aside, where it has come back.
    was: Option<f64>,
    make: String,
}

#[derive(Serialize)]
struct MovedView {
    verdict: &'static str,
    now: f64,
    before: f64,
    more: Option<u64>,
    is_rise: bool,
    is_fall: bool,
}

#[derive(Serialize)]
struct Quote {
    pieces: Vec<Piece>,
    is_cut: bool,
    language: Option<String>,
    at: Timestamp,
    href: String,
    alike: usize,
    like_it: String,
}

/// A theme that was put aside.
#[derive(Serialize)]
struct Put {
    label: String,
    language: String,
    back: String,
}

/// What is computed away from the threads that answer.
#[derive(Default)]
struct Work {
    said: Vec<Said>,
    total: u64,
    texts: u64,
    shown: Vec<Counted>,
    /// There are themes, all covered by topics.
    all_covered: bool,
    has_themes: bool,
}

struct Counted {
    theme: Theme,
    n: u64,
    feels: [u64; 3],
    moved: Option<Moved>,
    examples: Vec<Example>,
}

/// `GET /understand/topics/themes`. Beside the filters of a survey: `survey`; `show=all` for themes that topics cover,
/// too; `look`, one of them alone.
pub async fn page(viewer: Viewer, ground: Ground, RawQuery(query): RawQuery) -> Reply {
    const TEMPLATE: &str = "understand/topics-themes.html";
    let fields = Fields::parse(query.unwrap_or_default().as_bytes());
    let surveys = readable(&viewer).await?;
    let Some(row) = chosen(&viewer, &ground, &surveys, &fields).await? else {
        let page = Page { lacks: Some("surveys"), topics_href: super::super::manage::PATH.into(), ..Page::default() };
        return viewer.page(TEMPLATE, Section::Understand, page).await;
    };
    let subject = Subject::new(&viewer, &ground, row)?.leaving_out(&fields).await?;
    let request = Request::read(&subject, &fields, PATH.to_owned()).await?;
    let survey = subject.row.id.clone();
    let wanted = Wanted {
        shows_all: fields.get("show") == Some(ALL),
        look: fields.get("look").filter(|id| id.len() < 64).map(str::to_owned),
    };
    if let Some(address) = request.added(&subject, &fields) {
        return Ok(see_other(&wanted.onto(address.with("survey", &survey)).to_string()));
    }
    let days = subject.asker().responses(&request.filters.conditions).await?.days();
    let shown = request.filters.period(&subject.format, viewer.web.env().now(), days.map(|(_, newest)| newest));
    let aside = aside::of(viewer.store(), viewer.workspace(), &survey).await?;
    let topics = viewer.store().topics(viewer.workspace()).await?;
    let sample = sample::read(&subject, &request.filters.conditions, numbers::whole(shown.1)).await?;
    let work = {
        let (topics, aside, wanted) = (topics.clone(), aside.clone(), wanted.clone());
        move || Work::new(sample, &topics, &aside, shown.1, &wanted)
    };
    let work = tokio::task::spawn_blocking(work).await.map_err(Error::internal)?;
    let mut filters = filters(&subject, &request, shown).await?;
    filters.carry("survey", &survey);
    if wanted.shows_all {
        filters.carry("show", ALL);
    }
    let here = request.filters.address(PATH).with("survey", &survey);
    let maker =
        Maker { subject: &subject, request: &request, tree: Tree::new(topics), aside: &aside, work: &work, here };
    let page = Page { filters: Some(filters), surveys: choices(&viewer, &surveys, &survey), ..maker.page(&wanted)? };
    viewer.page(TEMPLATE, Section::Understand, page).await
}

/// What the address asks for beside the filters.
#[derive(Clone, Debug)]
struct Wanted {
    shows_all: bool,
    look: Option<String>,
}

impl Wanted {
    fn onto(&self, address: Address) -> Address {
        if self.shows_all { address.with("show", ALL) } else { address }
    }
}

/// Surveys that promised no anonymity and whose texts this member may read.
async fn readable(asking: &Asking) -> Result<Vec<survey::Model>> {
    let readers = asking.store().verbatim_readers(asking.workspace()).await?;
    let mut found = Vec::new();
    for row in asking.store().surveys(asking.workspace()).await? {
        if found.len() < SURVEYS_MAX && asking.role() >= readers.least(Some(&row)) && !definition(&row)?.anonymous {
            found.push(row);
        }
    }
    Ok(found)
}

/// The survey that the address names, else the one in which most was written.
///
/// # Errors
/// `NotFound` for one that is not there, `survey_anonymous`, `Forbidden`.
async fn chosen(
    asking: &Asking,
    ground: &Ground,
    surveys: &[survey::Model],
    fields: &Fields,
) -> Result<Option<survey::Model>> {
    if let Some(id) = fields.get("survey") {
        let subject = Subject::find(asking, ground, id).await?;
        if subject.definition.anonymous {
            return Err(Refusal::new("survey_anonymous").into());
        }
        if !crate::verbatims::may_read(asking, Some(&subject.row)).await? {
            return Err(Error::Forbidden);
        }
        return Ok(Some(subject.row));
    }
    if surveys.len() < 2 {
        return Ok(surveys.first().cloned());
    }
    let keys: Vec<String> = surveys.iter().map(|row| row.key.clone()).collect();
    let (among, params) = super::super::manage::among(&keys);
    let sql = format!("select survey, count(*) from verbatims where {among} group by 1 order by 2 desc, 1 limit 1");
    let rows = ground.0.query(asking.workspace(), &sql, &params).await?.rows().await?;
    let most = rows.first().and_then(|row| row.first()?.as_str());
    let most = most.and_then(|key| surveys.iter().find(|row| row.key == key));
    Ok(most.or(surveys.first()).cloned())
}

fn choices(asking: &Asking, surveys: &[survey::Model], current: &str) -> Vec<Choice> {
    let title = |row: &survey::Model| {
        let words = definition(row).ok().and_then(|definition| {
            let own = definition.title.get(asking.locale.code(), &definition.languages);
            own.map(str::to_owned)
        });
        words.unwrap_or_else(|| row.title.clone())
    };
    let choice =
        |row: &survey::Model| Choice::new(title(row), &Address::new(PATH).with("survey", &row.id), row.id == current);
    surveys.iter().map(choice).collect()
}

impl Work {
    fn new(
        sample: Sample,
        topics: &[store::topics::Topic],
        aside: &[theme_aside::Model],
        period: Period,
        wanted: &Wanted,
    ) -> Self {
        let Sample { said, total } = sample;
        let groups = Groups::of(said.iter().map(|said| said.text.as_str()));
        let put: Vec<find::Aside> = aside.iter().map(|row| (row.language.clone(), row.rule.clone())).collect();
        let themes = find::find(&said, &groups, topics, &put);
        let everybody: Vec<usize> = (0..said.len()).collect();
        let of = find::people(&said, &everybody, period).len() as u64;
        let has_themes = !themes.is_empty();
        let all_covered = has_themes && themes.iter().all(|theme| theme.topic.is_some());
        let is_shown = |theme: &Theme, n: u64| {
            let is_wanted = match &wanted.look {
                Some(id) => theme.id == *id,
                None => wanted.shows_all || theme.topic.is_none(),
            };
            is_wanted && theme.aside.is_none_or(|at| wanted.look.is_some() || aside::is_back(&aside[at], (n, of)))
        };
        let counted = themes.into_iter().filter_map(|theme| {
            let people = find::people(&said, &theme.texts, period);
            is_shown(&theme, people.len() as u64).then_some((theme, people))
        });
        let shown: Vec<(Theme, Vec<usize>)> = counted.take(ROWS_MAX).collect();
        let (now, before) = numbers::sides(period, said.iter().map(|said| said.day));
        let texts: Vec<&[usize]> = shown.iter().map(|(theme, _)| theme.texts.as_slice()).collect();
        let moved = tide::moved(&said, &texts, now, before);
        let most = if wanted.look.is_some() { EXAMPLES_ALONE_MAX } else { EXAMPLES_MAX };
        let mut shown: Vec<Counted> = shown
            .into_iter()
            .zip(moved)
            .map(|((theme, people), moved)| {
                let mut feels = [0; 3];
                people.iter().filter_map(|text| said[*text].feels).for_each(|feel| feels[feel] += 1);
                let examples = find::examples(&said, &groups, &theme, period, most);
                Counted { theme, n: people.len() as u64, feels, moved, examples }
            })
            // What nobody writes about any more is shown where that is news.
            .filter(|one| one.n > 0 || one.moved.is_some_and(|moved| moved.verdict.is_fall()))
            .collect();
        shown.sort_by_key(|one| std::cmp::Reverse(one.n));
        Self { said, total, texts: of, shown, all_covered, has_themes }
    }

    fn lacks(&self) -> Option<&'static str> {
        if !self.shown.is_empty() {
            None
        } else if self.texts == 0 {
            Some("texts")
        } else if self.all_covered {
            Some("covered")
        } else if self.has_themes {
            Some("aside")
        } else {
            Some("themes")
        }
    }
}

/// One page being made.
struct Maker<'a> {
    subject: &'a Subject<'a>,
    request: &'a Request,
    tree: Tree,
    aside: &'a [theme_aside::Model],
    work: &'a Work,
    /// With survey and filters.
    here: Address,
}

impl Maker<'_> {
    fn page(&self, wanted: &Wanted) -> Result<Page> {
        let work = self.work;
        let asking = self.subject.asking;
        if wanted.look.is_some() && work.shown.is_empty() {
            return Err(Error::NotFound("theme"));
        }
        let view = |key: &str, address: Address, is_current: bool| Choice::new(asking.text(key), &address, is_current);
        let all = self.here.clone().with("show", ALL);
        let put = |row: &theme_aside::Model| Put {
            label: row.label.clone(),
            language: row.language.clone(),
            back: format!("{PATH}/aside/{}/back", row.id),
        };
        let is_sample = (work.said.len() as u64) < work.total;
        let args: [(&str, FluentValue<'_>); 2] =
            [("count", (work.said.len() as i64).into()), ("all", (work.total as i64).into())];
        Ok(Page {
            survey: Some((self.subject.row.id.clone(), self.subject.title())),
            views: vec![
                view("understand-themes-uncovered", self.here.clone(), !wanted.shows_all),
                view("understand-themes-all", all.clone(), wanted.shows_all),
            ],
            lacks: work.lacks(),
            rows: work.shown.iter().map(|one| self.row(one, wanted)).collect(),
            looked: self.says(if is_sample { "understand-themes-sample" } else { "understand-themes-looked" }, &args),
            is_sample,
            aside: self.aside.iter().map(put).collect(),
            may_change: asking.role() >= Role::Manager,
            all: wanted.look.is_some().then(|| wanted.onto(self.here.clone()).to_string()),
            here: wanted.onto(self.here.clone()).to_string(),
            topics_href: super::super::manage::PATH.into(),
            show_all: wanted.onto(self.here.clone().without("from").without("to").with("period", ALL)).to_string(),
            ..Page::default()
        })
    }

    fn says(&self, key: &str, args: &[(&str, FluentValue<'_>)]) -> String {
        self.subject.asking.web.pages.text(self.subject.asking.locale, key, args)
    }

    fn row(&self, one: &Counted, wanted: &Wanted) -> Row {
        let theme = &one.theme;
        let share = stats::percent(one.n, self.work.texts);
        let range = share.and_then(|share| share.range);
        let topic = theme.topic.as_deref().and_then(|key| self.tree.place(key)).map(|at| {
            let topic = &self.tree.topics[at];
            let path = format!("{}/texts/{}", self.subject.path(), segment(&topic.key));
            let name = topic.name(self.subject.asking.locale.code()).to_owned();
            (name, self.request.filters.address(&path).to_string())
        });
        let label: HashSet<String> = theme.label.split_whitespace().map(str::to_lowercase).collect();
        let words = theme.words.iter().filter(|word| !label.contains(&word.to_lowercase())).take(WORDS_MAX);
        Row {
            id: theme.id.clone(),
            label: theme.label.clone(),
            words: words.cloned().collect(),
            language: theme.language.clone(),
            rule: theme.rule.clone(),
            n: one.n,
            of: self.work.texts,
            share: share.map_or(0.0, |share| share.value),
            low: range.map_or(0.0, |range| range.low),
            high: range.map_or(0.0, |range| range.high),
            feels: Feels::of_counts(one.feels),
            moved: one.moved.map(MovedView::of),
            quotes: one.examples.iter().map(|example| self.quote(example)).collect(),
            href: wanted.onto(self.here.clone()).with("look", &theme.id).to_string(),
            topic,
            was: theme.aside.map(|at| {
                let row = &self.aside[at];
                100.0 * row.hits as f64 / row.texts.max(1) as f64
            }),
            make: make(self.subject.asking, theme),
        }
    }

    fn quote(&self, example: &Example) -> Quote {
        let said = &self.work.said[example.text];
        let (pieces, is_cut) = quotes::with_marks(&said.text, &Mask::of(self.subject), &example.spans);
        Quote {
            pieces,
            is_cut,
            language: Some(said.language.clone()).filter(|language| language != "und"),
            at: said.at,
            href: format!("/understand/responses/{}", said.uid),
            alike: example.alike,
            like_it: quotes::like_it(&self.request.filters, &self.subject.path(), said.uid, &said.field),
        }
    }
}

impl MovedView {
    fn of(moved: Moved) -> Self {
        Self {
            verdict: moved.verdict.as_str(),
            now: moved.now,
            before: moved.before,
            more: moved.more,
            is_rise: moved.verdict.is_rise(),
            is_fall: moved.verdict.is_fall(),
        }
    }
}

/// The form of a new topic, with the theme's rule and its label for a name.
fn make(asking: &Asking, theme: &Theme) -> String {
    let known = kernel::Locale::parse(&theme.language).map(|locale| locale.code());
    let name: String = theme.label.replace('…', " ").split_whitespace().collect::<Vec<_>>().join(" ");
    let name: String = name.chars().take(NAME_CHARS_MAX).collect();
    let mut letters = name.chars();
    // In the way of a name, where letters have a capital.
    let name: String = letters.next().map_or_else(String::new, |c| c.to_uppercase().chain(letters).collect());
    Address::new(format!("{}/-/edit", super::super::manage::PATH))
        .with(&format!("name-{}", known.unwrap_or(asking.locale.code())), name)
        .with(&format!("rule-{}", known.unwrap_or(text::topics::ANY)), &theme.rule)
        .to_string()
}
