//! Texts that are read one by one: with the words marked that mention topics, without personal data for those who
//! do not see it.

use std::collections::HashMap;

use kernel::signal::What;
use kernel::{Result, Timestamp, Uid};
use lake::Cell;
use serde::Serialize;
use ui::http::Asking;
use ui::{Feeling, Tone};

use super::copies::{self, COMPARED_MAX, Groups};
use super::corpus::Tree;
use super::look::segment;
use crate::assistant::Assistant;
use crate::assistant::translate::{self, Foreign};
use crate::filters::{Condition, Filters, Where};
use crate::period::Period;
use crate::personal::{Mask, Masked};
use crate::subject::Subject;
use crate::texts::{Said, feelings};
use measures::{Metric, main_question};

/// Texts on a page.
pub const QUOTES_MAX: usize = 20;
/// Pages that can be turned to.
pub const PAGES_MAX: usize = 500;
/// Letters of a text that are shown; the response has all of them.
const CHARS_MAX: usize = 2_000;

/// Which texts.
pub struct Wanted<'a> {
    pub conditions: &'a [Condition],
    pub period: Period,
    pub topic: Topics,
    pub intent: Option<&'a str>,
    /// At least so urgent.
    pub urgency: Option<i64>,
    /// From 0.
    pub page: usize,
    /// Whether the words that made the feeling are marked, too.
    pub with_reasons: bool,
    pub copies: copies::Shown,
}

/// What texts mention.
pub enum Topics {
    Any,
    /// No topic at all, in their whole response.
    None,
    /// One of these, by place in the tree; only these are marked.
    Of(Vec<usize>),
}

#[derive(Debug, Serialize)]
pub struct Quote {
    pub id: String,
    pub pieces: Vec<Piece>,
    pub is_cut: bool,
    pub language: Option<String>,
    pub feels: Feeling,
    pub at: Timestamp,
    pub href: String,
    pub score: Option<String>,
    pub tone: Option<Tone>,
    pub topics: Vec<Chip>,
    /// What its writer wants, a part of a key of words.
    pub intent: Option<String>,
    pub urgency: i64,
    /// Others in nearly the same words, and where they are.
    pub alike: usize,
    pub like_it: String,
    #[serde(skip)]
    pub uid: String,
    /// The key of its answer.
    #[serde(skip)]
    pub field: String,
    /// By which its translation is found.
    #[serde(skip)]
    pub key: String,
    /// See [`translated`].
    pub foreign: Option<Foreign>,
}

/// A stretch of a text; the class of its mark, where it has one, and what it says.
#[derive(Debug, PartialEq, Serialize)]
pub struct Piece {
    pub text: String,
    pub mark: Option<&'static str>,
    pub says: String,
}

#[derive(Debug, Serialize)]
pub struct Chip {
    pub name: String,
    pub href: String,
    pub kind: Option<String>,
    pub tone: Option<Tone>,
}

/// A row of the lake.
struct Row {
    uid: Uid,
    position: i64,
    field: String,
    text: String,
    language: Option<String>,
    at: Timestamp,
    intent: Option<String>,
    urgency: i64,
    alike: usize,
}

/// A mention: topic, feeling, first and one past the last code point.
type Mention = (usize, Option<String>, usize, usize);

