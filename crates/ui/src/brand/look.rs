//! A survey's own colours and font. Whatever was chosen, words stay readable: a colour that is not gives way.

use std::fmt::Write as _;

use kernel::survey::Theme;
use kernel::survey::structure::Font;

use super::{BLACK, Brand, Colour, TEXT_CONTRAST, WHITE};

/// WCAG 2.2, 1.4.11: outlines of controls.
const EDGE_CONTRAST: f64 = 3.0;
/// Ink and words of refusals on paper of one's own; the same values stand in `respondent.css`.
const LIGHT_INK: Colour = Colour([0x1a, 0x21, 0x1f]);
const DARK_INK: Colour = Colour([0xee, 0xf2, 0xf0]);
const LIGHT_BAD: Colour = Colour([0xa8, 0x17, 0x36]);
const DARK_BAD: Colour = Colour([0xff, 0x93, 0xa4]);
/// Stands for a colour or font that was not chosen in the name of the asset.
const NONE: &str = "0";

/// What a survey's theme chose; the brand's colour and ours where it chose nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Look {
    pub accent: Option<Colour>,
    pub background: Option<Colour>,
    pub ink: Option<Colour>,
    pub font: Option<Font>,
}

impl Look {
    /// The colours of a theme; what is no colour counts as not chosen.
    pub fn of(theme: &Theme) -> Self {
        let colour = |text: &Option<String>| text.as_deref().and_then(Colour::parse);
        Self {
            accent: colour(&theme.accent),
            background: colour(&theme.background),
            ink: colour(&theme.ink),
            font: theme.font,
        }
    }

    pub(crate) fn is_default(self) -> bool {
        self == Self::default()
    }

    /// The asset that holds [`Look::css`]: `look-{accent}-{background}-{ink}-{font}.css`.
    pub(crate) fn stylesheet(self, brand: &Brand) -> String {
        let hex = |colour: Option<Colour>| {
            colour.map_or_else(|| NONE.to_owned(), |colour| colour.to_string()[1..].to_owned())
        };
        let accent = self.accent.unwrap_or(brand.colour);
        let font = self.font.map_or(NONE, font_name);
        format!("look-{}-{}-{}-{font}.css", hex(Some(accent)), hex(self.background), hex(self.ink))
    }

    /// The look that an asset is named after.
    pub(super) fn named(name: &str) -> Option<Self> {
        let [accent, background, ink, font] = name.split('-').collect::<Vec<_>>().try_into().ok()?;
        let colour = |text: &str| if text == NONE { Some(None) } else { Colour::parse(text).map(Some) };
        let font = match font {
            NONE => None,
            font => Some(*FONTS.iter().find(|known| font_name(**known) == font)?),
        };
        Some(Self { accent: colour(accent)?, background: colour(background)?, ink: colour(ink)?, font })
    }

    /// Properties of the page's style. A background fixes the page to light or dark; every colour of words reaches
    /// 4.5:1 and every outline 3:1 on it and on the cards before it.
    pub(super) fn css(self) -> String {
        let mut css = match self.background {
            None => Brand::new("", self.accent).css() + &self.ink_on_our_paper(),
            Some(paper) => self.on(paper),
        };
        if let Some(font) = self.font {
            // The second selector outdoes the style's own for Persian and Arabic.
            let _ = writeln!(css, ":root,:root:is(:lang(fa),:lang(ar)){{--font:{}}}", families(font));
        }
        css
    }

    /// An ink without paper: ours on dark paper, where the firm's was not meant to stand.
    fn ink_on_our_paper(self) -> String {
        let readable = self.ink.filter(|ink| ink.contrast(super::LIGHT_PAPER) >= TEXT_CONTRAST);
        readable.map_or_else(String::new, |ink| format!(":root{{--ink:light-dark({ink},{DARK_INK})}}\n"))
    }

