//! The part of Home that belongs to listening: the surveys that are open, or the way to the first one.

use async_trait::async_trait;
use kernel::{Result, Role};
use serde::Serialize;
use store::surveys::OPEN;
use ui::http::{Asking, Column, HomePart};

use crate::surveys::editing;

/// Surveys that are shown.
const SHOWN: usize = 5;

/// Open surveys with the way to their results and links.
#[derive(Debug)]
pub struct OpenSurveys;

#[derive(Serialize)]
struct View {
    surveys: Vec<Row>,
    is_first: bool,
    may_edit: bool,
}

#[derive(Serialize)]
struct Row {
    id: String,
    title: String,
}

#[async_trait]
impl HomePart for OpenSurveys {
    fn column(&self) -> Column {
        Column::Side
    }

    async fn html(&self, asking: &Asking) -> Result<Option<String>> {
        let all = asking.store().surveys(asking.workspace()).await?;
        let open = all.iter().filter(|row| row.state == OPEN).take(SHOWN).map(|row| {
            let title = editing::name_in(&row.draft()?, &row.key, asking.locale.code());
            Ok(Row { id: row.id.clone(), title })
        });
        let view = View {
            surveys: open.collect::<Result<_>>()?,
            is_first: all.is_empty(),
            may_edit: asking.role() >= Role::Manager,
        };
        Ok(Some(asking.fragment("listen/home.html", view)?))
    }
}
