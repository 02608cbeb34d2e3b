//! Options, rows and columns of a form: rows with a hidden key, a place, labels and marks, and lines that were pasted.

use kernel::Refusal;
use kernel::survey::{Choice, Media, MediaKind, Survey, Text};
use serde::Serialize;
use ui::http::{Asking, Fields};

use super::fields::Lists;
use crate::surveys::texts::{TextField, take};
use crate::surveys::{check, keys};

/// Blank rows that the form offers for new ones.
const BLANKS: usize = 1;
/// Blank rows that the button for more adds.
const MORE: usize = 3;
/// Rows that are read from a form at most, so that its numbers cannot make us loop.
const ROWS_MAX: usize = kernel::survey::OPTIONS_MAX + 50;

/// Longest id of an uploaded file.
const MEDIA_BYTES_MAX: usize = 100;

/// Reads the list called `name`: fields `option.0.key`, `.place`, `.label.en`, `.other`, `.exclusive`, `.pinned`,
/// `.gone`; with pictures `.image`, `.alt.en`, `.unpictured`. A row without label and picture is gone; a new one gets a key that none of the question's had.
pub fn read(list: &mut Vec<Choice>, name: &str, has: &Lists, fields: &Fields, survey: &Survey) -> Vec<Refusal> {
    // A form without the list does not mean an empty one.
    if !fields.has(&format!("{name}.0.key")) && !fields.has(&format!("{name}.paste")) {
        return vec![];
    }
    let old = std::mem::take(list);
    let mut refusals = Vec::new();
    let mut rows: Vec<(usize, Choice)> = Vec::new();
    let mut count = 0;
    for n in 0..ROWS_MAX {
        let row = format!("{name}.{n}");
        if !fields.has(&format!("{row}.key")) {
            break;
        }
        count = n + 1;
        let known = fields.get(&format!("{row}.key")).and_then(|key| old.iter().find(|option| option.key == key));
        if known.is_some_and(|known| rows.iter().any(|(_, row)| row.key == known.key)) {
            continue;
        }
        let mut choice = known.cloned().unwrap_or_default();
        refusals.extend(take(&mut choice.label, &format!("{row}.label"), fields, &survey.languages, false));
        if has.image {
            refusals.extend(picture(&mut choice.image, &row, fields, survey));
        }
        // Rows that belong to the kind, such as yes and no, stay even without words.
        let is_worded = survey.languages.iter().any(|tag| choice.label.0.contains_key(tag));
        let is_blank = !is_worded && choice.image.is_none();
        if has.is_open && (is_blank || fields.has(&format!("{row}.gone"))) {
            continue;
        }
        choice.other = has.other && fields.has(&format!("{row}.other"));
        choice.exclusive = has.exclusive && fields.has(&format!("{row}.exclusive"));
        choice.pinned = has.pinned && fields.has(&format!("{row}.pinned"));
        if choice.key.is_empty() {
            if !has.is_open {
                continue;
            }
            choice.key = key(&choice.label, survey, &old, &rows);
        }
        let typed = fields.get(&format!("{row}.place")).and_then(kernel::format::parse_number);
        rows.push((typed.filter(|place| (0.0..1e6).contains(place)).map_or(n, |place| place as usize), choice));
    }
    if has.is_open {
        for line in fields.get(&format!("{name}.paste")).unwrap_or_default().lines().take(ROWS_MAX) {
            if let Some(label) = pasted(line, &survey.languages) {
                let key = key(&label, survey, &old, &rows);
                rows.push((ROWS_MAX + count, Choice::new(&key, label)));
            }
        }
    }
    // Stable: rows with the same place keep their order.
    rows.sort_by_key(|(place, _)| *place);
    *list = rows.into_iter().map(|(_, option)| option).collect();
    refusals.extend(check::of_list(name, list.len()).map(|refusal| refusal.at(name)));
    refusals
}

