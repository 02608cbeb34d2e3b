//! The dashboard of a survey: `/understand/surveys/{survey}`, and the part of it that keeps itself up to date.

use std::collections::HashSet;

use axum::extract::{Path, RawQuery};
use kernel::format::Grain;
use kernel::{Result, Timestamp};
use serde::Serialize;
use ui::Section;
use ui::http::{Asking, Fields, Reply, Viewer, no_content, see_other};

use super::view::{Choice, ConditionView, FiltersView, Numbers, Picked, SurveyView, TextFilter};
use super::{discreet, numbers};
use crate::address::Address;
use crate::anonymity;
use crate::ask::Stand;
use crate::filters::{Chosen, Condition, Dimension, FLAGGED, Filters, Preset, with_condition, without_condition};
use crate::period::Period;
use crate::quality::left_out::{self, LeftOutView};
use crate::subject::{Ground, Subject};
use measures::main_question;

const TEMPLATE: &str = "understand/results.html";

/// What one address asks to see.
pub struct Request {
    /// The page that asks.
    pub path: String,
    pub filters: Filters,
    pub dimensions: Vec<Dimension>,
    /// Those that the survey's responses have values of, with about how many different ones.
    pub filled: Vec<(Dimension, i64)>,
    /// Key of the scored question that trend, distribution and split are about.
    pub question: Option<String>,
    /// Whether this member may read what people wrote.
    pub words: bool,
    /// Column of the dimension to split by.
    pub by: Option<String>,
    pub step: Option<Grain>,
    /// Column of the dimension that a condition is being added of.
    pub pick: Option<String>,
}

#[derive(Serialize)]
struct Page {
    survey: SurveyView,
    tabs: Vec<Choice>,
    filters: Option<FiltersView>,
    numbers: Numbers,
    explained: Vec<&'static str>,
    live: String,
    refresh: String,
    now: Timestamp,
    can_edit: bool,
    /// Where all of this is one file, for those who may have it.
    export: Option<String>,
}

/// `GET /understand/surveys/{survey}`
pub async fn page(viewer: Viewer, ground: Ground, Path(id): Path<String>, RawQuery(query): RawQuery) -> Reply {
    let subject = Subject::find(&viewer, &ground, &id).await?;
    let fields = Fields::parse(query.unwrap_or_default().as_bytes());
    let subject = subject.leaving_out(&fields).await?;
    let request = Request::read(&subject, &fields, subject.path()).await?;
    if let Some(address) = request.added(&subject, &fields) {
        return Ok(see_other(&address.to_string()));
    }
    let page = view(&subject, &request).await?;
    viewer.page(TEMPLATE, Section::Understand, page).await
}

/// `GET /understand/surveys/{survey}/live?since=…`: the numbers again if anything changed since, else 204.
pub async fn live(viewer: Viewer, ground: Ground, Path(id): Path<String>, RawQuery(query): RawQuery) -> Reply {
    let subject = Subject::find(&viewer, &ground, &id).await?;
    let fields = Fields::parse(query.unwrap_or_default().as_bytes());
    let seen = fields.get("since").and_then(Since::parse);
    if let Some(seen) = seen
        && (seen.log == Since::log(&subject).await? || seen.stand == stand(&subject).await?)
    {
        return Ok(no_content());
    }
    let subject = subject.leaving_out(&fields).await?;
    let request = Request::read(&subject, &fields, subject.path()).await?;
    let page = view(&subject, &request).await?;
    viewer.block(TEMPLATE, "numbers", page)
}

/// What a page has seen: the whole log, which is asked first because that is cheap, and the survey's part of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Since {
    log: (i64, i64),
    stand: Stand,
}

impl Since {
    async fn of(subject: &Subject<'_>) -> Result<Self> {
        // The log first: what comes between is seen twice rather than never.
        Ok(Self { log: Self::log(subject).await?, stand: stand(subject).await? })
    }

    async fn log(subject: &Subject<'_>) -> Result<(i64, i64)> {
        let store = subject.asking.store();
        Ok((store.head().await?, store.generation(subject.asking.workspace()).await?))
    }

    fn parse(text: &str) -> Option<Self> {
        let numbers: Vec<i64> = text.split('.').map_while(|part| part.parse().ok()).collect();
        let [head, generation, newest, responses] = numbers[..] else { return None };
        Some(Self { log: (head, generation), stand: Stand { newest, responses } })
    }

