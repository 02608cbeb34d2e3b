//! The guess, column by column, before anything is written: every role and option can be changed.

use axum::extract::Path;
use kernel::{Error, ImportId, Refusal, Result};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde::Serialize;
use store::Check;
use ui::Section;
use ui::http::{Asking, Fields, Flash, Manager, Reply, see_other};

use crate::entity::import::{self as row, Model};
use crate::import::{Column, Guess, Map, Mapping, Options, Role, Source};
use crate::imports::prepare::{Preview, prepare};
use crate::imports::prune::remove_file;
use crate::imports::record::{WAITING, Words, find};
use crate::imports::run::carry_out;
use crate::imports::start::{Request, Started, start};

const TEMPLATE: &str = "listen/imports/look.html";

#[derive(Serialize)]
struct View {
    id: String,
    file: String,
    survey: String,
    columns: Vec<ColumnView>,
    roles: Vec<&'static str>,
    /// Columns that somebody has better look at.
    undecided: usize,
    /// What concerns no single column.
    error: Option<String>,
}

#[derive(Serialize)]
struct ColumnView {
    index: usize,
    name: String,
    role: &'static str,
    options: Vec<OptionView>,
    samples: Vec<String>,
    /// Why it was guessed; none where a person chose otherwise.
    why: Option<String>,
    unsure: bool,
    error: Option<String>,
}

#[derive(Serialize)]
struct OptionView {
    key: &'static str,
    value: String,
}

/// `GET /listen/imports/{import}` of one that waits.
pub(super) async fn show(asking: &Asking, row: &Model) -> Reply {
    let Some(preview) = open(row).await? else { return Ok(gone()) };
    let maps = said(row)?;
    let refusal = preview.mapping(&maps).err();
    let view = view(asking, row, &preview, &maps, refusal, None);
    asking.page(TEMPLATE, Section::Listen, view).await
}

/// `POST /listen/imports/{import}`: keeps what was chosen and shows it again, or starts.
///
/// # Errors
/// Those of [`Map::set`] and [`Mapping::new`] at their columns, and of the survey.
pub(super) async fn save(manager: Manager, Path(id): Path<String>, fields: Fields) -> Reply {
    let row = find(manager.store(), manager.workspace(), &id).await?;
    let page = format!("/listen/imports/{id}");
    if row.state != WAITING {
        return Ok(see_other(&page));
    }
    let Some(preview) = open(&row).await? else { return Ok(gone()) };
    let (maps, refusal) = chosen(&preview, &fields);
    let done = match refusal {
        Some(refusal) => Err(Error::Refused(refusal)),
        None if fields.has("start") => begin(&manager, &row, &preview, &maps).await,
        None => keep(&manager, &row, &preview, &maps).await,
    };
    match done {
        Ok(()) if manager.is_htmx() => {
            let view = view(&manager, &row, &preview, &maps, None, None);
            manager.block(TEMPLATE, "mapping", view)
        }
        Ok(()) => Ok(see_other(&page)),
        Err(Error::Refused(refusal)) => {
            let view = view(&manager, &row, &preview, &maps, Some(refusal), Some(&fields));
            match manager.is_htmx() {
                true => manager.block(TEMPLATE, "mapping", view),
                false => manager.refused(TEMPLATE, Section::Listen, view).await,
            }
        }
        Err(error) => Err(error.into()),
    }
}

fn gone() -> axum::response::Response {
    see_other("/listen/imports/new").flash("import-flash-gone")
}

/// The uploaded file; none where it is no longer there.
async fn open(row: &Model) -> Result<Option<Preview>> {
    let Some(path) = &row.path else { return Ok(None) };
    match prepare(Source::Path(path.into())).await {
        Err(Error::Refused(refusal)) if refusal.code == "unreadable" => Ok(None),
        result => result.map(Some),
    }
}

/// What was chosen before.
fn said(row: &Model) -> Result<Vec<Map>> {
    let mapping: Mapping = serde_json::from_str(&row.mapping).map_err(Error::internal)?;
    let map = |column: Column| Map { column: column.name, role: column.role, options: column.options };
    Ok(mapping.columns.into_iter().map(map).collect())
}

/// What the form says about each column, and the first thing in it that cannot be.
fn chosen(preview: &Preview, fields: &Fields) -> (Vec<Map>, Option<Refusal>) {
    let mut trouble = None;
    let mut maps = Vec::new();
    for (index, guess) in preview.guesses.iter().enumerate() {
        let Some(role) = fields.get(&format!("role.{index}")).and_then(Role::parse) else { continue };
        let mut map = Map { column: guess.column.name.clone(), role, options: Options::default() };
        for key in role.options() {
            let value = fields.get(&format!("{key}.{index}")).unwrap_or_default();
            if let Err(refusal) = map.set(key, value) {
                trouble.get_or_insert(refusal.at(&map.column));
            }
        }
        maps.push(map);
    }
    (maps, trouble)
}

