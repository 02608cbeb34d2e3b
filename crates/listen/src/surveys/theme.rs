//! How respondents see a survey: colours that can be read, letters, a logo and a name; of one survey, or of all that say
//! nothing else.

use axum::extract::{Extension, Multipart, Path};
use kernel::survey::structure::Font;
use kernel::survey::{Survey, Theme};
use kernel::{Refusal, Result, WorkspaceId};
use sea_orm::{ActiveValue::Set, EntityTrait};
use serde::Serialize;
use store::entity::survey::Model;
use store::{Check, Store};
use ui::Section;
use ui::brand::Colour;
use ui::http::{Admin, Asking, Fields, Flash, Manager, Reply, see_other};

use crate::doors::Doors;
use crate::entity::workspace_theme::{ActiveModel, Entity};
use crate::lint::theme::{Pair, pairs};
use crate::surveys::editing::{self, Editing};
use crate::surveys::editor::Head;
use crate::uploads;

/// Longest name above the questions, in characters.
const NAME_CHARS_MAX: usize = 80;
const COLOURS: [&str; 3] = ["accent", "background", "ink"];
const TEMPLATE: &str = "listen/surveys/theme.html";

#[derive(Serialize)]
struct View {
    /// None for the theme of the workspace.
    survey: Option<Head>,
    action: String,
    colours: Vec<Field>,
    font: String,
    name: String,
    name_error: Option<String>,
    logo: Option<String>,
    logo_error: Option<String>,
    pairs: [Shown; 2],
    background: String,
    ink: String,
    accent: String,
}

#[derive(Serialize)]
struct Field {
    name: &'static str,
    value: String,
    /// What holds where the field is empty.
    usual: String,
    error: Option<String>,
}

#[derive(Serialize)]
struct Shown {
    #[serde(flatten)]
    pair: Pair,
    /// The contrast in the reader's digits.
    words: String,
}

/// The theme of surveys that say nothing else.
pub async fn of_workspace(store: &Store, workspace: WorkspaceId) -> Result<Theme> {
    let row = Entity::find_by_id(workspace.0).one(store.reads()).await.check()?;
    Ok(row.and_then(|row| serde_json::from_str(&row.theme).ok()).unwrap_or_default())
}

/// A survey as respondents see it: where its theme leaves a field open, that of its workspace.
pub async fn dressed(store: &Store, workspace: WorkspaceId, survey: Survey) -> Result<Survey> {
    let theme = over(&survey.theme, &of_workspace(store, workspace).await?);
    Ok(Survey { theme, ..survey })
}

/// A theme, with the fields of `base` where it leaves them open.
#[must_use]
pub fn over(own: &Theme, base: &Theme) -> Theme {
    let or = |own: &Option<String>, base: &Option<String>| own.clone().or_else(|| base.clone());
    Theme {
        accent: or(&own.accent, &base.accent),
        background: or(&own.background, &base.background),
        ink: or(&own.ink, &base.ink),
        font: own.font.or(base.font),
        logo: or(&own.logo, &base.logo),
        name: or(&own.name, &base.name),
    }
}

/// `GET /listen/surveys/{survey}/theme`
pub async fn form(manager: Manager, Path(id): Path<String>) -> Reply {
    let row = editing::find(&manager, &id).await?;
    let theme = row.draft()?.theme;
    let base = of_workspace(manager.store(), manager.workspace()).await?;
    manager.page(TEMPLATE, Section::Listen, view(&manager, Some(&row), &theme, &base, &[])?).await
}

/// `POST /listen/surveys/{survey}/theme`
///
/// # Errors
/// `bad_colour`, `low_contrast`, `too_long`, each at its field.
pub async fn save(manager: Manager, Path(id): Path<String>, fields: Fields) -> Reply {
    let mut editing = Editing::begin(&manager, &id).await?;
    let base = of_workspace(manager.store(), manager.workspace()).await?;
    let (theme, refusals) = read(&fields, &editing.survey.theme, &base);
    if !refusals.is_empty() {
        let row = editing.row.clone();
        drop(editing);
        return manager.refused(TEMPLATE, Section::Listen, view(&manager, Some(&row), &theme, &base, &refusals)?).await;
    }
    editing.survey.theme = theme;
    editing.keep(&manager, "survey.theme").await?;
    Ok(see_other(&format!("/listen/surveys/{id}/theme")).flash("listen-flash-saved"))
}

