//! `/understand/surveys/{survey}/why`: from a score to its causes, with the words of those who said so.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use axum::extract::{Path, RawQuery};
use kernel::{Error, Refusal, Result};
use serde::Serialize;
use text::causes::{Cause, Measure, Options, Place, Report, Row, Why, causes};
use ui::chart::Unit;
use ui::http::{Asking, Fields, Reply, Viewer, see_other};
use ui::{Section, Tone};

use super::rows;
use crate::assistant::translate::{self, Foreign};
use crate::assistant::{Assistant, summary};
use crate::filters::Dimension;
use crate::personal::Mask;
use crate::subject::{Ground, Subject};
use crate::surveys::results::{Request, Tab, filters, tabs};
use crate::surveys::view::{Choice, FiltersView, SurveyView};
use measures::Metric;

/// Answers that are kept until the log moves.
const REMEMBERED_MAX: usize = 32;
/// Reasons that a question may offer.
const REASONS_MAX: usize = 8;
/// Places and things ruled out that are listed.
const LISTED_MAX: usize = 8;

#[derive(Serialize)]
struct Page {
    survey: SurveyView,
    tabs: Vec<Choice>,
    filters: FiltersView,
    why: Option<WhyView>,
    /// What a language model makes of the quotes.
    summary: Option<summary::Card>,
    /// Whether this member may not read what was written.
    is_closed: bool,
    can_edit: bool,
}

/// Shares are in percent.
#[derive(Serialize)]
pub(super) struct WhyView {
    question: String,
    score: String,
    read: usize,
    rows: usize,
    is_sample: bool,
    low: usize,
    low_share: f64,
    low_to: String,
    with_text: usize,
    repeated: usize,
    pub(super) causes: Vec<CauseView>,
    places: Vec<PlaceView>,
    ruled_out: Vec<RuledOutView>,
    unexplained: f64,
    ask: Option<AskView>,
    /// Dimensions that say the score in other words.
    echoes: Vec<String>,
    /// `nps`, `percent` or `mean`: what points are points of.
    unit: &'static str,
}

#[derive(Serialize)]
pub(super) struct CauseView {
    number: usize,
    pub(super) label: Words,
    labels: Vec<Words>,
    terms: Vec<String>,
    topic: Option<String>,
    place: Option<PlaceView>,
    risk: f64,
    risk_low: f64,
    risk_high: f64,
    mentions: usize,
    low_mentions: usize,
    low_share: f64,
    points: f64,
    points_there: f64,
    pub(super) quotes: Vec<QuoteView>,
    /// The form of an initiative against it.
    plan: String,
}

/// Words of customers, in their language.
#[derive(Serialize)]
pub(super) struct Words {
    pub(super) text: String,
    language: Option<String>,
}

#[derive(Serialize)]
struct PlaceView {
    /// Name of the dimension, and value.
    conditions: Vec<(String, String)>,
    /// The dashboard of this place.
    href: String,
    rows: usize,
    low_share: f64,
    risk: f64,
    points: f64,
}

#[derive(Serialize)]
pub(super) struct QuoteView {
    href: String,
    language: Option<String>,
    score: String,
    tone: Tone,
    pub(super) pieces: Vec<Piece>,
    #[serde(skip)]
    pub(super) uid: String,
    /// By which its translation is found.
    #[serde(skip)]
    key: String,
    foreign: Option<Foreign>,
}

#[derive(Debug, PartialEq, Serialize)]
pub(crate) struct Piece {
    pub(super) text: String,
    marked: bool,
}

#[derive(Serialize)]
struct RuledOutView {
    label: Words,
    mentions: usize,
    low_mentions: usize,
    risk: f64,
    why: &'static str,
    /// Number of the cause that it goes with.
    cause: Option<usize>,
}

#[derive(Serialize)]
struct AskView {
    silent: usize,
    place: Option<PlaceView>,
    reasons: Vec<Words>,
    /// Where the question is shown before it is added to the survey's draft.
    href: String,
}

