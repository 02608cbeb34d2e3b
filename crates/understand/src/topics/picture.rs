//! The picture of all topics: further along the more mention one, higher the better they feel, larger the more it costs or
//! brings. Names are placed where they cover neither each other nor a circle, for the width of the page that shows them.

use serde::Serialize;
use ui::Tone;

use super::look::Looks;
use super::numbers::{Numbers, Row};

/// Topics in the picture.
const BUBBLES_MAX: usize = 16;
/// Letters of a name in the picture.
const LABEL_CHARS_MAX: usize = 22;
/// Height of the picture, in pixels.
const HEIGHT: f64 = 320.0;
/// Widths that names are placed for, in pixels, with the class that shows them from there on.
const WIDTHS: [(f64, &str); 4] = [(240.0, "from-15"), (304.0, "from-19"), (640.0, "from-40"), (864.0, "from-54")];
/// Of a line of text and of its letters, on average and with room to spare, in pixels.
const LINE: f64 = 16.0;
const LETTER: f64 = 7.2;
/// Between a circle and its name.
const GAP: f64 = 4.0;

/// A topic in the picture.
#[derive(Debug, Serialize)]
pub struct Bubble {
    pub name: String,
    pub href: String,
    pub x: String,
    pub y: String,
    pub r: String,
    pub tone: Tone,
    pub labels: Vec<Label>,
}

/// Its name, for one width. Where it has no room, it is left out: the table holds it.
#[derive(Debug, Serialize)]
pub struct Label {
    pub class: &'static str,
    pub text: String,
    /// From the middle of the circle, in pixels.
    pub dx: String,
    pub y: String,
    /// `start`, `middle` or `end`, from left to right.
    pub anchor: &'static str,
}

/// A circle: how far along from 0 to 1, the rest in pixels.
#[derive(Clone, Debug)]
struct Circle {
    along: f64,
    y: f64,
    r: f64,
    letters: usize,
}

/// What is taken, in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Area {
    left: f64,
    top: f64,
    right: f64,
    bottom: f64,
}

impl Area {
    fn meets(&self, other: &Self) -> bool {
        self.left < other.right && other.left < self.right && self.top < other.bottom && other.top < self.bottom
    }
}

/// Where a name stands: from the middle of its circle to its anchor, and its baseline.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Spot {
    dx: f64,
    y: f64,
    anchor: &'static str,
    area: Area,
}

/// The picture of the topics at the top, the largest first; sized by the points that they cost or bring, else by how many
/// mention them.
pub fn bubbles(looks: &Looks<'_>, numbers: &Numbers) -> Vec<Bubble> {
    let top = numbers.rows.iter().filter(|row| looks.tree.depth[row.topic] == 0);
    let size = |row: &Row| match &numbers.parts {
        Some(parts) => parts.of.iter().find(|(topic, _)| *topic == row.topic).map_or(0.0, |(_, part)| part.abs()),
        None => row.n as f64,
    };
    let felt = top.filter_map(|row| Some((row, row.net()?, size(row))));
    let mut drawn: Vec<(&Row, f64, f64)> = felt.take(BUBBLES_MAX).collect();
    drawn.sort_by(|a, b| b.2.total_cmp(&a.2));
    let most = drawn.iter().map(|(row, ..)| row.share.value).fold(1.0, f64::max);
    let largest = drawn.first().map_or(f64::MIN_POSITIVE, |first| first.2.max(f64::MIN_POSITIVE));
    let names: Vec<String> = drawn.iter().map(|(row, ..)| looks.name(row.topic)).collect();
    let circle = |((row, net, size), name): (&(&Row, f64, f64), &String)| Circle {
        along: 0.12 + 0.74 * row.share.value / most,
        y: HEIGHT / 2.0 - net * (HEIGHT / 2.0 - 44.0),
        r: 5.0 + 17.0 * (size / largest).sqrt(),
        letters: short(name).chars().count(),
    };
    let circles: Vec<Circle> = drawn.iter().zip(&names).map(circle).collect();
    let placed = WIDTHS.map(|(width, class)| (class, place(&circles, width)));
    let bubble = |(at, name): (usize, String)| {
        let (row, net, _) = drawn[at];
        let label = |(class, spots): &(&'static str, Vec<Option<Spot>>)| {
            let Spot { dx, y, anchor, .. } = spots[at]?;
            Some(Label { class, text: short(&name), dx: format!("{dx:.1}"), y: format!("{y:.1}"), anchor })
        };
        Bubble {
            labels: placed.iter().filter_map(label).collect(),
            href: looks.href(row.topic),
            x: format!("{:.2}%", 100.0 * circles[at].along),
            y: format!("{:.1}", circles[at].y),
            r: format!("{:.1}", circles[at].r),
            tone: match net {
                net if net > 0.2 => Tone::Promoter,
                net if net < -0.2 => Tone::Detractor,
                _ => Tone::Passive,
            },
            name,
        }
    };
    names.into_iter().enumerate().map(bubble).collect()
}

