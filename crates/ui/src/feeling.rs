//! What a text says, as pages show it: a word with its shape that opens the reasons.

use kernel::{Locale, Timestamp};
use serde::Serialize;
use text::{Part, Reading, Sentiment};

use crate::Tone;

/// Characters of a text that are shown with the words that counted.
pub const SHOWN_CHARS_MAX: usize = 1_500;
/// Sentences and clauses that are listed.
const PARTS_MAX: usize = 40;
/// Words that are named with their weight.
const REASONS_MAX: usize = 12;
/// Words are marked that weigh at least this share of the heaviest: a text in which every word is marked says nothing.
const MARKED_SHARE_MIN: f64 = 0.25;

/// A reading in the form that `parts.html` draws.
#[derive(Clone, Debug, Serialize)]
pub struct Feeling {
    /// `pos`, `neu`, `neg`, `unclear` or `unread`; the end of the key of its word.
    pub kind: &'static str,
    pub tone: Option<Tone>,
    /// A member said so; the reader may have said otherwise.
    pub corrected: Option<Corrected>,
    /// Its code, and how its speakers call it where pages exist in it; `und` has neither.
    pub tag: Option<String>,
    pub language: Option<String>,
    pub score: Option<f64>,
    /// The labels that are still probable, where there are several.
    pub likely: Vec<&'static str>,
    /// The text in pieces, of which some counted.
    pub pieces: Vec<Piece>,
    /// Whether the text goes on.
    pub is_cut: bool,
    pub reasons: Vec<Reason>,
    /// Sentences and clauses, where there are several.
    pub parts: Vec<Stretch>,
    /// Version of the reader.
    pub reader: String,
    /// The transformer that judged the whole text; the words and parts are those of the linear reader.
    pub by: Option<String>,
    /// Where a correction is posted to, and what it is about.
    pub correct: Option<Correct>,
}

#[derive(Clone, Debug, Serialize)]
pub struct Corrected {
    pub by: String,
    pub at: Timestamp,
    /// What the reader says.
    pub was: &'static str,
}

#[derive(Clone, Debug, Serialize)]
pub struct Correct {
    pub action: String,
    /// Key of the answer.
    pub field: String,
    /// The page to come back to.
    pub back: String,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Piece {
    pub text: String,
    pub tone: Option<Tone>,
}

#[derive(Clone, Debug, Serialize)]
pub struct Reason {
    pub text: String,
    pub tone: Tone,
    pub weight: f64,
}

#[derive(Clone, Debug, Serialize)]
pub struct Stretch {
    pub text: String,
    pub kind: &'static str,
    pub tone: Tone,
    pub score: f64,
    /// Within the sentence before it.
    pub is_clause: bool,
}

/// The label as columns, addresses and keys of words name it.
pub fn label(sentiment: Sentiment) -> &'static str {
    match sentiment {
        Sentiment::Neg => "neg",
        Sentiment::Neu => "neu",
        Sentiment::Pos => "pos",
    }
}

fn tone(sentiment: Sentiment) -> Tone {
    match sentiment {
        Sentiment::Neg => Tone::Detractor,
        Sentiment::Neu => Tone::Passive,
        Sentiment::Pos => Tone::Promoter,
    }
}

/// The tone of a label; nothing for what is unclear or not read.
pub fn tone_of(kind: &str) -> Option<Tone> {
    [Sentiment::Neg, Sentiment::Neu, Sentiment::Pos].into_iter().find(|one| label(*one) == kind).map(tone)
}

impl Feeling {
    /// What `reading`, made by `reader`, says of `text`.
    pub fn of(text: &str, reading: &Reading, reader: &str) -> Self {
        let kind = match (reading.sentiment, &reading.set[..]) {
            (None, _) => "unread",
            (Some(_), [one]) => label(*one),
            (Some(_), _) => "unclear",
        };
        let chars: Vec<char> = text.chars().collect();
        let shown = chars.len().min(SHOWN_CHARS_MAX);
        let known = (reading.language != "und").then(|| reading.language.clone());
        let name = known.as_ref().map(|tag| match Locale::parse(tag) {
            Some(locale) => locale.own_name().to_owned(),
            None => tag.clone(),
        });
        Self {
            kind,
            tone: tone_of(kind),
            corrected: None,
            tag: known,
            language: name,
            score: reading.score,
            likely: if reading.set.len() > 1 { reading.set.iter().copied().map(label).collect() } else { vec![] },
            pieces: pieces(&chars[..shown], reading),
            is_cut: shown < chars.len(),
            reasons: reasons(reading),
            parts: parts(&chars, reading),
            reader: reader.to_owned(),
            by: reading.by.as_deref().map(str::to_owned),
            correct: None,
        }
    }

    /// What a member says it says.
    #[must_use]
    pub fn corrected(self, kind: &'static str, by: String, at: Timestamp) -> Self {
        let was = self.kind;
        Self { kind, tone: tone_of(kind), corrected: Some(Corrected { by, at, was }), ..self }
    }
}

