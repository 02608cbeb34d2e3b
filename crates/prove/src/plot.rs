//! Lines over time, drawn by the server: measured against comparison, a way towards a goal. Places are in hundredths of the
//! picture, which is stretched; names stand beside it as text, and a table behind it.

use serde::Serialize;
use ui::chart::Unit;

use kernel::format::Format;

/// One line; a step without a value leaves a gap.
pub struct Line {
    /// What it is called.
    pub name: String,
    /// How it is drawn: `own`, `other`, `way`.
    pub class: &'static str,
    pub values: Vec<Option<f64>>,
}

/// A picture, as the template `plot.html` draws it.
#[derive(Debug, Serialize)]
pub struct Plot {
    lines: Vec<Drawn>,
    /// Where something began, in hundredths.
    start: Option<String>,
    /// The forecast: place, low, high, middle.
    ahead: Option<Ahead>,
    ticks: Vec<Tick>,
    first: String,
    last: String,
}

#[derive(Debug, Serialize)]
struct Drawn {
    name: String,
    class: &'static str,
    /// The points of each stretch without a gap.
    stretches: Vec<String>,
    dots: Vec<(String, String)>,
}

#[derive(Debug, Serialize)]
struct Ahead {
    x: String,
    low: String,
    high: String,
    middle: String,
}

#[derive(Debug, Serialize)]
struct Tick {
    y: String,
    text: String,
}

/// What there is to draw.
pub struct Sketch<'a> {
    pub unit: Unit,
    /// Both ends of what the number can be.
    pub axis: (f64, f64),
    pub lines: Vec<Line>,
    /// Between which steps something began.
    pub start: Option<usize>,
    /// The step of the forecast, and its low, middle and high.
    pub ahead: Option<(usize, f64, f64, f64)>,
    /// Names of the first and the last step.
    pub ends: (String, String),
    pub format: &'a Format,
}

impl Plot {
    pub fn new(sketch: Sketch<'_>) -> Option<Self> {
        let Sketch { unit, axis, lines, start, ahead, ends, format } = sketch;
        let values = || {
            let own = lines.iter().flat_map(|line| line.values.iter().flatten().copied());
            own.chain(ahead.into_iter().flat_map(|(_, low, _, high)| [low, high])).filter(|value| value.is_finite())
        };
        let (low, high) = values().fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), v| (low.min(v), high.max(v)));
        if low > high {
            return None;
        }
        let room = ((high - low) * 0.12).max((axis.1 - axis.0) * 0.02);
        let (low, high) = ((low - room).max(axis.0), (high + room).min(axis.1));
        let steps = lines.iter().map(|line| line.values.len()).max()?;
        let steps = steps.max(ahead.map_or(0, |(at, ..)| at + 1));
        let x = |at: f64| format!("{:.2}", 100.0 * at / (steps.max(2) - 1) as f64);
        let y = |value: f64| format!("{:.2}", 100.0 - 100.0 * (value.clamp(low, high) - low) / (high - low));
        let drawn = lines.into_iter().map(|line| {
            let mut stretches: Vec<Vec<String>> = vec![vec![]];
            let mut dots = Vec::new();
            for (at, value) in line.values.iter().enumerate() {
                match value {
                    Some(value) => {
                        let place = (x(at as f64), y(*value));
                        if let Some(stretch) = stretches.last_mut() {
                            stretch.push(format!("{},{}", place.0, place.1));
                        }
                        dots.push(place);
                    }
                    None if stretches.last().is_some_and(|stretch| !stretch.is_empty()) => stretches.push(vec![]),
                    None => {}
                }
            }
            let alone = stretches.iter().all(|stretch| stretch.len() < 2);
            Drawn {
                name: line.name,
                class: line.class,
                stretches: stretches.iter().filter(|s| s.len() > 1).map(|s| s.join(" ")).collect(),
                dots: if alone { dots } else { vec![] },
            }
        });
        let lines = drawn.collect();
        Some(Self {
            lines,
            start: start.filter(|at| *at < steps).map(|at| x(at as f64 - 0.5)),
            ahead: ahead.map(|(at, low, middle, high)| Ahead {
                x: x(at as f64),
                low: y(low),
                high: y(high),
                middle: y(middle),
            }),
            ticks: [high, f64::midpoint(low, high), low]
                .map(|value| Tick { y: y(value), text: unit.write(format, value) })
                .into(),
            first: ends.0,
            last: ends.1,
        })
    }
}

#[cfg(test)]
mod tests {
    use kernel::Locale;

    use super::*;

    #[test]
    fn gaps_stay_gaps() {
        let format = Format::of(Locale::En);
        let line =
            Line { name: "a".into(), class: "own", values: vec![Some(1.0), Some(2.0), None, Some(3.0), Some(4.0)] };
        let sketch = Sketch {
            unit: Unit::Mean,
            axis: (0.0, 5.0),
            lines: vec![line],
            start: Some(2),
            ahead: None,
            ends: (String::new(), String::new()),
            format: &format,
        };
        let plot = Plot::new(sketch).unwrap();
        assert_eq!(plot.lines[0].stretches.len(), 2);
        assert_eq!(plot.start.as_deref(), Some("37.50"));
        assert!(plot.lines[0].stretches[0].starts_with("0.00,"));
    }
}
