//! `nabz reread`: texts that another reader has read are read again.

use kernel::WorkspaceId;
use serde_json::json;

use crate::app::App;
use crate::console::{Console, Exit};
use crate::failure::Failure;

pub async fn run(
    app: &App,
    workspace: WorkspaceId,
    all: bool,
    only_status: bool,
    console: &Console,
) -> Result<Exit, Failure> {
    let lake = &app.lake;
    let standing = || async { lake.standing(workspace).await.map_err(kernel::Error::from) };
    if all {
        lake.forget_readings(workspace).await.map_err(kernel::Error::from)?;
    }
    while !only_status && lake.reread(workspace).await.map_err(kernel::Error::from)? {
        let now = standing().await?;
        let percent = now.done * 100 / now.all.max(1);
        console.progress(&format!("{percent} %, {} of {} answers looked through", now.done, now.all)).await;
    }
    console.progress_done().await;
    let now = standing().await?;
    let told = json!({ "reader": lake.reader(workspace).version(), "answers": now.all, "done": now.done });
    console.line(&told.to_string()).await?;
    Ok(Exit::Done)
}