/// One page, and whether there is another.
pub async fn read(
    subject: &Subject<'_>,
    filters: &Filters,
    tree: &Tree,
    wanted: &Wanted<'_>,
) -> Result<(Vec<Quote>, bool)> {
    let (rows, has_more) = rows(subject, tree, wanted).await?;
    let mentions = mentions(subject, tree, &rows).await?;
    let mut uids: Vec<Uid> = rows.iter().map(|row| row.uid).collect();
    uids.sort_unstable();
    uids.dedup();
    let signals = subject.asker().signals(&uids).await?;
    let mask = Mask::of(subject);
    let shown: Vec<Shown> = rows.iter().map(|row| Shown::of(&row.text, &mask)).collect();
    let first = || subject.definition.languages.first().cloned();
    let said = rows.iter().zip(&shown).map(|(row, shown)| {
        let logged = signals.iter().find(|logged| logged.uid == row.uid);
        Said {
            uid: Some(row.uid),
            question: row.field.clone(),
            text: shown.masked.text.clone(),
            language: logged.and_then(|logged| logged.signal.language.clone()).or_else(first),
        }
    });
    let feels = feelings(subject.asking, subject.lake(), said.collect(), subject.asking.path()).await?;
    let scored = main_question(&subject.definition).and_then(|question| Some((question, Metric::of(question)?)));
    let path = subject.path();
    let quote = |(((at, row), shown), feels): (((usize, Row), Shown), Feeling)| {
        let none = Vec::new();
        let about = mentions.get(&(row.uid, row.field.clone())).unwrap_or(&none);
        let name = |topic: usize| tree.topics[topic].name(subject.asking.locale.code()).to_owned();
        let score = scored.and_then(|(question, metric)| {
            let logged = signals.iter().find(|logged| logged.uid == row.uid)?;
            let What::Response(response) = &logged.signal.body.what;
            let score = response.answers.iter().find(|answer| answer.question == question.key)?.score?;
            Some((subject.format.number(score, 0), metric.tone(score.round() as i64)))
        });
        let chip = |(topic, kind): (usize, Option<String>)| Chip {
            name: name(topic),
            href: filters.address(&format!("{path}/texts/{}", segment(&tree.topics[topic].key))).to_string(),
            tone: kind.as_deref().and_then(ui::feeling::tone_of),
            kind,
        };
        Quote {
            id: format!("text-{}", at + 1),
            pieces: shown.pieces(about, &wanted.topic, wanted.with_reasons.then_some(&feels), name),
            is_cut: shown.masked.chars > CHARS_MAX,
            feels,
            language: row.language.filter(|language| language != "und"),
            at: row.at,
            href: format!("/understand/responses/{}", row.uid),
            like_it: like_it(filters, &path, row.uid, &row.field),
            uid: row.uid.to_string(),
            field: row.field,
            key: translate::key(&row.text),
            foreign: None,
            tone: score.as_ref().map(|(_, tone)| *tone),
            score: score.map(|(score, _)| score),
            topics: named(about).into_iter().map(chip).collect(),
            intent: row.intent,
            urgency: row.urgency,
            alike: row.alike,
        }
    };
    let quotes = rows.into_iter().enumerate().zip(shown).zip(feels).map(quote);
    Ok((quotes.collect(), has_more))
}

/// Adds what stands under quotes in other languages than the reader's.
pub async fn translated(asking: &Asking, assistant: &Assistant, quotes: &mut [Quote]) -> Result<()> {
    let texts = quotes.iter().map(|quote| translate::Text {
        uid: quote.uid.clone(),
        field: Some(&quote.field),
        key: &quote.key,
        language: quote.language.as_deref(),
    });
    let foreign = translate::beside(asking, assistant, texts.collect()).await?;
    for (quote, foreign) in quotes.iter_mut().zip(foreign) {
        quote.foreign = foreign;
    }
    Ok(())
}

/// Each topic once, in the order of the text; its first feeling.
fn named(mentions: &[Mention]) -> Vec<(usize, Option<String>)> {
    let mut named: Vec<(usize, Option<String>)> = Vec::new();
    for (topic, kind, ..) in mentions {
        if !named.iter().any(|(known, _)| known == topic) {
            named.push((*topic, kind.clone()));
        }
    }
    named
}

/// Where the texts are read that are nearly the same as one.
pub fn like_it(filters: &Filters, path: &str, uid: Uid, field: &str) -> String {
    filters.address(&format!("{path}/texts/read")).with("like", format!("{uid}.{field}")).to_string()
}

/// The condition on `verbatims` for texts that meet `conditions`, and whatever `more` adds, with its parameters.
pub fn where_of(
    subject: &Subject<'_>,
    conditions: &[Condition],
    period: Period,
    more: impl FnOnce(&mut Where),
) -> (String, Where) {
    let asker = subject.asker();
    // The table's language is that of the text, the filter's that of the response: filters are asked of the answers.
    let mut all = Where::new(asker.survey, conditions);
    let mut texts = format!("survey = $1 and _position in (select _position from answers where {})", all.sql());
    if conditions.is_empty() {
        "survey = $1".clone_into(&mut texts);
    }
    let before = all.sql().len();
    all.without(asker.left_out);
    all.and_texts_say(conditions);
    all.during("occurred_at", period, asker.format);
    more(&mut all);
    texts.push_str(&all.sql()[before..]);
    (texts, all)
}

/// The texts of one page, and whether there are others.
async fn rows(subject: &Subject<'_>, tree: &Tree, wanted: &Wanted<'_>) -> Result<(Vec<Row>, bool)> {
    let (texts, all) = where_of(subject, wanted.conditions, wanted.period, |all| narrow(all, tree, wanted));
    let sql = format!(
        "select _uid, _position, field, text, language, occurred_at, intent, urgency from verbatims \
         where {texts} and text is not null order by occurred_at desc, _position desc, field limit {COMPARED_MAX}"
    );
    let mut found = subject.lake().query(subject.asking.workspace(), &sql, all.params()).await?;
    let mut rows: Vec<Row> = Vec::new();
    while let Some(some) = found.next_rows().await? {
        rows.extend(some.into_iter().filter_map(row));
    }
    let (shown, page) = (wanted.copies.clone(), wanted.page.min(PAGES_MAX));
    tokio::task::spawn_blocking(move || turn(rows, &shown, page)).await.map_err(kernel::Error::internal)
}