/// `GET /understand/surveys/{survey}/why`
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
    let request = Request::read(&subject, &fields, format!("{}/why", subject.path())).await?;
    if let Some(address) = request.added(&subject, &fields) {
        return Ok(see_other(&address.to_string()));
    }
    let page = view(&subject, &request, &assistant).await?;
    viewer.page("understand/why.html", Section::Understand, page).await
}

async fn view(subject: &Subject<'_>, request: &Request, assistant: &Assistant) -> Result<Page> {
    let asking = subject.asking;
    let days = subject.asker().responses(&request.filters.conditions).await?.days();
    let shown = request.filters.period(&subject.format, asking.web.env().now(), days.map(|(_, newest)| newest));
    let mut why = if request.words { found(subject, request, shown.1).await? } else { None };
    let mut summed = None;
    if let Some(why) = &mut why {
        translated(asking, assistant, why).await?;
        summed = summary::card(asking, assistant, &super::summary::of(subject, request, why)).await?;
    }
    Ok(Page {
        survey: SurveyView { id: subject.row.id.clone(), title: subject.title(), anonymous: false },
        tabs: tabs(subject, &request.filters, Tab::Why),
        filters: filters(subject, request, shown).await?,
        why,
        summary: summed,
        is_closed: !request.words,
        can_edit: asking.role() >= kernel::Role::Manager,
    })
}

/// Adds what stands under quotes in other languages than the reader's.
async fn translated(asking: &Asking, assistant: &Assistant, why: &mut WhyView) -> Result<()> {
    let quotes = || why.causes.iter().flat_map(|cause| &cause.quotes);
    let texts = quotes().map(|quote| translate::Text {
        uid: quote.uid.clone(),
        field: None,
        key: &quote.key,
        language: quote.language.as_deref(),
    });
    let foreign = translate::beside(asking, assistant, texts.collect()).await?;
    for (quote, foreign) in why.causes.iter_mut().flat_map(|cause| &mut cause.quotes).zip(foreign) {
        quote.foreign = foreign;
    }
    Ok(())
}

/// Nothing where no question has low scores.
pub(super) async fn found(
    subject: &Subject<'_>,
    request: &Request,
    period: crate::period::Period,
) -> Result<Option<WhyView>> {
    let question = request.question.as_deref().and_then(|key| subject.definition.asked(key));
    let Some((question, metric)) = question.and_then(|question| Some((question, Metric::of(question)?))) else {
        return Ok(None);
    };
    let Some(options) = options(metric) else { return Ok(None) };
    let dimensions = rows::dimensions(&request.filled, &request.filters.conditions);
    let key = Key {
        workspace: subject.asking.workspace().0,
        address: request.address(subject).to_string(),
        period: format!("{period:?}"),
        stand: (
            subject.asking.store().head().await?,
            subject.asking.store().generation(subject.asking.workspace()).await?,
        ),
        reader: subject.lake().reader(subject.asking.workspace()).version().to_owned(),
    };
    let answer = match remembered(&key) {
        Some(answer) => answer,
        None => {
            let mut rows =
                rows::gather(&subject.asker(), &request.filters.conditions, &dimensions, question, period).await?;
            let options = options.clone();
            let work = move || {
                let echoes = rows::without_echoes(&mut rows, options.low_to);
                Answer::of(&rows, &options, echoes)
            };
            let answer = Arc::new(tokio::task::spawn_blocking(work).await.map_err(Error::internal)?);
            remember(key, answer.clone());
            answer
        }
    };
    if answer.report.rows == 0 {
        return Ok(None);
    }
    let names = topic_names(subject).await?;
    Ok(Some(
        Shown {
            subject,
            request,
            metric,
            dimensions: &dimensions,
            names: &names,
            mask: Mask::for_everybody(subject.asking),
        }
        .view(question, &options, &answer),
    ))
}

/// Which scores are low, and what points are points of; nothing for a scale without low ones.
pub(crate) fn options(metric: Metric) -> Option<Options> {
    let (_, _, low_to) = metric.groups().into_iter().find(|(tone, ..)| *tone == Tone::Detractor)?;
    let measure = match metric.unit() {
        Unit::Nps => Measure::Nps,
        Unit::Percent => Measure::Low,
        Unit::Mean | Unit::Count => Measure::Mean,
    };
    Some(Options { low_to: low_to as f64, measure, ..Options::default() })
}

