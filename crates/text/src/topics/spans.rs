//! Where the parts of rules stand that are more than words: AND, NOT and NEAR within one sentence.

use super::compile::Wanted;

/// A term found at the words `start..end` of the sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Hit {
    pub term: u32,
    pub start: u32,
    pub end: u32,
}

/// From the first word to one past the last.
type Span = (u32, u32);

/// Where what is wanted stands, in order; `hits` is sorted.
pub(super) fn spans(wanted: &Wanted, hits: &[Hit]) -> Vec<Span> {
    match wanted {
        Wanted::Terms(terms) => {
            let mut found: Vec<Span> = terms.iter().flat_map(|&term| of(term, hits)).collect();
            found.sort_unstable();
            found
        }
        Wanted::Or(parts) => {
            let mut found: Vec<Span> = parts.iter().flat_map(|part| spans(part, hits)).collect();
            found.sort_unstable();
            found
        }
        Wanted::And { all, none } => {
            let (first, others) =
                all.split_first().map_or((Vec::new(), all.as_slice()), |(first, others)| (spans(first, hits), others));
            let holds = !first.is_empty()
                && others.iter().all(|part| !spans(part, hits).is_empty())
                && none.iter().all(|part| spans(part, hits).is_empty());
            if holds { first } else { Vec::new() }
        }
        Wanted::Near(left, right, within) => {
            let left = spans(left, hits);
            if left.is_empty() { left } else { near(&left, &spans(right, hits), *within) }
        }
    }
}

fn of(term: u32, hits: &[Hit]) -> impl Iterator<Item = Span> {
    let begin = hits.partition_point(|hit| hit.term < term);
    hits[begin..].iter().take_while(move |hit| hit.term == term).map(|hit| (hit.start, hit.end))
}

/// Each of `left` with the nearest of `right`, where it is near enough.
fn near(left: &[Span], right: &[Span], within: u32) -> Vec<Span> {
    let mut found = Vec::new();
    for &(start, end) in left {
        let next = right.partition_point(|span| span.0 < end);
        let after = right.get(next).map(|span| (span.0 - end + 1, *span));
        let before =
            right[..next].iter().rev().take(8).find(|span| span.1 <= start).map(|span| (start - span.1 + 1, *span));
        let nearest = before.into_iter().chain(after).min_by_key(|(distance, _)| *distance);
        if let Some((_, span)) = nearest.filter(|(distance, _)| *distance <= within) {
            found.push((start.min(span.0), end.max(span.1)));
        }
    }
    found.dedup();
    found
}
