//! Notes on a case, for colleagues; who is named in one with an @ is told.

use axum::extract::{Extension, Path};
use kernel::Refusal;
use sea_orm::{ActiveValue::Set, EntityTrait};
use store::Check;
use store::entity::member;
use ui::http::{Agent, Fields, Flash, Reply, see_other};

use super::entity::note;
use super::notice::{Notices, Reason};
use super::show::{self, Typed};
use super::view::Reads;
use crate::webhooks::{self, Event, Happened};

const NOTE_CHARS_MAX: usize = 5_000;
/// Members that one note tells.
const MENTIONS_MAX: usize = 20;

/// Field `text`.
pub async fn add(agent: Agent, Extension(reads): Extension<Reads>, Path(id): Path<String>, form: Fields) -> Reply {
    let text = match checked(&form) {
        Ok(text) => text,
        Err(refusal) => {
            let note = form.get("text").map(str::to_owned);
            let typed = Typed { note, ..Typed::refused(&agent, &refusal, "note") };
            return show::page(&agent, &reads, &id, typed).await;
        }
    };
    let members = agent.store().members(agent.workspace()).await?;
    let txn = agent.store().write().await?;
    let found = super::hold(&txn, &agent, &id).await?;
    let (env, by) = (agent.web.env(), agent.member());
    let once = env.secret();
    let row = note::ActiveModel {
        id: Set(once.clone()),
        workspace_id: Set(agent.workspace().0),
        case_id: Set(found.id.clone()),
        member_id: Set(by.to_string()),
        at: Set(env.now().0),
        text: Set(text.clone()),
    };
    note::Entity::insert(row).exec_without_returning(&*txn).await.check()?;
    let noted = Happened::new(Event::CaseNoted, Some(by.as_str())).text("note", Some(&text));
    webhooks::case(&txn, agent.workspace(), &found.id, noted).await?;
    let notices = Notices::of(&agent.web);
    for named in mentioned(&text, &members).into_iter().filter(|id| *id != by.as_str()).take(MENTIONS_MAX) {
        notices.send(&txn, agent.workspace(), named, Reason::Mentioned, (&found.id, &once)).await?;
    }
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

/// The members whom a text names: `@` and their name, its first word, or what stands before the @ of their address; upper
/// and lower case alike. Of several names that fit one place the longest counts; one that fits several members names all.
fn mentioned<'a>(text: &str, members: &'a [member::Model]) -> Vec<&'a str> {
    let text = text.to_lowercase();
    let mut named: Vec<&str> = Vec::new();
    for (at, _) in text.match_indices('@') {
        if text[..at].ends_with(char::is_alphanumeric) {
            continue;
        }
        let rest = &text[at + 1..];
        let length = |member: &member::Model| {
            let name = member.name.to_lowercase();
            let handles = [name.as_str(), name.split_whitespace().next().unwrap_or_default(), local(&member.email)];
            let fits = |handle: &&str| {
                !handle.is_empty()
                    && rest.strip_prefix(*handle).is_some_and(|after| !after.starts_with(char::is_alphanumeric))
            };
            handles.iter().filter(|handle| fits(handle)).map(|handle| handle.len()).max().unwrap_or_default()
        };
        let longest = members.iter().map(length).max().unwrap_or_default();
        let fitting = members.iter().filter(|member| longest > 0 && length(member) == longest);
        named.extend(fitting.map(|member| member.id.as_str()));
    }
    named.sort_unstable();
    named.dedup();
    named
}

fn local(email: &str) -> &str {
    email.split('@').next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn member(id: &str, name: &str) -> member::Model {
        member::Model {
            id: id.into(),
            workspace_id: 1,
            email: format!("{id}@nabz.example"),
            name: name.into(),
            role: "agent".into(),
            password: None,
            locale: "en".into(),
            disabled_at: None,
            created_at: 0,
        }
    }

    #[test]
    fn names_first_names_and_addresses_are_mentions_and_mail_addresses_are_not() {
        let members = [member("a", "Sara Lind"), member("b", "Sara Ek"), member("c", "امید راد")];
        assert_eq!(mentioned("@sara lind please look", &members), ["a"]);
        assert_eq!(mentioned("@Sara: who?", &members), ["a", "b"]);
        assert_eq!(mentioned("ممنون @امید، لطفاً", &members), ["c"]);
        assert_eq!(mentioned("(@b)", &members), ["b"]);
        assert!(mentioned("mail me at x@sara or @sarah", &members).is_empty());
    }
}