fn pieces(chars: &[char], reading: &Reading) -> Vec<Piece> {
    // Heaviest first: where two overlap, the heavier one is marked.
    let mut marked: Vec<(usize, usize, Tone)> = Vec::new();
    let heaviest = reading.because.iter().map(|reason| reason.weight.abs()).fold(0.0, f64::max);
    for reason in reading.because.iter().filter(|reason| reason.weight.abs() >= MARKED_SHARE_MIN * heaviest) {
        let (start, end) = (reason.start, reason.end.min(chars.len()));
        let is_free = marked.iter().all(|(from, to, _)| end <= *from || start >= *to);
        if start < end && is_free && reason.weight != 0.0 {
            marked.push((start, end, sign(reason.weight)));
        }
    }
    marked.sort_unstable_by_key(|(start, ..)| *start);
    let mut pieces = Vec::new();
    let mut at = 0;
    let mut push = |from: usize, to: usize, tone: Option<Tone>| {
        if from < to {
            pieces.push(Piece { text: chars[from..to].iter().collect(), tone });
        }
    };
    for (start, end, tone) in marked {
        push(at, start, None);
        push(start, end, Some(tone));
        at = end;
    }
    push(at, chars.len(), None);
    pieces
}

fn reasons(reading: &Reading) -> Vec<Reason> {
    let counted = reading.because.iter().filter(|reason| reason.weight != 0.0);
    let reason =
        |reason: &text::Reason| Reason { text: reason.text.clone(), tone: sign(reason.weight), weight: reason.weight };
    counted.take(REASONS_MAX).map(reason).collect()
}

fn sign(weight: f64) -> Tone {
    if weight > 0.0 { Tone::Promoter } else { Tone::Detractor }
}

fn parts(chars: &[char], reading: &Reading) -> Vec<Stretch> {
    let stretch = |part: &Part, is_clause: bool| Stretch {
        text: chars[part.start.min(chars.len())..part.end.min(chars.len())].iter().collect(),
        kind: label(part.sentiment),
        tone: tone(part.sentiment),
        score: part.score,
        is_clause,
    };
    let all = reading.sentences.iter().flat_map(|sentence| {
        let clauses = sentence.clauses.iter().map(|clause| stretch(clause, true));
        std::iter::once(stretch(&sentence.whole, false)).chain(clauses)
    });
    let all: Vec<Stretch> = all.take(PARTS_MAX).collect();
    // One part that is the whole says nothing new.
    if all.len() > 1 { all } else { vec![] }
}

#[cfg(test)]
mod tests {
    use text::Sentence;

    use super::*;

    fn reason(text: &str, start: usize, weight: f64) -> text::Reason {
        text::Reason { text: text.into(), start, end: start + text.chars().count(), weight }
    }

    fn reading(set: Vec<Sentiment>, because: Vec<text::Reason>) -> Reading {
        let read = set.first().copied();
        Reading {
            language: "fa".into(),
            sentiment: read,
            score: read.map(|_| 0.2),
            set,
            by: None,
            sentences: vec![],
            because,
        }
    }

    #[test]
    fn pieces_put_together_are_the_text_and_the_heavier_word_wins() {
        let text = "غذا خوب بود ولی سرد";
        let because = vec![reason("خوب بود", 4, 0.6), reason("بود", 8, -0.1), reason("سرد", 16, -0.4)];
        let feeling = Feeling::of(text, &reading(vec![Sentiment::Pos], because), "1");
        let whole: String = feeling.pieces.iter().map(|piece| piece.text.as_str()).collect();
        assert_eq!(whole, text);
        let tones: Vec<_> = feeling.pieces.iter().filter_map(|piece| Some((&*piece.text, piece.tone?))).collect();
        assert_eq!(tones, [("خوب بود", Tone::Promoter), ("سرد", Tone::Detractor)]);
        assert_eq!((feeling.kind, feeling.language.as_deref()), ("pos", Some("فارسی")));
    }

    #[test]
    fn words_that_hardly_count_are_listed_and_not_marked() {
        let because = vec![reason("fresh", 18, 1.0), reason("Everything", 0, 0.2), reason("tasted", 11, -0.26)];
        let feeling = Feeling::of("Everything tasted fresh", &reading(vec![Sentiment::Pos], because), "1");
        let marked: Vec<_> =
            feeling.pieces.iter().filter(|piece| piece.tone.is_some()).map(|piece| &*piece.text).collect();
        assert_eq!(marked, ["tasted", "fresh"]);
        assert_eq!(feeling.reasons.len(), 3);
    }

    #[test]
    fn several_labels_are_unclear_and_none_is_not_read() {
        let of = |set: Vec<Sentiment>| Feeling::of("x", &reading(set, vec![]), "1").kind;
        assert_eq!(of(vec![Sentiment::Neg, Sentiment::Neu]), "unclear");
        assert_eq!(of(vec![]), "unread");
        let silent = Reading { sentiment: None, language: "und".into(), ..reading(vec![Sentiment::Neg], vec![]) };
        assert_eq!(Feeling::of("x", &silent, "1").kind, "unread");
    }

    #[test]
    fn places_beyond_the_text_harm_nothing() {
        let mut odd = reading(vec![Sentiment::Neg], vec![reason("long", 3, -1.0)]);
        let part = Part { start: 2, end: 90, sentiment: Sentiment::Neg, score: -1.0 };
        odd.sentences = vec![Sentence { whole: part.clone(), clauses: vec![part] }];
        let feeling = Feeling::of("abcd", &odd, "1");
        assert_eq!(feeling.parts[0].text, "cd");
        assert_eq!(feeling.pieces.iter().map(|piece| piece.text.len()).sum::<usize>(), 4);
    }

    #[test]
    fn long_texts_are_cut_where_they_are_shown() {
        let feeling = Feeling::of(&"a".repeat(SHOWN_CHARS_MAX + 1), &reading(vec![Sentiment::Neu], vec![]), "1");
        assert!(feeling.is_cut);
    }
}
