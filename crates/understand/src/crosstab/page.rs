//! `/understand/surveys/{survey}/crosstab?rows=…&columns=…`

use std::collections::HashMap;

use axum::extract::{Path, RawQuery};
use kernel::{Refusal, Result};
use serde::Serialize;
use stats::{Association, CrossTab};
use ui::chart::{HeatCell, HeatRow};
use ui::http::{Fields, Reply, Viewer, see_other};
use ui::{Chart, Section};

use super::axis::{self, Axis, Group};
use crate::filters::with_days;
use crate::period::Period;
use crate::subject::{Ground, Subject};
use crate::surveys::numbers::count;
use crate::surveys::results::{Request, Tab, filters, tabs};
use crate::surveys::view::{Choice, FiltersView, SurveyView};
use crate::verdict::ANSWERS_MIN;

/// Cells about fewer people are marked.
const SMALL_CELL: u64 = 5;
/// Below these, a link between rows and columns is negligible, weak, moderate (Cohen, "Statistical Power Analysis for
/// the Behavioral Sciences", 1988, section 7.2).
const STRENGTHS: [(f64, &str); 3] = [(0.1, "negligible"), (0.3, "weak"), (0.5, "moderate")];

#[derive(Serialize)]
struct Page {
    survey: SurveyView,
    tabs: Vec<Choice>,
    filters: FiltersView,
    axes: Vec<(String, String)>,
    rows: String,
    columns: String,
    shows: Vec<(String, String)>,
    show: &'static str,
    /// What the form keeps of the address.
    kept: Vec<(String, String)>,
    action: String,
    table: Option<Table>,
}

#[derive(Serialize)]
struct Table {
    title: String,
    chart: Option<Chart>,
    /// What rows and columns have to do with each other, in words.
    verdict: String,
    /// χ², freedom, p and V for those who want them.
    detail: Option<String>,
    notes: Vec<String>,
}

/// What a cell says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Show {
    Rows,
    Columns,
    Counts,
}

impl Show {
    const ALL: [Self; 3] = [Self::Rows, Self::Columns, Self::Counts];

    fn as_str(self) -> &'static str {
        match self {
            Self::Rows => "rows",
            Self::Columns => "columns",
            Self::Counts => "counts",
        }
    }
}

/// `GET /understand/surveys/{survey}/crosstab`
pub async fn page(viewer: Viewer, ground: Ground, Path(id): Path<String>, RawQuery(query): RawQuery) -> Reply {
    let subject = Subject::find(&viewer, &ground, &id).await?;
    if subject.definition.anonymous {
        return Err(Refusal::new("survey_anonymous").into());
    }
    let fields = Fields::parse(query.unwrap_or_default().as_bytes());
    let subject = subject.leaving_out(&fields).await?;
    let request = Request::read(&subject, &fields, format!("{}/crosstab", subject.path())).await?;
    if let Some(address) = request.added(&subject, &fields) {
        let sides = ["rows", "columns", "show"].into_iter().filter_map(|name| Some((name, fields.get(name)?)));
        let address = sides.fold(address, |address, (name, value)| address.with(name, value));
        return Ok(see_other(&address.to_string()));
    }
    let days = subject.asker().responses(&request.filters.conditions).await?.days();
    let now = viewer.web.env().now();
    let shown = request.filters.period(&subject.format, now, days.map(|(_, newest)| newest));
    let axes = axis::offered(&subject, &request.filled);
    let wanted = |name: &str, place: usize| {
        fields
            .get(name)
            .map(str::to_owned)
            .or_else(|| axes.get(place).map(|(name, _)| name.clone()))
            .unwrap_or_default()
    };
    // By default the first question against the last dimension, which is an attribute where there is one.
    let (rows, columns) = (wanted("rows", 0), wanted("columns", axes.len().saturating_sub(1)));
    let show = Show::ALL.into_iter().find(|show| fields.get("show") == Some(show.as_str())).unwrap_or(Show::Rows);
    let sides = axis::find(&subject, &request.filled, &rows).zip(axis::find(&subject, &request.filled, &columns));
    let table = match &sides {
        Some((row, column)) if rows != columns => Some(table(&subject, &request, row, column, shown.1, show).await?),
        _ => None,
    };
    let mut filters = filters(&subject, &request, shown).await?;
    for side in ["rows", "columns", "show"] {
        if let Some(value) = fields.get(side) {
            filters.carry(side, value);
        }
    }
    let page = Page {
        survey: SurveyView { id: subject.row.id.clone(), title: subject.title(), anonymous: false },
        tabs: tabs(&subject, &request.filters, Tab::Crosstab),
        filters,
        rows,
        columns,
        shows: Show::ALL
            .into_iter()
            .map(|show| (show.as_str().to_owned(), viewer.text(&format!("understand-crosstab-{}", show.as_str()))))
            .collect(),
        show: show.as_str(),
        kept: request.filters.address("").pairs().to_vec(),
        action: request.path.clone(),
        axes,
        table,
    };
    viewer.page("understand/crosstab.html", Section::Understand, page).await
}

