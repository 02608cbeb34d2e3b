//! What a firm states of worth: figures with their range and where they are from ([`measures::worth`] counts with them).

use axum::http::StatusCode;
use kernel::{Refusal, Result, Role};
use measures::worth::{KINDS, Stated, UNITS, point_of};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use serde::Serialize;
use serde_json::json;
use store::Check;
use store::audit::{self, Deed};
use store::entity::{worth, worth_currency};
use ui::Section;
use ui::http::{Asking, Fields, Flash, Manager, Reply, Viewer, see_other};

const SOURCE_CHARS_MAX: usize = 500;
const CURRENCY_CHARS_MAX: usize = 8;
/// The kind whose figure is for a unit.
const POINT: &str = "point";
/// More than any firm's figure.
const AMOUNT_MAX: f64 = 1e12;

#[derive(Serialize)]
struct Page {
    currency: String,
    rows: Vec<Row>,
    /// [`UNITS`] in words.
    units: Vec<(&'static str, String)>,
    may_change: bool,
    errors: std::collections::BTreeMap<String, String>,
}

#[derive(Serialize)]
struct Row {
    kind: &'static str,
    /// Which number a point is one of ([`UNITS`]); for points alone.
    unit: Option<String>,
    low: String,
    high: String,
    source: String,
    /// When it was stated, and by whom.
    at: Option<kernel::Timestamp>,
    by: String,
}

/// `GET /prove/worth`
pub async fn page(viewer: Viewer) -> Reply {
    let stated = Stated::of(viewer.store().reads(), viewer.workspace()).await?;
    let members = viewer.store().members(viewer.workspace()).await?;
    let row = |kind: &'static str| {
        let figure = stated.figure(kind);
        let by = figure.and_then(|row| members.iter().find(|member| member.id == row.by_member));
        Row {
            kind,
            unit: (kind == POINT).then(|| figure.map_or(UNITS[0], point_of).to_owned()),
            low: figure.map_or_else(String::new, |row| plain(row.low)),
            high: figure.map_or_else(String::new, |row| plain(row.high)),
            source: figure.map_or_else(String::new, |row| row.source.clone()),
            at: figure.map(|row| kernel::Timestamp(row.at)),
            by: by.map_or_else(String::new, |by| if by.name.is_empty() { by.email.clone() } else { by.name.clone() }),
        }
    };
    let rows = KINDS.map(row).into();
    show(&viewer, stated.currency.clone(), rows, &[], StatusCode::OK).await
}

