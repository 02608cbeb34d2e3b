//! What a server does in the background: readers of the log, sealing, pruning, mail, webhooks.

use std::time::Duration;

use act::messages::{Incoming, Outgoing, Postman, imap};
use act::webhooks::Courier;
use store::consumers;
use tokio::task::JoinSet;

use crate::app::App;

/// A reader is woken by an append, and looks by itself at this pace for what other nodes wrote.
const CONSUME_EVERY: Duration = Duration::from_secs(1);
/// It then waits this long for more: under load its writes would otherwise take every second turn on the disk.
const GATHER: Duration = Duration::from_millis(200);
const MAINTAIN_EVERY: Duration = Duration::from_secs(5);
/// Somebody looks at a page and waits.
const LEARN_EVERY: Duration = Duration::from_secs(1);
/// A notice should be there within two seconds.
const POST_EVERY: Duration = Duration::from_millis(500);
/// Somebody has pressed the button and looks at the page.
const TELL_EVERY: Duration = Duration::from_secs(1);
/// After a mail server or a mailbox failed as a whole.
const POST_AGAIN: Duration = Duration::from_secs(10);
/// What is due is measured; nothing is due more often than each hour.
const MEASURE_EVERY: Duration = Duration::from_secs(60);
/// Cases are late by the minute.
const ESCALATE_EVERY: Duration = Duration::from_secs(15);
/// How often to ask whether detectors are due; `understand` decides.
const INSIGHTS_EVERY: Duration = Duration::from_secs(20);
const PRUNE_EVERY: Duration = Duration::from_secs(3600);

/// Starts the workers; they end when the set is dropped, and every step of theirs is one transaction.
pub fn start(app: &App) -> JoinSet<()> {
    let mut set = JoinSet::new();
    for consumer in app.consumers() {
        let app = app.clone();
        set.spawn(async move {
            let mut head = app.store.watch();
            loop {
                match consumers::advance(&app.store, &*consumer).await {
                    Ok(0) => {
                        if tokio::time::timeout(CONSUME_EVERY, head.changed()).await.is_ok() {
                            tokio::time::sleep(GATHER).await;
                        }
                    }
                    Ok(_) => {}
                    Err(error) => {
                        tracing::error!(consumer = consumer.name(), %error, "a reader of the log failed");
                        tokio::time::sleep(CONSUME_EVERY).await;
                    }
                }
            }
        });
    }
    set.spawn(maintain(app.clone()));
    set.spawn(reread(app.clone()));
    set.spawn(learn(app.clone()));
    set.spawn(measure(app.clone()));
    set.spawn(escalate(app.clone()));
    set.spawn(insights(app.clone()));
    set.spawn(prune(app.clone()));
    set.spawn(tell(app.clone()));
    set.spawn(deliver(app.clone()));
    match app.config.mail.check() {
        Ok(mail) => {
            if let Some(outgoing) = mail.outgoing {
                set.spawn(send(app.clone(), outgoing));
            }
            if let Some(incoming) = mail.incoming {
                set.spawn(fetch(app.clone(), incoming));
            }
        }
        Err(wrong) => tracing::error!(%wrong, "no mail is sent or fetched"),
    }
    set
}

/// None when they cannot be listed: the next turn tries again.
async fn workspaces(app: &App) -> Vec<store::entity::workspace::Model> {
    app.store.workspaces().await.unwrap_or_else(|error| {
        tracing::error!(%error, "cannot list the workspaces");
        Vec::new()
    })
}

async fn maintain(app: App) {
    loop {
        tokio::time::sleep(MAINTAIN_EVERY).await;
        for workspace in workspaces(&app).await {
            if let Err(error) = app.lake.maintain(workspace.id(), app.store.env().now()).await {
                tracing::warn!(workspace = workspace.id, %error, "sealing failed and will be tried again");
            }
        }
    }
}

/// Has texts read again that another reader has read, one bounded step after the other.
async fn reread(app: App) {
    loop {
        let mut is_busy = false;
        for workspace in workspaces(&app).await {
            match understand::texts::step(&app.store, &app.lake, workspace.id()).await {
                Ok(worked) => is_busy |= worked,
                Err(error) => {
                    tracing::warn!(workspace = workspace.id, %error, "reading again failed and will be tried again");
                }
            }
        }
        if is_busy {
            tokio::task::yield_now().await;
        } else {
            tokio::time::sleep(MAINTAIN_EVERY).await;
        }
    }
}

/// Tries what learning from a workspace's own texts would bring, where somebody has asked for it.
async fn learn(app: App) {
    loop {
        tokio::time::sleep(LEARN_EVERY).await;
        for workspace in workspaces(&app).await {
            if let Err(error) = understand::texts::try_asked(&app.store, &app.lake, workspace.id()).await {
                tracing::warn!(workspace = workspace.id, %error, "learning from texts failed and will be tried again");
            }
        }
    }
}

