//! Looks of branches and units: variants of a theme, each with a page of its own.

use axum::extract::{Extension, Multipart, Path};
use kernel::attribute::{self, NAME_CHARS_MAX};
use kernel::survey::structure::VARIANTS_MAX;
use kernel::survey::{Theme, Variant};
use kernel::{Error, Refusal, Result};
use serde::Serialize;
use ui::Section;
use ui::http::{Admin, Asking, Fields, Flash, Manager, Reply, encode, see_other};

use super::form::{Opened, TEMPLATE, page_of, take_logo, view};
use super::{of_workspace, over, read};
use crate::doors::Doors;
use crate::respond::form::VALUE_CHARS_MAX;
use crate::surveys::{editing, keys};

/// The place of a variant that is not there yet.
const NEW: &str = "-";

/// A variant in the list of the theme.
#[derive(Serialize)]
pub(super) struct Row {
    /// None for the touchpoint.
    attribute: Option<String>,
    value: String,
    href: String,
    accent: Option<String>,
    background: Option<String>,
}

impl Row {
    pub fn all(theme: &Theme, page: &str) -> Vec<Self> {
        let row = |variant: &Variant| Self {
            attribute: variant.attribute.clone(),
            value: variant.value.clone(),
            href: format!("{page}/variants/{}", encode(&variant.key)),
            accent: variant.theme.accent.clone(),
            background: variant.theme.background.clone(),
        };
        theme.variants.iter().map(row).collect()
    }
}

/// What the page of a variant shows besides colours.
#[derive(Serialize)]
pub(super) struct Part {
    is_new: bool,
    /// Its key in an address.
    pub path: String,
    attribute: String,
    attribute_error: Option<String>,
    value: String,
    value_error: Option<String>,
    /// What an address ends in that leads to it.
    query: String,
}

impl Part {
    pub fn of(variant: &Variant, refusals: &[Refusal], asking: &Asking) -> Self {
        let words = |field: &str| {
            let refusal = refusals.iter().find(|refusal| refusal.field.as_deref() == Some(field));
            refusal.map(|refusal| asking.words(refusal))
        };
        let parameter =
            variant.attribute.as_ref().map_or_else(|| "tp".to_owned(), |name| format!("a.{}", encode(name)));
        Self {
            is_new: variant.key.is_empty(),
            path: if variant.key.is_empty() { NEW.to_owned() } else { encode(&variant.key) },
            attribute: variant.attribute.clone().unwrap_or_default(),
            attribute_error: words("attribute"),
            value: variant.value.clone(),
            value_error: words("value"),
            query: format!("?{parameter}={}", encode(&variant.value)),
        }
    }
}

/// The variant with this key; none for a new one.
pub(super) fn find<'a>(theme: &'a Theme, key: &str) -> Result<Option<&'a Variant>> {
    match theme.variants.iter().find(|variant| variant.key == key) {
        Some(variant) => Ok(Some(variant)),
        None if key == NEW => Ok(None),
        None => Err(Error::NotFound("variant")),
    }
}

/// `GET /listen/surveys/{survey}/theme/variants/{variant}`: `-` for a new one.
pub async fn form(manager: Manager, Path((id, key)): Path<(String, String)>) -> Reply {
    let row = editing::find(&manager, &id).await?;
    let theme = row.draft()?.theme;
    let base = of_workspace(manager.store(), manager.workspace()).await?;
    let variant = find(&theme, &key)?.cloned().unwrap_or_default();
    manager.page(TEMPLATE, Section::Listen, view(&manager, Some(&row), &theme, &base, Some(&variant), &[])?).await
}

/// `GET /listen/theme/variants/{variant}`
pub async fn workspace_form(admin: Admin, Path(key): Path<String>) -> Reply {
    let theme = of_workspace(admin.store(), admin.workspace()).await?;
    let variant = find(&theme, &key)?.cloned().unwrap_or_default();
    let view = view(&admin, None, &theme, &Theme::default(), Some(&variant), &[])?;
    admin.page(TEMPLATE, Section::Listen, view).await
}

/// `POST /listen/surveys/{survey}/theme/variants/{variant}`
///
/// # Errors
/// Those of a theme; `required`, `too_long`, `variant_taken`, `too_many` at `attribute` or `value`.
pub async fn save(
    manager: Manager,
    Extension(doors): Extension<Doors>,
    Path((id, key)): Path<(String, String)>,
    fields: Fields,
) -> Reply {
    keep(&manager, &doors, Some(&id), &key, &fields).await
}

/// `POST /listen/theme/variants/{variant}`
///
/// # Errors
/// As [`save`].
pub async fn workspace_save(
    admin: Admin,
    Extension(doors): Extension<Doors>,
    Path(key): Path<String>,
    fields: Fields,
) -> Reply {
    keep(&admin, &doors, None, &key, &fields).await
}

