//! The why-tree: why it happens, and why that is so, down to the cause that can be changed.

use serde::{Deserialize, Serialize};
use ui::http::Fields;

/// Whys below one another.
pub const DEPTH_MAX: usize = 5;
/// Whys of one tree.
pub const WHYS_MAX: usize = 40;
pub const WHY_CHARS_MAX: usize = 300;

/// One why with those below it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Why {
    pub why: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub below: Vec<Why>,
}

/// A line of the form: how deep it stands, from 0.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Line {
    pub depth: usize,
    pub why: String,
}

/// The tree that a row keeps; one that no version wrote is empty.
pub fn of_row(causes: &str) -> Vec<Why> {
    serde_json::from_str(causes).unwrap_or_default()
}

/// Each why before those below it.
pub fn lines(tree: &[Why]) -> Vec<Line> {
    fn walk(tree: &[Why], depth: usize, lines: &mut Vec<Line>) {
        for why in tree.iter().take(WHYS_MAX) {
            if lines.len() >= WHYS_MAX || depth >= DEPTH_MAX {
                return;
            }
            lines.push(Line { depth, why: why.why.clone() });
            walk(&why.below, depth + 1, lines);
        }
    }
    let mut lines = Vec::new();
    walk(tree, 0, &mut lines);
    lines
}

/// The tree of lines; blank ones are left out, and what stood below them moves up.
pub fn tree(lines: &[Line]) -> Vec<Why> {
    let kept: Vec<Line> = {
        // The depths of blank lines that the current line stands below.
        let mut blanks: Vec<usize> = Vec::new();
        let mut kept = Vec::new();
        for line in lines {
            blanks.retain(|blank| *blank < line.depth);
            if line.why.trim().is_empty() {
                blanks.push(line.depth);
            } else {
                kept.push(Line { depth: line.depth - blanks.len(), why: line.why.trim().to_owned() });
            }
        }
        kept
    };
    fn take(lines: &[Line], depth: usize) -> Vec<Why> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < lines.len() {
            let next = lines.iter().skip(at + 1).position(|line| line.depth <= depth);
            let end = next.map_or(lines.len(), |next| at + 1 + next);
            found.push(Why { why: lines[at].why.clone(), below: take(&lines[at + 1..end], depth + 1) });
            at = end;
        }
        found
    }
    take(&kept, 0)
}

/// What a form sent: `why.N.text` and `why.N.depth`.
pub fn read(fields: &Fields) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for n in 0..WHYS_MAX {
        let text = format!("why.{n}.text");
        if !fields.has(&text) {
            break;
        }
        let depth = fields.get(&format!("why.{n}.depth")).and_then(|depth| depth.parse().ok()).unwrap_or(0);
        // A line stands at most one deeper than the one before it.
        let deepest = lines.last().map_or(0, |line| line.depth + 1);
        let why = fields.get(&text).unwrap_or_default().chars().filter(|c| !c.is_control()).take(WHY_CHARS_MAX);
        lines.push(Line { depth: usize::min(depth, deepest).min(DEPTH_MAX - 1), why: why.collect() });
    }
    lines
}

/// Does what a button of the tree says: `why:below:N`, `why:beside:N`, `why:drop:N`, `why:add`. Whether it was one.
pub fn act(lines: &mut Vec<Line>, deed: &str) -> bool {
    let Some(deed) = deed.strip_prefix("why:") else { return false };
    let (what, at) = deed.split_once(':').unwrap_or((deed, ""));
    let at: usize = at.parse().unwrap_or(usize::MAX);
    let Some(depth) = lines.get(at).map(|line| line.depth) else {
        if what == "add" && lines.len() < WHYS_MAX {
            lines.push(Line::default());
        }
        return true;
    };
    let end = lines.iter().skip(at + 1).position(|line| line.depth <= depth).map_or(lines.len(), |next| at + 1 + next);
    let has_room = lines.len() < WHYS_MAX;
    match what {
        "below" if has_room && depth + 1 < DEPTH_MAX => {
            lines.insert(at + 1, Line { depth: depth + 1, why: String::new() });
        }
        "beside" if has_room => lines.insert(end, Line { depth, why: String::new() }),
        "drop" => drop(lines.drain(at..end)),
        _ => {}
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(depth: usize, why: &str) -> Line {
        Line { depth, why: why.into() }
    }

    #[test]
    fn a_tree_becomes_lines_and_lines_a_tree() {
        let written = [line(0, "a"), line(1, "b"), line(2, "c"), line(1, "d"), line(0, "e")];
        let tree_of = tree(&written);
        assert_eq!((tree_of.len(), tree_of[0].below.len(), tree_of[0].below[0].below[0].why.as_str()), (2, 2, "c"));
        assert_eq!(lines(&tree_of), written);
        assert_eq!(of_row(&serde_json::to_string(&tree_of).unwrap()), tree_of);
        assert!(of_row("nonsense").is_empty());
    }

    #[test]
    fn a_blank_line_lifts_what_stood_below_it() {
        let tree = tree(&[line(0, " "), line(1, "b"), line(2, "c"), line(0, ""), line(0, "d")]);
        assert_eq!(lines(&tree), [line(0, "b"), line(1, "c"), line(0, "d")]);
    }

    #[test]
    fn a_form_cannot_stand_deeper_than_five() {
        let mut typed = String::new();
        for n in 0..9 {
            typed.push_str(&format!("why.{n}.text=w{n}&why.{n}.depth={}&", n * 3));
        }
        let read = read(&Fields::parse(typed.as_bytes()));
        assert_eq!(read.iter().map(|line| line.depth).collect::<Vec<_>>(), [0, 1, 2, 3, 4, 4, 4, 4, 4]);
    }

    #[test]
    fn buttons_change_the_lines() {
        let mut lines = vec![line(0, "a"), line(1, "b"), line(0, "c")];
        assert!(act(&mut lines, "why:below:0") && lines[1].depth == 1 && lines.len() == 4);
        assert!(act(&mut lines, "why:beside:0") && lines[3] == line(0, ""));
        assert!(act(&mut lines, "why:drop:0"));
        assert_eq!(lines, [line(0, ""), line(0, "c")]);
        assert!(act(&mut lines, "why:drop:9") && !act(&mut lines, "when:drop:0"));
        for _ in 0..100 {
            act(&mut lines, "why:add");
        }
        assert_eq!(lines.len(), WHYS_MAX);
    }
}
