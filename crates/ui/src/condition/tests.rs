use kernel::Locale;
use kernel::condition::{Condition, Join};

use super::*;
use crate::http::Fields;

fn subjects() -> Vec<Subject> {
    let subject = |of: &str, shape, options: &[&str]| Subject {
        of: of.into(),
        label: of.to_uppercase(),
        group: "Questions".into(),
        shape,
        options: options.iter().map(|key| ((*key).to_owned(), format!("<{key}>"))).collect(),
    };
    vec![
        subject("nps", Shape::Number, &[]),
        subject("plan", Shape::Choice, &["gold", "silver"]),
        subject("reasons", Shape::Set, &["price", "staff"]),
        subject("why", Shape::Words, &[]),
        subject("attr.vip", Shape::Flag, &[]),
    ]
}

fn read(form: &str) -> (Typed, Fields) {
    let fields = Fields::parse(form.as_bytes());
    (Typed::read(&fields, "when"), fields)
}

fn condition(form: &str) -> Result<Option<String>, Vec<(&'static str, String)>> {
    let typed = read(form).0.condition("when", &subjects(), &|_| None);
    let plain = |refusals: Vec<Refusal>| refusals.into_iter().map(|r| (r.code, r.field.unwrap_or_default())).collect();
    typed.map(|condition| condition.map(|condition| condition.to_string())).map_err(plain)
}

#[test]
fn lines_make_a_condition() {
    assert_eq!(condition(""), Ok(None));
    assert_eq!(condition("when.0.of=&when.0.is=eq"), Ok(None), "a line about nothing is none");
    let form = "when.join=any&when.0.of=nps&when.0.is=le&when.0.value=%DB%B6\
                &when.1.join=all&when.1.0.of=plan&when.1.0.is=not_one_of&when.1.0.value=gold&when.1.0.value=silver\
                &when.1.1.of=reasons&when.1.1.is=has&when.1.1.value=price\
                &when.2.of=attr.vip&when.2.is=eq&when.2.value=true";
    let made = condition(form).unwrap().unwrap();
    assert_eq!(
        made,
        "nps <= 6 || (!(plan in [\"gold\", \"silver\"]) && reasons.contains(\"price\")) || attr.vip == true"
    );
    let condition: Condition = made.parse().unwrap();
    let typed = Typed::of(Some(&condition));
    assert_eq!(typed.condition("when", &subjects(), &|_| None), Ok(Some(condition)), "and come back from it");
}

#[test]
fn what_is_wrong_stands_beside_its_input() {
    assert_eq!(
        condition("when.0.of=nps&when.0.is=le&when.0.value=many"),
        Err(vec![("not_a_number", "when.0.value".into())])
    );
    assert_eq!(condition("when.0.of=nps&when.0.is=le"), Err(vec![("required", "when.0.value".into())]));
    assert_eq!(condition("when.0.of=nps&when.0.is=hack"), Err(vec![("required", "when.0.value".into())]));
    assert_eq!(
        condition("when.0.of=plan&when.0.is=eq&when.0.value=wood"),
        Err(vec![("condition_unknown_option", "when".into())])
    );
    assert_eq!(condition("when.0.of=gone&when.0.is=answered"), Err(vec![("condition_unknown_operand", "when".into())]));
    assert_eq!(condition("when.0.of=attr.branch&when.0.is=eq&when.0.value=x"), Ok(Some("attr.branch == \"x\"".into())));
    let (typed, _) = read("when.form=text&when.text=nps+%3C%3D");
    let refusal = &typed.condition("when", &subjects(), &|_| None).unwrap_err()[0];
    assert_eq!((refusal.code, refusal.field.as_deref()), ("condition_syntax", Some("when.text")));
    assert!(refusal.args.iter().any(|(name, _)| *name == "at"), "{refusal:?}");
}

#[test]
fn buttons_change_what_is_shown() {
    let (mut typed, fields) = read("when.0.of=nps&when.0.is=le&when.0.value=6&do=when:group");
    assert!(typed.act("when", &fields));
    assert!(matches!(&typed.rows[1], TypedRow::Group { join: Join::Any, lines } if lines.len() == 2));
    let press = |typed: &mut Typed, deed: &str| typed.act("when", &Fields::parse(format!("do={deed}").as_bytes()));
    assert!(press(&mut typed, "when:add:1") && press(&mut typed, "when:drop:0"));
    assert!(matches!(&typed.rows[..], [TypedRow::Group { lines, .. }] if lines.len() == 3));
    for _ in 0..3 {
        press(&mut typed, "when:drop:0:0");
    }
    assert!(typed.rows.is_empty(), "a group without lines is gone");
    assert!(press(&mut typed, "when:drop:7") && press(&mut typed, "when:drop:7:7"), "what is not there is not dropped");
    assert!(!press(&mut typed, "other:add") && !press(&mut typed, "save"));
    for _ in 0..300 {
        press(&mut typed, "when:add");
    }
    assert_eq!(typed.rows.len(), LINES_MAX);
}

#[test]
fn text_and_lines_turn_into_each_other() {
    let (mut typed, fields) = read("when.0.of=nps&when.0.is=le&when.0.value=6&do=when:text");
    typed.act("when", &fields);
    assert!(typed.is_text && typed.text == "nps <= 6");
    let deep = "nps > 1 && (nps < 3 || (nps > 5 && nps < 9))";
    let mut typed = Typed { is_text: true, text: deep.into(), ..Typed::default() };
    typed.act("when", &Fields::parse(b"do=when:lines"));
    assert!(typed.is_text && typed.text == deep, "what lines cannot show stays text");
}

#[test]
fn a_builder_shows_what_fits_and_says_it() {
    let pages = Pages::new([]).unwrap();
    for locale in Locale::ALL {
        let reading = Reading { pages: &pages, locale };
        let all = "nps <= 6 && (plan in [\"gold\"] || !reasons.contains(\"price\") || why.startsWith(\"n\")) && \
                   attr.vip == true && !(nps == 3) && answered(why) && why != \"x\" && gone.contains(\"x\")";
        let condition: Condition = all.parse().unwrap();
        let typed = Typed::of(Some(&condition));
        let built = Builder::new("when", &typed, &subjects(), &[], reading);
        let said = tell(&condition, &subjects(), reading);
        assert!(said.contains("NPS") && said.contains("<gold>") && !said.contains("condition-"), "{locale:?}: {said}");
        let group = built.rows[1].group.as_ref().unwrap();
        assert_eq!((group.lines[0].input, group.lines[1].input), ("many", "one"));
        assert!(group.lines[0].options[0].is_on && !group.lines[0].options[1].is_on);
        for shape in [Shape::Number, Shape::Words, Shape::Date, Shape::Choice, Shape::Set, Shape::Flag] {
            for ask in shape.asks() {
                for head in ["is", "says"] {
                    let key = message(head, ask, shape);
                    assert!(pages.words().has(locale, &key), "{locale:?}: {key}");
                }
            }
        }
    }
}
