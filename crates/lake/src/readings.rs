//! What texts say, kept beside them.
//!
//! A reading depends on nothing but the text, the language that it is probably in, and the version of the reader. So it
//! is made where a row enters the lake, in the tail and in segments alike, and goes with its row from then on: whatever
//! masks or filters the row masks and filters the reading. [`crate::reread`] reads again what another version has read.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::Arc;

use datafusion::arrow::array::{
    Array, ArrayRef, AsArray, Float64Array, Float64Builder, Int64Array, Int64Builder, ListArray, RecordBatch,
    StringViewArray, StringViewBuilder, StructArray,
};
use datafusion::arrow::buffer::{NullBuffer, OffsetBuffer};
use datafusion::arrow::compute::interleave;
use datafusion::arrow::datatypes::{DataType, Field, Float64Type, Int64Type};
use kernel::WorkspaceId;
use kernel::condition::Says;
use kernel::signal::Response;
use kernel::survey::Kind;
use store::Store;
use text::{Judgement, Reading, Sentiment};

use crate::schema::{READING, mention};
use crate::{Error, Result};

/// Fewer texts than this are read by one thread, there and then.
const FEW: usize = 128;
/// More texts than this wait for a slow reader in the background: nobody waits for them before a page or a seal.
const AT_ONCE_BY_SLOW: usize = 24;

/// Reads texts. The same text, prior and version give the same reading.
pub trait Judge: Send + Sync + 'static {
    fn version(&self) -> &str;

    /// The number of the change that made the topics it looks for, as the store counts them; 0 if it looks for none.
    fn topics(&self) -> i32 {
        0
    }

    fn read(&self, text: &str, prior: Option<&str>) -> Reading;

    /// Another reader for many texts at once, where this one is slow. They are read by this one once they are sealed.
    fn quick(&self) -> Option<Arc<dyn Judge>> {
        None
    }

    /// The reader behind it that knows nothing but words.
    fn words(&self) -> text::Reader {
        text::Reader::new()
    }

    /// What is kept of a reading; the same as of [`Judge::read`], faster where that can be.
    fn judge(&self, text: &str, prior: Option<&str>) -> Brief {
        let Reading { language, sentiment, score, set, .. } = self.read(text, prior);
        Brief::new(language.into(), sentiment, score, &set)
    }

    /// The same of many texts, each with its prior; faster where memory can be used again.
    fn judge_all(&self, texts: &[(&str, Option<String>)]) -> Vec<Brief> {
        texts.iter().map(|(text, prior)| self.judge(text, prior.as_deref())).collect()
    }
}

impl Judge for text::Reader {
    fn version(&self) -> &str {
        self.version()
    }

    fn read(&self, text: &str, prior: Option<&str>) -> Reading {
        self.read(text, prior)
    }

    fn quick(&self) -> Option<Arc<dyn Judge>> {
        self.transformer().map(|_| -> Arc<dyn Judge> { Arc::new(self.linear()) })
    }

    fn words(&self) -> text::Reader {
        self.clone()
    }

    fn judge(&self, text: &str, prior: Option<&str>) -> Brief {
        Brief::of(text, &self.judge(text, prior))
    }
}

/// The part of a language tag that a reader knows: `sv-SE` is Swedish.
pub fn prior(tag: &str) -> Option<String> {
    let first = tag.trim().split(['-', '_']).next().unwrap_or_default();
    (!first.is_empty()).then(|| first.to_ascii_lowercase())
}

/// A feeling as columns and the API name it.
pub fn label(sentiment: Sentiment) -> &'static str {
    match sentiment {
        Sentiment::Neg => "neg",
        Sentiment::Neu => "neu",
        Sentiment::Pos => "pos",
    }
}

/// Who reads, and which language each survey asks in.
#[derive(Clone)]
pub(crate) struct Desk {
    pub judge: Arc<dyn Judge>,
    pub languages: Arc<HashMap<String, String>>,
    pub threads: usize,
}

impl Desk {
    pub(crate) async fn open(
        store: &Store,
        workspace: WorkspaceId,
        judge: Arc<dyn Judge>,
        threads: usize,
    ) -> Result<Self> {
        let mut languages = HashMap::new();
        for row in store.surveys(workspace).await? {
            let definition = match row.published()? {
                Some(published) => published,
                None => row.draft()?,
            };
            if let Some(first) = definition.languages.first() {
                languages.insert(row.key, first.clone());
            }
        }
        Ok(Self { judge, languages: Arc::new(languages), threads })
    }

