//! `/understand/surveys/{survey}/report`: for every question the picture that fits its kind.

use std::collections::HashMap;

use axum::extract::{Path, RawQuery};
use kernel::survey::{Kind, part};
use kernel::{Result, Timestamp};
use serde::Serialize;
use ui::Section as Nav;
use ui::http::{Fields, Reply, Viewer, see_other};

use super::asked;
use super::reader::Reader;
use super::section::{Report, Section, Unit, units};
use super::tally::Tally;
use crate::filters::{Filters, with_days};
use crate::period::Period;
use crate::personal::Mask;
use crate::subject::{Ground, Subject};
use crate::surveys::numbers::{count, verbatims};
use crate::surveys::results::{Request, Tab, filters, tabs};
use crate::surveys::view::{Choice, FiltersView, SurveyView, Verbatim};

/// Written answers beside each question; the list has all.
pub const VERBATIMS_MAX: usize = 4;
/// Questions whose latest words are read.
pub const WRITTEN_MAX: usize = 40;

#[derive(Serialize)]
struct Page {
    survey: SurveyView,
    tabs: Vec<Choice>,
    filters: Option<FiltersView>,
    responses: String,
    is_empty: bool,
    sections: Vec<Section>,
    words: bool,
    shares: Option<String>,
    now: Timestamp,
}

/// `GET /understand/surveys/{survey}/report`
pub async fn page(viewer: Viewer, ground: Ground, Path(id): Path<String>, RawQuery(query): RawQuery) -> Reply {
    let subject = Subject::find(&viewer, &ground, &id).await?;
    let fields = Fields::parse(query.unwrap_or_default().as_bytes());
    let subject = subject.leaving_out(&fields).await?;
    let request = Request::read(&subject, &fields, format!("{}/report", subject.path())).await?;
    if let Some(address) = request.added(&subject, &fields) {
        return Ok(see_other(&address.to_string()));
    }
    let words = crate::verbatims::may_read(&viewer, Some(&subject.row)).await?;
    let reader = Reader::of(&subject);
    let (report, filters) = if subject.definition.anonymous {
        (discreet(&subject, reader, words).await?, None)
    } else {
        let (shown, report) = open(&subject, reader, &request.filters, words).await?;
        (report, Some(filters(&subject, &request, shown).await?))
    };
    let page = Page {
        survey: SurveyView {
            id: subject.row.id.clone(),
            title: subject.title(),
            anonymous: subject.definition.anonymous,
        },
        tabs: tabs(&subject, &request.filters, Tab::Report),
        filters,
        responses: reader.says("understand-count-responses", &[("count", count(report.tally.responses))]),
        is_empty: report.tally.responses == 0,
        sections: report.sections(None),
        words,
        shares: (viewer.role() >= kernel::Role::Manager).then(|| format!("{}/shares", subject.path())),
        now: viewer.web.env().now(),
    };
    viewer.page("understand/report.html", Nav::Understand, page).await
}

type Shown = (Option<crate::filters::Preset>, Period);

/// The report of a survey that is not anonymous.
async fn open<'a>(
    subject: &'a Subject<'_>,
    reader: Reader<'a>,
    filters: &Filters,
    words: bool,
) -> Result<(Shown, Report<'a>)> {
    let asker = subject.asker();
    let conditions = &filters.conditions;
    let days = asker.responses(conditions).await?.days();
    let shown = filters.period(&subject.format, subject.asking.web.env().now(), days.map(|(_, newest)| newest));
    let mut tally = Tally::open(&asker, &subject.definition, conditions, shown.1, words).await?;
    tally.mask(&Mask::of(subject));
    let mut said: HashMap<String, Vec<Verbatim>> = HashMap::new();
    if words {
        for key in written(reader, &tally) {
            let latest = asker.texts(conditions, shown.1, Some(&key), VERBATIMS_MAX).await?;
            said.insert(key, verbatims(subject, latest, None).await?);
        }
    }
    let report = Report {
        reader,
        asked: asked::asked(&subject.definition, &tally),
        list: Some(with_days(filters.address(&subject.answers_path()), shown.1)),
        verbatims: said,
        words,
        tally,
    };
    Ok((shown, report))
}

async fn discreet<'a>(subject: &'a Subject<'_>, reader: Reader<'a>, words: bool) -> Result<Report<'a>> {
    let tally = Tally::discreet(&subject.asker()).await?;
    Ok(of_few(reader, tally, words))
}

/// A report that names nobody: no links, no times, words in no order and without personal data.
pub fn of_few<'a>(reader: Reader<'a>, mut tally: Tally, words: bool) -> Report<'a> {
    let mask = Mask::all(|key| reader.pages.plain(reader.locale, key, &[]));
    let plain = |(text, language): (String, Option<String>)| Verbatim {
        text: mask.text(&text).into_owned(),
        language,
        score: None,
        tone: None,
        at: None,
        href: None,
        facts: vec![],
        feels: None,
    };
    let said = std::mem::take(&mut tally.said).into_iter().filter(|_| words);
    let verbatims =
        said.map(|(key, said)| (key, said.into_iter().take(VERBATIMS_MAX * 5).map(plain).collect())).collect();
    Report { reader, tally, asked: HashMap::new(), list: None, verbatims, words: false }
}

/// Keys under which somebody wrote something, of kinds whose words may stand in lists.
pub fn written(reader: Reader<'_>, tally: &Tally) -> Vec<String> {
    let key = |unit: Unit<'_>| match unit.question.kind {
        Kind::Text => Some(unit.key),
        Kind::Ideas => Some(part(&unit.key, "own")),
        _ => None,
    };
    let keys = units(reader.definition).into_iter().filter_map(key).filter(|key| tally.counts(key).texts > 0);
    keys.take(WRITTEN_MAX).collect()
}
