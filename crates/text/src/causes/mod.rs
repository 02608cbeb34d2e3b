//! From a low score to its specific cause, with quotes: which slices score low, what the low ones say there that
//! others of the same mix do not, what each of that costs, and what it is not. Pure: the same rows give the same
//! report. docs/statistics.md explains every step.

mod contrast;
mod corpus;
mod everywhere;
mod group;
mod label;
mod lexis;
mod null;
mod place;
mod quotes;
mod sites;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use corpus::Corpus;
use group::Group;
use place::Places;

/// Rows that are looked at; of more, as many are chosen by their ids.
pub const ROWS_MAX: usize = 200_000;
/// Causes that a report names at most.
pub const CAUSES_MAX: usize = 8;
/// Low scores without a cause from which on a report suggests to ask.
pub const ASK_FROM: f64 = 0.4;

/// One response.
#[derive(Debug, Clone, Default)]
pub struct Row {
    pub id: String,
    /// One that is not a number is left out.
    pub score: f64,
    /// Name and value: branch, channel, hour.
    pub attributes: Vec<(String, String)>,
    pub text: String,
    /// As `fa`; identified from the text if absent.
    pub language: Option<String>,
    pub tags: Vec<Tag>,
    /// Whose it is; what one person says in the same words counts once.
    pub contact: Option<String>,
}

/// A topic that somebody else found in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tag {
    pub topic: String,
    /// In code points; none if it belongs to the text as a whole.
    pub span: Option<(usize, usize)>,
}

/// What the score means in points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    /// Promoters from 9, detractors to 6: −100 to 100.
    Nps,
    /// The mean score, in its own unit.
    Mean,
    /// The share of low scores, 0 to 100; causes cost points by raising it.
    Low,
}

#[derive(Debug, Clone)]
pub struct Options {
    /// Scores up to here are low.
    pub low_to: f64,
    pub measure: Measure,
    /// Whether causes that share a tag, such as those of two languages, become one.
    pub join_by_tag: bool,
    pub causes: usize,
    pub rows: usize,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            low_to: stats::DETRACTOR_TO,
            measure: Measure::Nps,
            join_by_tag: true,
            causes: CAUSES_MAX,
            rows: ROWS_MAX,
        }
    }
}

/// What there is to say about low scores.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Report {
    /// Rows with a score, how many of them were looked at, had a readable text, and were low.
    pub rows: usize,
    pub read: usize,
    pub with_text: usize,
    pub low: usize,
    /// Rows that said what the same person, or too many unknown ones, had said in the same words.
    pub repeated: usize,
    /// The measure over all that were looked at.
    pub score: f64,
    /// Where low scores are more frequent than elsewhere, worst first.
    #[serde(rename = "where")]
    pub places: Vec<Place>,
    /// Most telling first.
    pub causes: Vec<Cause>,
    pub ruled_out: Vec<RuledOut>,
    /// Of low scores with a text, the share that mentions none of the causes.
    pub unexplained: f64,
    pub ask: Option<Ask>,
}

/// Rows for which all conditions hold.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Place {
    /// Attribute and value.
    pub conditions: Vec<(String, String)>,
    pub rows: usize,
    pub low_share: f64,
    /// Low scores here, by low scores elsewhere.
    pub risk: Ratio,
    /// How far the measure of all would be better if this place were like the others.
    pub points: f64,
}

/// A ratio with its 95 % range.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Ratio {
    pub value: f64,
    pub low: f64,
    pub high: f64,
}

impl From<stats::RiskRatio> for Ratio {
    fn from(ratio: stats::RiskRatio) -> Self {
        Self { value: ratio.value, low: ratio.range.low, high: ratio.range.high }
    }
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Cause {
    /// What customers call it, in their words; user text, to be escaped.
    pub label: String,
    /// Of the label.
    pub language: String,
    /// In other languages that the cause was joined over.
    pub labels: Vec<(String, String)>,
    /// The words and pairs that make it up, most telling first, as customers spell them.
    pub terms: Vec<String>,
    /// The tag that most of its mentions carry, if there is one.
    pub topic: Option<String>,
    /// Where it is mentioned mostly; none if everywhere.
    pub place: Option<Place>,
    /// How often those who mention it are low, by others of the same mix.
    pub risk: Ratio,
    /// Those who mention it, and how many of them are low.
    pub mentions: usize,
    pub low_mentions: usize,
    /// The share of low scores with a text that mention it.
    pub low_share: f64,
    /// What it costs: of the measure of all, and of that of its place.
    pub points: f64,
    pub points_there: f64,
    pub evidence: Vec<Quote>,
    /// Of all who mention it.
    pub ids: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Quote {
    pub id: String,
    /// What makes it evidence, in code points of the text.
    pub spans: Vec<(usize, usize)>,
}

/// Something that is mentioned a lot and is not it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RuledOut {
    pub label: String,
    pub language: String,
    pub mentions: usize,
    pub low_mentions: usize,
    /// Within the same mix.
    pub risk: Ratio,
    pub why: Why,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// Those who mention it are low as often as others.
    NotTied,
    /// It is mentioned where scores are low, by those who are content as well.
    OnlyCommonThere,
    /// Without the cause of this number, nothing is left of it.
    GoesWith(usize),
    /// Those who mention it are low more often, but so are those who mention some of so many words by chance.
    NotSure,
}

/// Too many low scores have no cause: ask them.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Ask {
    pub unexplained: f64,
    /// Low scores without any text, which are the first to ask.
    pub silent: usize,
    /// Where to ask.
    pub place: Option<Place>,
    /// Reasons to offer, in customers' words with their language.
    pub reasons: Vec<(String, String)>,
}