    /// The answers with their verbatims read; what this reader has read before stays.
    pub(crate) fn fill(&self, answers: &RecordBatch) -> Result<RecordBatch> {
        let old = Columns::of(answers)?;
        let texts = Texts::of(answers)?;
        let version = self.judge.version();
        let wanted = wanted(&old, &texts, version);
        if wanted.is_empty() {
            return Ok(answers.clone());
        }
        let fresh = self.read(&texts, &wanted)?;
        let columns = old.with(&wanted, fresh, version)?;
        with_columns(answers, columns)
    }

    /// The same at once, even if another reader must help out, and the version of the one that read.
    pub(crate) fn fill_at_once(&self, answers: &RecordBatch) -> Result<(RecordBatch, String)> {
        let quick = match self.judge.quick() {
            None => None,
            Some(quick) => {
                let wanted = wanted(&Columns::of(answers)?, &Texts::of(answers)?, self.judge.version());
                Some(quick).filter(|_| wanted.len() > AT_ONCE_BY_SLOW)
            }
        };
        let desk = match quick {
            None => Cow::Borrowed(self),
            Some(judge) => Cow::Owned(Self { judge, ..self.clone() }),
        };
        Ok((desk.fill(answers)?, desk.judge.version().to_owned()))
    }

    /// In order, by as many threads as there may be.
    fn read(&self, texts: &Texts, wanted: &[usize]) -> Result<Vec<Brief>> {
        let some = |rows: &[usize]| -> Vec<Brief> {
            let said = |row: &usize| {
                let tag = texts.language(*row).or_else(|| self.languages.get(texts.survey(*row)).map(String::as_str));
                (texts.text.value(*row), tag.and_then(prior))
            };
            self.judge.judge_all(&rows.iter().map(said).collect::<Vec<_>>())
        };
        let threads = self.threads.max(1);
        if wanted.len() < FEW || threads == 1 {
            return Ok(some(wanted));
        }
        std::thread::scope(|scope| {
            let parts = wanted.chunks(wanted.len().div_ceil(threads));
            let running: Vec<_> = parts.map(|part| scope.spawn(|| some(part))).collect();
            let mut all = Vec::with_capacity(wanted.len());
            for part in running {
                all.extend(part.join().map_err(|_| Error::Internal("a reader of texts panicked".into()))?);
            }
            Ok(all)
        })
    }
}

/// Whether there are verbatims that `version` has not read.
pub(crate) fn has_unread(answers: &RecordBatch, version: &str) -> Result<bool> {
    Ok(!wanted(&Columns::of(answers)?, &Texts::of(answers)?, version).is_empty())
}

fn wanted(old: &Columns<'_>, texts: &Texts<'_>, version: &str) -> Vec<usize> {
    let is_read = |row: usize| old.reader.is_valid(row) && old.reader.value(row) == version;
    (0..texts.text.len()).filter(|row| texts.is_verbatim(*row) && !is_read(*row)).collect()
}

/// What is kept of a reading; pages that show why read the text again.
#[derive(Debug)]
pub struct Brief {
    language: Cow<'static, str>,
    sentiment: Option<&'static str>,
    score: Option<f64>,
    likely: Option<String>,
    intent: Option<&'static str>,
    urgency: Option<u8>,
    mentions: Vec<Mention>,
}

/// A topic that a text mentions.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention {
    /// Key of the topic.
    pub topic: Arc<str>,
    /// The feeling of the clause that mentions it; none in a language that is not read.
    pub sentiment: Option<Sentiment>,
    /// From -1 to 1.
    pub score: Option<f64>,
    /// The words that mention it, in code points of the text: the first, and one past the last.
    pub start: usize,
    pub end: usize,
}

impl Brief {
    /// With what the text is for.
    pub fn of(text: &str, judged: &Judgement) -> Self {
        let meant = text::intent::judge(text, judged);
        let brief = Self::new(judged.language.into(), judged.sentiment, judged.score, &judged.set);
        match meant.main {
            Some(intent) => brief.wanting(intent.code(), meant.urgency),
            None => brief,
        }
    }