async fn topic_names(subject: &Subject<'_>) -> Result<HashMap<String, String>> {
    let language = subject.asking.locale.code();
    let topics = subject.asking.store().topics(subject.asking.workspace()).await?;
    Ok(topics.into_iter().map(|topic| (topic.key.clone(), topic.name(language).to_owned())).collect())
}

/// A report with the rows that it quotes.
struct Answer {
    report: Report,
    quoted: BTreeMap<String, Row>,
    /// Columns that say the score in other words.
    echoes: Vec<String>,
}

impl Answer {
    fn of(rows: &[Row], options: &Options, echoes: Vec<String>) -> Self {
        let report = causes(rows, options);
        let ids: std::collections::BTreeSet<&str> =
            report.causes.iter().flat_map(|cause| &cause.evidence).map(|quote| quote.id.as_str()).collect();
        let quoted = rows.iter().filter(|row| ids.contains(row.id.as_str())).map(|row| (row.id.clone(), row.clone()));
        let quoted = quoted.collect();
        Self { report, quoted, echoes }
    }
}

/// What an answer depends on.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Key {
    workspace: i32,
    address: String,
    period: String,
    stand: (i64, i64),
    reader: String,
}

type Remembered = Vec<(Key, Arc<Answer>)>;

static REMEMBERED: LazyLock<Mutex<Remembered>> = LazyLock::new(Mutex::default);

fn remembered(key: &Key) -> Option<Arc<Answer>> {
    let known = REMEMBERED.lock().unwrap_or_else(PoisonError::into_inner);
    known.iter().find(|(other, _)| other == key).map(|(_, answer)| answer.clone())
}

fn remember(key: Key, answer: Arc<Answer>) {
    let mut known = REMEMBERED.lock().unwrap_or_else(PoisonError::into_inner);
    // What the same page showed before is not asked for again.
    known.retain(|(other, _)| (other.workspace, &other.address) != (key.workspace, &key.address));
    if known.len() >= REMEMBERED_MAX {
        known.remove(0);
    }
    known.push((key, answer));
}

/// Draws a report for its reader.
struct Shown<'a> {
    subject: &'a Subject<'a>,
    request: &'a Request,
    metric: Metric,
    dimensions: &'a [&'a Dimension],
    names: &'a HashMap<String, String>,
    /// Evidence is shown to whoever is to be convinced, so it names nobody.
    mask: Mask,
}

