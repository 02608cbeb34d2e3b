//! Rules of the style sheets: no physical sides, and colours that can be read in both themes.

use ui::brand::Colour;

const SOURCES: [(&str, &str); 7] = [
    ("tokens.css", include_str!("../../assets-src/tokens.css")),
    ("base.css", include_str!("../../assets-src/base.css")),
    ("shell.css", include_str!("../../assets-src/shell.css")),
    ("parts.css", include_str!("../../assets-src/parts.css")),
    ("data.css", include_str!("../../assets-src/data.css")),
    ("chain.css", include_str!("../../assets-src/chain.css")),
    ("respondent.css", include_str!("../../assets-src/respondent.css")),
];

fn source(name: &str) -> &'static str {
    SOURCES.iter().find(|(known, _)| *known == name).unwrap_or_else(|| panic!("no style sheet {name}")).1
}

#[test]
fn direction_comes_from_the_language_never_from_a_side() {
    let physical = [
        "left",
        "right",
        "margin-top",
        "margin-bottom",
        "padding-top",
        "padding-bottom",
        "border-top",
        "border-bottom",
    ];
    for (name, source) in SOURCES {
        for (number, line) in source.lines().enumerate() {
            let words: Vec<&str> = line.split(|c: char| !c.is_ascii_alphanumeric() && c != '-').collect();
            for side in physical {
                let found = words.iter().any(|word| *word == side || word.ends_with(&format!("-{side}")));
                assert!(!found, "{name}:{}: `{side}` in {line}", number + 1);
            }
        }
    }
}

#[test]
fn no_address_outside() {
    for (name, source) in SOURCES {
        let inside = source.replace("http://www.w3.org/2000/svg", "");
        assert!(!inside.contains("http:") && !inside.contains("https:") && !inside.contains("@import"), "{name}");
    }
}

/// The value of a token in the light and the dark theme.
fn token(source: &str, name: &str) -> [Colour; 2] {
    let value = source.split(&format!("{name}:")).nth(1).unwrap_or_else(|| panic!("no token {name}"));
    let value = value.trim_start().split(';').next().unwrap_or_default();
    let pair = value.strip_prefix("light-dark(").and_then(|rest| rest.strip_suffix(')'));
    let (light, dark) = pair.and_then(|pair| pair.split_once(',')).unwrap_or_else(|| panic!("{name}: {value}"));
    [light, dark].map(|colour| Colour::parse(&long(colour.trim())).unwrap_or_else(|| panic!("{name}: {colour}")))
}

/// `#fff` as `#ffffff`.
fn long(colour: &str) -> String {
    if colour.len() != 4 {
        return colour.to_owned();
    }
    colour.chars().flat_map(|c| std::iter::repeat_n(c, if c == '#' { 1 } else { 2 })).collect()
}

fn assert_contrast(source: &str, pairs: &[(&str, &[&str])], least: f64) {
    for (ink, papers) in pairs {
        for paper in *papers {
            for (theme, (ink_colour, paper_colour)) in
                ["light", "dark"].iter().zip(token(source, ink).into_iter().zip(token(source, paper)))
            {
                let contrast = ink_colour.contrast(paper_colour);
                assert!(contrast >= least, "{ink} on {paper}, {theme}: {contrast:.2} is below {least}");
            }
        }
    }
}

#[test]
fn text_can_be_read_in_both_themes() {
    let papers: &[&str] = &["--canvas", "--surface", "--raised", "--sunken"];
    assert_contrast(
        source("tokens.css"),
        &[
            ("--ink", papers),
            ("--ink-2", papers),
            ("--accent", &["--canvas", "--surface", "--raised", "--accent-soft"]),
            ("--accent-up", &["--canvas", "--surface", "--raised"]),
            ("--on-accent", &["--accent", "--accent-up"]),
            ("--promoter-ink", &["--surface", "--raised", "--promoter-soft"]),
            ("--passive-ink", &["--surface", "--raised", "--passive-soft"]),
            ("--detractor-ink", &["--surface", "--canvas", "--detractor-soft"]),
            ("--danger", &["--surface", "--canvas", "--danger-soft"]),
            ("--ink", &["--accent-soft", "--detractor-soft", "--danger-soft"]),
        ],
        4.5,
    );
    assert_contrast(
        source("respondent.css"),
        &[
            ("--ink", &["--paper", "--card"]),
            ("--soft", &["--paper", "--card"]),
            ("--bad", &["--paper"]),
            ("--brand", &["--paper"]),
            ("--on-brand", &["--brand"]),
        ],
        4.5,
    );
}

#[test]
fn controls_and_pictures_stand_out_in_both_themes() {
    assert_contrast(
        source("tokens.css"),
        &[
            ("--line-2", &["--surface", "--canvas"]),
            ("--focus", &["--surface", "--canvas", "--raised"]),
            ("--promoter", &["--surface"]),
            ("--passive", &["--surface"]),
            ("--detractor", &["--surface"]),
        ],
        3.0,
    );
    assert_contrast(source("respondent.css"), &[("--edge", &["--paper", "--card"])], 3.0);
}