    fn on(self, paper: Colour) -> String {
        let is_dark = paper.contrast(WHITE) > paper.contrast(BLACK);
        let (scheme, usual_ink, bad, far) =
            if is_dark { ("dark", DARK_INK, DARK_BAD, WHITE) } else { ("light", LIGHT_INK, LIGHT_BAD, BLACK) };
        let reads = |ink: Colour, on: Colour, least: f64| ink.contrast(paper) >= least && ink.contrast(on) >= least;
        let card = paper.mixed(WHITE, if is_dark { 0.06 } else { 0.6 });
        let ink =
            [self.ink, Some(usual_ink), Some(far)].into_iter().flatten().find(|ink| reads(*ink, card, TEXT_CONTRAST));
        // Between black and white one always reads on the paper itself, so the cards give way.
        let (ink, card) = ink.map_or((far, paper), |ink| (ink, card));
        let faded = |least: f64, most: u32| {
            let mixed = (0..=most).rev().map(|step| ink.mixed(paper, f64::from(step) / 20.0));
            mixed.into_iter().find(|colour| reads(*colour, card, least)).unwrap_or(ink)
        };
        let accent = self.accent.unwrap_or(super::DEFAULT);
        let clear = |colour: Colour| {
            let on_paper = colour.until_readable(paper, far, TEXT_CONTRAST);
            if reads(on_paper, card, TEXT_CONTRAST) {
                on_paper
            } else {
                on_paper.until_readable(card, far, TEXT_CONTRAST)
            }
        };
        let (accent, soft, edge, bad) = (clear(accent), faded(TEXT_CONTRAST, 7), faded(EDGE_CONTRAST, 11), clear(bad));
        format!(
            ":root{{color-scheme:{scheme};--paper:{paper};--card:{card};--ink:{ink};--soft:{soft};--edge:{edge};\
             --bad:{bad};--brand:{accent};--on-brand:{}}}\n",
            accent.readable_on()
        )
    }
}

const FONTS: [Font; 4] = [Font::System, Font::Serif, Font::Rounded, Font::Mono];

fn font_name(font: Font) -> &'static str {
    match font {
        Font::System => "system",
        Font::Serif => "serif",
        Font::Rounded => "rounded",
        Font::Mono => "mono",
    }
}

/// Families that systems have, with one each for Persian and Arabic.
fn families(font: Font) -> &'static str {
    match font {
        Font::System => "system-ui,-apple-system,\"Segoe UI\",Roboto,Tahoma,\"Noto Sans Arabic\",sans-serif",
        Font::Serif => "ui-serif,Georgia,Cambria,\"Times New Roman\",\"Noto Naskh Arabic\",serif",
        Font::Rounded => "ui-rounded,\"SF Pro Rounded\",Nunito,Quicksand,Vazirmatn,Tahoma,system-ui,sans-serif",
        Font::Mono => "ui-monospace,\"Cascadia Mono\",Menlo,Consolas,\"Noto Sans Mono\",Tahoma,monospace",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The value of a property, as a colour.
    fn property(css: &str, name: &str) -> Colour {
        let (_, rest) = css.split_once(&format!("--{name}:")).unwrap();
        Colour::parse(&rest[..7]).unwrap_or_else(|| panic!("{name} in {css}"))
    }

    #[test]
    fn words_are_readable_on_any_background() {
        const STEPS: [u8; 6] = [0, 0x40, 0x77, 0x80, 0xb0, 0xff];
        for n in 0..STEPS.len().pow(3) {
            let paper = Colour([STEPS[n / 36], STEPS[n / 6 % 6], STEPS[n % 6]]);
            for ink in [None, Some(paper), Some(Colour([0x77; 3])), Some(Colour([255, 0, 0]))] {
                let css = Look { accent: ink, background: Some(paper), ink, font: None }.css();
                for name in ["ink", "soft", "bad", "brand"] {
                    for on in ["paper", "card"] {
                        let reached = property(&css, name).contrast(property(&css, on));
                        assert!(reached >= 4.49, "{name} on {on}: {reached:.2} in {css}");
                    }
                }
                assert!(property(&css, "edge").contrast(property(&css, "card")) >= 2.99, "{css}");
                assert!(property(&css, "brand").contrast(property(&css, "on-brand")) >= 4.49, "{css}");
            }
        }
    }

    #[test]
    fn a_readable_choice_is_kept() {
        let theme = Theme { background: Some("#fff8f0".into()), ink: Some("#402018".into()), ..Theme::default() };
        let css = Look::of(&theme).css();
        assert!(css.contains("--paper:#fff8f0") && css.contains("--ink:#402018") && css.contains("color-scheme:light"));
    }

    #[test]
    fn a_look_survives_the_name_of_its_asset() {
        let brand = Brand::new("", None);
        let look = Look {
            accent: Colour::parse("#7a2331"),
            ink: Colour::parse("#112233"),
            font: Some(Font::Serif),
            background: None,
        };
        let name = look.stylesheet(&brand);
        assert_eq!(name, "look-7a2331-0-112233-serif.css");
        assert_eq!(Look::named("7a2331-0-112233-serif"), Some(look));
        for wrong in ["", "0-0-0", "0-0-0-comic", "zzzzzz-0-0-0", "0-0-0-0-0", "0;}-0-0-0"] {
            assert_eq!(Look::named(wrong), None, "{wrong}");
        }
    }
}
