//! Customers as initiatives find them, from the log itself; and what stories of initiatives share.

use act::initiatives::{Finds, Found, Person};
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use http_body_util::BodyExt;
use kernel::condition::{Columns, Condition, OfSignal, Says};
use kernel::signal::{Answer, Signal, What};
use kernel::survey::Kind;
use kernel::{ContactId, Measure, Result, Timestamp, Uid, WorkspaceId};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use store::entity::signal;
use store::{Logged, Store};
use tower::ServiceExt;

use crate::App;

/// Reads every signal that is not sealed; of texts, each word is a topic.
pub struct InLog(pub Store);

impl InLog {
    async fn all(&self, workspace: WorkspaceId) -> Vec<Logged> {
        let rows = signal::Entity::find()
            .filter(signal::Column::WorkspaceId.eq(workspace.0))
            .order_by_asc(signal::Column::OccurredAt)
            .all(self.0.reads())
            .await
            .expect("signals");
        rows.into_iter().map(logged).collect()
    }
}

fn logged(row: signal::Model) -> Logged {
    Logged {
        position: row.position,
        uid: Uid(row.uid.try_into().expect("sixteen bytes")),
        received_at: Timestamp(row.received_at),
        contact_id: row.contact_id.map(ContactId::from_outside),
        signal: Signal {
            source: row.source,
            source_id: row.source_id,
            occurred_at: Timestamp(row.occurred_at),
            channel: row.channel,
            touchpoint: row.touchpoint,
            contact: None,
            language: row.language,
            import: None,
            body: serde_json::from_str(&row.body).expect("a body"),
        },
    }
}

fn found(all: impl Iterator<Item = Logged>) -> Found {
    let mut found = Found::default();
    for logged in all {
        match logged.contact_id {
            Some(contact) => found.people.push(Person { contact, language: logged.signal.language }),
            None => found.nameless += 1,
        }
    }
    found
}

#[async_trait::async_trait]
impl Finds for InLog {
    async fn people(
        &self,
        workspace: WorkspaceId,
        surveys: &[&str],
        condition: Option<&Condition>,
        (since, until): (Timestamp, Timestamp),
        _: usize,
    ) -> Result<Found> {
        let holds = |logged: &Logged| {
            let What::Response(response) = &logged.signal.body.what;
            let words = response.answers.iter().filter_map(|answer| answer.text.as_deref());
            let topics = words.flat_map(str::split_whitespace).map(str::to_lowercase).collect();
            let says = Says { topics, ..Says::default() };
            let facts = OfSignal { signal: &logged.signal, says: &says, columns: &Columns::new() };
            surveys.contains(&response.survey.as_str())
                && (since..until).contains(&logged.signal.occurred_at)
                && condition.is_none_or(|condition| condition.holds(&facts))
        };
        Ok(found(self.all(workspace).await.into_iter().filter(holds)))
    }

    async fn senders(&self, workspace: WorkspaceId, uids: &[Uid]) -> Result<Found> {
        Ok(found(self.signals(workspace, uids).await?.into_iter()))
    }

    async fn signals(&self, workspace: WorkspaceId, uids: &[Uid]) -> Result<Vec<Logged>> {
        Ok(self.all(workspace).await.into_iter().filter(|logged| uids.contains(&logged.uid)).collect())
    }

    async fn answers(
        &self,
        workspace: WorkspaceId,
        measure: &Measure,
        (since, until): (Timestamp, Timestamp),
    ) -> Result<(u64, u64)> {
        let mut counts = (0, 0);
        for logged in self.all(workspace).await {
            let What::Response(response) = &logged.signal.body.what;
            let is_scored = |answer: &Answer| answer.question == measure.question && answer.score.is_some();
            let is_asked = response.survey == measure.survey && response.answers.iter().any(is_scored);
            if !is_asked || !(since..until).contains(&logged.signal.occurred_at) {
                continue;
            }
            let facts = OfSignal { signal: &logged.signal, says: &Says::default(), columns: &Columns::new() };
            counts.1 += 1;
            counts.0 += u64::from(measure.scope.as_ref().is_none_or(|scope| scope.holds(&facts)));
        }
        Ok(counts)
    }

    async fn touchpoints(&self, workspace: WorkspaceId, _: Timestamp, _: usize) -> Result<Vec<(String, u64)>> {
        let mut counts = std::collections::BTreeMap::new();
        for logged in self.all(workspace).await {
            if let Some(touchpoint) = logged.signal.touchpoint {
                *counts.entry(touchpoint).or_default() += 1;
            }
        }
        Ok(counts.into_iter().collect())
    }
}

impl App {
    pub async fn sends(&self, session: &str, path: &str, form: &str) -> (StatusCode, String, String) {
        let request = Request::post(path)
            .header(header::COOKIE, format!("nabz={session}"))
            .header(header::HOST, "nabz.example")
            .header(header::ORIGIN, "http://nabz.example")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(form.to_owned()));
        let response = self.router.clone().oneshot(request.expect("a request")).await.expect("it never fails");
        let to =
            response.headers().get(header::LOCATION).and_then(|to| to.to_str().ok()).unwrap_or_default().to_owned();
        let status = response.status();
        let bytes = response.into_body().collect().await.expect("a body").to_bytes();
        (status, to, String::from_utf8_lossy(&bytes).into_owned())
    }

    /// Posts a form that is taken; where it leads.
    pub async fn posts(&self, session: &str, path: &str, form: &str) -> String {
        let (status, to, body) = self.sends(session, path, form).await;
        assert_eq!(status, StatusCode::SEE_OTHER, "{path} {form}: {}", body.split("<main").nth(1).unwrap_or(&body));
        to
    }

    /// A customer answers with a score of 9, which opens no case, in a language.
    pub async fn hears(&self, id: &str, customer: Option<&str>, language: &str, words: &str) -> Uid {
        let mut signal = testkit::response(id, 9);
        signal.occurred_at = self.store.env().now();
        signal.contact = customer.map(str::to_owned);
        signal.language = Some(language.to_owned());
        let What::Response(response) = &mut signal.body.what;
        let text = Some(words.to_owned());
        let answer = Answer { question: "why".into(), kind: Kind::Text, score: None, choice: None, text };
        response.answers.push(answer);
        self.append(signal).await;
        Uid::of(self.ws, "api:visit", id)
    }
}
