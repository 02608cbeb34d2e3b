//! What stands on Home: complaints without an owner, and the reader's own.

use async_trait::async_trait;
use kernel::{Result, Role};
use serde::Serialize;
use ui::Section;
use ui::http::{Asking, Column, HomePart};

use super::metric::{self, Share};
use super::queue::{Queue, Which};
use super::view::{Reads, Row};

/// Rows of each list; the rest is one click away.
const ROWS_MAX: u64 = 6;

/// Cases that wait.
#[derive(Debug)]
pub struct Waiting(pub Reads);

#[derive(Serialize)]
struct Part {
    loose: Vec<Row>,
    loose_count: u64,
    late_count: usize,
    mine: Vec<Row>,
    mine_count: u64,
    share: Share,
    may_act: bool,
    me: String,
}

#[async_trait]
impl HomePart for Waiting {
    fn column(&self) -> Column {
        Column::Side
    }

    async fn html(&self, asking: &Asking) -> Result<Option<String>> {
        let loose = Queue::of(Which::Loose).rows(asking, &self.0, 0, ROWS_MAX).await?;
        let mine = Queue::of(Which::Mine).rows(asking, &self.0, 0, ROWS_MAX).await?;
        let part = Part {
            loose_count: Queue::of(Which::Loose).count(asking).await?,
            late_count: loose.iter().filter(|row| row.is_late).count(),
            loose,
            mine_count: Queue::of(Which::Mine).count(asking).await?,
            mine,
            share: metric::share(asking).await?,
            may_act: asking.role() >= Role::Agent,
            me: asking.member().to_string(),
        };
        asking.fragment("act/home.html", part).map(Some)
    }

    async fn count(&self, asking: &Asking) -> Result<Option<(Section, u64)>> {
        Ok(Some((Section::Act, Queue::of(Which::Loose).count(asking).await?)))
    }
}
