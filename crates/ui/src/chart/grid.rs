//! Pictures that are tables: shares with their range, scales side by side, and two things against each other.

use kernel::format::Format;
use serde::{Deserialize, Serialize};

use crate::Tone;

/// How a cell of a heat table differs in shade; 0 is none.
pub const HEAT_MAX: u8 = 8;

/// A row of scales side by side: all of its answers as one bar, cut where the scores are.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Band {
    pub label: String,
    /// The number of the row with its range, such as a mean.
    pub value: Option<f64>,
    pub low: Option<f64>,
    pub high: Option<f64>,
    pub answers: u64,
    /// From the low to the high end of the scale.
    pub parts: Vec<Slice>,
}

/// One score of a [`Band`].
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Slice {
    pub label: String,
    pub count: u64,
    pub tone: Tone,
    pub href: Option<String>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct HeatRow {
    pub label: String,
    pub cells: Vec<HeatCell>,
    /// How many answers the row stands for, as the reader reads it.
    pub total: String,
}

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct HeatCell {
    /// The number, as the reader reads it.
    pub text: String,
    /// Beside the number, smaller.
    pub small: String,
    /// What is remarkable about it, in words.
    pub mark: Option<String>,
    /// 0 to [`HEAT_MAX`].
    pub level: u8,
    pub href: Option<String>,
}

impl HeatCell {
    /// The shade of a share of 0 to 1.
    pub fn level_of(share: f64) -> u8 {
        (share.clamp(0.0, 1.0) * f64::from(HEAT_MAX)).round() as u8
    }
}

/// A bar of a share with the range of it as a line; `value`, `low`, `high` in per cent.
pub(crate) fn whisker(value: f64, low: Option<f64>, high: Option<f64>) -> String {
    let line = low.zip(high).map_or(String::new(), |(low, high)| {
        format!(
            r#"<line class="halo" x1="{low:.1}%" x2="{high:.1}%" y1="6" y2="6"/><line class="whisker" x1="{low:.1}%" x2="{high:.1}%" y1="6" y2="6"/>"#
        )
    });
    format!(
        r#"<svg class="bar" height="12" aria-hidden="true"><rect class="track" width="100%" height="12" rx="3"/><rect class="fill" width="{value:.1}%" height="12" rx="3"/>{line}</svg>"#
    )
}

/// All parts of a band in one bar. Every part has its words in the table behind it.
pub(super) fn stacked(parts: &[Slice]) -> String {
    let total = parts.iter().map(|part| part.count).sum::<u64>().max(1) as f64;
    let mut svg = String::from(r#"<svg class="band" height="16" aria-hidden="true">"#);
    let mut x = 0.0;
    for (place, part) in parts.iter().enumerate() {
        let width = part.count as f64 * 100.0 / total;
        if part.count > 0 {
            let strength = strength(parts, place);
            svg.push_str(&format!(
                r#"<rect class="{}" x="{x:.2}%" width="{width:.2}%" height="16" fill-opacity="{strength:.2}"/>"#,
                part.tone.as_str()
            ));
        }
        x += width;
    }
    svg + "</svg>"
}

/// The ends of a scale are drawn stronger than its middle.
fn strength(parts: &[Slice], place: usize) -> f64 {
    let tone = parts[place].tone;
    let same: Vec<usize> = (0..parts.len()).filter(|other| parts[*other].tone == tone).collect();
    let rank = same.iter().position(|other| *other == place).unwrap_or(0) as f64;
    let steps = (same.len().max(2) - 1) as f64;
    match tone {
        Tone::Passive => 0.7,
        Tone::Detractor => 1.0 - 0.5 * rank / steps,
        Tone::Promoter if same.len() == 1 => 1.0,
        Tone::Promoter => 0.5 + 0.5 * rank / steps,
    }
}

/// A share of all as text.
pub(super) fn percent(format: &Format, count: u64, total: u64) -> String {
    format.percent(count as f64 * 100.0 / total.max(1) as f64, 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_band_is_filled_whole() {
        let part = |count, tone| Slice { label: String::new(), count, tone, href: None };
        let svg = stacked(&[part(1, Tone::Detractor), part(0, Tone::Passive), part(3, Tone::Promoter)]);
        assert!(svg.contains(r#"x="0.00%" width="25.00%""#) && svg.contains(r#"x="25.00%" width="75.00%""#), "{svg}");
        assert_eq!(svg.matches("<rect").count(), 2);
    }

    #[test]
    fn shades_are_steps() {
        assert_eq!([0.0, 0.5, 1.0, 7.0].map(HeatCell::level_of), [0, 4, 8, 8]);
    }
}