async fn keep(asking: &Asking, row: &Model, preview: &Preview, maps: &[Map]) -> Result<()> {
    preview.mapping(maps)?;
    let columns = preview.guesses.iter().filter_map(|guess| {
        let map = maps.iter().find(|map| map.column == guess.column.name)?;
        let (name, options) = (map.column.clone(), map.options.clone());
        Some(Column { name, role: map.role, options, values: guess.facts.values })
    });
    let mapping = Mapping { columns: columns.collect() };
    let txn = asking.store().write().await?;
    row::Entity::update_many()
        .col_expr(row::Column::Mapping, Expr::value(serde_json::to_string(&mapping).map_err(Error::internal)?))
        .filter(row::Column::Id.eq(&row.id))
        .filter(row::Column::State.eq(WAITING))
        .exec(&*txn)
        .await
        .check()?;
    txn.commit().await
}

/// Starts the import; it goes on by itself, and its page follows it.
async fn begin(asking: &Asking, row: &Model, preview: &Preview, maps: &[Map]) -> Result<()> {
    let request = Request {
        file: preview.file.clone(),
        file_name: row.file_name.clone(),
        survey: row.survey.clone(),
        mapping: preview.mapping(maps)?,
    };
    let (store, actor) = (asking.store().clone(), asking.member().to_string());
    let waiting = ImportId::from_outside(&row.id);
    let Some(started) = start(&store, asking.workspace(), &actor, request, Some(&waiting)).await? else {
        return Ok(());
    };
    let path = row.path.clone();
    tokio::spawn(async move {
        if finish(&store, started).await
            && let Some(path) = path
        {
            remove_file(&path).await;
        }
    });
    Ok(())
}

/// Whether all of it went well, so that the file is needed no more.
async fn finish(store: &store::Store, started: Started) -> bool {
    let import = started.import.clone();
    match carry_out(store, started, &mut |_| {}).await {
        Ok(_) => {
            forget(store, &import).await;
            true
        }
        Err(error) => {
            tracing::warn!(%import, %error, "an import failed");
            false
        }
    }
}

async fn forget(store: &store::Store, import: &ImportId) {
    let forgotten = async {
        let txn = store.write().await?;
        let change = row::Entity::update_many().col_expr(row::Column::Path, Expr::value(None::<String>));
        change.filter(row::Column::Id.eq(import.as_str())).exec(&*txn).await.check()?;
        txn.commit().await
    };
    if let Err(error) = forgotten.await {
        tracing::warn!(%import, %error, "an imported file will be forgotten later");
    }
}

/// `typed`: a form that is shown again because of `refusal`, with what stands in its fields.
fn view(
    asking: &Asking,
    row: &Model,
    preview: &Preview,
    maps: &[Map],
    refusal: Option<Refusal>,
    typed: Option<&Fields>,
) -> View {
    let mapping = preview.mapping(maps).ok();
    let mut refusal = refusal;
    let columns: Vec<ColumnView> = preview
        .guesses
        .iter()
        .enumerate()
        .map(|(index, guess)| {
            let map = maps.iter().find(|map| map.column == guess.column.name);
            let column = match (&mapping, map) {
                (Some(mapping), _) => mapping.columns[index].clone(),
                (None, Some(map)) => Column { role: map.role, options: map.options.clone(), ..guess.column.clone() },
                (None, None) => guess.column.clone(),
            };
            let error = refusal.take_if(|refusal| concerns(refusal, &column)).map(|refusal| asking.words(&refusal));
            let mut shown = column_view(asking, index, guess, &column, preview.samples[index].clone(), error);
            for option in &mut shown.options {
                if let Some(typed) = typed.and_then(|fields| fields.get(&format!("{}.{index}", option.key))) {
                    option.value = typed.to_owned();
                }
            }
            shown
        })
        .collect();
    View {
        id: row.id.clone(),
        file: row.file_name.clone(),
        survey: row.survey.clone(),
        undecided: columns.iter().filter(|column| column.unsure).count(),
        columns,
        roles: Role::ALL.map(Role::as_str).to_vec(),
        error: refusal.map(|refusal| asking.words(&refusal)),
    }
}

/// Whether a refusal is about this column, by its name or by its question.
fn concerns(refusal: &Refusal, column: &Column) -> bool {
    let Some(field) = refusal.field.as_deref() else { return false };
    field == column.name || column.role.question().is_some() && column.options.question.as_deref() == Some(field)
}

fn column_view(
    asking: &Asking,
    index: usize,
    guess: &Guess,
    column: &Column,
    samples: Vec<String>,
    error: Option<String>,
) -> ColumnView {
    let guessed = column.role == guess.column.role;
    let why = guessed.then(|| Words::Page.why(&asking.web.pages, asking.locale, &guess.why));
    let options = column.role.options().iter().map(|key| OptionView { key, value: value(&column.options, key) });
    ColumnView {
        index,
        name: column.name.clone(),
        role: column.role.as_str(),
        options: options.collect(),
        samples,
        why,
        unsure: !guess.certain && guessed,
        error,
    }
}

/// An option as a form writes it.
fn value(options: &Options, key: &str) -> String {
    let written = match key {
        "scale" => options.scale.map(|scale| format!("{}-{}", scale.from, scale.to)),
        "na" => Some(options.na.join("|")),
        "format" => options.format.clone(),
        "tz" => options.tz.clone(),
        "calendar" => options.calendar.map(|calendar| calendar.as_str().to_owned()),
        "question" => options.question.clone(),
        "separator" => options.separator.clone().map(|text| if text == "\t" { "tab".to_owned() } else { text }),
        "name" => options.name.clone(),
        _ => None,
    };
    written.unwrap_or_default()
}