/// The texts of one page among all.
fn turn(rows: Vec<Row>, shown: &copies::Shown, page: usize) -> (Vec<Row>, bool) {
    let groups = Groups::of(rows.iter().map(|row| row.text.as_str()));
    let places: Vec<usize> = match shown {
        copies::Shown::Once => groups.firsts(),
        copies::Shown::All => (0..rows.len()).collect(),
        copies::Shown::Several => groups.several(),
        copies::Shown::As(uid, field) => {
            let one = rows.iter().position(|row| row.uid == *uid && row.field == *field);
            one.map_or_else(Vec::new, |one| groups.like(one))
        }
    };
    let from = page * QUOTES_MAX;
    let has_more = places.len() > from + QUOTES_MAX;
    let mut rows: Vec<Option<Row>> = rows.into_iter().map(Some).collect();
    let chosen = places.into_iter().skip(from).take(QUOTES_MAX);
    // Where all of them are shown, none stands for others.
    let stands = matches!(shown, copies::Shown::Once | copies::Shown::Several);
    let row = |place: usize| {
        let row = rows[place].take()?;
        Some(Row { alike: if stands { groups.alike(place) } else { 0 }, ..row })
    };
    (chosen.filter_map(row).collect(), has_more)
}

fn narrow(all: &mut Where, tree: &Tree, wanted: &Wanted<'_>) {
    match &wanted.topic {
        Topics::Any => {}
        Topics::None => all.and("_position not in (select _position from mentions where survey = $1)"),
        Topics::Of(topics) => {
            let places: Vec<String> = topics.iter().map(|at| all.bind(tree.topics[*at].key.as_str())).collect();
            let text = "concat(cast(_position as varchar), ' ', field)";
            all.and(&format!(
                "{text} in (select {text} from mentions where survey = $1 and topic in ({}))",
                if places.is_empty() { "''".to_owned() } else { places.join(", ") }
            ));
        }
    }
    if let Some(intent) = wanted.intent {
        let place = all.bind(intent);
        all.and(&format!("intent = {place}"));
    }
    if let Some(urgency) = wanted.urgency {
        let place = all.bind(urgency);
        all.and(&format!("urgency >= {place}"));
    }
}

fn row(row: Vec<Cell>) -> Option<Row> {
    let [uid, position, field, text, language, at, intent, urgency] = <[Cell; 8]>::try_from(row).ok()?;
    Some(Row {
        uid: uid.as_uid()?,
        position: position.as_i64()?,
        field: field.as_str()?.to_owned(),
        text: text.as_str()?.to_owned(),
        language: language.as_str().map(str::to_owned),
        at: at.as_time()?,
        intent: intent.as_str().map(str::to_owned),
        urgency: urgency.as_i64().unwrap_or(0),
        alike: 0,
    })
}

/// What the texts of a page mention, in the order of the words.
async fn mentions(subject: &Subject<'_>, tree: &Tree, rows: &[Row]) -> Result<HashMap<(Uid, String), Vec<Mention>>> {
    let mut all = Where::new(&subject.row.key, &[]);
    let positions: Vec<i64> = rows.iter().map(|row| row.position).collect();
    all.within(&positions);
    let sql = "select _uid, field, topic, sentiment, \"start\", \"end\" from mentions where {where} order by 5, 6";
    let mut found: HashMap<(Uid, String), Vec<Mention>> = HashMap::new();
    for row in subject.asker().rows(sql, &all).await? {
        let [uid, field, topic, sentiment, start, end] = &row[..] else { continue };
        let place = topic.as_str().and_then(|key| tree.place(key));
        let (Some(uid), Some(field), Some(topic)) = (uid.as_uid(), field.as_str(), place) else { continue };
        let at = |cell: &Cell| usize::try_from(cell.as_i64().unwrap_or(0)).unwrap_or(0);
        let mention = (topic, sentiment.as_str().map(str::to_owned), at(start), at(end));
        found.entry((uid, field.to_owned())).or_default().push(mention);
    }
    Ok(found)
}

/// A text as it is shown.
struct Shown {
    masked: Masked,
    /// What a mark says that stands for personal data.
    says: String,
}

impl Shown {
    fn of(original: &str, mask: &Mask) -> Self {
        Self { masked: mask.spans(original), says: mask.says() }
    }