impl Shown<'_> {
    fn view(&self, question: &kernel::survey::Question, options: &Options, answer: &Answer) -> WhyView {
        let report = &answer.report;
        let format = &self.subject.format;
        WhyView {
            question: self.subject.question_title(question),
            score: format.number(report.score, if self.metric.unit() == Unit::Mean { 2 } else { 0 }),
            read: report.read,
            rows: report.rows,
            is_sample: report.rows >= rows::ROWS_MAX || report.read < report.rows,
            low: report.low,
            low_share: 100.0 * report.low as f64 / report.read.max(1) as f64,
            low_to: format.number(options.low_to, 0),
            with_text: report.with_text,
            repeated: report.repeated,
            causes: report
                .causes
                .iter()
                .enumerate()
                .map(|(at, cause)| self.cause(at, cause, answer, &question.key))
                .collect(),
            places: report.places.iter().take(LISTED_MAX).map(|place| self.place(place)).collect(),
            ruled_out: report.ruled_out.iter().take(LISTED_MAX).map(|out| self.ruled_out(out)).collect(),
            unexplained: 100.0 * report.unexplained,
            ask: report.ask.as_ref().map(|ask| AskView {
                silent: ask.silent,
                place: ask.place.as_ref().map(|place| self.place(place)),
                reasons: ask.reasons.iter().map(|(text, language)| words(text, language)).collect(),
                href: self.propose(&question.key, options, ask, &report.causes),
            }),
            echoes: answer.echoes.iter().map(|column| self.name(column)).collect(),
            unit: self.metric.unit_name(),
        }
    }

    /// The page of the editor that takes the proposal: about which question, up to which score, with which reasons in
    /// which languages.
    fn propose(&self, question: &str, options: &Options, ask: &text::causes::Ask, causes: &[Cause]) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.append_pair("about", question).append_pair("to", &format!("{:.0}", options.low_to));
        for (number, (label, language)) in ask.reasons.iter().take(REASONS_MAX).enumerate() {
            let others = causes.iter().find(|cause| cause.label == *label).into_iter().flat_map(|cause| &cause.labels);
            let others = others.map(|(language, label)| (language, label)).filter(|(other, _)| *other != language);
            for (language, label) in std::iter::once((language, label)).chain(others) {
                query.append_pair("reason", &format!("{number}:{language}:{label}"));
            }
        }
        format!("/listen/surveys/{}/propose?{}", self.subject.row.id, query.finish())
    }

    fn cause(&self, at: usize, cause: &Cause, answer: &Answer, question: &str) -> CauseView {
        // In the reader's language where customers have said it in that, too.
        let locale = self.subject.asking.locale.code();
        let own = (cause.language.as_str(), cause.label.as_str());
        let others = cause.labels.iter().map(|(language, label)| (language.as_str(), label.as_str()));
        let mut labels: Vec<(&str, &str)> = std::iter::once(own).chain(others).collect();
        if let Some(place) = labels.iter().position(|(language, _)| *language == locale) {
            labels[..=place].rotate_right(1);
        }
        let plan = self.plan(cause, labels.first().map_or(&*cause.label, |(_, label)| label), question);
        let mut labels = labels.into_iter().map(|(language, label)| words(label, language));
        CauseView {
            number: at + 1,
            label: labels.next().unwrap_or_else(|| words(&cause.label, &cause.language)),
            labels: labels.collect(),
            terms: cause.terms.clone(),
            topic: cause.topic.as_ref().and_then(|key| self.names.get(key)).cloned(),
            place: cause.place.as_ref().map(|place| self.place(place)),
            risk: cause.risk.value,
            risk_low: cause.risk.low,
            risk_high: cause.risk.high,
            mentions: cause.mentions,
            low_mentions: cause.low_mentions,
            low_share: 100.0 * cause.low_share,
            points: cause.points,
            points_there: cause.points_there,
            quotes: self.quotes(cause, answer),
            plan,
        }
    }

    /// Where an initiative begins with this cause: its words, what it costs, where, and the answers that are quoted.
    fn plan(&self, cause: &Cause, label: &str, question: &str) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.append_pair("cause", label).append_pair("number", &format!("{}:{question}", self.subject.row.key));
        if let Some(topic) = &cause.topic {
            query.append_pair("topic", topic);
        }
        for (column, value) in cause.place.iter().flat_map(|place| &place.conditions) {
            query.append_pair("place", &format!("{column}:{value}"));
        }
        for quote in &cause.evidence {
            query.append_pair("signal", &quote.id);
        }
        format!("/act/initiatives/new?{}", query.finish())
    }

    /// Those in the reader's language first.
    fn quotes(&self, cause: &Cause, answer: &Answer) -> Vec<QuoteView> {
        let locale = self.subject.asking.locale.code();
        let shown = |quote: &text::causes::Quote| Some(self.quote(answer.quoted.get(&quote.id)?, &quote.spans));
        let mut quotes: Vec<QuoteView> = cause.evidence.iter().filter_map(shown).collect();
        quotes.sort_by_key(|quote| quote.language.as_deref() != Some(locale));
        quotes
    }

    fn place(&self, place: &Place) -> PlaceView {
        let asking = self.subject.asking;
        let mut address = self.request.filters.address(&self.request.path);
        let mut conditions = Vec::new();
        for (column, value) in &place.conditions {
            address = address.with(column, value);
            let dimension = self.dimensions.iter().find(|dimension| dimension.column == *column);
            conditions.push(match dimension {
                Some(dimension) => (dimension.label(asking), dimension.value_label(asking, Some(value))),
                None => (column.clone(), value.clone()),
            });
        }
        PlaceView {
            conditions,
            href: address.to_string(),
            rows: place.rows,
            low_share: 100.0 * place.low_share,
            risk: place.risk.value,
            points: place.points,
        }
    }

    fn name(&self, column: &str) -> String {
        let dimension = self.dimensions.iter().find(|dimension| dimension.column == column);
        dimension.map_or_else(|| column.to_owned(), |dimension| dimension.label(self.subject.asking))
    }

    fn quote(&self, row: &Row, spans: &[(usize, usize)]) -> QuoteView {
        QuoteView {
            href: format!("/understand/responses/{}", row.id),
            language: row.language.clone().filter(|language| language != "und"),
            score: self.subject.format.number(row.score, 0),
            tone: self.metric.tone(row.score.round() as i64),
            pieces: pieces(&row.text, spans, &self.mask),
            uid: row.id.clone(),
            key: translate::key(&row.text),
            foreign: None,
        }
    }

    fn ruled_out(&self, out: &text::causes::RuledOut) -> RuledOutView {
        let (why, cause) = match out.why {
            Why::NotTied => ("not-tied", None),
            Why::NotSure => ("not-sure", None),
            Why::OnlyCommonThere => ("only-common", None),
            Why::GoesWith(cause) => ("goes-with", Some(cause + 1)),
        };
        RuledOutView {
            label: words(&out.label, &out.language),
            mentions: out.mentions,
            low_mentions: out.low_mentions,
            risk: out.risk.value,
            why,
            cause,
        }
    }
}