/// Finds each name a place in turn: above its circle, below, beside it or at a corner, the first that is free.
fn place(circles: &[Circle], width: f64) -> Vec<Option<Spot>> {
    let corner = |left: f64, right: f64, top: f64| Area { left, top, right, bottom: top + LINE };
    // The ends of both axes are named in these corners.
    let mut taken =
        vec![corner(0.0, 80.0, 4.0), corner(0.0, 80.0, HEIGHT - 20.0), corner(width - 140.0, width, HEIGHT - 20.0)];
    taken.extend(circles.iter().map(|Circle { along, y, r, .. }| Area {
        left: along * width - r,
        right: along * width + r,
        top: y - r,
        bottom: y + r,
    }));
    let mut found = Vec::new();
    for circle in circles {
        let is_free = |spot: &Spot| {
            let Area { left, top, right, bottom } = spot.area;
            left >= 0.0
                && right <= width
                && top >= 0.0
                && bottom <= HEIGHT
                && !taken.iter().any(|area| area.meets(&spot.area))
        };
        let spot = spots(circle, width).into_iter().find(is_free);
        taken.extend(spot.map(|spot| spot.area));
        found.push(spot);
    }
    found
}

fn spots(Circle { along, y, r, letters }: &Circle, width: f64) -> [Spot; 8] {
    let (x, wide) = (along * width, *letters as f64 * LETTER);
    // Down to the middle of the line from that of the circle.
    let spot = |anchor: &'static str, dx: f64, down: f64| {
        let left = x + dx
            - wide
                * match anchor {
                    "start" => 0.0,
                    "end" => 1.0,
                    _ => 0.5,
                };
        let top = y + down - LINE / 2.0;
        let area = Area { left, top, right: left + wide, bottom: top + LINE };
        Spot { dx, y: y + down + 4.5, anchor, area }
    };
    let (up, aside) = (r + GAP + LINE / 2.0, 0.7 * r + GAP);
    let slant = 0.7 * r + LINE / 2.0;
    [
        spot("middle", 0.0, -up),
        spot("middle", 0.0, up),
        spot("start", r + GAP, 0.0),
        spot("end", -r - GAP, 0.0),
        spot("start", aside, -slant),
        spot("start", aside, slant),
        spot("end", -aside, -slant),
        spot("end", -aside, slant),
    ]
}

fn short(name: &str) -> String {
    if name.chars().count() <= LABEL_CHARS_MAX {
        return name.to_owned();
    }
    name.chars().take(LABEL_CHARS_MAX - 1).chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_names_are_cut_in_the_picture() {
        assert_eq!(short("Coverage"), "Coverage");
        assert_eq!(short(&"م".repeat(200)).chars().count(), LABEL_CHARS_MAX);
    }

    /// Sixteen topics, most of them rare, as they are: near each other at the left.
    fn crowd() -> Vec<Circle> {
        let circle = |n: usize| Circle {
            along: if n == 0 { 0.86 } else { 0.14 + 0.02 * n as f64 },
            y: 60.0 + 13.0 * ((n * 7) % 16) as f64,
            r: 22.0 - n as f64,
            letters: 6 + n % 9,
        };
        (0..16).map(circle).collect()
    }

    #[test]
    fn names_cover_neither_each_other_nor_a_circle() {
        for (width, _) in WIDTHS {
            let circles = crowd();
            let spots = place(&circles, width);
            let areas: Vec<(usize, Area)> =
                spots.iter().enumerate().filter_map(|(at, spot)| Some((at, (*spot)?.area))).collect();
            for (at, area) in &areas {
                assert!(area.left >= 0.0 && area.right <= width, "{at} sticks out at {width}");
                assert!(!areas.iter().any(|(other, theirs)| other != at && theirs.meets(area)), "{at} at {width}");
                for (other, Circle { along, y, r, .. }) in circles.iter().enumerate() {
                    let (x, y) = (along * width, *y);
                    let circle = Area { left: x - r, top: y - r, right: x + r, bottom: y + r };
                    assert!(!circle.meets(area), "{at} covers {other} at {width}");
                }
            }
        }
    }

    #[test]
    fn the_largest_is_named_and_more_are_where_there_is_room() {
        let named = |width| place(&crowd(), width).iter().filter(|spot| spot.is_some()).count();
        assert!(place(&crowd(), WIDTHS[0].0)[0].is_some());
        assert!(named(WIDTHS[2].0) > named(WIDTHS[0].0) && named(WIDTHS[2].0) >= 8, "{}", named(WIDTHS[2].0));
    }
}
