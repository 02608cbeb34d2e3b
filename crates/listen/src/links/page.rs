//! `/listen/surveys/{survey}/links`: members paste a list of people and get back the same list with a link for each.
//! The links are shown once: of their tokens only hashes are kept.

use axum::extract::Path;
use axum::http::{HeaderValue, header};
use axum::response::IntoResponse;
use kernel::{Refusal, Result, Value};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use serde::Serialize;
use store::Check;
use store::entity::survey::Model;
use ui::Section;
use ui::http::{Asking, Fields, Manager, Reply};

use super::LINKS_MAX;
use super::make::{Made, Wanted, make};
use crate::entity::link::{Column, Entity};
use crate::surveys::editing;
use crate::surveys::editor::Head;

/// Columns of a paste at most.
const COLUMNS_MAX: usize = 50;

#[derive(Serialize)]
struct View {
    survey: Head,
    made: u64,
    used: u64,
    max: usize,
    people: String,
    error: Option<String>,
}

pub async fn form(manager: Manager, Path(id): Path<String>) -> Reply {
    let row = editing::find(&manager, &id).await?;
    let view = view(&manager, &row, "", None).await?;
    manager.page("listen/links/form.html", Section::Listen, view).await
}

/// Takes the field `people`: CSV with a first line of names. `email`, `id` or `contact`, `language` and `expires_at`
/// have their meaning; all others are attributes. Answers with CSV: the link, and what was sent.
///
/// # Errors
/// `required`, `bad_table`, and those of [`Wanted::set`] with the line, at `people`.
pub async fn paste(manager: Manager, Path(id): Path<String>, fields: Fields) -> Reply {
    let row = editing::find(&manager, &id).await?;
    let people = fields.get("people").unwrap_or_default();
    let wanted = match read(people) {
        Ok(wanted) => wanted,
        Err(refusal) => {
            let view = view(&manager, &row, people, Some(&refusal)).await?;
            return manager.refused("listen/links/form.html", Section::Listen, view).await;
        }
    };
    let actor = manager.member().to_string();
    let made = make(manager.store(), manager.workspace(), &row.id(), wanted, &actor).await?;
    let base = manager.web.url(&format!("/s/{}/p/", row.link));
    let body = table(&made, &base)?;
    let name = format!("attachment; filename=\"links-{}.csv\"", row.id);
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("text/csv; charset=utf-8")),
        (header::CONTENT_DISPOSITION, HeaderValue::from_str(&name).map_err(kernel::Error::internal)?),
    ];
    Ok((headers, body).into_response())
}

/// The people of a table; lines count from 1.
fn read(text: &str) -> Result<Vec<Wanted>, Refusal> {
    if text.trim().is_empty() {
        return Err(Refusal::new("required").at("people"));
    }
    // What is copied from a spreadsheet has tabs, and some programs write semicolons.
    let head = text.lines().next().unwrap_or_default();
    let delimiter = [b'\t', b';', b','].into_iter().max_by_key(|one| head.bytes().filter(|byte| byte == one).count());
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter.unwrap_or(b','))
        .flexible(true)
        .trim(csv::Trim::All)
        .from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let bad = |line: u64| Refusal::new("bad_table").at("people").with("line", line.to_string());
    let names = reader.headers().map_err(|_| bad(1))?.clone();
    if names.len() > COLUMNS_MAX {
        return Err(Refusal::new("too_many").at("people").with("max", COLUMNS_MAX.to_string()));
    }
    let names: Vec<String> = names.iter().map(known).collect();
    let mut all = Vec::new();
    for (place, record) in reader.records().enumerate() {
        let line = place as u64 + 2;
        let record = record.map_err(|_| bad(line))?;
        if record.iter().all(str::is_empty) {
            continue;
        }
        if record.len() > names.len() {
            return Err(bad(line));
        }
        if all.len() == LINKS_MAX {
            return Err(Refusal::new("too_many").at("people").with("max", LINKS_MAX.to_string()));
        }
        let mut wanted = Wanted::default();
        for (name, value) in names.iter().zip(record.iter()) {
            wanted.set(name, Value::Text(value.to_owned())).map_err(|_| bad(line))?;
        }
        all.push(wanted);
    }
    if all.is_empty() { Err(Refusal::new("required").at("people")) } else { Ok(all) }
}

