//! Notes on a case, for colleagues.

use axum::extract::{Extension, Path};
use kernel::Refusal;
use sea_orm::{ActiveValue::Set, EntityTrait};
use store::Check;
use ui::http::{Agent, Fields, Flash, Reply, see_other};

use super::entity::note;
use super::show;
use super::view::Reads;

const NOTE_CHARS_MAX: usize = 5_000;

/// Field `text`.
pub async fn add(agent: Agent, Extension(reads): Extension<Reads>, Path(id): Path<String>, form: Fields) -> Reply {
    let text = match checked(&form) {
        Ok(text) => text,
        Err(refusal) => return show::page(&agent, &reads, &id, Some(agent.words(&refusal))).await,
    };
    let txn = agent.store().write().await?;
    let found = super::find(&*txn, &agent, &id).await?;
    let env = agent.web.env();
    let row = note::ActiveModel {
        id: Set(env.secret()),
        workspace_id: Set(agent.workspace().0),
        case_id: Set(found.id.clone()),
        member_id: Set(agent.member().to_string()),
        at: Set(env.now().0),
        text: Set(text),
    };
    note::Entity::insert(row).exec_without_returning(&*txn).await.check()?;
    txn.commit().await?;
    Ok(see_other(&format!("/act/cases/{}", found.id)).flash("case-flash-noted"))
}

fn checked(form: &Fields) -> Result<String, Refusal> {
    let text = form.need("text")?;
    if text.chars().count() > NOTE_CHARS_MAX {
        return Err(Refusal::new("too_long").at("text").with("max", NOTE_CHARS_MAX.to_string()));
    }
    Ok(text.to_owned())
}
