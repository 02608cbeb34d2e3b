//! Points of a scale, and how they are drawn.
//!
//! A scale runs in the reading direction: its low end stands at the start of the line, which is the right in Persian
//! and Arabic (docs/decisions/0005-direction-of-scales.md). The points stand in the page from low to high, so that the
//! page's direction alone decides.

use kernel::flow::Asked;
use kernel::format::parse_number;
use kernel::survey::{Kind, Look, Scale};
use serde::Serialize;
use serde_json::Value as Json;

use super::words::Words;

/// Scales with at most this many points stand on one line on a phone.
const FEW_POINTS: i32 = 7;
/// Longer scales are a slider.
pub(super) const POINTS_MAX: i32 = 21;

#[derive(Debug, Serialize)]
pub(super) struct Points {
    look: &'static str,
    few: bool,
    points: Vec<Point>,
    low: Option<String>,
    high: Option<String>,
}

#[derive(Debug, Serialize)]
pub(super) struct Point {
    value: i32,
    checked: bool,
    /// Words of the end that this point is.
    end: Option<String>,
    /// The path of what is drawn, in a box of 24 by 24; none for bare numbers.
    path: Option<String>,
}

/// The points of a scored question, or of a row of ratings, with `value` chosen.
pub(super) fn points(words: &Words<'_>, asked: &Asked<'_>, scale: Scale, value: &Json) -> Points {
    let question = asked.question;
    let (low, high) = (words.say(&question.low), words.say(&question.high));
    let chosen = number(value);
    let look = if question.kind == Kind::Nps { Look::Numbers } else { question.look };
    let points = (scale.from..=scale.to).map(|point| Point {
        value: point,
        checked: chosen == Some(f64::from(point)),
        end: match point {
            point if point == scale.from => low.clone(),
            point if point == scale.to => high.clone(),
            _ => None,
        },
        path: path(look, scale, point),
    });
    let points = points.collect();
    Points { look: name(look), few: span(scale) <= FEW_POINTS, points, low, high }
}

/// How many points a scale has.
pub(super) fn span(scale: Scale) -> i32 {
    scale.to.saturating_sub(scale.from).saturating_add(1)
}

pub(super) fn number(value: &Json) -> Option<f64> {
    match value {
        Json::String(text) => parse_number(text),
        value => value.as_f64(),
    }
}

fn name(look: Look) -> &'static str {
    match look {
        Look::Numbers | Look::Line => "numbers",
        Look::Stars => "stars",
        Look::Smileys => "smileys",
        Look::Hearts => "hearts",
        Look::Thumbs => "thumbs",
    }
}

/// Outlines after Lucide (ISC), in a box of 24 by 24.
const STAR: &str = "M12 2.5l2.9 6 6.6.9-4.8 4.6 1.2 6.5L12 17.4l-5.9 3.1 1.2-6.5L2.5 9.4l6.6-.9z";
const HEART: &str = "M12 20.5C5 15.5 2.5 12 2.5 8.5a5 5 0 0 1 9.5-2 5 5 0 0 1 9.5 2c0 3.5-2.5 7-9.5 12z";
const THUMB_UP: &str = "M7 10v11M15 5.9L14 10h5.8a2 2 0 0 1 1.9 2.6l-2.3 8A2 2 0 0 1 17.5 22H4a2 2 0 0 1-2-2v-8a2 2 0 0 1 2-2h2.8a2 2 0 0 0 1.8-1.1L12 2a3.1 3.1 0 0 1 3 3.9z";
const THUMB_DOWN: &str = "M7 14V3M15 18.1L14 14h5.8a2 2 0 0 0 1.9-2.6l-2.3-8A2 2 0 0 0 17.5 2H4a2 2 0 0 0-2 2v8a2 2 0 0 0 2 2h2.8a2 2 0 0 1 1.8 1.1L12 22a3.1 3.1 0 0 0 3-3.9z";
/// Head and eyes of a face; its mouth follows the point.
const FACE: &str = "M12 2a10 10 0 1 0 0 20 10 10 0 1 0 0-20zM9 9v.5M15 9v.5";

fn path(look: Look, scale: Scale, point: i32) -> Option<String> {
    // From 0 at the low end to 1 at the high one.
    let from = f64::from(scale.from);
    let place = (f64::from(point) - from) / (f64::from(scale.to) - from).max(1.0);
    match look {
        Look::Numbers | Look::Line => None,
        Look::Stars => Some(STAR.to_owned()),
        Look::Hearts => Some(HEART.to_owned()),
        Look::Smileys => {
            // The mouth is a curve whose middle sinks as the corners rise.
            let (corner, middle) = (16.5 - 2.0 * place, 12.5 + 6.5 * place);
            Some(format!("{FACE}M8 {corner:.1}Q12 {middle:.1} 16 {corner:.1}"))
        }
        Look::Thumbs if place < 0.5 => Some(THUMB_DOWN.to_owned()),
        Look::Thumbs if place > 0.5 => Some(THUMB_UP.to_owned()),
        Look::Thumbs => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn faces_smile_more_the_higher_the_point() {
        let scale = Scale { from: 1, to: 5 };
        assert!(path(Look::Smileys, scale, 1).unwrap().ends_with("M8 16.5Q12 12.5 16 16.5"), "corners down");
        assert!(path(Look::Smileys, scale, 5).unwrap().ends_with("M8 14.5Q12 19.0 16 14.5"), "corners up");
        assert_eq!(path(Look::Thumbs, scale, 3), None, "neither up nor down");
        assert!(path(Look::Stars, Scale { from: 1, to: 1 }, 1).is_some());
        assert_eq!(span(Scale { from: i32::MIN, to: i32::MAX }), i32::MAX);
    }
}
