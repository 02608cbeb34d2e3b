//! What it is worth: figures that the firm states, with their range and where they are from, and what a change comes to
//! with them. Nothing is guessed: without a stated figure there is no worth.

use axum::http::StatusCode;
use kernel::{Refusal, Result, Role, WorkspaceId};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use serde::Serialize;
use serde_json::json;
use stats::Range;
use stats::worth::{Uncertain, Way};
use store::Check;
use store::audit::{self, Deed};
use store::entity::worth;
use ui::Section;
use ui::http::{Asking, Fields, Flash, Manager, Reply, Viewer, see_other};

/// What can be stated, in the order of the page.
pub const KINDS: [&str; 4] = ["point", "retained_customer", "new_customer", "support_contact"];
const SOURCE_CHARS_MAX: usize = 500;
const CURRENCY_CHARS_MAX: usize = 8;
/// More than any firm's figure.
const AMOUNT_MAX: f64 = 1e12;
/// Chance that repeats.
const SEED: u64 = 5;

/// What a workspace counts worth in.
mod settings {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "prove_settings")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub workspace_id: i32,
        /// As the firm writes it, e.g. `EUR` or `kr`.
        pub currency: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// What a firm has stated.
#[derive(Clone, Debug, Default)]
pub struct Stated {
    pub currency: String,
    pub figures: Vec<worth::Model>,
}

/// What something is worth, with what the figure rests on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Worth<'a> {
    /// In the workspace's currency, a year.
    pub value: f64,
    pub low: f64,
    pub high: f64,
    /// The stated figure that was used.
    pub figure: &'a worth::Model,
}

impl Stated {
    /// Those of a workspace.
    pub async fn of(db: &impl ConnectionTrait, workspace: WorkspaceId) -> Result<Self> {
        let settings = settings::Entity::find_by_id(workspace.0).one(db).await.check()?;
        let figures = worth::Entity::find().filter(worth::Column::WorkspaceId.eq(workspace.0)).all(db).await.check()?;
        Ok(Self { currency: settings.map(|row| row.currency).unwrap_or_default(), figures })
    }

    fn figure(&self, kind: &str) -> Option<&worth::Model> {
        self.figures.iter().find(|row| row.kind == kind)
    }

    /// What a move of so many points is worth: points × the worth of a point, less the cost. The range holds both what
    /// is not known of the move and what is not known of the worth ([`stats::worth::worth`]).
    pub fn of_points(&self, points: (f64, f64, f64), cost: f64) -> Option<Worth<'_>> {
        let figure = self.figure("point")?;
        let (value, low, high) = points;
        let moved = Uncertain { value, range: Range { low, high } };
        product(figure, moved, cost)
    }

    /// What is at stake with so many customers, if all of them left: customers × the worth of one that stays. It is the
    /// most that keeping them can bring, not what solving their problem will.
    pub fn at_stake(&self, people: f64) -> Option<Worth<'_>> {
        product(self.figure("retained_customer")?, Uncertain::exactly(people), 0.0)
    }
}

fn product(figure: &worth::Model, times: Uncertain, cost: f64) -> Option<Worth<'_>> {
    let each = Uncertain {
        value: f64::midpoint(figure.low, figure.high),
        range: Range { low: figure.low, high: figure.high },
    };
    let found = stats::worth::worth(&[Way { factors: vec![times, each] }], cost, SEED)?;
    Some(Worth { value: found.value, low: found.range.low, high: found.range.high, figure })
}

#[derive(Serialize)]
struct Page {
    currency: String,
    rows: Vec<Row>,
    may_change: bool,
    errors: std::collections::BTreeMap<String, String>,
}

