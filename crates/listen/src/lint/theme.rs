//! Whether the colours of a theme can be read (WCAG 2.2, 1.4.3 and 1.4.11).

use kernel::survey::Theme;
use serde::Serialize;
use ui::brand::Colour;

use super::{Finding, Severity};
use crate::surveys::theme::over;

/// Of text against what is behind it.
pub const TEXT_LEAST: f64 = 4.5;
/// Of buttons and marks against what is behind them.
pub const MARK_LEAST: f64 = 3.0;
/// Paper and ink of respondent pages by day, for the fields that a theme leaves open.
const PAPER: Colour = Colour([0xfa, 0xfa, 0xf8]);
const INK: Colour = Colour([0x1a, 0x21, 0x1f]);
const ACCENT: Colour = Colour([0x0a, 0x6b, 0x66]);

/// Two colours that must be told apart.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Pair {
    /// `ink` or `accent`, on the background.
    pub name: &'static str,
    pub front: Colour,
    pub back: Colour,
    /// From 1 to 21.
    pub contrast: f64,
    pub least: f64,
    pub is_readable: bool,
}

/// The pairs of a theme; fields that it leaves open, or that are no colours, are those of the pages.
pub fn pairs(theme: &Theme) -> [Pair; 2] {
    let colour = |field: &Option<String>, default| field.as_deref().and_then(Colour::parse).unwrap_or(default);
    let back = colour(&theme.background, PAPER);
    let pair = |name, front: Colour, least| {
        let contrast = front.contrast(back);
        Pair { name, front, back, contrast, least, is_readable: contrast >= least }
    };
    [pair("ink", colour(&theme.ink, INK), TEXT_LEAST), pair("accent", colour(&theme.accent, ACCENT), MARK_LEAST)]
}

pub(super) fn of(theme: &Theme) -> Vec<Finding> {
    let mut findings = of_look(theme, "theme");
    for variant in &theme.variants {
        findings.extend(of_look(&over(&variant.theme, theme), &format!("theme.variants.{}", variant.key)));
    }
    findings
}

fn of_look(theme: &Theme, field: &str) -> Vec<Finding> {
    let bad = pairs(theme).into_iter().filter(|pair| !pair.is_readable);
    let finding = |pair: Pair| {
        let code = if pair.name == "ink" { "contrast_ink" } else { "contrast_accent" };
        Finding::new(code, Severity::Warning, field)
            .with("front", pair.front)
            .with("back", pair.back)
            .with("contrast", format!("{:.1}", (pair.contrast * 10.0).floor() / 10.0))
            .with("least", pair.least)
    };
    bad.map(finding).collect()
}
