//! The list of cases.

use axum::extract::{Extension, Query};
use serde::{Deserialize, Serialize};
use ui::Section;
use ui::http::{Reply, Viewer};

use super::view::{self, Reads, Row, Which};

const PAGE_ROWS: u64 = 50;
/// Pages that can be turned to; older cases are found through their response.
const PAGES_MAX: u64 = 200;

#[derive(Deserialize)]
pub struct Asked {
    #[serde(default)]
    which: String,
    #[serde(default)]
    page: u64,
}

#[derive(Serialize)]
struct List {
    which: Which,
    tabs: Vec<Tab>,
    cases: Vec<Row>,
    page: u64,
    has_more: bool,
    may_act: bool,
}

#[derive(Serialize)]
struct Tab {
    which: Which,
    count: u64,
}

pub async fn list(viewer: Viewer, Extension(reads): Extension<Reads>, Query(asked): Query<Asked>) -> Reply {
    let which = Which::parse(&asked.which);
    let page = asked.page.min(PAGES_MAX);
    let mut rows = view::rows(&viewer, &reads, which, page * PAGE_ROWS, PAGE_ROWS + 1).await?;
    let has_more = rows.len() as u64 > PAGE_ROWS && page < PAGES_MAX;
    rows.truncate(PAGE_ROWS as usize);
    let mut tabs = Vec::with_capacity(Which::ALL.len());
    for which in Which::ALL {
        tabs.push(Tab { which, count: view::count(&viewer, which).await? });
    }
    let may_act = viewer.role() >= kernel::Role::Agent;
    viewer.page("act/cases.html", Section::Act, List { which, tabs, cases: rows, page, has_more, may_act }).await
}