#[derive(Serialize)]
struct Row {
    kind: &'static str,
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
/// `not_a_number`, `out_of_order` at the ends of a figure, `required` at its source, `too_long`.
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
    if !figures.is_empty() && currency.is_empty() {
        refusals.push(Refusal::new("required").at("currency"));
    }
    if !refusals.is_empty() {
        let typed = |kind: &str, end: &str| fields.get(&format!("{kind}.{end}")).unwrap_or_default().to_owned();
        let row = |kind| Row {
            kind,
            low: typed(kind, "low"),
            high: typed(kind, "high"),
            source: typed(kind, "source"),
            at: None,
            by: String::new(),
        };
        let rows = KINDS.map(row).into();
        return show(&manager, currency, rows, &refusals, StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    keep(&manager, currency, figures).await?;
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

async fn keep(asking: &Asking, currency: String, figures: Vec<(&'static str, f64, f64, String)>) -> Result<()> {
    let (workspace, now) = (asking.workspace(), asking.web.env().now());
    let txn = asking.store().write().await?;
    let before = Stated::of(&*txn, workspace).await?;
    settings::Entity::delete_by_id(workspace.0).exec(&*txn).await.check()?;
    let row = settings::ActiveModel { workspace_id: Set(workspace.0), currency: Set(currency) };
    settings::Entity::insert(row).exec_without_returning(&*txn).await.check()?;
    worth::Entity::delete_many().filter(worth::Column::WorkspaceId.eq(workspace.0)).exec(&*txn).await.check()?;
    for (kind, low, high, source) in &figures {
        // Who stated an unchanged figure, and when, stays.
        let same = before.figure(kind).filter(|row| row.low == *low && row.high == *high && row.source == *source);
        let (by, at) = same.map_or_else(|| (asking.member().to_string(), now.0), |row| (row.by_member.clone(), row.at));
        let row = worth::ActiveModel {
            workspace_id: Set(workspace.0),
            kind: Set((*kind).to_owned()),
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

/// A worth as pages show it.
#[derive(Serialize)]
pub struct Shown {
    pub value: f64,
    pub low: f64,
    pub high: f64,
    pub each_low: f64,
    pub each_high: f64,
    pub source: String,
    pub cost: Option<f64>,
    pub currency: String,
}

impl Shown {
    pub fn of(worth: Worth<'_>, cost: Option<f64>, currency: &str) -> Self {
        Self {
            value: worth.value,
            low: worth.low,
            high: worth.high,
            each_low: worth.figure.low,
            each_high: worth.figure.high,
            source: worth.figure.source.clone(),
            cost,
            currency: currency.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stated(kind: &str, low: f64, high: f64) -> Stated {
        let figure = worth::Model {
            workspace_id: 1,
            kind: kind.into(),
            low,
            high,
            source: "finance".into(),
            by_member: "mem_1".into(),
            at: 0,
        };
        Stated { currency: "EUR".into(), figures: vec![figure] }
    }

    #[test]
    fn points_times_the_worth_of_a_point_less_the_cost() {
        let stated = stated("point", 1_000.0, 3_000.0);
        let worth = stated.of_points((12.0, 8.0, 16.0), 4_000.0).unwrap();
        assert_eq!(worth.value, 20_000.0);
        // Narrower than all low ends at once, wider than the worth alone.
        assert!(worth.low > 8.0 * 1_000.0 - 4_000.0 && worth.low < 12.0 * 1_300.0 - 4_000.0, "{worth:?}");
        assert!(worth.high > 12.0 * 2_700.0 - 4_000.0 && worth.high < 16.0 * 3_000.0 - 4_000.0, "{worth:?}");
        assert_eq!(stated.at_stake(40.0), None);
    }

    #[test]
    fn nothing_stated_is_no_worth() {
        assert_eq!(Stated::default().of_points((12.0, 8.0, 16.0), 0.0), None);
        let worth = stated("retained_customer", 200.0, 200.0);
        assert_eq!(worth.at_stake(40.0).unwrap().value, 8_000.0);
    }

    #[test]
    fn numbers_are_typed_plainly() {
        assert_eq!((plain(1200.0), plain(0.5), plain(10.25)), ("1200".into(), "0.5".into(), "10.25".into()));
    }
}
