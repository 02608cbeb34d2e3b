//! How far reading again is after topics were changed.

use kernel::Result;
use serde::Serialize;
use ui::http::Asking;

use crate::subject::Ground;

/// Answers of sealed segments; nothing else has to be read again.
#[derive(Debug, Serialize)]
pub struct Progress {
    pub done: u64,
    pub all: u64,
    pub percent: u64,
    pub is_done: bool,
}

pub async fn progress(asking: &Asking, ground: &Ground) -> Result<Progress> {
    let standing = ground.0.standing(asking.workspace()).await?;
    Ok(Progress {
        done: standing.done,
        all: standing.all,
        percent: standing.done * 100 / standing.all.max(1),
        is_done: standing.is_done(),
    })
}
