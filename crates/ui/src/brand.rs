//! The colours of the firm that asks, made readable on light and on dark paper.

mod look;

use serde::{Deserialize, Serialize};

pub use look::Look;

/// How respondent pages look: a name and one colour.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Brand {
    pub name: String,
    /// The colour as the firm gave it; pages use [`Brand::css`], which keeps its hue and mends its contrast.
    pub colour: Colour,
}

/// An sRGB colour, written `#rrggbb`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Colour(pub [u8; 3]);

/// Our own turquoise, for brands that gave no colour.
const DEFAULT: Colour = Colour([0x0a, 0x6b, 0x66]);
const WHITE: Colour = Colour([255, 255, 255]);
const BLACK: Colour = Colour([0, 0, 0]);
/// Paper and ink of respondent pages, light and dark; the same values stand in `respondent.css`.
const LIGHT_PAPER: Colour = Colour([0xfa, 0xfa, 0xf8]);
const DARK_PAPER: Colour = Colour([0x14, 0x17, 0x16]);
/// WCAG 2.2, 1.4.3: text.
const TEXT_CONTRAST: f64 = 4.5;
/// On dark paper a colour at 4.5:1 looks dull; at 7:1 it is the brand's again.
const GLOW_CONTRAST: f64 = 7.0;

impl Brand {
    pub fn new(name: impl Into<String>, colour: Option<Colour>) -> Self {
        Self { name: name.into(), colour: colour.unwrap_or(DEFAULT) }
    }

    /// The asset that holds [`Brand::css`]; none for the default colour, which the pages know.
    pub(crate) fn stylesheet(&self) -> Option<String> {
        (self.colour != DEFAULT).then(|| format!("brand-{}.css", &self.colour.to_string()[1..]))
    }

    /// The brand's block of the page's style: the colour and what is written on it, for both themes, each pair at
    /// 4.5:1 or more.
    pub fn css(&self) -> String {
        let light = self.colour.until_readable(LIGHT_PAPER, BLACK, TEXT_CONTRAST);
        let dark = self.colour.until_readable(DARK_PAPER, WHITE, GLOW_CONTRAST);
        format!(
            ":root{{--brand:light-dark({},{});--on-brand:light-dark({},{})}}\n",
            light,
            dark,
            light.readable_on(),
            dark.readable_on()
        )
    }
}

/// The style of the assets `brand-rrggbb.css` and `look-….css`.
pub(crate) fn stylesheet_of(asset: &str) -> Option<String> {
    let name = asset.strip_suffix(".css")?;
    match name.strip_prefix("look-") {
        Some(look) => Look::named(look).map(|look| look.css()),
        None => Some(Brand::new("", Some(Colour::parse(name.strip_prefix("brand-")?)?)).css()),
    }
}

/// WCAG 2.2 contrast ratio of two colours written `#rrggbb`, 1 to 21; none where either is no colour.
pub fn contrast(a: &str, b: &str) -> Option<f64> {
    Some(Colour::parse(a)?.contrast(Colour::parse(b)?))
}