    fn write(self) -> String {
        let Self { log: (head, generation), stand: Stand { newest, responses } } = self;
        format!("{head}.{generation}.{newest}.{responses}")
    }
}

/// Where the survey stands. Of an anonymous one only every fifth completed response is told: when somebody answers is
/// nobody's business either.
async fn stand(subject: &Subject<'_>) -> Result<Stand> {
    if !subject.definition.anonymous {
        return subject.asker().stand().await;
    }
    let (_, complete) = subject.asker().responses(&[]).await?.during(Period::default());
    Ok(Stand { newest: 0, responses: anonymity::counted(complete as usize) as i64 })
}

impl Request {
    pub async fn read(subject: &Subject<'_>, fields: &Fields, path: String) -> Result<Self> {
        let dimensions = subject.dimensions().await?;
        let known = |name: &str| {
            let column = fields.get(name)?;
            dimensions.iter().find(|dimension| dimension.column == column).map(|dimension| dimension.column.clone())
        };
        let (by, pick) = (known("by"), known("pick"));
        let question = fields.get("of").filter(|key| subject.scored().any(|question| question.key == *key));
        let question = question.or(main_question(&subject.definition).map(|question| question.key.as_str()));
        let words = crate::verbatims::may_read(subject.asking, Some(&subject.row)).await?;
        let filters = Filters::read(fields, &dimensions)?;
        Ok(Self {
            path,
            filters: if words { filters } else { filters.without_texts() },
            words,
            question: question.map(str::to_owned),
            step: fields.get("step").and_then(|step| step.parse().ok()),
            filled: subject.asker().filled(&dimensions).await?,
            by,
            pick,
            dimensions,
        })
    }

    /// The address of this page with what it shows.
    pub fn address(&self, subject: &Subject<'_>) -> Address {
        let mut address = self.filters.address(&self.path);
        let main = main_question(&subject.definition).map(|question| question.key.as_str());
        if let Some(question) = self.question.as_deref().filter(|question| Some(*question) != main) {
            address = address.with("of", question);
        }
        if let Some(by) = &self.by {
            address = address.with("by", by);
        }
        if let Some(step) = self.step {
            address = address.with("step", step);
        }
        address
    }

    /// Where the form that adds a condition leads: the form names dimension and value, an address names them in one.
    pub fn added(&self, subject: &Subject<'_>, fields: &Fields) -> Option<Address> {
        let (column, value) = (fields.get("dimension")?, fields.get("value")?);
        let dimension = self.dimensions.iter().find(|dimension| dimension.column == column)?.clone();
        let condition = Condition { dimension, value: Some(value.to_owned()) };
        Some(with_condition(self.address(subject), &condition))
    }
}

async fn view(subject: &Subject<'_>, request: &Request) -> Result<Page> {
    let since = Since::of(subject).await?;
    let words = request.words;
    let (filters, numbers) = if subject.definition.anonymous {
        (None, discreet::numbers(subject, request, words).await?)
    } else {
        let (period, numbers) = numbers::numbers(subject, request, words).await?;
        (Some(filters(subject, request, period).await?), numbers)
    };
    let address = request.address(subject);
    let live = address.at(format!("{}/live", subject.path())).with("since", since.write());
    let kinds: HashSet<_> = subject.scored().map(|question| question.kind.as_str()).collect();
    let explained = ["nps", "csat", "ces", "rating"].into_iter().filter(|kind| kinds.contains(kind));
    Ok(Page {
        survey: SurveyView {
            id: subject.row.id.clone(),
            title: subject.title(),
            anonymous: subject.definition.anonymous,
        },
        tabs: tabs(subject, &request.filters, Tab::Results),
        filters,
        numbers,
        explained: explained.collect(),
        live: live.to_string(),
        refresh: address.to_string(),
        now: subject.asking.web.env().now(),
        can_edit: subject.asking.role() >= kernel::Role::Manager,
        export: (subject.asking.role() >= kernel::Role::Agent && words).then(|| export(subject, &request.filters)),
    })
}

/// The page that gives the file, with the same filters where there are any.
fn export(subject: &Subject<'_>, filters: &Filters) -> String {
    let path = format!("{}/export", subject.path());
    if subject.definition.anonymous { path } else { filters.address(&path).to_string() }
}