    /// The text in pieces: what is hidden first, then what mentions a topic, then what made its feeling.
    fn pieces(
        &self,
        about: &[Mention],
        topics: &Topics,
        reasons: Option<&Feeling>,
        name: impl Fn(usize) -> String,
    ) -> Vec<Piece> {
        let mut marks: Vec<(usize, usize, &'static str, String)> =
            self.masked.hidden.iter().map(|(start, end)| (*start, *end, "hidden-word", self.says.clone())).collect();
        let mut mark = |start: usize, end: usize, class: &'static str, says: String| {
            let is_free = marks.iter().all(|(from, to, ..)| end <= *from || start >= *to);
            if start < end && is_free {
                marks.push((start, end, class, says));
            }
        };
        for (topic, kind, start, end) in about {
            let class = match topics {
                Topics::Of(chosen) if !chosen.contains(topic) => continue,
                Topics::Of(_) => match kind.as_deref() {
                    Some("neg") => "det",
                    Some("pos") => "pro",
                    Some(_) => "pas",
                    None => "about",
                },
                _ => "about",
            };
            mark(self.masked.place(*start), self.masked.place(*end), class, name(*topic));
        }
        let mut at = 0;
        for piece in reasons.map_or(&[][..], |feeling| &feeling.pieces) {
            let end = at + piece.text.chars().count();
            if let Some(tone) = piece.tone {
                mark(at, end, tone.as_str(), String::new());
            }
            at = end;
        }
        marks.sort_unstable_by_key(|(start, ..)| *start);
        cut(&self.masked.text, marks)
    }
}

/// A text as it is shown, with these stretches of the original marked, and whether it is cut.
pub fn with_marks(original: &str, mask: &Mask, spans: &[(usize, usize)]) -> (Vec<Piece>, bool) {
    let shown = Shown::of(original, mask);
    let about: Vec<Mention> = spans.iter().map(|(start, end)| (0, None, *start, *end)).collect();
    (shown.pieces(&about, &Topics::Any, None, |_| String::new()), shown.masked.text.chars().count() > CHARS_MAX)
}

fn cut(text: &str, marks: Vec<(usize, usize, &'static str, String)>) -> Vec<Piece> {
    let chars: Vec<char> = text.chars().take(CHARS_MAX).collect();
    let mut pieces = Vec::new();
    let mut push = |from: usize, to: usize, mark: Option<&'static str>, says: String| {
        let to = to.min(chars.len());
        if from < to {
            pieces.push(Piece { text: chars[from..to].iter().collect(), mark, says });
        }
    };
    let mut at = 0;
    for (start, end, class, says) in marks {
        push(at, start, None, String::new());
        push(start, end, Some(class), says);
        at = end;
    }
    push(at, chars.len(), None, String::new());
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(text: &str, is_masked: bool, about: &[Mention]) -> Vec<(String, Option<&'static str>)> {
        let topics = Topics::Of(vec![0]);
        let mask = if is_masked { Mask::all(|key| key.rsplit('-').next().unwrap().to_owned()) } else { Mask::none() };
        let pieces = Shown::of(text, &mask).pieces(about, &topics, None, |at| format!("topic {at}"));
        pieces.into_iter().map(|piece| (piece.text, piece.mark)).collect()
    }

    #[test]
    fn words_are_marked_by_code_points() {
        let text = "🙂 شبکه بد است";
        let about = [(0, Some("neg".to_owned()), 2, 6), (1, None, 7, 9)];
        let expected = [("🙂 ", None), ("شبکه", Some("det")), (" بد است", None)];
        let expected: Vec<(String, Option<&str>)> =
            expected.iter().map(|(text, mark)| ((*text).to_owned(), *mark)).collect();
        assert_eq!(pieces(text, false, &about), expected);
        // A span beyond the end marks nothing beyond it.
        assert_eq!(pieces("ab", false, &[(0, None, 1, 99)]), [("a".to_owned(), None), ("b".to_owned(), Some("about"))]);
    }

    #[test]
    fn marks_move_with_what_is_hidden() {
        let text = "mail anna@example.com about the signal";
        let start = text.find("signal").unwrap();
        let about = [(0, Some("pos".to_owned()), start, start + 6)];
        let shown = pieces(text, true, &about);
        assert_eq!(shown.last(), Some(&("signal".to_owned(), Some("pro"))));
        assert!(shown.contains(&("[email]".to_owned(), Some("hidden-word"))), "{shown:?}");
        assert!(!shown.iter().any(|(text, _)| text.contains("anna")));
        assert_eq!(pieces(text, false, &about).len(), 2);
    }
}