async fn keep(asking: &Asking, doors: &Doors, survey: Option<&str>, key: &str, fields: &Fields) -> Reply {
    let mut opened = Opened::begin(asking, survey).await?;
    let old = find(&opened.theme, key)?.cloned().unwrap_or_default();
    let (theme, mut refusals) = read::read(fields, &old.theme, &over(&opened.theme, &opened.base));
    let mut variant = Variant { theme, ..old };
    refusals.extend(place(&mut variant, fields, &opened.theme));
    if !refusals.is_empty() {
        let (theme, base) = (opened.theme.clone(), opened.base.clone());
        let row = opened.close();
        let view = view(asking, row.as_ref(), &theme, &base, Some(&variant), &refusals)?;
        return asking.refused(TEMPLATE, Section::Listen, view).await;
    }
    match opened.theme.variants.iter_mut().find(|one| one.key == variant.key) {
        Some(old) => *old = variant,
        None => {
            let is_taken = |key: &str| opened.theme.variants.iter().any(|one| one.key == key);
            variant.key = keys::unique(&variant.value, "look", is_taken);
            opened.theme.variants.push(variant);
        }
    }
    opened.keep(asking, doors).await?;
    Ok(see_other(&page_of(survey)).flash("listen-flash-saved"))
}

/// Reads which answers a variant is for.
fn place(variant: &mut Variant, fields: &Fields, theme: &Theme) -> Vec<Refusal> {
    let line =
        |name: &str| -> String { fields.get(name).unwrap_or_default().chars().filter(|c| !c.is_control()).collect() };
    let attribute = line("attribute");
    variant.attribute = Some(attribute).filter(|name| !name.is_empty());
    variant.value = line("value");
    let mut refusals = Vec::new();
    let bounds = [("attribute", variant.attribute.as_deref().unwrap_or_default(), NAME_CHARS_MAX)];
    for (field, text, max) in bounds.into_iter().chain([("value", variant.value.as_str(), VALUE_CHARS_MAX)]) {
        if text.chars().count() > max {
            refusals.push(Refusal::new("too_long").at(field).with("max", max.to_string()));
        }
    }
    let column = |variant: &Variant| variant.attribute.as_deref().map(attribute::column);
    if column(variant).is_some_and(|column| column == attribute::column("")) {
        refusals.push(Refusal::new("required").at("attribute"));
    }
    let same =
        |one: &&Variant| column(one) == column(variant) && one.value.to_lowercase() == variant.value.to_lowercase();
    if variant.value.is_empty() {
        refusals.push(Refusal::new("required").at("value"));
    } else if theme.variants.iter().filter(same).any(|one| one.key != variant.key) {
        refusals.push(Refusal::new("variant_taken").at("value"));
    } else if variant.key.is_empty() && theme.variants.len() >= VARIANTS_MAX {
        refusals.push(Refusal::new("too_many").at("value").with("max", VARIANTS_MAX.to_string()));
    }
    refusals
}

/// `POST /listen/surveys/{survey}/theme/variants/{variant}/logo`
///
/// # Errors
/// As for a theme's logo.
pub async fn logo(
    manager: Manager,
    Extension(doors): Extension<Doors>,
    Path((id, key)): Path<(String, String)>,
    multipart: Multipart,
) -> Reply {
    take_logo(&manager, &doors, Some(&id), Some(&key), multipart).await
}

/// `POST /listen/theme/variants/{variant}/logo`
///
/// # Errors
/// As for a theme's logo.
pub async fn workspace_logo(
    admin: Admin,
    Extension(doors): Extension<Doors>,
    Path(key): Path<String>,
    multipart: Multipart,
) -> Reply {
    take_logo(&admin, &doors, None, Some(&key), multipart).await
}

/// `POST /listen/surveys/{survey}/theme/variants/{variant}/remove`
pub async fn remove(
    manager: Manager,
    Extension(doors): Extension<Doors>,
    Path((id, key)): Path<(String, String)>,
) -> Reply {
    take_away(&manager, &doors, Some(&id), &key).await?;
    let undo = format!("/listen/surveys/{id}/undo");
    Ok(see_other(&page_of(Some(&id))).flash_undo("theme-flash-variant-removed", &undo))
}

/// `POST /listen/theme/variants/{variant}/remove`
pub async fn workspace_remove(admin: Admin, Extension(doors): Extension<Doors>, Path(key): Path<String>) -> Reply {
    take_away(&admin, &doors, None, &key).await?;
    Ok(see_other(&page_of(None)).flash("theme-flash-variant-removed"))
}

async fn take_away(asking: &Asking, doors: &Doors, survey: Option<&str>, key: &str) -> Result<()> {
    let mut opened = Opened::begin(asking, survey).await?;
    find(&opened.theme, key)?.ok_or(Error::NotFound("variant"))?;
    opened.theme.variants.retain(|variant| variant.key != key);
    opened.keep(asking, doors).await
}
