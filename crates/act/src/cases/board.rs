//! The board: open cases by whose turn it is.

use axum::extract::{Extension, Query};
use kernel::Role;
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::{Deserialize, Serialize};
use store::Check;
use ui::Section;
use ui::http::{Reply, Viewer};

use super::entity::case::Column;
use super::list::teams;
use super::queue::{self, COUNT_MAX};
use super::stage::Stage;
use super::view::{Reads, Row, Titles};

/// Cards of a column; the rest is one click away.
const CARDS_MAX: u64 = 25;

#[derive(Deserialize)]
pub struct Asked {
    #[serde(default)]
    team: String,
}

#[derive(Serialize)]
struct Board {
    columns: Vec<Lane>,
    teams: Vec<(String, String)>,
    team: Option<String>,
    team_name: Option<String>,
    may_act: bool,
    me: String,
    /// The address of this board.
    back: String,
}

#[derive(Serialize)]
struct Lane {
    stage: Stage,
    count: u64,
    is_more: bool,
    cards: Vec<Row>,
}

/// `GET /act/board`, of all teams or one.
pub async fn board(viewer: Viewer, Extension(reads): Extension<Reads>, Query(asked): Query<Asked>) -> Reply {
    let teams = teams(&viewer).await?;
    let chosen = teams.iter().find(|(id, _)| *id == asked.team).cloned();
    let team = chosen.as_ref().map(|(id, _)| id.clone());
    let titles = Titles::of(&viewer).await?;
    let mut columns = Vec::with_capacity(Stage::OPEN.len());
    for stage in Stage::OPEN {
        let mut query = queue::visible(&viewer).await?.filter(stage.condition());
        if let Some(team) = &team {
            query = query.filter(Column::TeamId.eq(team));
        }
        let count = queue::count(&viewer, query.clone()).await?;
        let query = query.order_by_asc(Column::DueAt).order_by_asc(Column::Id).limit(CARDS_MAX);
        let cards = query.all(viewer.store().reads()).await.check()?;
        columns.push(Lane {
            stage,
            count: count.min(COUNT_MAX),
            is_more: count > COUNT_MAX,
            cards: cards.into_iter().map(|case| titles.row(&viewer, &reads, case)).collect(),
        });
    }
    let board = Board {
        columns,
        team_name: chosen.map(|(_, name)| name),
        back: team.as_ref().map_or_else(|| "/act/board".to_owned(), |team| format!("/act/board?team={team}")),
        teams,
        team,
        may_act: viewer.role() >= Role::Agent,
        me: viewer.member().to_string(),
    };
    viewer.page("act/board.html", Section::Act, board).await
}