/// The name that a column has here.
fn known(name: &str) -> String {
    match name.trim().to_lowercase().as_str() {
        "email" | "e-mail" | "mail" => "email".into(),
        "id" | "contact" | "customer" | "customer_id" => "id".into(),
        "language" | "lang" | "locale" => "language".into(),
        "expires_at" | "expires" => "expires_at".into(),
        _ => name.trim().to_owned(),
    }
}

fn table(made: &[Made], base: &str) -> Result<Vec<u8>> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let mut names: Vec<&str> = made.iter().flat_map(|made| made.wanted.attributes.keys().map(String::as_str)).collect();
    names.sort_unstable();
    names.dedup();
    let head = ["link", "contact", "language", "expires_at"].into_iter().chain(names.iter().copied());
    writer.write_record(head.map(inert)).map_err(kernel::Error::internal)?;
    for made in made {
        let wanted = &made.wanted;
        let expires = wanted.expires_at.map(|at| at.to_string()).unwrap_or_default();
        let fixed = [
            format!("{base}{}", made.token),
            wanted.contact.clone().unwrap_or_default(),
            wanted.language.clone().unwrap_or_default(),
            expires,
        ];
        let more = names.iter().map(|name| wanted.attributes.get(*name).map(Value::to_text).unwrap_or_default());
        writer.write_record(fixed.into_iter().chain(more).map(|cell| inert(&cell))).map_err(kernel::Error::internal)?;
    }
    writer.into_inner().map_err(|error| kernel::Error::internal(error.to_string()))
}

/// A cell that no spreadsheet takes for a formula.
fn inert(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}") } else { cell.to_owned() }
}

async fn view(asking: &Asking, row: &Model, people: &str, refusal: Option<&Refusal>) -> Result<View> {
    let of = || {
        let of = Entity::find().filter(Column::WorkspaceId.eq(asking.workspace().0));
        of.filter(Column::SurveyId.eq(&row.id))
    };
    let reads = asking.store().reads();
    Ok(View {
        survey: Head::of(row, &row.draft()?, asking),
        made: of().count(reads).await.check()?,
        used: of().filter(Column::IsUsed.eq(true)).count(reads).await.check()?,
        max: LINKS_MAX,
        people: people.to_owned(),
        error: refusal.map(|refusal| asking.words(refusal)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_read_as_spreadsheets_copy_it() {
        let people = read("\u{feff}E-mail\tLang\tPlan\nSara@Example.com\tfa\tgold\n\n\tsv\t\n").expect("read");
        assert_eq!(people.len(), 2);
        assert_eq!(people[0].contact.as_deref(), Some("sara@example.com"));
        assert_eq!(people[0].attributes["Plan"], Value::Text("gold".into()));
        assert_eq!((people[1].contact.as_deref(), people[1].language.as_deref()), (None, Some("sv")));
        assert_eq!(read("").expect_err("nothing").code, "required");
        let bad = read("email,language\na@b.se,sv\nb@c.se,no such\n").expect_err("refused");
        assert_eq!((bad.code, bad.args), ("bad_table", vec![("line", "3".to_owned())]));
    }

    #[test]
    fn what_comes_back_holds_no_formula() {
        let mut wanted = Wanted::default();
        wanted.set("plan", Value::Text("=1+1".into())).expect("taken");
        let table = table(&[Made { token: "t".into(), wanted }], "https://a/s/b/p/").expect("written");
        assert_eq!(
            String::from_utf8(table).expect("text"),
            "link,contact,language,expires_at,plan\nhttps://a/s/b/p/t,,,,'=1+1\n"
        );
    }
}