fn words(text: &str, language: &str) -> Words {
    Words { text: text.to_owned(), language: (language != "und" && !language.is_empty()).then(|| language.to_owned()) }
}

/// A text in pieces, those within `spans` marked, personal data masked.
pub(crate) fn pieces(text: &str, spans: &[(usize, usize)], mask: &Mask) -> Vec<Piece> {
    let masked = mask.spans(text);
    let chars: Vec<char> = masked.text.chars().collect();
    let moved = spans.iter().map(|(start, end)| (masked.place(*start), masked.place(*end)));
    let mut spans: Vec<(usize, usize)> = moved.collect();
    spans.sort_unstable();
    let mut pieces = Vec::new();
    let mut at = 0;
    let mut push = |from: usize, to: usize, marked: bool| {
        if from < to {
            pieces.push(Piece { text: chars[from..to].iter().collect(), marked });
        }
    };
    for (start, end) in spans {
        let (start, end) = (start.clamp(at, chars.len()), end.clamp(at, chars.len()));
        push(at, start, false);
        push(start, end, true);
        at = end.max(at);
    }
    push(at, chars.len(), false);
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    fn piece(text: &str, marked: bool) -> Piece {
        Piece { text: text.into(), marked }
    }

    #[test]
    fn what_counted_is_marked_and_nothing_is_lost() {
        let mask = Mask::all(|key| key.rsplit('-').next().unwrap_or_default().to_owned());
        let pieces = |text: &str, spans: &[(usize, usize)]| super::pieces(text, spans, &mask);
        assert_eq!(
            pieces("سطل‌ها نزدیک بود", &[(7, 12)]),
            [piece("سطل‌ها ", false), piece("نزدیک", true), piece(" بود", false)]
        );
        assert_eq!(pieces("abc", &[(1, 2), (1, 3), (2, 9)]), [piece("a", false), piece("b", true), piece("c", true)]);
        assert_eq!(pieces("", &[(0, 4)]), []);
        let told = pieces("bins, write to sara@example.com", &[(0, 4)]);
        assert_eq!(told, [piece("bins", true), piece(", write to [email]", false)]);
    }

    #[test]
    fn low_is_what_is_drawn_as_low() {
        let nps = Metric { kind: kernel::survey::Kind::Nps, scale: kernel::survey::Scale { from: 0, to: 10 } };
        assert_eq!(options(nps).map(|options| (options.low_to, options.measure)), Some((6.0, Measure::Nps)));
    }
}
