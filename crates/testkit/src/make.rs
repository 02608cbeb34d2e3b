//! Builders: a migrated store, members, surveys, responses.

use kernel::signal::{Answer, Body, Response, Signal, State, What};
use kernel::survey::{Kind, Question, Survey, Text};
use kernel::{Attributes, Locale, MemberId, Role, SurveyId, WorkspaceId};
use sea_orm::{ActiveValue::Set, EntityTrait};
use store::entity::survey as row;
use store::members::NewMember;
use store::migrations::Migrations;
use store::workspaces::{self, NewWorkspace};
use store::{Store, members, surveys};

use crate::{Db, START};

/// An open store with the shared tables and a workspace `default`.
pub async fn store(db: &Db) -> (Store, WorkspaceId) {
    store_with(db, Migrations::with(vec![])).await
}

/// The same with the tables of slices: `Migrations::with(vec![listen::migrations])`.
pub async fn store_with(db: &Db, migrations: Migrations) -> (Store, WorkspaceId) {
    let store = db.open().await;
    store::migrate(&store, &migrations).await.expect("the schema comes up");
    let txn = store.write().await.expect("a write begins");
    let workspace = workspaces::add(&txn, &NewWorkspace::default()).await.expect("the workspace is made");
    txn.commit().await.expect("the write is kept");
    (store, workspace)
}

/// A member `<role>-<random>@example.com` without a password.
pub async fn member(store: &Store, workspace: WorkspaceId, role: Role) -> MemberId {
    let email = format!("{role}-{}@example.com", &store.env().secret()[..8]);
    let txn = store.write().await.expect("a write begins");
    let new = NewMember { email: &email, name: role.as_str(), role, locale: Locale::En, password: None };
    let id = members::add(&txn, workspace, new).await.expect("the member is made");
    txn.commit().await.expect("the write is kept");
    id
}

/// A published, open survey.
pub async fn survey(store: &Store, workspace: WorkspaceId, key: &str, survey: &Survey) -> row::Model {
    let (id, now) = (SurveyId::new(store.env()), store.env().now());
    let definition = serde_json::to_string(survey).expect("a survey is JSON");
    let new = row::ActiveModel {
        id: Set(id.to_string()),
        workspace_id: Set(workspace.0),
        key: Set(key.to_owned()),
        title: Set(survey.title.get("en", &survey.languages).unwrap_or(key).to_owned()),
        state: Set(surveys::OPEN.into()),
        link: Set(store.env().secret()),
        draft: Set(definition.clone()),
        published: Set(Some(definition)),
        version: Set(1),
        created_at: Set(now.0),
        updated_at: Set(now.0),
    };
    let txn = store.write().await.expect("a write begins");
    row::Entity::insert(new).exec_without_returning(&*txn).await.expect("the key is free");
    txn.commit().await.expect("the write is kept");
    store.survey(workspace, &id).await.expect("the survey is read").expect("the survey is there")
}

/// Two questions in English: `nps`, and why (`why`).
pub fn nps_survey() -> Survey {
    let question = |key: &str, kind, title| Question::new(key, kind, Text::one("en", title));
    Survey {
        languages: vec!["en".into()],
        title: Text::one("en", "Your visit"),
        questions: vec![
            question("nps", Kind::Nps, "How likely are you to recommend us?"),
            question("why", Kind::Text, "Why?"),
        ],
        ..Survey::default()
    }
}

/// A complete response to the survey `visit` over the API with one NPS score; change what the test is about with
/// `Signal { source: …, ..response("a", 9) }`.
pub fn response(source_id: &str, score: i32) -> Signal {
    let nps =
        Answer { question: "nps".into(), kind: Kind::Nps, score: Some(f64::from(score)), choice: None, text: None };
    Signal {
        source: "api:visit".into(),
        source_id: source_id.into(),
        occurred_at: START,
        channel: "api".into(),
        touchpoint: None,
        contact: None,
        language: None,
        import: None,
        body: Body {
            attributes: Attributes::new(),
            what: What::Response(Response {
                survey: "visit".into(),
                state: State::Complete,
                started_at: START,
                completed_at: Some(START),
                answers: vec![nps],
                course: None,
            }),
        },
    }
}

/// The same through the link, left before the end.
pub fn partial(source_id: &str, score: i32) -> Signal {
    let mut signal = Signal { source: "link:visit".into(), channel: "link".into(), ..response(source_id, score) };
    let What::Response(response) = &mut signal.body.what;
    response.state = State::Partial;
    response.completed_at = None;
    signal
}