/// The picture of a row: `option.0.image` is its id, `option.0.unpictured` takes it away.
fn picture(image: &mut Option<Media>, row: &str, fields: &Fields, survey: &Survey) -> Vec<Refusal> {
    if fields.has(&format!("{row}.unpictured")) {
        *image = None;
        return vec![];
    }
    let Some(file) = fields.get(&format!("{row}.image")) else { return vec![] };
    if !is_media_id(file) {
        return vec![Refusal::new("unknown_file").at(format!("{row}.picture"))];
    }
    let mut alt = image.take().map(|media| media.alt).unwrap_or_default();
    let refusals = take(&mut alt, &format!("{row}.alt"), fields, &survey.languages, false);
    *image = Some(Media { file: file.to_owned(), kind: MediaKind::Image, alt });
    refusals
}

/// Whether a text has the form of an uploaded file's id.
pub fn is_media_id(text: &str) -> bool {
    text.len() <= MEDIA_BYTES_MAX && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}

fn key(label: &Text, survey: &Survey, old: &[Choice], rows: &[(usize, Choice)]) -> String {
    let words = label.get(survey.language(""), &survey.languages).unwrap_or_default();
    let is_taken = |key: &str| old.iter().chain(rows.iter().map(|(_, row)| row)).any(|option| option.key == key);
    keys::unique(words, "option", is_taken)
}

/// One line of what was pasted: the words in the first language, then after `|` those in the others.
fn pasted(line: &str, languages: &[String]) -> Option<Text> {
    let mut label = Text::default();
    for (language, words) in languages.iter().zip(line.split('|')) {
        let words: String = words.chars().filter(|c| !c.is_control()).take(crate::surveys::TITLE_CHARS_MAX).collect();
        label.set(language, &words);
    }
    (!label.is_empty()).then_some(label)
}

/// A list as the form shows it.
#[derive(Debug, Serialize)]
pub struct ListView {
    /// `option`, `second` or `row`.
    pub name: &'static str,
    pub has: Lists,
    pub rows: Vec<RowView>,
    pub error: Option<String>,
    /// What the button for more rows sends.
    pub blanks: usize,
}

#[derive(Debug, Serialize)]
pub struct RowView {
    /// Empty for a blank row.
    pub key: String,
    pub place: usize,
    pub label: TextField,
    pub other: bool,
    pub exclusive: bool,
    pub pinned: bool,
    /// The id of its picture.
    pub image: Option<String>,
    pub alt: TextField,
    pub image_error: Option<String>,
}