/// The views of a survey.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tab {
    Results,
    Texts,
    Report,
    Crosstab,
    Compare,
    Why,
    Course,
    Quality,
    Answers,
}

impl Tab {
    const ALL: [Self; 9] = [
        Self::Results,
        Self::Texts,
        Self::Why,
        Self::Report,
        Self::Crosstab,
        Self::Compare,
        Self::Course,
        Self::Quality,
        Self::Answers,
    ];

    /// The last part of its path, and of the key of its name.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Results => "results",
            Self::Texts => "texts",
            Self::Report => "report",
            Self::Crosstab => "crosstab",
            Self::Compare => "compare",
            Self::Why => "why",
            Self::Course => "course",
            Self::Quality => "quality",
            Self::Answers => "answers",
        }
    }
}

/// The views of a survey, each with the same filters. Of an anonymous one only those that show no single response and
/// put no two questions against each other.
pub fn tabs(subject: &Subject<'_>, filters: &Filters, current: Tab) -> Vec<Choice> {
    let offered = |tab: &Tab| !subject.definition.anonymous || matches!(tab, Tab::Results | Tab::Texts | Tab::Report);
    let choice = |tab: Tab| {
        let path = match tab {
            Tab::Results => subject.path(),
            tab => format!("{}/{}", subject.path(), tab.as_str()),
        };
        let label = subject.asking.text(&format!("understand-tab-{}", tab.as_str()));
        Choice::new(label, &filters.address(&path), tab == current)
    };
    Tab::ALL.into_iter().filter(offered).map(choice).collect()
}

pub async fn filters(
    subject: &Subject<'_>,
    request: &Request,
    (preset, period): (Option<Preset>, Period),
) -> Result<FiltersView> {
    let asking = subject.asking;
    let address = request.address(subject);
    let bare = address.clone().without("period").without("from").without("to");
    let preset_label = |preset: Preset| asking.text(&format!("understand-period-{}", preset.as_str()));
    let filled = &request.filled;
    let picked = match request.pick.as_deref().and_then(|pick| filled.iter().find(|(d, _)| d.column == pick)) {
        Some((dimension, _)) => Some(picked(subject, dimension, &address).await?),
        None => None,
    };
    let chosen = |dimension: &Dimension| request.filters.conditions.iter().any(|c| c.dimension == *dimension);
    let questions: Vec<_> = subject.scored().collect();
    let current = questions.iter().find(|question| Some(&question.key) == request.question.as_ref());
    Ok(FiltersView {
        period: preset.map_or_else(|| days_label(subject, period), preset_label),
        presets: Preset::ALL
            .into_iter()
            .map(|p| Choice::new(preset_label(p), &bare.clone().with("period", p.as_str()), Some(p) == preset))
            .collect(),
        from: period.first.map(|day| day.to_string()).unwrap_or_default(),
        to: period.last.map(|day| day.to_string()).unwrap_or_default(),
        conditions: conditions(subject, &request.filters, &address),
        dimensions: filled
            .iter()
            .filter(|(dimension, _)| !chosen(dimension))
            .map(|(d, _)| Choice::new(d.label(asking), &address.clone().with("pick", &d.column), false))
            .chain((!request.filters.leaves_out).then(|| leave_out(asking, &address)))
            .collect(),
        texts: if request.words { text_filters(subject, request, &address) } else { vec![] },
        picked,
        question: current.map(|question| subject.question_title(question)).unwrap_or_default(),
        questions: if questions.len() < 2 || request.path != subject.path() {
            vec![]
        } else {
            let is_current = |key: &String| Some(key) == request.question.as_ref();
            let choice = |question: &&kernel::survey::Question| {
                let there = address.clone().with("of", &question.key);
                Choice::new(subject.question_title(question), &there, is_current(&question.key))
            };
            questions.iter().map(choice).collect()
        },
        kept: bare.pairs().to_vec(),
        kept_all: address.pairs().to_vec(),
        action: request.path.clone(),
        clear: (request.filters.chosen.is_some()
            || !request.filters.conditions.is_empty()
            || request.filters.leaves_out)
            .then(|| request.path.clone()),
        left_out: left_out::told(subject, &request.filters.conditions, period).await?.map(|says| LeftOutView {
            says,
            href: request.filters.address(&format!("{}/quality", subject.path())).to_string(),
        }),
    })
}