    pub fn new(
        language: Cow<'static, str>,
        sentiment: Option<Sentiment>,
        score: Option<f64>,
        likely: &[Sentiment],
    ) -> Self {
        let likely: Vec<&str> = likely.iter().copied().map(label).collect();
        Self {
            language,
            sentiment: sentiment.map(label),
            score,
            likely: (!likely.is_empty()).then(|| likely.join("+")),
            intent: None,
            urgency: None,
            mentions: Vec::new(),
        }
    }

    /// What the text is about.
    pub fn mentioning(self, mentions: Vec<Mention>) -> Self {
        Self { mentions, ..self }
    }

    /// What its writer wants, and how much it presses, from 0 to 3.
    pub fn wanting(self, intent: &'static str, urgency: u8) -> Self {
        Self { intent: Some(intent), urgency: Some(urgency), ..self }
    }
}

impl Brief {
    /// The most probable label; nothing where the language is not one that is read.
    pub fn sentiment(&self) -> Option<&'static str> {
        self.sentiment
    }

    /// The labels that are still probable, joined by `+`.
    pub fn likely(&self) -> Option<&str> {
        self.likely.as_deref()
    }

    fn add_to(&self, says: &mut Says) {
        says.topics.extend(self.mentions.iter().map(|mention| mention.topic.to_string()));
        says.intents.extend(self.intent.map(str::to_owned));
        says.sentiments.extend(self.sentiment.map(str::to_owned));
        says.urgency = says.urgency.max(self.urgency);
    }
}

/// What the verbatims of a response say, as the lake will have it; `first` is the first language that its survey asks in.
pub fn says(judge: &dyn Judge, response: &Response, language: Option<&str>, first: Option<&str>) -> Says {
    let verbatims = response.answers.iter().filter(|answer| answer.kind.is_verbatim());
    let texts: Vec<(&str, Option<String>)> =
        verbatims.filter_map(|answer| Some((answer.text.as_deref()?, language.or(first).and_then(prior)))).collect();
    let mut says = Says::default();
    judge.judge_all(&texts).iter().for_each(|brief| brief.add_to(&mut says));
    says
}

/// The columns of a batch of answers that readers look at.
struct Texts<'a> {
    kind: &'a StringViewArray,
    text: &'a StringViewArray,
    language: &'a StringViewArray,
    survey: &'a StringViewArray,
    kinds: Vec<&'static str>,
}

impl<'a> Texts<'a> {
    fn of(answers: &'a RecordBatch) -> Result<Self> {
        Ok(Self {
            kind: strings(answers, "kind")?,
            text: strings(answers, "text")?,
            language: strings(answers, "language")?,
            survey: strings(answers, "survey")?,
            kinds: Kind::ALL.into_iter().filter(|kind| kind.is_verbatim()).map(Kind::as_str).collect(),
        })
    }

    fn is_verbatim(&self, row: usize) -> bool {
        self.text.is_valid(row) && self.kind.is_valid(row) && self.kinds.contains(&self.kind.value(row))
    }

    fn language(&self, row: usize) -> Option<&str> {
        self.language.is_valid(row).then(|| self.language.value(row))
    }

    fn survey(&self, row: usize) -> &str {
        if self.survey.is_valid(row) { self.survey.value(row) } else { "" }
    }
}

/// The columns of [`READING`] as they are.
struct Columns<'a> {
    language: &'a StringViewArray,
    sentiment: &'a StringViewArray,
    polarity: &'a ArrayRef,
    likely: &'a StringViewArray,
    intent: &'a StringViewArray,
    urgency: &'a ArrayRef,
    mentions: &'a ArrayRef,
    reader: &'a StringViewArray,
}

impl<'a> Columns<'a> {
    fn of(answers: &'a RecordBatch) -> Result<Self> {
        let [language, sentiment, polarity, likely, intent, urgency, mentions, reader] = READING;
        let column = |name| answers.column_by_name(name).ok_or_else(|| missing(name));
        Ok(Self {
            language: strings(answers, language)?,
            sentiment: strings(answers, sentiment)?,
            polarity: column(polarity)?,
            likely: strings(answers, likely)?,
            intent: strings(answers, intent)?,
            urgency: column(urgency)?,
            mentions: column(mentions)?,
            reader: strings(answers, reader)?,
        })
    }

