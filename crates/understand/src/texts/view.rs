//! Readings for pages: made when the page is, by the same reader as everywhere, with what members said.

use std::collections::HashMap;

use kernel::{Error, Result, Role, Uid, WorkspaceId};
use lake::Lake;
use ui::Feeling;
use ui::feeling::Correct;
use ui::http::Asking;

use super::labels;

/// A text on a page.
#[derive(Clone, Debug)]
pub struct Said {
    /// Nothing where nobody may know which response it is of.
    pub uid: Option<Uid>,
    /// Key of the answer.
    pub question: String,
    pub text: String,
    /// The response's language, else the survey's first.
    pub language: Option<String>,
}

/// What the texts say, in their order. A member who may correct them is offered to; `back` is the page they stand on.
pub async fn feelings(asking: &Asking, lake: &Lake, said: Vec<Said>, back: &str) -> Result<Vec<Feeling>> {
    if said.is_empty() {
        return Ok(vec![]);
    }
    let (store, workspace) = (asking.store(), asking.workspace());
    let mut uids: Vec<Uid> = said.iter().filter_map(|said| said.uid).collect();
    uids.sort_unstable();
    uids.dedup();
    let labels = labels::of(store, workspace, &uids).await?;
    let names: HashMap<String, String> = if labels.is_empty() {
        HashMap::new()
    } else {
        let members = store.members(workspace).await?.into_iter();
        members.map(|member| (member.id, if member.name.is_empty() { member.email } else { member.name })).collect()
    };
    let may_correct = asking.role() >= Role::Agent;
    let keys: Vec<(Option<Uid>, String)> = said.iter().map(|said| (said.uid, said.question.clone())).collect();
    let read = readings(lake, workspace, said).await?;
    let feeling = |((uid, question), feeling): ((Option<Uid>, String), Feeling)| {
        let Some(uid) = uid else { return feeling };
        let action = format!("/understand/responses/{uid}/label");
        let label = labels.get(&(uid, question.clone()));
        let correct = may_correct.then(|| Correct { action, field: question, back: back.to_owned() });
        let feeling = Feeling { correct, ..feeling };
        match label {
            Some(label) => {
                let by = names.get(&label.by).cloned().unwrap_or_else(|| label.by.clone());
                feeling.corrected(label.label, by, label.at)
            }
            None => feeling,
        }
    };
    Ok(keys.into_iter().zip(read).map(feeling).collect())
}

/// Long texts would keep other requests waiting, so they are read apart.
async fn readings(lake: &Lake, workspace: WorkspaceId, said: Vec<Said>) -> Result<Vec<Feeling>> {
    let judge = lake.reader(workspace);
    let read = move || -> Vec<Feeling> {
        let one = |said: Said| {
            let prior = said.language.as_deref().and_then(lake::prior);
            Feeling::of(&said.text, &judge.read(&said.text, prior.as_deref()), judge.version())
        };
        said.into_iter().map(one).collect()
    };
    tokio::task::spawn_blocking(read).await.map_err(Error::internal)
}
