//! The words of a survey as CSV and JSON, and back. Pure.

use std::collections::{BTreeMap, BTreeSet};

use kernel::Refusal;
use kernel::survey::Survey;
use serde::{Deserialize, Serialize};

use super::{clean, fault};
use crate::surveys::wordings;

/// The name of the first column.
const KEY: &str = "key";
/// What spreadsheets would take for a formula; a quote before it says that it is text, and is taken off again.
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];
/// The form of the JSON.
const FORMAT: u16 = 1;

/// The words of a survey in JSON.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Document {
    format: u16,
    languages: Vec<String>,
    /// By key, then by language.
    texts: BTreeMap<String, BTreeMap<String, String>>,
}

/// What a file changes, and what of it cannot be taken.
#[derive(Debug, Default)]
pub struct Read {
    pub words: BTreeMap<String, BTreeMap<String, String>>,
    pub same: usize,
    /// Line from 1, key, reason.
    pub refused: Vec<(Option<usize>, String, Refusal)>,
}

impl Read {
    pub fn changed(&self) -> usize {
        self.words.values().map(BTreeMap::len).sum()
    }
}

/// One row a wording, one column a language; UTF-8 with a mark at the start, so that spreadsheets read it.
pub fn csv(survey: &Survey) -> Result<Vec<u8>, csv::Error> {
    let mut out = csv::Writer::from_writer(b"\xef\xbb\xbf".to_vec());
    out.write_record(std::iter::once(KEY).chain(survey.languages.iter().map(String::as_str)))?;
    for wording in wordings::of(survey) {
        let words = survey.languages.iter().map(|tag| guarded(wording.text.0.get(tag).map_or("", String::as_str)));
        out.write_record(std::iter::once(wording.key.clone()).chain(words))?;
    }
    out.into_inner().map_err(|error| csv::Error::from(error.into_error()))
}

fn guarded(words: &str) -> String {
    if words.starts_with(FORMULA) || words.starts_with('\'') { format!("'{words}") } else { words.to_owned() }
}

fn unguarded(words: &str) -> &str {
    words.strip_prefix('\'').unwrap_or(words)
}

pub fn json(survey: &Survey) -> serde_json::Result<Vec<u8>> {
    let texts = wordings::of(survey).into_iter().map(|wording| {
        let words =
            survey.languages.iter().map(|tag| (tag.clone(), wording.text.0.get(tag).cloned().unwrap_or_default()));
        (wording.key, words.collect())
    });
    serde_json::to_vec_pretty(&Document { format: FORMAT, languages: survey.languages.clone(), texts: texts.collect() })
}

/// Reads a file of either form. Empty words leave the survey's own as they are.
///
/// # Errors
/// `translation_file` for what is neither, `translation_columns` for a CSV without the column `key` or without a
/// language of the survey.
pub fn read(survey: &Survey, bytes: &[u8]) -> Result<Read, Refusal> {
    let text = std::str::from_utf8(bytes).map_err(|_| Refusal::new("translation_file"))?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.trim_start().starts_with('{') { read_json(survey, text) } else { read_csv(survey, text) }
}

fn read_json(survey: &Survey, text: &str) -> Result<Read, Refusal> {
    let document: Document = serde_json::from_str(text).map_err(|_| Refusal::new("translation_file"))?;
    if document.format != FORMAT {
        return Err(Refusal::new("translation_file"));
    }
    let mut reader = Reader::new(survey);
    for (key, words) in &document.texts {
        reader.row(None, key, words.iter().map(|(tag, words)| (tag.as_str(), words.as_str())));
    }
    Ok(reader.read)
}

fn read_csv(survey: &Survey, text: &str) -> Result<Read, Refusal> {
    let head = text.lines().next().unwrap_or_default();
    let delimiter = [b';', b'\t', b','].into_iter().max_by_key(|one| head.bytes().filter(|byte| byte == one).count());
    let mut rows =
        csv::ReaderBuilder::new().delimiter(delimiter.unwrap_or(b',')).flexible(true).from_reader(text.as_bytes());
    let head = rows.headers().map_err(|_| Refusal::new("translation_file"))?.clone();
    let tag_of = |name: &str| survey.languages.iter().find(|tag| tag.eq_ignore_ascii_case(name.trim()));
    let key = head.iter().position(|name| name.trim().eq_ignore_ascii_case(KEY));
    let columns: Vec<(usize, &String)> =
        head.iter().enumerate().filter_map(|(place, name)| Some((place, tag_of(name)?))).collect();
    let key = key
        .filter(|_| !columns.is_empty())
        .ok_or_else(|| Refusal::new("translation_columns").with("languages", survey.languages.join(", ")))?;
    let mut reader = Reader::new(survey);
    for record in rows.records() {
        let record = record.map_err(|_| Refusal::new("translation_file"))?;
        let line = record.position().map(|place| usize::try_from(place.line()).unwrap_or(usize::MAX));
        let words = columns.iter().filter_map(|(place, tag)| Some((tag.as_str(), unguarded(record.get(*place)?))));
        reader.row(line, record.get(key).unwrap_or_default().trim(), words);
    }
    Ok(reader.read)
}

struct Reader<'a> {
    survey: &'a Survey,
    known: BTreeMap<String, wordings::Wording>,
    read: Read,
}