/// Takes cases that are late a step further, a bounded number at a time.
async fn escalate(app: App) {
    let notices = app.notices();
    loop {
        let mut is_busy = false;
        for workspace in workspaces(&app).await {
            match act::cases::escalate(&app.store, workspace.id(), &notices).await {
                Ok(count) => is_busy |= count as u64 >= act::cases::ESCALATED_MAX,
                Err(error) => {
                    tracing::warn!(workspace = workspace.id, %error, "late cases will be looked at again");
                }
            }
        }
        if is_busy {
            tokio::task::yield_now().await;
        } else {
            tokio::time::sleep(ESCALATE_EVERY).await;
        }
    }
}

/// Sends what is in the outbox.
async fn send(app: App, outgoing: Outgoing) {
    let postman = match Postman::new(app.store.clone(), app.pages.clone(), &outgoing, &app.base_url()) {
        Ok(postman) => postman,
        Err(error) => {
            tracing::error!(%error, "no mail can be sent");
            return;
        }
    };
    if let Err(error) = postman.recover().await {
        tracing::warn!(%error, "messages that were being sent will be tried again later");
    }
    loop {
        match postman.turn().await {
            Ok(0) => tokio::time::sleep(POST_EVERY).await,
            Ok(_) => {}
            Err(error) => {
                tracing::warn!(%error, "sending failed and will be tried again");
                tokio::time::sleep(POST_AGAIN).await;
            }
        }
    }
}

/// Tells customers that something is done which they had spoken of: a hundred a step, and other writers between the steps.
async fn tell(app: App) {
    loop {
        match act::initiatives::tell(&app.store, &app.pages).await {
            Ok(0) => tokio::time::sleep(TELL_EVERY).await,
            Ok(_) => tokio::task::yield_now().await,
            Err(error) => {
                tracing::warn!(%error, "telling customers failed and will be tried again");
                tokio::time::sleep(POST_AGAIN).await;
            }
        }
    }
}

/// Delivers webhooks.
async fn deliver(app: App) {
    let courier = Courier::new(app.store.clone(), &app.config.webhooks);
    if let Err(error) = courier.recover().await {
        tracing::warn!(%error, "webhooks that were under way will be tried again later");
    }
    courier.run().await;
}

/// Takes mails that came in.
async fn fetch(app: App, incoming: Incoming) {
    let inbox = app.desk().inbox;
    loop {
        // What belongs to no thread goes to the first workspace.
        let home = workspaces(&app).await.iter().map(|workspace| workspace.id()).min_by_key(|id| id.0);
        let taken = match home {
            Some(home) => imap::poll(&app.store, &incoming, home, &*inbox).await,
            None => Ok(0),
        };
        match taken {
            Ok(0) => tokio::time::sleep(imap::EVERY).await,
            Ok(_) => {}
            Err(error) => {
                tracing::warn!(%error, mailbox = incoming.name(), "a mailbox cannot be read and will be tried again");
                tokio::time::sleep(imap::EVERY).await;
            }
        }
    }
}

/// Measures what initiatives changed, each day or where new answers came.
async fn measure(app: App) {
    let tools = app.proves();
    loop {
        tokio::time::sleep(MEASURE_EVERY).await;
        for workspace in workspaces(&app).await {
            if let Err(error) = prove::measure_due(&app.store, &tools, &workspace).await {
                tracing::warn!(workspace = workspace.id, %error, "measuring effects failed and will be tried again");
            }
        }
    }
}

/// Has the detectors look at each workspace in turn.
async fn insights(app: App) {
    let versions = app.versions();
    loop {
        tokio::time::sleep(INSIGHTS_EVERY).await;
        for workspace in workspaces(&app).await {
            if let Err(error) = understand::insights::step(&app.store, &app.lake, &*versions, workspace.id()).await {
                tracing::warn!(workspace = workspace.id, %error, "looking for insights failed and will be tried again");
            }
        }
    }
}

async fn prune(app: App) {
    loop {
        let now = app.store.env().now();
        if let Err(error) = workspace::prune(&app.store, now).await {
            tracing::warn!(%error, "pruning sessions failed and will be tried again");
        }
        if let Err(error) = listen::prune(&app.store, now).await {
            tracing::warn!(%error, "pruning drafts failed and will be tried again");
        }
        loop {
            match act::webhooks::prune(&app.store, now).await {
                Ok(0) => break,
                Ok(_) => tokio::task::yield_now().await,
                Err(error) => {
                    tracing::warn!(%error, "pruning webhooks failed and will be tried again");
                    break;
                }
            }
        }
        tokio::time::sleep(PRUNE_EVERY).await;
    }
}