    /// The same with other readings in the rows `at`, which ascend.
    fn with(&self, at: &[usize], fresh: Vec<Brief>, version: &str) -> Result<[ArrayRef; 8]> {
        let few = || StringViewBuilder::new().with_deduplicate_strings();
        let (mut language, mut sentiment, mut likely, mut intent, mut reader) = (few(), few(), few(), few(), few());
        let (mut polarity, mut urgency) = (Float64Builder::new(), Int64Builder::new());
        // Where each row's mentions are: among those that were there, or among the fresh ones.
        let mut from = Vec::with_capacity(self.reader.len());
        let (polarity_was, urgency_was) =
            (self.polarity.as_primitive::<Float64Type>(), self.urgency.as_primitive::<Int64Type>());
        let kept = |column: &'a StringViewArray, row: usize| column.is_valid(row).then(|| column.value(row));
        let mut next = at.iter().copied().zip(&fresh).enumerate().peekable();
        for row in 0..self.reader.len() {
            match next.next_if(|(_, (next, _))| *next == row) {
                Some((place, (_, brief))) => {
                    language.append_value(&brief.language);
                    sentiment.append_option(brief.sentiment);
                    polarity.append_option(brief.score);
                    likely.append_option(brief.likely.as_deref());
                    intent.append_option(brief.intent);
                    urgency.append_option(brief.urgency.map(i64::from));
                    from.push((1, place));
                    reader.append_value(version);
                }
                None => {
                    language.append_option(kept(self.language, row));
                    sentiment.append_option(kept(self.sentiment, row));
                    polarity.append_option(polarity_was.is_valid(row).then(|| polarity_was.value(row)));
                    likely.append_option(kept(self.likely, row));
                    intent.append_option(kept(self.intent, row));
                    urgency.append_option(urgency_was.is_valid(row).then(|| urgency_was.value(row)));
                    from.push((0, row));
                    reader.append_option(kept(self.reader, row));
                }
            }
        }
        let mentions = interleave(&[self.mentions.as_ref(), &mentions(&fresh)?], &from)?;
        Ok([
            Arc::new(language.finish()),
            Arc::new(sentiment.finish()),
            Arc::new(polarity.finish()),
            Arc::new(likely.finish()),
            Arc::new(intent.finish()),
            Arc::new(urgency.finish()),
            mentions,
            Arc::new(reader.finish()),
        ])
    }
}

/// The mentions of texts as the column has them: null for a text without any.
fn mentions(fresh: &[Brief]) -> Result<ListArray> {
    let all = || fresh.iter().flat_map(|brief| &brief.mentions);
    let few = |values: &mut dyn Iterator<Item = Option<&str>>| -> StringViewArray {
        let mut builder = StringViewBuilder::new().with_deduplicate_strings();
        values.for_each(|value| builder.append_option(value));
        builder.finish()
    };
    let places =
        |place: fn(&Mention) -> usize| Int64Array::from_iter_values(all().map(|mention| place(mention) as i64));
    let columns: Vec<ArrayRef> = vec![
        Arc::new(few(&mut all().map(|mention| Some(&*mention.topic)))),
        Arc::new(few(&mut all().map(|mention| mention.sentiment.map(label)))),
        Arc::new(Float64Array::from_iter(all().map(|mention| mention.score))),
        Arc::new(places(|mention| mention.start)),
        Arc::new(places(|mention| mention.end)),
    ];
    let entries = StructArray::try_new(mention(), columns, None)?;
    let offsets = OffsetBuffer::from_lengths(fresh.iter().map(|brief| brief.mentions.len()));
    let nulls = NullBuffer::from_iter(fresh.iter().map(|brief| !brief.mentions.is_empty()));
    let item = Arc::new(Field::new_list_field(DataType::Struct(mention()), true));
    Ok(ListArray::try_new(item, offsets, Arc::new(entries), Some(nulls))?)
}

/// `answers` with other columns of [`READING`].
pub(crate) fn with_columns(answers: &RecordBatch, columns: [ArrayRef; 8]) -> Result<RecordBatch> {
    let schema = answers.schema();
    let mut all = answers.columns().to_vec();
    for (name, column) in READING.iter().zip(columns) {
        all[schema.index_of(name)?] = column;
    }
    Ok(RecordBatch::try_new(schema, all)?)
}

fn strings<'a>(batch: &'a RecordBatch, name: &str) -> Result<&'a StringViewArray> {
    batch.column_by_name(name).and_then(|column| column.as_string_view_opt()).ok_or_else(|| missing(name))
}

fn missing(name: &str) -> Error {
    Error::Internal(format!("a batch of answers lacks `{name}`"))
}