impl Colour {
    /// Reads `#rrggbb` or `rrggbb`.
    pub fn parse(text: &str) -> Option<Self> {
        let hex = text.trim().strip_prefix('#').unwrap_or(text.trim());
        if hex.len() != 6 || !hex.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return None;
        }
        let number = u32::from_str_radix(hex, 16).ok()?;
        Some(Self([(number >> 16) as u8, (number >> 8) as u8, number as u8]))
    }

    /// WCAG 2.2 contrast ratio, 1 to 21.
    pub fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// This colour with a `share` of another, from 0 to 1, mixed into it (in sRGB).
    pub(crate) fn mixed(self, other: Self, share: f64) -> Self {
        let part = |n: usize| f64::from(self.0[n]) + (f64::from(other.0[n]) - f64::from(self.0[n])) * share;
        Self([0, 1, 2].map(|n| part(n).round() as u8))
    }

    /// This colour made darker or lighter (`towards` black or white) in small steps until it can be read on `paper`.
    /// Hue and saturation stay, so that a dark red becomes a clear pink and not a grey one.
    fn until_readable(self, paper: Self, towards: Self, least: f64) -> Self {
        let (hue, saturation, lightness) = self.hsl();
        let end = if towards == WHITE { 1.0 } else { 0.0 };
        (0..=40)
            .map(|step| f64::from(step) / 40.0)
            .map(
                |share| {
                    if share == 0.0 {
                        self
                    } else {
                        Self::of_hsl(hue, saturation, lightness + (end - lightness) * share)
                    }
                },
            )
            .find(|colour| colour.contrast(paper) >= least)
            .unwrap_or(towards)
    }

    /// Black or white, whichever is easier to read on this colour; one of them always reaches 4.5.
    fn readable_on(self) -> Self {
        if self.contrast(WHITE) >= self.contrast(BLACK) { WHITE } else { BLACK }
    }

    /// Hue in sixths of the circle, saturation and lightness from 0 to 1 (CSS Color 4, section 7).
    fn hsl(self) -> (f64, f64, f64) {
        let [r, g, b] = self.0.map(|part| f64::from(part) / 255.0);
        let (max, min) = (r.max(g).max(b), r.min(g).min(b));
        let (spread, lightness) = (max - min, f64::midpoint(max, min));
        if spread == 0.0 {
            return (0.0, 0.0, lightness);
        }
        let hue = if max == r {
            ((g - b) / spread).rem_euclid(6.0)
        } else if max == g {
            (b - r) / spread + 2.0
        } else {
            (r - g) / spread + 4.0
        };
        (hue, spread / (1.0 - (2.0 * lightness - 1.0).abs()), lightness)
    }

    fn of_hsl(hue: f64, saturation: f64, lightness: f64) -> Self {
        let reach = saturation * lightness.min(1.0 - lightness);
        let part = |n: f64| {
            let k = (n + hue * 2.0).rem_euclid(12.0);
            let value = lightness - reach * (k - 3.0).min(9.0 - k).clamp(-1.0, 1.0);
            (value * 255.0).round() as u8
        };
        Self([part(0.0), part(8.0), part(4.0)])
    }

    /// Relative luminance, WCAG 2.2.
    fn luminance(self) -> f64 {
        let [r, g, b] = self.0.map(|part| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        });
        0.2126f64.mul_add(r, 0.7152f64.mul_add(g, 0.0722 * b))
    }
}

impl std::fmt::Display for Colour {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let [r, g, b] = self.0;
        write!(f, "#{r:02x}{g:02x}{b:02x}")
    }
}

impl TryFrom<String> for Colour {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        Self::parse(&text).ok_or_else(|| format!("`{text}` is not a colour such as #7a2331"))
    }
}

impl From<Colour> for String {
    fn from(colour: Colour) -> Self {
        colour.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrast_matches_known_pairs() {
        assert!((BLACK.contrast(WHITE) - 21.0).abs() < 1e-9);
        assert!((Colour([0x76, 0x76, 0x76]).contrast(WHITE) - 4.54).abs() < 0.01);
    }

    #[test]
    fn every_brand_becomes_readable_in_both_themes() {
        for colour in ["#ffffff", "#000000", "#ffe600", "#7a2331", "#777777", "#00ff00", "#0000ff", "#e30613"] {
            let colour = Colour::parse(colour).unwrap();
            for (paper, towards, least) in [(LIGHT_PAPER, BLACK, TEXT_CONTRAST), (DARK_PAPER, WHITE, GLOW_CONTRAST)] {
                let brand = colour.until_readable(paper, towards, least);
                assert!(brand.contrast(paper) >= TEXT_CONTRAST, "{colour} on {paper}");
                assert!(brand.contrast(brand.readable_on()) >= TEXT_CONTRAST, "text on {colour}");
            }
        }
    }

    #[test]
    fn hue_and_saturation_survive_the_way_through_hsl() {
        for colour in ["#7a2331", "#0a6b66", "#ffe600", "#808080", "#000000"].map(|text| Colour::parse(text).unwrap()) {
            let (hue, saturation, lightness) = colour.hsl();
            assert_eq!(Colour::of_hsl(hue, saturation, lightness), colour);
        }
    }

    #[test]
    fn what_is_no_colour_never_reaches_a_style() {
        for text in ["red", "#12345", "#12345g", "#1234567", "url(x)", "é12345"] {
            assert_eq!(Colour::parse(text), None, "{text}");
        }
    }
}
