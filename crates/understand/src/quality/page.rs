//! `/understand/surveys/{survey}/quality`: how many responses are remarkable, and which.

use axum::extract::{Path, RawQuery};
use kernel::{Refusal, Timestamp};
use serde::Serialize;
use ui::Section;
use ui::http::{Fields, Reply, Viewer, see_other};

use super::{Flag, Flagged};
use crate::filters::FLAGGED;
use crate::subject::{Ground, Subject};
use crate::surveys::numbers::count;
use crate::surveys::results::{Request, Tab, filters, leave_out, tabs};
use crate::surveys::view::{Choice, FiltersView, SurveyView, Tile};

/// Responses that are listed.
pub const LISTED_MAX: usize = 100;

#[derive(Serialize)]
struct Page {
    survey: SurveyView,
    tabs: Vec<Choice>,
    filters: FiltersView,
    looked: String,
    bounded: bool,
    tiles: Vec<Tile>,
    flag: Option<&'static str>,
    rows: Vec<Row>,
    more: u64,
    all: String,
    /// Nobody finished, or nothing could be told from what was answered.
    untold: bool,
    /// Every sign can be told here.
    tells_all: bool,
    /// The results without what is flagged; nothing where they are already so.
    leave_out: Option<Choice>,
    /// The results with it.
    bring_back: Option<String>,
}

#[derive(Serialize)]
struct Row {
    href: String,
    at: Timestamp,
    flags: Vec<&'static str>,
}

/// `GET /understand/surveys/{survey}/quality`
pub async fn page(viewer: Viewer, ground: Ground, Path(id): Path<String>, RawQuery(query): RawQuery) -> Reply {
    let subject = Subject::find(&viewer, &ground, &id).await?;
    if subject.definition.anonymous {
        return Err(Refusal::new("survey_anonymous").into());
    }
    let fields = Fields::parse(query.unwrap_or_default().as_bytes());
    let request = Request::read(&subject, &fields, format!("{}/quality", subject.path())).await?;
    if let Some(address) = request.added(&subject, &fields) {
        return Ok(see_other(&address.to_string()));
    }
    let days = subject.asker().responses(&request.filters.conditions).await?.days();
    let shown = request.filters.period(&subject.format, viewer.web.env().now(), days.map(|(_, newest)| newest));
    let found = super::look(&subject, &request.filters.conditions, shown.1).await?;
    let flag = Flag::ALL.into_iter().find(|flag| fields.get("flag") == Some(flag.as_str()));
    let base = request.filters.address(&request.path);
    let tile = |(flag, can_tell): (Flag, bool)| {
        let label = viewer.text(&format!("understand-flag-{}", flag.as_str()));
        if !can_tell {
            let note = viewer.text(&format!("understand-flag-{}-untold", flag.as_str()));
            return Tile { note, ..Tile::named(label, "count") };
        }
        let n = found.flagged.iter().filter(|flagged| flagged.flags.contains(&flag)).count() as u64;
        let share = stats::percent(n, found.looked as u64);
        let note = share.map_or_else(String::new, |share| {
            let percent = subject.format.percent(share.value, 1);
            viewer.web.pages.text(viewer.locale, "understand-quality-share", &[("share", percent.into())])
        });
        let href = Some(base.clone().with("flag", flag.as_str()).to_string()).filter(|_| n > 0);
        Tile { value: Some(n as f64), note, href, ..Tile::named(label, "count") }
    };
    let wanted: Vec<&Flagged> =
        found.flagged.iter().filter(|flagged| flag.is_none_or(|flag| flagged.flags.contains(&flag))).collect();
    let row = |flagged: &&Flagged| Row {
        href: format!("/understand/responses/{}", flagged.uid),
        at: flagged.at,
        flags: flagged.flags.iter().map(|flag| flag.as_str()).collect(),
    };
    let mut filters = filters(&subject, &request, shown).await?;
    if let Some(flag) = flag {
        filters.carry("flag", flag.as_str());
    }
    let results = request.filters.address(&subject.path());
    let page = Page {
        survey: SurveyView { id: subject.row.id.clone(), title: subject.title(), anonymous: false },
        tabs: tabs(&subject, &request.filters, Tab::Quality),
        filters,
        looked: viewer.web.pages.text(
            viewer.locale,
            "understand-quality-looked",
            &[("count", count(found.looked as u64))],
        ),
        bounded: found.bounded,
        tiles: Flag::ALL.into_iter().zip(found.can_tell).map(tile).collect(),
        flag: flag.map(Flag::as_str),
        rows: wanted.iter().take(LISTED_MAX).map(row).collect(),
        more: wanted.len().saturating_sub(LISTED_MAX) as u64,
        all: base.to_string(),
        tells_all: found.can_tell == [true; 3],
        untold: found.looked == 0 || found.can_tell == [false; 3],
        leave_out: (!request.filters.leaves_out && !found.flagged.is_empty()).then(|| leave_out(&viewer, &results)),
        bring_back: request.filters.leaves_out.then(|| results.clone().without(FLAGGED.0).to_string()),
    };
    viewer.page("understand/quality.html", Section::Understand, page).await
}