/// Finds out why scores are low.
pub fn causes(rows: &[Row], options: &Options) -> Report {
    let chosen = corpus::choose(rows, options.rows.min(ROWS_MAX));
    if chosen.rows.is_empty() {
        return Report::default();
    }
    let corpus = Corpus::read(&chosen.rows, options.low_to);
    let places = Places::find(&chosen.rows, &corpus, options.low_to);
    let tested = contrast::test(&corpus, &places);
    let mut groups = group::causes(&corpus, &places, &tested, options.causes.min(CAUSES_MAX));
    group::join(&mut groups, &corpus, &places, options.join_by_tag);
    group::echo(&mut groups, &corpus, &places, &tested);
    let everywhere = everywhere::find(&corpus, &places, &mut groups, options.causes.min(CAUSES_MAX));
    group::join(&mut groups, &corpus, &places, options.join_by_tag);
    let points = place::points(&chosen.rows, &corpus, &places, &groups, options);

    let readable = corpus.docs.len();
    let low_docs = corpus.docs.iter().filter(|doc| doc.low).count();
    let explained: BTreeSet<u32> =
        groups.iter().flat_map(|group| &group.docs).copied().filter(|doc| corpus.docs[*doc as usize].low).collect();
    let unexplained = if low_docs == 0 { 0.0 } else { 1.0 - explained.len() as f64 / low_docs as f64 };
    let found: Vec<Cause> = groups
        .iter()
        .zip(&points)
        .map(|(group, points)| describe(group, *points, &chosen.rows, &corpus, &places, low_docs, options))
        .collect();
    let ruled_out = group::ruled_out(&chosen.rows, &corpus, &places, &tested, &everywhere, &groups);
    let low = chosen.rows.iter().filter(|row| row.score <= options.low_to).count();
    let ask = (low > 0 && unexplained >= ASK_FROM)
        .then(|| ask(unexplained, low - low_docs.min(low), &found, &ruled_out, &places, options, &chosen.rows));
    Report {
        rows: chosen.total,
        read: chosen.rows.len(),
        with_text: readable,
        low,
        repeated: chosen.repeated + corpus.repeated,
        score: place::measure(chosen.rows.iter().copied(), options),
        places: places.slices.iter().map(|slice| places.describe(slice, &chosen.rows, options)).collect(),
        causes: found,
        ruled_out,
        unexplained,
        ask,
    }
}

fn describe(
    group: &Group,
    (points, points_there): (f64, f64),
    rows: &[&Row],
    corpus: &Corpus,
    places: &Places,
    low_docs: usize,
    options: &Options,
) -> Cause {
    let mut labels = label::labels(group, rows, corpus);
    let (language, label) = if labels.is_empty() { Default::default() } else { labels.remove(0) };
    let strata = contrast::Pool::new(corpus, places, &BTreeSet::new()).strata(&group.docs);
    let risk = stats::pooled_risk_ratio(&strata).map_or(Ratio { value: 1.0, low: 0.0, high: f64::MAX }, Ratio::from);
    let low_mentions = group.docs.iter().filter(|doc| corpus.docs[**doc as usize].low).count();
    Cause {
        label,
        language,
        labels,
        terms: label::terms(group, rows, corpus),
        topic: group.topic.clone(),
        place: group.slice.as_ref().map(|slice| places.describe(slice, rows, options)),
        risk,
        mentions: group.docs.len(),
        low_mentions,
        low_share: low_mentions as f64 / low_docs.max(1) as f64,
        points,
        points_there,
        evidence: quotes::quotes(group, rows, corpus),
        ids: group.docs.iter().map(|doc| rows[corpus.docs[*doc as usize].row as usize].id.clone()).collect(),
    }
}

fn ask(
    unexplained: f64,
    silent: usize,
    causes: &[Cause],
    ruled_out: &[RuledOut],
    places: &Places,
    options: &Options,
    rows: &[&Row],
) -> Ask {
    let named = causes.iter().map(|cause| (cause.label.clone(), cause.language.clone()));
    let frequent = ruled_out.iter().map(|topic| (topic.label.clone(), topic.language.clone()));
    let mut reasons: Vec<(String, String)> = Vec::new();
    let mut each: BTreeMap<String, usize> = BTreeMap::new();
    for (label, language) in named.chain(frequent) {
        let known = each.entry(language.clone()).or_default();
        if *known < 5 && !reasons.iter().any(|(other, _)| *other == label) {
            *known += 1;
            reasons.push((label, language));
        }
    }
    let place = places.slices.first().map(|slice| places.describe(slice, rows, options));
    Ask { unexplained, silent, place, reasons }
}