/// The filters that are on, each with the address without it.
pub fn conditions(subject: &Subject<'_>, filters: &Filters, address: &Address) -> Vec<ConditionView> {
    let asking = subject.asking;
    let views = filters.conditions.iter().map(|condition| ConditionView {
        label: condition.dimension.label(asking),
        value: condition.dimension.value_label(asking, condition.value.as_deref()),
        clear: without_condition(address.clone(), &condition.dimension).to_string(),
    });
    let left_out = filters.leaves_out.then(|| ConditionView {
        label: asking.text("understand-flagged"),
        value: asking.text("understand-flagged-out"),
        clear: address.clone().without(FLAGGED.0).to_string(),
    });
    views.chain(left_out).collect()
}

/// The choice to leave flagged responses out.
pub fn leave_out(asking: &Asking, address: &Address) -> Choice {
    Choice::new(asking.text("understand-leave-out"), &address.clone().with(FLAGGED.0, FLAGGED.1), false)
}

/// What texts say, and their languages: few values, so that each is one step away.
fn text_filters(subject: &Subject<'_>, request: &Request, address: &Address) -> Vec<TextFilter> {
    let conditions = &request.filters.conditions;
    let is_free = |dimension: &Dimension| !conditions.iter().any(|condition| condition.dimension == *dimension);
    let has_texts = subject.definition.questions.iter().any(|question| question.kind.is_verbatim());
    let filter = |dimension: Dimension| {
        let value = |value: &str| {
            let condition = Condition { dimension: dimension.clone(), value: Some(value.to_owned()) };
            let label = dimension.value_label(subject.asking, Some(value));
            Choice::new(label, &with_condition(address.clone(), &condition), false)
        };
        let values = dimension.fixed_values().into_iter().map(value).collect();
        TextFilter { label: dimension.label(subject.asking), values }
    };
    Dimension::of_texts().into_iter().filter(|dimension| has_texts && is_free(dimension)).map(filter).collect()
}

/// The values of a dimension, each as a link that adds the condition.
async fn picked(subject: &Subject<'_>, dimension: &Dimension, address: &Address) -> Result<Picked> {
    let values = subject.asker().values(dimension).await?;
    let there = |value: Option<String>| {
        let label = dimension.value_label(subject.asking, value.as_deref());
        let condition = Condition { dimension: dimension.clone(), value };
        Choice::new(label, &with_condition(address.clone(), &condition), false)
    };
    Ok(Picked {
        column: dimension.column.clone(),
        label: dimension.label(subject.asking),
        values: values.into_iter().map(|(value, _)| Some(value)).chain([None]).map(there).collect(),
        close: address.to_string(),
    })
}

/// Chosen days in words.
pub fn days_label(subject: &Subject<'_>, period: Period) -> String {
    let day = |day: jiff::civil::Date| subject.format.civil_date(day);
    let pages = &subject.asking.web.pages;
    let locale = subject.asking.locale;
    match (period.first.map(day), period.last.map(day)) {
        (Some(first), Some(last)) if first == last => first,
        (Some(first), Some(last)) => {
            pages.text(locale, "understand-days", &[("first", first.into()), ("last", last.into())])
        }
        (Some(first), None) => pages.text(locale, "understand-days-from", &[("first", first.into())]),
        (None, Some(last)) => pages.text(locale, "understand-days-to", &[("last", last.into())]),
        (None, None) => subject.asking.text("understand-period-all"),
    }
}

/// The period of an address in words, for pages that are not the dashboard.
pub fn period_label(subject: &Subject<'_>, filters: &Filters, period: Period) -> String {
    match filters.chosen {
        Some(Chosen::Preset(preset)) => subject.asking.text(&format!("understand-period-{}", preset.as_str())),
        _ => days_label(subject, period),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_page_has_seen_reads_back() {
        let since = Since { log: (41, 2), stand: Stand { newest: 40, responses: 12 } };
        assert_eq!(Since::parse(&since.write()), Some(since));
        for bad in ["", "1.2.3", "1.2.3.x", "1.2.3.4.5"] {
            assert_eq!(Since::parse(bad), None, "{bad}");
        }
    }
}
