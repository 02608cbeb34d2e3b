//! A theme as its form has it.

use kernel::Refusal;
use kernel::survey::Theme;
use kernel::survey::structure::Font;
use ui::brand::Colour;
use ui::http::Fields;

use super::over;
use crate::lint::theme::{Pair, pairs};

/// Longest name above the questions, in characters.
const NAME_CHARS_MAX: usize = 80;
pub(super) const COLOURS: [&str; 3] = ["accent", "background", "ink"];

/// The theme as the form has it, and what is wrong with it: `bad_colour`, `low_contrast`, `too_long`, each at its field.
/// The logo stays unless the form takes it away; variants have forms of their own.
pub(super) fn read(fields: &Fields, old: &Theme, base: &Theme) -> (Theme, Vec<Refusal>) {
    let mut refusals = Vec::new();
    let mut colour = |name: &'static str| {
        let typed = fields.get(name)?;
        let parsed = Colour::parse(typed);
        if parsed.is_none() {
            refusals.push(Refusal::new("bad_colour").at(name));
        }
        // What was typed comes back into the field.
        Some(parsed.map_or_else(|| typed.chars().take(NAME_CHARS_MAX).collect(), |colour| colour.to_string()))
    };
    let [accent, background, ink] = COLOURS.map(&mut colour);
    let name: Option<String> = fields.get("name").map(|name| name.chars().filter(|c| !c.is_control()).collect());
    if name.as_ref().is_some_and(|name| name.chars().count() > NAME_CHARS_MAX) {
        refusals.push(Refusal::new("too_long").at("name").with("max", NAME_CHARS_MAX.to_string()));
    }
    let logo = old.logo.clone().filter(|_| !fields.has("no_logo"));
    let variants = old.variants.clone();
    let theme = Theme { accent, background, ink, font: fields.get("font").and_then(font), logo, name, variants };
    if refusals.is_empty() {
        refusals.extend(pairs(&over(&theme, base)).iter().filter(|pair| !pair.is_readable).map(unreadable));
    }
    (theme, refusals)
}

/// Why a pair of colours cannot be read.
fn unreadable(pair: &Pair) -> Refusal {
    Refusal::new("low_contrast")
        .at(pair.name)
        .with("front", pair.front.to_string())
        .with("back", pair.back.to_string())
        .with("contrast", format!("{:.1}", (pair.contrast * 10.0).floor() / 10.0))
        .with("least", pair.least.to_string())
}

fn font(name: &str) -> Option<Font> {
    [Font::System, Font::Serif, Font::Rounded, Font::Mono].into_iter().find(|font| font_name(*font) == name)
}

pub(super) fn font_name(font: Font) -> &'static str {
    match font {
        Font::System => "system",
        Font::Serif => "serif",
        Font::Rounded => "rounded",
        Font::Mono => "mono",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(pairs: &[(&str, &str)]) -> Fields {
        Fields(pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
    }

    #[test]
    fn unreadable_pairs_are_refused_with_the_numbers() {
        let (_, refusals) =
            read(&fields(&[("ink", "#777777"), ("background", "#888888")]), &Theme::default(), &Theme::default());
        assert_eq!(refusals[0].code, "low_contrast");
        assert_eq!(refusals[0].field.as_deref(), Some("ink"));
        assert!(refusals[0].args.contains(&("least", "4.5".into())), "{refusals:?}");
        let (theme, refusals) =
            read(&fields(&[("ink", "222222"), ("background", "#FFFFFF")]), &Theme::default(), &Theme::default());
        assert!(refusals.is_empty(), "{refusals:?}");
        assert_eq!((theme.ink.as_deref(), theme.background.as_deref()), (Some("#222222"), Some("#ffffff")));
    }

    #[test]
    fn what_is_no_colour_is_refused_and_comes_back() {
        let (theme, refusals) = read(&fields(&[("accent", "url(x)")]), &Theme::default(), &Theme::default());
        assert_eq!(refusals, [Refusal::new("bad_colour").at("accent")]);
        assert_eq!(theme.accent.as_deref(), Some("url(x)"));
    }

    #[test]
    fn a_survey_is_held_against_the_colours_of_its_workspace() {
        let dark = Theme {
            background: Some("#101010".into()),
            ink: Some("#eeeeee".into()),
            accent: Some("#5fd0c5".into()),
            ..Theme::default()
        };
        let (_, refusals) = read(&fields(&[("ink", "#222222")]), &Theme::default(), &dark);
        assert_eq!(refusals.len(), 1);
        let (theme, refusals) = read(&fields(&[]), &Theme { logo: Some("fil_1".into()), ..Theme::default() }, &dark);
        assert!(refusals.is_empty());
        assert_eq!(over(&theme, &dark), Theme { logo: Some("fil_1".into()), ..dark });
    }
}
