//! `POST /api/v1/surveys/{key}/links`: personal links for programs that send them out themselves.

use axum::body::Bytes;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use kernel::{Error, Refusal, Value};
use serde_json::{Map, Value as Json, json};
use ui::http::{Keeper, Reply};

use super::make::{Wanted, make as make_all};

/// Takes an array of `{contact, attributes, language, expires_at}`; answers 201 with one `{url, contact, expires_at}`
/// for each, in order. All are made or none.
///
/// # Errors
/// `bad_json`; `not_found`; `wrong_type`, `unknown_field` and those of [`Wanted::set`], with the place of the item
/// from 0: `3.language`.
pub async fn make(keeper: Keeper, Path(key): Path<String>, body: Bytes) -> Reply {
    let row = keeper.store().survey_by_key(keeper.workspace(), &key).await?.ok_or(Error::NotFound("survey"))?;
    let json: Json = serde_json::from_slice(&body).map_err(|error| {
        let (line, column) = (error.line().to_string(), error.column().to_string());
        Refusal::new("bad_json").at(format!("{line}:{column}")).with("line", line).with("column", column)
    })?;
    let items = json.as_array().ok_or_else(|| Refusal::new("wrong_type").with("kind", "array"))?;
    let wanted = items.iter().enumerate().map(|(place, item)| {
        read(item).map_err(|refusal| {
            let field = refusal.field.as_deref().map_or_else(|| place.to_string(), |field| format!("{place}.{field}"));
            refusal.at(field)
        })
    });
    let wanted = wanted.collect::<Result<Vec<_>, _>>()?;
    let made = make_all(keeper.store(), keeper.workspace(), &row.id(), wanted, &keeper.actor()).await?;
    let links: Vec<Json> = made
        .into_iter()
        .map(|made| {
            json!({
                "url": keeper.web.url(&format!("/s/{}/p/{}", row.link, made.token)),
                "contact": made.wanted.contact,
                "expires_at": made.wanted.expires_at,
            })
        })
        .collect();
    Ok((StatusCode::CREATED, axum::Json(links)).into_response())
}

fn read(item: &Json) -> Result<Wanted, Refusal> {
    let fields = item.as_object().ok_or_else(|| Refusal::new("wrong_type").with("kind", "object"))?;
    let mut wanted = Wanted::default();
    for (name, value) in fields {
        match name.as_str() {
            "contact" | "language" | "expires_at" if value.is_null() => {}
            "contact" | "language" | "expires_at" => {
                let text = value.as_str().ok_or_else(|| Refusal::new("wrong_type").at(name).with("kind", "text"))?;
                wanted.set(name, Value::Text(text.to_owned()))?;
            }
            "attributes" => attributes(&mut wanted, value)?,
            _ => {
                let short: String = name.chars().take(80).collect();
                return Err(Refusal::new("unknown_field").at(short.clone()).with("value", short));
            }
        }
    }
    Ok(wanted)
}

fn attributes(wanted: &mut Wanted, value: &Json) -> Result<(), Refusal> {
    let empty = Map::new();
    let fields = match value {
        Json::Null => &empty,
        Json::Object(fields) => fields,
        _ => return Err(Refusal::new("wrong_type").at("attributes").with("kind", "object")),
    };
    for (name, value) in fields {
        let value = match value {
            Json::Null => continue,
            Json::Array(_) | Json::Object(_) => {
                let at: String = name.chars().take(80).collect();
                return Err(Refusal::new("wrong_type").at(format!("attributes.{at}")).with("kind", "scalar"));
            }
            scalar => serde_json::from_value(scalar.clone())
                .map_err(|_| Refusal::new("wrong_type").at("attributes").with("kind", "scalar"))?,
        };
        wanted.attribute(name, value)?;
    }
    Ok(())
}