/// `POST /listen/surveys/{survey}/theme/logo`: takes a picture.
///
/// # Errors
/// `required`, `file_type`, `file_too_large` at `file`.
pub async fn logo(manager: Manager, Path(id): Path<String>, multipart: Multipart) -> Reply {
    // The survey first: nobody fills the store for a survey that is not theirs.
    let row = editing::find(&manager, &id).await?;
    match uploads::media::picture(&manager, multipart).await {
        Ok(file) => {
            let mut editing = Editing::begin(&manager, &id).await?;
            editing.survey.theme.logo = Some(file);
            editing.keep(&manager, "survey.theme").await?;
            Ok(see_other(&format!("/listen/surveys/{id}/theme")).flash("listen-flash-saved"))
        }
        Err(kernel::Error::Refused(refusal)) => {
            let base = of_workspace(manager.store(), manager.workspace()).await?;
            let view = view(&manager, Some(&row), &row.draft()?.theme, &base, &[refusal.at("file")])?;
            manager.refused(TEMPLATE, Section::Listen, view).await
        }
        Err(error) => Err(error.into()),
    }
}

/// `POST /listen/theme/check`: the contrast of colours as they are being chosen, without keeping them.
pub async fn check(manager: Manager, fields: Fields) -> Reply {
    let base = of_workspace(manager.store(), manager.workspace()).await?;
    let (theme, refusals) = read(&fields, &Theme::default(), &base);
    manager.block(TEMPLATE, "contrast", view(&manager, None, &theme, &base, &refusals)?)
}

/// `GET /listen/theme`
pub async fn workspace_form(admin: Admin) -> Reply {
    let theme = of_workspace(admin.store(), admin.workspace()).await?;
    admin.page(TEMPLATE, Section::Listen, view(&admin, None, &theme, &Theme::default(), &[])?).await
}

/// `POST /listen/theme`
///
/// # Errors
/// As [`save`].
pub async fn workspace_save(admin: Admin, Extension(doors): Extension<Doors>, fields: Fields) -> Reply {
    let old = of_workspace(admin.store(), admin.workspace()).await?;
    let (theme, refusals) = read(&fields, &old, &Theme::default());
    if !refusals.is_empty() {
        let view = view(&admin, None, &theme, &Theme::default(), &refusals)?;
        return admin.refused(TEMPLATE, Section::Listen, view).await;
    }
    keep_for_workspace(&admin, &theme).await?;
    doors.forget_surveys();
    Ok(see_other("/listen/theme").flash("listen-flash-saved"))
}

/// `POST /listen/theme/logo`
///
/// # Errors
/// As [`logo`].
pub async fn workspace_logo(admin: Admin, Extension(doors): Extension<Doors>, multipart: Multipart) -> Reply {
    let mut theme = of_workspace(admin.store(), admin.workspace()).await?;
    match uploads::media::picture(&admin, multipart).await {
        Ok(file) => {
            theme.logo = Some(file);
            keep_for_workspace(&admin, &theme).await?;
            doors.forget_surveys();
            Ok(see_other("/listen/theme").flash("listen-flash-saved"))
        }
        Err(kernel::Error::Refused(refusal)) => {
            let view = view(&admin, None, &theme, &Theme::default(), &[refusal.at("file")])?;
            admin.refused(TEMPLATE, Section::Listen, view).await
        }
        Err(error) => Err(error.into()),
    }
}

async fn keep_for_workspace(asking: &Asking, theme: &Theme) -> Result<()> {
    let txn = asking.store().write().await?;
    let row = ActiveModel {
        workspace_id: Set(asking.workspace().0),
        theme: Set(serde_json::to_string(theme).map_err(kernel::Error::internal)?),
        updated_at: Set(asking.web.env().now().0),
    };
    Entity::delete_by_id(asking.workspace().0).exec(&*txn).await.check()?;
    Entity::insert(row).exec_without_returning(&*txn).await.check()?;
    editing::note(&txn, asking, "workspace.theme", &asking.workspace().0.to_string()).await?;
    txn.commit().await
}

/// The theme as the form has it, and what is wrong with it. The logo stays unless the form takes it away.
fn read(fields: &Fields, old: &Theme, base: &Theme) -> (Theme, Vec<Refusal>) {
    let mut refusals = Vec::new();
    let mut colour = |name: &'static str| {
        let typed = fields.get(name)?;
        let parsed = Colour::parse(typed);
        if parsed.is_none() {
            refusals.push(Refusal::new("bad_colour").at(name));
        }
        // What was typed comes back into the field.
        Some(parsed.map_or_else(|| typed.chars().take(NAME_CHARS_MAX).collect(), |colour| colour.to_string()))
    };
    let [accent, background, ink] = COLOURS.map(&mut colour);
    let name: Option<String> = fields.get("name").map(|name| name.chars().filter(|c| !c.is_control()).collect());
    if name.as_ref().is_some_and(|name| name.chars().count() > NAME_CHARS_MAX) {
        refusals.push(Refusal::new("too_long").at("name").with("max", NAME_CHARS_MAX.to_string()));
    }
    let logo = old.logo.clone().filter(|_| !fields.has("no_logo"));
    let theme = Theme { accent, background, ink, font: fields.get("font").and_then(font), logo, name };
    if refusals.is_empty() {
        refusals.extend(pairs(&over(&theme, base)).iter().filter(|pair| !pair.is_readable).map(unreadable));
    }
    (theme, refusals)
}