async fn table(
    subject: &Subject<'_>,
    request: &Request,
    rows: &Axis<'_>,
    columns: &Axis<'_>,
    period: Period,
    show: Show,
) -> Result<Table> {
    let found = axis::pairs(subject, rows, columns, &request.filters.conditions, period).await?;
    let (mut row_values, mut column_values) = (HashMap::new(), HashMap::new());
    for (r, c, n) in &found {
        *row_values.entry(r.clone()).or_default() += n;
        *column_values.entry(c.clone()).or_default() += n;
    }
    let (row_groups, column_groups) = (rows.groups(subject, &row_values), columns.groups(subject, &column_values));
    let place = |groups: &[Group], value: &Option<String>| groups.iter().position(|group| group.values.contains(value));
    let mut counts = vec![0u64; row_groups.len() * column_groups.len()];
    for (r, c, n) in &found {
        if let Some((r, c)) = place(&row_groups, r).zip(place(&column_groups, c)) {
            counts[r * column_groups.len() + c] += n;
        }
    }
    let says = |key: &str, args: &[(&str, ui::fluent_bundle::FluentValue<'_>)]| {
        subject.asking.web.pages.text(subject.asking.locale, key, args)
    };
    let title = says(
        "understand-crosstab-title",
        &[("rows", rows.label(subject).into()), ("columns", columns.label(subject).into())],
    );
    let crossed = CrossTab::new(column_groups.len(), &counts).filter(|table| table.total() > 0.0);
    let Some(crossed) = crossed else {
        let verdict = subject.asking.text("understand-empty-text");
        return Ok(Table { title, chart: None, verdict, detail: None, notes: vec![] });
    };
    let several = rows.is_several() || columns.is_several();
    let association = if several { None } else { crossed.association() };
    let mut notes = Vec::new();
    if several {
        notes.push(subject.asking.text("understand-crosstab-several"));
    }
    if association.is_some_and(|association| association.thin) {
        notes.push(subject.asking.text("understand-crosstab-thin"));
    }
    let shows_marks = association.is_some_and(|association| association.p < 0.05);
    if shows_marks {
        notes.push(subject.asking.text("understand-crosstab-marks"));
    }
    let hidden = row_values.len().saturating_sub(row_groups.iter().map(|group| group.values.len()).sum())
        + column_values.len().saturating_sub(column_groups.iter().map(|group| group.values.len()).sum());
    if hidden > 0 {
        notes.push(says("understand-crosstab-most", &[("count", count(axis::GROUPS_MAX as u64))]));
    }
    let list = with_days(request.filters.address(&subject.answers_path()), period);
    let cell = |r: usize, c: usize| {
        let n = crossed.count(r, c);
        let share = match show {
            Show::Columns => crossed.column_share(r, c),
            _ => crossed.row_share(r, c),
        };
        let share = share.map_or(0.0, |share| share.value);
        let (percent, number) = (subject.format.percent(share * 100.0, 0), subject.format.count(n as i64));
        let residual = crossed.residual(r, c).filter(|_| shows_marks).filter(|z| z.abs() >= stats::RESIDUAL_MARKED);
        let mark = match residual {
            _ if n > 0.0 && (n as u64) < SMALL_CELL => Some("understand-crosstab-small"),
            Some(z) if z > 0.0 => Some("understand-crosstab-more"),
            Some(_) => Some("understand-crosstab-fewer"),
            None => None,
        };
        let href = Some(n)
            .filter(|n| *n > 0.0)
            .and_then(|_| columns.narrow(rows.narrow(list.clone(), &row_groups[r])?, &column_groups[c]));
        HeatCell {
            text: if show == Show::Counts { number.clone() } else { percent.clone() },
            small: if show == Show::Counts { percent } else { number },
            mark: mark.map(|key| subject.asking.text(key)),
            level: HeatCell::level_of(share),
            href: href.map(|href| href.to_string()),
        }
    };
    let heat = row_groups.iter().enumerate().map(|(r, group)| HeatRow {
        label: group.label.clone(),
        cells: (0..column_groups.len()).map(|c| cell(r, c)).collect(),
        total: subject.format.count(crossed.row_total(r) as i64),
    });
    let sentence = says(
        &format!("understand-crosstab-says-{}", show.as_str()),
        &[("rows", rows.label(subject).into()), ("columns", columns.label(subject).into())],
    );
    let columns_named = column_groups.iter().map(|group| group.label.clone()).collect();
    let chart = Chart::heat("crosstab", sentence, rows.label(subject), columns_named, heat.collect());
    let n = crossed.total() as u64;
    let verdict = match association {
        Some(association) => {
            let word = word(&association, n);
            let strength = subject.asking.text(&format!("understand-strength-{}", strength(association.v)));
            says(&format!("understand-link-{word}"), &[("strength", strength.into()), ("count", count(n))])
        }
        None => says("count-answers", &[("count", count(n))]),
    };
    let detail = association.map(|association| {
        let number = |value, decimals| subject.format.number(value, decimals);
        says(
            "understand-crosstab-detail",
            &[
                ("chi", number(association.chi2, 1).into()),
                ("freedom", number(f64::from(association.freedom), 0).into()),
                ("p", p_value(&subject.format, association.p).into()),
                ("v", number(association.v, 2).into()),
            ],
        )
    });
    Ok(Table { title, chart: Some(chart), verdict, detail, notes })
}

/// A probability as people write it: never as nothing.
fn p_value(format: &kernel::format::Format, p: f64) -> String {
    if p < 0.001 { format!("< {}", format.number(0.001, 3)) } else { format!("= {}", format.number(p, 3)) }
}

/// The word for a link between rows and columns.
fn word(association: &Association, n: u64) -> &'static str {
    match association {
        _ if n < ANSWERS_MIN => "too-few",
        Association { thin: true, .. } => "cant-tell",
        Association { p, v, .. } if *p < 0.05 && *v >= STRENGTHS[0].0 => "clear",
        // Seen for certain, and too weak to matter.
        Association { p, .. } if *p < 0.05 => "none",
        Association { p, .. } if *p < 0.2 => "likely",
        Association { v, .. } if *v < STRENGTHS[0].0 && n >= 100 => "none",
        _ => "cant-tell",
    }
}

fn strength(v: f64) -> &'static str {
    STRENGTHS.iter().find(|(below, _)| v < *below).map_or("strong", |(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_say_no_more_than_the_answers_carry() {
        let of = |counts: &[u64]| {
            let table = CrossTab::new(2, counts).unwrap();
            word(&table.association().unwrap(), table.total() as u64)
        };
        assert_eq!(of(&[40, 10, 10, 40]), "clear");
        assert_eq!(of(&[50, 50, 50, 50]), "none");
        assert_eq!(of(&[5, 1, 1, 5]), "cant-tell");
        assert_eq!(of(&[2, 1, 1, 2]), "too-few");
        assert_eq!(of(&[30, 22, 22, 30]), "likely");
    }

    #[test]
    fn strengths_have_names() {
        assert_eq!([0.05, 0.1, 0.3, 0.9].map(strength), ["negligible", "weak", "moderate", "strong"]);
    }
}
