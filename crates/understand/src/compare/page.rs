//! `/understand/surveys/{survey}/compare`: this period and the one before, or one group and another; and weighting.

use axum::extract::{Path, RawQuery};
use kernel::{Refusal, Result};
use serde::Serialize;
use ui::Section;
use ui::http::{Fields, Reply, Viewer, see_other};

use super::sides::{self, Against, Row};
use super::weigh::{self, Margin, Weighted};
use crate::subject::{Ground, Subject};
use crate::surveys::results::{Request, Tab, filters, tabs};
use crate::surveys::view::{Choice, FiltersView, SurveyView};

/// Names of what the page itself reads from its address.
const OWN: [&str; 3] = ["by", "a", "b"];

#[derive(Serialize)]
struct Page {
    survey: SurveyView,
    tabs: Vec<Choice>,
    filters: FiltersView,
    action: String,
    /// Filters, and with them the chosen sides: what each form keeps.
    kept: Vec<(String, String)>,
    kept_all: Vec<(String, String)>,
    by: String,
    dimensions: Vec<(String, String)>,
    /// Values of the dimension; with the choice of everybody else.
    values: Vec<(String, String)>,
    others: Vec<(String, String)>,
    a: String,
    b: String,
    labels: Option<(String, String)>,
    /// The same in a word where one is enough, for narrow rows.
    short: Option<(String, String)>,
    rows: Vec<Row>,
    margins: Vec<Margin>,
    offered: Vec<Choice>,
    weighted: Option<Weighted>,
    refused: Option<String>,
}

/// `GET /understand/surveys/{survey}/compare`
pub async fn page(viewer: Viewer, ground: Ground, Path(id): Path<String>, RawQuery(query): RawQuery) -> Reply {
    let subject = Subject::find(&viewer, &ground, &id).await?;
    if subject.definition.anonymous {
        return Err(Refusal::new("survey_anonymous").into());
    }
    let fields = Fields::parse(query.unwrap_or_default().as_bytes());
    let subject = subject.leaving_out(&fields).await?;
    let request = Request::read(&subject, &fields, format!("{}/compare", subject.path())).await?;
    if let Some(address) = request.added(&subject, &fields) {
        return Ok(see_other(&address.to_string()));
    }
    let page = view(&subject, &request, &fields).await?;
    viewer.page("understand/compare.html", Section::Understand, page).await
}

async fn view(subject: &Subject<'_>, request: &Request, fields: &Fields) -> Result<Page> {
    let asking = subject.asking;
    let days = subject.asker().responses(&request.filters.conditions).await?.days();
    let shown = request.filters.period(&subject.format, asking.web.env().now(), days.map(|(_, newest)| newest));
    let period = shown.1;
    let dimension = request.by.as_ref().and_then(|by| request.filled.iter().find(|(d, _)| d.column == *by));
    let mut values = Vec::new();
    if let Some((dimension, _)) = dimension {
        for (value, _) in subject.asker().values(dimension).await? {
            values.push((value.clone(), dimension.value_label(asking, Some(&value))));
        }
    }
    let pick = |name: &str| fields.get(name).map(str::to_owned);
    let a = pick("a")
        .filter(|a| values.iter().any(|(value, _)| value == a))
        .or(values.first().map(|(value, _)| value.clone()));
    let b = pick("b").filter(|b| values.iter().any(|(value, _)| value == b) && Some(b) != a.as_ref());
    let against = match (dimension, &a) {
        (Some((dimension, _)), Some(a)) => {
            Some(Against::Groups(dimension.clone(), Some(a.clone()), b.clone().map(Some)))
        }
        _ => period.before().map(|before| Against::Periods(period, before)),
    };
    let rows = match &against {
        Some(against) => sides::rows(subject, request, against, period).await?,
        None => vec![],
    };
    let margins = weigh::margins(subject, &request.filled, fields).await?;
    let (mut weighted, mut refused) = (None, None);
    match weigh::weigh(subject, &request.filters.conditions, period, &margins).await? {
        Some(Ok(found)) => weighted = Some(found),
        Some(Err((key, group))) => {
            refused = Some(asking.web.pages.text(asking.locale, key, &[("group", group.into())]));
        }
        None => {}
    }
    let base = request.filters.address(&request.path);
    let with_sides = OWN.iter().fold(base.clone(), |address, name| match fields.get(name) {
        Some(value) => address.with(name, value),
        None => address,
    });
    let mut filters = filters(subject, request, shown).await?;
    for name in ["a", "b"] {
        if let Some(value) = fields.get(name) {
            filters.carry(name, value);
        }
    }
    // One link a dimension that is not weighted yet, with those that are.
    let now: Vec<String> = margins.iter().map(|(d, _)| d.column.clone()).collect();
    let offer = |(d, n): &(crate::filters::Dimension, i64)| {
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.extend_pairs(with_sides.pairs());
        now.iter().for_each(|column| {
            query.append_pair("margin", column);
        });
        query.append_pair("margin", &d.column);
        let few = (2..=weigh::GROUPS_MAX as i64).contains(n) && !now.contains(&d.column);
        few.then(|| Choice {
            label: d.label(asking),
            href: format!("{}?{}#weigh", request.path, query.finish()),
            current: false,
        })
    };
    let offered =
        if now.len() < weigh::MARGINS_MAX { request.filled.iter().filter_map(offer).collect() } else { vec![] };
    let everybody = (String::new(), asking.text("understand-compare-rest"));
    Ok(Page {
        survey: SurveyView { id: subject.row.id.clone(), title: subject.title(), anonymous: false },
        tabs: tabs(subject, &request.filters, Tab::Compare),
        filters,
        action: request.path.clone(),
        kept: base.pairs().to_vec(),
        kept_all: with_sides.pairs().to_vec(),
        by: dimension.map(|(d, _)| d.column.clone()).unwrap_or_default(),
        dimensions: std::iter::once((String::new(), asking.text("understand-compare-before")))
            .chain(request.filled.iter().map(|(d, _)| (d.column.clone(), d.label(asking))))
            .collect(),
        others: std::iter::once(everybody)
            .chain(values.iter().filter(|(value, _)| Some(value) != a.as_ref()).cloned())
            .collect(),
        values,
        a: a.unwrap_or_default(),
        b: b.unwrap_or_default(),
        labels: against.as_ref().map(|against| against.labels(subject)),
        short: against.as_ref().map(|against| match against {
            Against::Periods(..) => (asking.text("understand-now"), asking.text("understand-then")),
            groups => groups.labels(subject),
        }),
        rows,
        offered,
        margins: margins
            .into_iter()
            .map(|(_, margin)| {
                let off = without_margin(&with_sides, &margin.column, &now);
                Margin { off, ..margin }
            })
            .collect(),
        weighted,
        refused,
    })
}

/// The page without one margin; what was typed for the others is left out, too.
fn without_margin(address: &crate::address::Address, column: &str, now: &[String]) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.extend_pairs(address.pairs());
    now.iter().filter(|other| *other != column).for_each(|other| {
        query.append_pair("margin", other);
    });
    let path = address.to_string();
    let path = path.split('?').next().unwrap_or_default();
    format!("{path}?{}#weigh", query.finish())
}