/// Why a pair of colours cannot be read.
fn unreadable(pair: &Pair) -> Refusal {
    Refusal::new("low_contrast")
        .at(pair.name)
        .with("front", pair.front.to_string())
        .with("back", pair.back.to_string())
        .with("contrast", format!("{:.1}", (pair.contrast * 10.0).floor() / 10.0))
        .with("least", pair.least.to_string())
}

fn font(name: &str) -> Option<Font> {
    [Font::System, Font::Serif, Font::Rounded, Font::Mono].into_iter().find(|font| font_name(*font) == name)
}

fn font_name(font: Font) -> &'static str {
    match font {
        Font::System => "system",
        Font::Serif => "serif",
        Font::Rounded => "rounded",
        Font::Mono => "mono",
    }
}

fn view(asking: &Asking, row: Option<&Model>, theme: &Theme, base: &Theme, refusals: &[Refusal]) -> Result<View> {
    let words = |field: &str| {
        let refusal = refusals.iter().find(|refusal| refusal.field.as_deref() == Some(field));
        refusal.map(|refusal| asking.words(refusal))
    };
    let shown = over(theme, base);
    let [ink, accent] = pairs(&shown);
    let number = |pair: Pair| Shown {
        // Rounded down: 4.49 must not read as the 4.5 that it fails.
        words: kernel::format::Format::of(asking.locale).number((pair.contrast * 10.0).floor() / 10.0, 1),
        pair,
    };
    let own = [&theme.accent, &theme.background, &theme.ink];
    let usual = [&base.accent, &base.background, &base.ink];
    let ours = [accent.front, ink.back, ink.front];
    let fields = COLOURS.into_iter().enumerate().map(|(n, name)| Field {
        name,
        value: own[n].clone().unwrap_or_default(),
        usual: usual[n].clone().unwrap_or_else(|| if own[n].is_none() { ours[n].to_string() } else { String::new() }),
        error: words(name),
    });
    let survey = row.map(|row| Ok::<_, kernel::Error>(Head::of(row, &row.draft()?, asking))).transpose()?;
    Ok(View {
        action: survey
            .as_ref()
            .map_or_else(|| "/listen/theme".to_owned(), |head| format!("/listen/surveys/{}/theme", head.id)),
        survey,
        colours: fields.collect(),
        font: theme.font.map(font_name).unwrap_or_default().to_owned(),
        name: theme.name.clone().unwrap_or_default(),
        name_error: words("name"),
        logo: theme.logo.clone(),
        logo_error: words("file"),
        background: ink.back.to_string(),
        ink: ink.front.to_string(),
        accent: accent.front.to_string(),
        pairs: [number(ink), number(accent)],
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(pairs: &[(&str, &str)]) -> Fields {
        Fields(pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
    }

    #[test]
    fn unreadable_pairs_are_refused_with_the_numbers() {
        let (_, refusals) =
            read(&fields(&[("ink", "#777777"), ("background", "#888888")]), &Theme::default(), &Theme::default());
        assert_eq!(refusals[0].code, "low_contrast");
        assert_eq!(refusals[0].field.as_deref(), Some("ink"));
        assert!(refusals[0].args.contains(&("least", "4.5".into())), "{refusals:?}");
        let (theme, refusals) =
            read(&fields(&[("ink", "222222"), ("background", "#FFFFFF")]), &Theme::default(), &Theme::default());
        assert!(refusals.is_empty(), "{refusals:?}");
        assert_eq!((theme.ink.as_deref(), theme.background.as_deref()), (Some("#222222"), Some("#ffffff")));
    }

    #[test]
    fn what_is_no_colour_is_refused_and_comes_back() {
        let (theme, refusals) = read(&fields(&[("accent", "url(x)")]), &Theme::default(), &Theme::default());
        assert_eq!(refusals, [Refusal::new("bad_colour").at("accent")]);
        assert_eq!(theme.accent.as_deref(), Some("url(x)"));
    }

    #[test]
    fn a_survey_is_held_against_the_colours_of_its_workspace() {
        let dark = Theme {
            background: Some("#101010".into()),
            ink: Some("#eeeeee".into()),
            accent: Some("#5fd0c5".into()),
            ..Theme::default()
        };
        let (_, refusals) = read(&fields(&[("ink", "#222222")]), &Theme::default(), &dark);
        assert_eq!(refusals.len(), 1);
        let (theme, refusals) = read(&fields(&[]), &Theme { logo: Some("fil_1".into()), ..Theme::default() }, &dark);
        assert!(refusals.is_empty());
        assert_eq!(over(&theme, &dark), Theme { logo: Some("fil_1".into()), ..dark });
    }
}