/// `POST /prove/worth`: keeps what is stated; a figure without both ends is taken back.
///
/// # Errors
/// `not_a_number`, `out_of_order` at the ends of a figure, `required` at its source, `too_long`, `not_offered` at the unit.
pub async fn save(manager: Manager, fields: Fields) -> Reply {
    let mut refusals = Vec::new();
    let currency: String = fields.get("currency").unwrap_or_default().chars().filter(|c| !c.is_control()).collect();
    if currency.chars().count() > CURRENCY_CHARS_MAX {
        refusals.push(Refusal::new("too_long").at("currency").with("max", CURRENCY_CHARS_MAX.to_string()));
    }
    let mut figures = Vec::new();
    for kind in KINDS {
        figures.extend(read(kind, &fields, &mut refusals));
    }
    let unit = fields.get("point.unit").unwrap_or(UNITS[0]);
    if !UNITS.contains(&unit) {
        refusals.push(Refusal::new("not_offered").at("point.unit"));
    }
    if !figures.is_empty() && currency.is_empty() {
        refusals.push(Refusal::new("required").at("currency"));
    }
    if !refusals.is_empty() {
        let typed = |kind: &str, end: &str| fields.get(&format!("{kind}.{end}")).unwrap_or_default().to_owned();
        let row = |kind| Row {
            kind,
            unit: (kind == POINT).then(|| unit.to_owned()),
            low: typed(kind, "low"),
            high: typed(kind, "high"),
            source: typed(kind, "source"),
            at: None,
            by: String::new(),
        };
        let rows = KINDS.map(row).into();
        return show(&manager, currency, rows, &refusals, StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    keep(&manager, currency, unit, figures).await?;
    Ok(see_other("/prove/worth").flash("prove-flash-worth"))
}

/// A figure as it was typed; none where it was left empty.
fn read(kind: &'static str, fields: &Fields, refusals: &mut Vec<Refusal>) -> Option<(&'static str, f64, f64, String)> {
    let source: String = fields.get(&format!("{kind}.source")).unwrap_or_default().to_owned();
    let mut end = |name: &str| -> Option<f64> {
        let field = format!("{kind}.{name}");
        let typed = fields.get(&field)?;
        let number = kernel::format::parse_number(typed).filter(|number| number.abs() <= AMOUNT_MAX);
        if number.is_none() {
            refusals.push(Refusal::new("not_a_number").at(field));
        }
        number
    };
    let (low, high) = (end("low"), end("high"));
    if low.is_none() && high.is_none() {
        return None;
    }
    // One end alone stands for both: somebody is sure.
    let (low, high) = (low.or(high)?, high.or(low)?);
    if low > high {
        refusals.push(Refusal::new("out_of_order").at(format!("{kind}.high")));
    }
    if source.is_empty() {
        refusals.push(Refusal::new("required").at(format!("{kind}.source")));
    }
    if source.chars().count() > SOURCE_CHARS_MAX {
        let refusal = Refusal::new("too_long").at(format!("{kind}.source"));
        refusals.push(refusal.with("max", SOURCE_CHARS_MAX.to_string()));
    }
    Some((kind, low, high, source))
}

async fn keep(
    asking: &Asking,
    currency: String,
    unit: &str,
    figures: Vec<(&'static str, f64, f64, String)>,
) -> Result<()> {
    let (workspace, now) = (asking.workspace(), asking.web.env().now());
    let txn = asking.store().write().await?;
    let before = Stated::of(&*txn, workspace).await?;
    worth_currency::Entity::delete_by_id(workspace.0).exec(&*txn).await.check()?;
    let row = worth_currency::ActiveModel { workspace_id: Set(workspace.0), currency: Set(currency) };
    worth_currency::Entity::insert(row).exec_without_returning(&*txn).await.check()?;
    worth::Entity::delete_many().filter(worth::Column::WorkspaceId.eq(workspace.0)).exec(&*txn).await.check()?;
    for (kind, low, high, source) in &figures {
        // Who stated an unchanged figure, and when, stays.
        let unit = Some(unit).filter(|_| *kind == POINT);
        let same = before.figure(kind).filter(|row| row.low == *low && row.high == *high && row.source == *source);
        let same = same.filter(|row| unit.is_none_or(|unit| unit == point_of(row)));
        let (by, at) = same.map_or_else(|| (asking.member().to_string(), now.0), |row| (row.by_member.clone(), row.at));
        let row = worth::ActiveModel {
            workspace_id: Set(workspace.0),
            kind: Set((*kind).to_owned()),
            unit: Set(unit.map(str::to_owned)),
            low: Set(*low),
            high: Set(*high),
            source: Set(source.clone()),
            by_member: Set(by),
            at: Set(at),
        };
        worth::Entity::insert(row).exec_without_returning(&*txn).await.check()?;
    }
    let kinds: Vec<&str> = figures.iter().map(|(kind, ..)| *kind).collect();
    let actor = asking.member();
    let detail = json!({ "kinds": kinds });
    audit::note(&txn, workspace, Deed { actor: actor.as_str(), action: "worth.save", subject: "worth", detail })
        .await?;
    txn.commit().await
}

async fn show(asking: &Asking, currency: String, rows: Vec<Row>, refusals: &[Refusal], status: StatusCode) -> Reply {
    let page = Page {
        currency,
        rows,
        units: UNITS.map(|unit| (unit, asking.text(&format!("worth-unit-{unit}")))).into(),
        may_change: asking.role() >= Role::Manager,
        errors: refusals.iter().filter_map(|r| Some((r.field.clone()?, asking.words(r)))).collect(),
    };
    let mut response = asking.page("prove/worth.html", Section::Prove, page).await?;
    *response.status_mut() = status;
    Ok(response)
}

/// A number as it is typed.
fn plain(value: f64) -> String {
    let text = format!("{value:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_typed_plainly() {
        assert_eq!((plain(1200.0), plain(0.5), plain(10.25)), ("1200".into(), "0.5".into(), "10.25".into()));
    }
}