impl<'a> Reader<'a> {
    fn new(survey: &'a Survey) -> Self {
        let known = wordings::of(survey).into_iter().map(|wording| (wording.key.clone(), wording)).collect();
        Self { survey, known, read: Read::default() }
    }

    fn row<'w>(&mut self, line: Option<usize>, key: &str, words: impl Iterator<Item = (&'w str, &'w str)>) {
        let mut refuse = |refusal| self.read.refused.push((line, key.chars().take(200).collect(), refusal));
        let Some(wording) = self.known.get(key) else {
            return refuse(Refusal::new("unknown_wording"));
        };
        if self.read.words.contains_key(key) {
            return refuse(Refusal::new("wording_twice"));
        }
        let mut taken = BTreeMap::new();
        for (tag, words) in words {
            let words = clean(words.trim());
            if words.is_empty() {
                continue;
            }
            let Some(tag) = self.survey.languages.iter().find(|one| one.eq_ignore_ascii_case(tag)) else {
                refuse(Refusal::new("unknown_language").with("language", tag.chars().take(40).collect::<String>()));
                continue;
            };
            if wording.text.0.get(tag) == Some(&words) {
                self.read.same += 1;
                continue;
            }
            let lost = braces_differ(&wording.text, &words, tag, self.survey);
            let fault = fault(wording, &words, tag, self.survey);
            match fault.or_else(|| {
                lost.map(|names| Refusal::new("braces_differ").with("names", names).with("language", tag.clone()))
            }) {
                Some(refusal) => refuse(refusal),
                None => {
                    taken.insert(tag.clone(), words);
                }
            }
        }
        if !taken.is_empty() {
            self.read.words.insert(key.to_owned(), taken);
        }
    }
}

/// Names in braces stand for answers: a translation has those of the first language, neither more nor fewer.
fn braces_differ(text: &kernel::survey::Text, words: &str, tag: &str, survey: &Survey) -> Option<String> {
    let first = survey.language("");
    let source = text.0.get(first).filter(|_| tag != first)?;
    let (wanted, there) = (braces(source), braces(words));
    let odd: Vec<&str> = wanted.symmetric_difference(&there).copied().collect();
    (!odd.is_empty()).then(|| odd.join(", "))
}

/// `{name}` in a wording, without what stands in for a missing answer: `{name|you}` is `{name}`.
fn braces(words: &str) -> BTreeSet<&str> {
    let inner = words.split('{').skip(1).filter_map(|rest| rest.split_once('}'));
    inner.map(|(name, _)| name.split('|').next().unwrap_or_default().trim()).collect()
}

#[cfg(test)]
mod tests {
    use kernel::survey::Text;

    use super::*;
    use crate::surveys::templates;

    fn survey() -> Survey {
        templates::all()["csat"].clone()
    }

    #[test]
    fn both_forms_come_back_unchanged() {
        for survey in templates::all().values() {
            for bytes in [csv(survey).expect("CSV"), json(survey).expect("JSON")] {
                let read = read(survey, &bytes).expect("it is read");
                assert_eq!((read.changed(), read.refused.len()), (0, 0), "{read:?}");
                assert!(read.same > 20);
            }
        }
    }

    #[test]
    fn words_are_taken_and_empty_ones_change_nothing() {
        let survey = survey();
        let read = read(&survey, "key;sv;fa\ntitle;Hej;\nquestions.csat.title;;تازه\n".as_bytes()).expect("read");
        assert_eq!(read.changed(), 2);
        assert_eq!(read.words["title"]["sv"], "Hej");
        assert!(!read.words["title"].contains_key("fa"));
    }

    #[test]
    fn refused_lines_say_where_and_why() {
        let mut survey = survey();
        survey.questions[2].title = Text::one("en", "What about {csat}?");
        let long = "x".repeat(600);
        let file = format!(
            "key,en,sv\nnothing,a,b\ntitle,,{long}\nquestions.better.title,,Vad {{csta}}\ntitle,Hello,\ntitle,Twice,\n"
        );
        let read = read(&survey, file.as_bytes()).expect("read");
        let refused: Vec<_> = read.refused.iter().map(|(line, _, refusal)| (line.unwrap_or(0), refusal.code)).collect();
        assert_eq!(refused, [(2, "unknown_wording"), (3, "too_long"), (4, "braces_differ"), (6, "wording_twice")]);
        assert_eq!(read.words["title"]["en"], "Hello");
    }

    #[test]
    fn formulas_stay_text() {
        let mut survey = survey();
        survey.title.set("en", "=1+1");
        survey.title.set("sv", "'quoted");
        let bytes = csv(&survey).expect("CSV");
        assert!(
            String::from_utf8_lossy(&bytes).contains(",'=1+1,")
                || String::from_utf8_lossy(&bytes).contains("title,'=1+1")
        );
        let read = read(&survey, &bytes).expect("read");
        assert_eq!((read.changed(), read.refused.len()), (0, 0));
    }

    #[test]
    fn other_files_are_refused() {
        let survey = survey();
        for (file, code) in [
            (&b"\xff\xfe\x00"[..], "translation_file"),
            (b"{\"format\":2,\"languages\":[],\"texts\":{}}", "translation_file"),
            (b"{not json", "translation_file"),
            (b"name,fr\na,b", "translation_columns"),
            (b"", "translation_columns"),
        ] {
            assert_eq!(read(&survey, file).expect_err("refused").code, code);
        }
    }
}