impl ListView {
    pub fn new(
        name: &'static str,
        list: &[Choice],
        has: Lists,
        fields: &Fields,
        survey: &Survey,
        refusals: &[Refusal],
        asking: &Asking,
    ) -> Self {
        let asked = fields.get(&format!("{name}.blanks")).and_then(|count| count.parse().ok()).unwrap_or(BLANKS);
        let more = fields.get("do").is_some_and(|deed| deed == format!("{name}:more"));
        let blanks = if has.is_open { asked.min(ROWS_MAX) + if more { MORE } else { 0 } } else { 0 };
        let blank = Choice::default();
        let rows = list.iter().chain(std::iter::repeat_n(&blank, blanks)).enumerate().map(|(n, choice)| {
            let mut label = TextField::new(&format!("{name}.{n}.label"), &choice.label, &survey.languages, false);
            label.mark(refusals, |refusal| asking.words(refusal));
            let image = choice.image.as_ref();
            let none = Text::default();
            let alt = image.map_or(&none, |image| &image.alt);
            let mut alt = TextField::new(&format!("{name}.{n}.alt"), alt, &survey.languages, false);
            alt.mark(refusals, |refusal| asking.words(refusal));
            let wrong = refusals.iter().find(|one| one.field == Some(format!("{name}.{n}.picture")));
            RowView {
                image: image.map(|image| image.file.clone()),
                alt,
                image_error: wrong.map(|refusal| asking.words(refusal)),
                key: choice.key.clone(),
                place: n + 1,
                label,
                other: choice.other,
                exclusive: choice.exclusive,
                pinned: choice.pinned,
            }
        });
        let refusal = refusals.iter().find(|refusal| refusal.field.as_deref() == Some(name));
        Self { name, rows: rows.collect(), error: refusal.map(|refusal| asking.words(refusal)), blanks, has }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const OPEN: Lists = Lists { is_open: true, other: true, exclusive: true, pinned: true, image: false };

    fn survey() -> Survey {
        Survey { languages: vec!["en".into(), "fa".into()], ..Survey::default() }
    }

    fn read_as(has: &Lists, form: &str) -> Vec<Choice> {
        let words = |key: &str| Choice::new(key, Text::one("en", key));
        let mut list = vec![words("staff"), words("price")];
        let refusals = read(&mut list, "option", has, &Fields::parse(form.as_bytes()), &survey());
        assert!(refusals.is_empty(), "{refusals:?}");
        list
    }

    fn keys(list: &[Choice]) -> Vec<&str> {
        list.iter().map(|choice| choice.key.as_str()).collect()
    }

    #[test]
    fn they_keep_their_keys_through_renaming_and_reordering() {
        let list = read_as(
            &OPEN,
            "option.0.key=staff&option.0.label.en=Our+people&option.0.place=9&option.0.pinned=1\
             &option.1.key=price&option.1.label.en=Price&option.1.place=1&option.1.other=1\
             &option.2.key=&option.2.label.en=Price&option.2.place=2\
             &option.3.key=&option.3.label.fa=%D8%BA%D8%B0%D8%A7&option.4.key=quality",
        );
        assert_eq!(keys(&list), ["price", "price_2", "غذا", "staff"]);
        assert_eq!((list[3].label.0["en"].as_str(), list[3].pinned, list[0].other), ("Our people", true, true));
    }

    #[test]
    fn a_form_cannot_take_the_key_of_another() {
        assert_eq!(keys(&read_as(&OPEN, "option.0.key=hacked&option.0.label.en=Staff")), ["staff_2"]);
        let twice = "option.0.key=staff&option.0.label.en=A&option.1.key=staff&option.1.label.en=B";
        assert_eq!(keys(&read_as(&OPEN, twice)), ["staff"]);
    }

    #[test]
    fn pictures_come_change_and_go() {
        let pictures = Lists { image: true, ..OPEN };
        let list = read_as(
            &pictures,
            "option.0.key=staff&option.0.label.en=A&option.0.image=fil_1&option.0.alt.en=A+smile\
             &option.1.key=price&option.1.label.en=B&option.2.key=&option.2.image=fil_2",
        );
        assert_eq!(keys(&list), ["staff", "price", "option"], "a picture is enough for an option");
        let image = list[0].image.as_ref().expect("a picture");
        assert_eq!((image.file.as_str(), image.alt.0["en"].as_str()), ("fil_1", "A smile"));
        let (mut list, survey) = (list, survey());
        let form = "option.0.key=staff&option.0.label.en=A&option.0.image=fil_1&option.0.unpictured=1\
             &option.1.key=price&option.1.label.en=B&option.1.image=../x&option.2.key=option&option.2.gone=1";
        let refusals = read(&mut list, "option", &pictures, &Fields::parse(form.as_bytes()), &survey);
        assert_eq!(refusals, [Refusal::new("unknown_file").at("option.1.picture")]);
        assert!(list.iter().all(|option| option.image.is_none()) && list.len() == 2, "{list:?}");
        assert!(read_as(&OPEN, "option.0.key=staff&option.0.label.en=A&option.0.image=fil_1")[0].image.is_none());
    }

    #[test]
    fn many_are_pasted_at_once() {
        let list = read_as(
            &OPEN,
            "option.0.key=staff&option.0.label.en=Staff&option.1.key=price&option.1.label.en=P&option.1.gone=1\
             &option.paste=Food+%7C+%D8%BA%D8%B0%D8%A7%0D%0A%0D%0A+%7C+%0APrice",
        );
        assert_eq!(keys(&list), ["staff", "food", "price_2"], "a key that was had is not given again");
        assert_eq!(list[1].label.0["fa"], "غذا");
    }

    #[test]
    fn those_of_the_kind_stay() {
        let list = read_as(
            &Lists::default(),
            "option.0.key=staff&option.0.gone=1&option.1.key=price&option.2.key=&option.2.label.en=x",
        );
        assert_eq!(keys(&list), ["staff", "price"]);
    }
}
