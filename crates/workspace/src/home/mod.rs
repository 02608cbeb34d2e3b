//! Home: what needs the reader today. The other slices say it; this page greets, gathers, and shows a newcomer the
//! way around the loop.

mod steps;

use kernel::Role;
use kernel::Timestamp;
use serde::Serialize;
use steps::Steps;
use ui::Section;
use ui::http::{Access, Asking, Column, Reply, Routes, Viewer};

pub(crate) fn routes() -> Routes {
    Routes::new().get("/", Access::Member(Role::Viewer), show)
}

#[derive(Serialize)]
struct Page {
    /// `morning`, `afternoon`, `evening` or `night` where the workspace is.
    part_of_day: &'static str,
    first_name: String,
    today: Timestamp,
    /// Customers who wait for an answer.
    waiting: u64,
    /// The way around the loop, until it has been gone once.
    steps: Option<Steps>,
    /// HTML of the slices.
    main: Vec<String>,
    side: Vec<String>,
}

async fn show(asking: Viewer) -> Reply {
    let (mut main, mut side, mut waiting) = (Vec::new(), Vec::new(), 0);
    for part in &asking.web.parts {
        let column = match part.column() {
            Column::Main => &mut main,
            Column::Side => &mut side,
        };
        column.extend(part.html(&asking).await?);
        if let Some((Section::Act, count)) = part.count(&asking).await? {
            waiting += count;
        }
    }
    let now = asking.store().env().now();
    let page = Page {
        part_of_day: part_of_day(hour(&asking, now)),
        first_name: first_name(&asking.member.name),
        today: now,
        waiting,
        steps: Steps::of(&asking, main.is_empty() && side.is_empty()).await?,
        main,
        side,
    };
    asking.page("workspace/home.html", Section::Home, page).await
}

fn hour(asking: &Asking, now: Timestamp) -> i8 {
    let zone = jiff::tz::TimeZone::get(&asking.workspace.zone).unwrap_or(jiff::tz::TimeZone::UTC);
    now.in_zone(&zone).hour()
}

fn part_of_day(hour: i8) -> &'static str {
    match hour {
        5..12 => "morning",
        12..17 => "afternoon",
        17..22 => "evening",
        _ => "night",
    }
}

/// The first word of a name, as one greets a colleague.
fn first_name(name: &str) -> String {
    name.split_whitespace().next().unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_has_four_parts() {
        let parts = [4, 5, 11, 12, 16, 17, 21, 22, 0].map(part_of_day);
        let expected =
            ["night", "morning", "morning", "afternoon", "afternoon", "evening", "evening", "night", "night"];
        assert_eq!(parts, expected);
    }

    #[test]
    fn a_greeting_takes_the_first_name() {
        assert_eq!(first_name("سارا رضایی"), "سارا");
        assert_eq!(first_name("Sara"), "Sara");
    }
}
