//! The page on which a theme is made: of a survey, of all surveys of a workspace, of one variant.

use axum::extract::{Extension, Multipart, Path};
use kernel::survey::{Theme, Variant};
use kernel::{Refusal, Result};
use sea_orm::{ActiveValue::Set, EntityTrait};
use serde::Serialize;
use store::Check;
use store::entity::survey::Model;
use ui::Section;
use ui::http::{Admin, Asking, Fields, Flash, Manager, Reply, see_other};

use super::read::{COLOURS, font_name, read};
use super::variants::{Part, Row};
use super::{of_workspace, over};
use crate::doors::Doors;
use crate::entity::workspace_theme::{ActiveModel, Entity};
use crate::lint::theme::{Pair, pairs};
use crate::surveys::editing::{self, Editing};
use crate::surveys::editor::Head;
use crate::uploads;

pub(super) const TEMPLATE: &str = "listen/surveys/theme.html";

#[derive(Serialize)]
pub(super) struct View {
    /// None for the theme of the workspace.
    survey: Option<Head>,
    /// The variant that the page is about.
    part: Option<Part>,
    variants: Vec<Row>,
    /// The page of the theme, and where the form goes.
    base: String,
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
    /// What the picker of colours stands on.
    picked: String,
    error: Option<String>,
}

#[derive(Serialize)]
struct Shown {
    #[serde(flatten)]
    pair: Pair,
    /// The contrast in the reader's digits.
    words: String,
}

/// A theme that is being changed. Dropped without [`Opened::keep`], nothing happened.
pub(super) struct Opened {
    editing: Option<Editing>,
    pub theme: Theme,
    /// What holds where the theme leaves fields open.
    pub base: Theme,
}

impl Opened {
    /// The theme of the survey with this id; without one, that of the workspace.
    pub async fn begin(asking: &Asking, survey: Option<&str>) -> Result<Self> {
        let of_workspace = of_workspace(asking.store(), asking.workspace()).await?;
        let Some(id) = survey else {
            return Ok(Self { editing: None, theme: of_workspace, base: Theme::default() });
        };
        let editing = Editing::begin(asking, id).await?;
        Ok(Self { theme: editing.survey.theme.clone(), editing: Some(editing), base: of_workspace })
    }

    /// The survey's row, once nothing is to be kept.
    pub fn close(self) -> Option<Model> {
        self.editing.map(|editing| editing.row)
    }

    pub async fn keep(self, asking: &Asking, doors: &Doors) -> Result<()> {
        let Some(mut editing) = self.editing else {
            keep_for_workspace(asking, &self.theme).await?;
            doors.forget_surveys();
            return Ok(());
        };
        editing.survey.theme = self.theme;
        editing.keep(asking, "survey.theme").await
    }
}

/// The page of a theme.
pub(super) fn page_of(survey: Option<&str>) -> String {
    survey.map_or_else(|| "/listen/theme".to_owned(), |id| format!("/listen/surveys/{id}/theme"))
}

/// `GET /listen/surveys/{survey}/theme`
pub async fn form(manager: Manager, Path(id): Path<String>) -> Reply {
    let row = editing::find(&manager, &id).await?;
    let theme = row.draft()?.theme;
    let base = of_workspace(manager.store(), manager.workspace()).await?;
    manager.page(TEMPLATE, Section::Listen, view(&manager, Some(&row), &theme, &base, None, &[])?).await
}

/// `GET /listen/theme`
pub async fn workspace_form(admin: Admin) -> Reply {
    let theme = of_workspace(admin.store(), admin.workspace()).await?;
    admin.page(TEMPLATE, Section::Listen, view(&admin, None, &theme, &Theme::default(), None, &[])?).await
}

/// `POST /listen/surveys/{survey}/theme`
///
/// # Errors
/// Those of [`read`].
pub async fn save(
    manager: Manager,
    Extension(doors): Extension<Doors>,
    Path(id): Path<String>,
    fields: Fields,
) -> Reply {
    keep(&manager, &doors, Some(&id), &fields).await
}

/// `POST /listen/theme`
///
/// # Errors
/// Those of [`read`].
pub async fn workspace_save(admin: Admin, Extension(doors): Extension<Doors>, fields: Fields) -> Reply {
    keep(&admin, &doors, None, &fields).await
}

async fn keep(asking: &Asking, doors: &Doors, survey: Option<&str>, fields: &Fields) -> Reply {
    let mut opened = Opened::begin(asking, survey).await?;
    let (theme, refusals) = read(fields, &opened.theme, &opened.base);
    if !refusals.is_empty() {
        let base = opened.base.clone();
        let row = opened.close();
        let view = view(asking, row.as_ref(), &theme, &base, None, &refusals)?;
        return asking.refused(TEMPLATE, Section::Listen, view).await;
    }
    opened.theme = theme;
    opened.keep(asking, doors).await?;
    Ok(see_other(&page_of(survey)).flash("listen-flash-saved"))
}

/// `POST /listen/surveys/{survey}/theme/logo`: takes a picture.
///
/// # Errors
/// `required`, `file_type`, `file_too_big` at `file`.
pub async fn logo(
    manager: Manager,
    Extension(doors): Extension<Doors>,
    Path(id): Path<String>,
    multipart: Multipart,
) -> Reply {
    take_logo(&manager, &doors, Some(&id), None, multipart).await
}

/// `POST /listen/theme/logo`
///
/// # Errors
/// As [`logo`].
pub async fn workspace_logo(admin: Admin, Extension(doors): Extension<Doors>, multipart: Multipart) -> Reply {
    take_logo(&admin, &doors, None, None, multipart).await
}

/// Takes the logo of a theme, or of one of its variants.
pub(super) async fn take_logo(
    asking: &Asking,
    doors: &Doors,
    survey: Option<&str>,
    variant: Option<&str>,
    multipart: Multipart,
) -> Reply {
    // The survey first: nobody fills the store for a survey that is not theirs.
    if let Some(id) = survey {
        editing::find(asking, id).await?;
    }
    let taken = uploads::media::picture(asking, multipart).await;
    let mut opened = Opened::begin(asking, survey).await?;
    let found = match variant {
        Some(key) => {
            Some(super::variants::find(&opened.theme, key)?.ok_or(kernel::Error::NotFound("variant"))?.clone())
        }
        None => None,
    };
    match taken {
        Ok(file) => {
            let place = found.map(|found| found.key);
            match opened.theme.variants.iter_mut().find(|one| Some(&one.key) == place.as_ref()) {
                Some(variant) => variant.theme.logo = Some(file),
                None => opened.theme.logo = Some(file),
            }
            opened.keep(asking, doors).await?;
            let page = page_of(survey);
            let to = place.map_or_else(|| page.clone(), |key| format!("{page}/variants/{}", ui::http::encode(&key)));
            Ok(see_other(&to).flash("listen-flash-saved"))
        }
        Err(kernel::Error::Refused(refusal)) => {
            let (theme, base) = (opened.theme.clone(), opened.base.clone());
            let row = opened.close();
            let view = view(asking, row.as_ref(), &theme, &base, found.as_ref(), &[refusal.at("file")])?;
            asking.refused(TEMPLATE, Section::Listen, view).await
        }
        Err(error) => Err(error.into()),
    }
}

/// `POST /listen/theme/check`: the contrast of colours as they are being chosen, without keeping them; `survey` names the
/// survey whose variant it is.
pub async fn check(manager: Manager, fields: Fields) -> Reply {
    let mut base = of_workspace(manager.store(), manager.workspace()).await?;
    if let Some(id) = fields.get("survey") {
        base = over(&editing::find(&manager, id).await?.draft()?.theme, &base);
    }
    let (theme, refusals) = read(&fields, &Theme::default(), &base);
    manager.block(TEMPLATE, "contrast", view(&manager, None, &theme, &base, None, &refusals)?)
}

/// The page of `theme`, which stands on `base`; of one of its variants, whose colours then stand on both.
pub(super) fn view(
    asking: &Asking,
    row: Option<&Model>,
    theme: &Theme,
    base: &Theme,
    variant: Option<&Variant>,
    refusals: &[Refusal],
) -> Result<View> {
    let survey = row.map(|row| Ok::<_, kernel::Error>(Head::of(row, &row.draft()?, asking))).transpose()?;
    let page = page_of(row.map(|row| row.id.as_str()));
    let variants = if variant.is_none() { Row::all(theme, &page) } else { Vec::new() };
    let below = over(theme, base);
    let (theme, base) = variant.map_or((theme, base), |variant| (&variant.theme, &below));
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
        picked: ours[n].to_string(),
        usual: usual[n].clone().unwrap_or_else(|| if own[n].is_none() { ours[n].to_string() } else { String::new() }),
        error: words(name),
    });
    let part = variant.map(|variant| Part::of(variant, refusals, asking));
    Ok(View {
        action: part.as_ref().map_or_else(|| page.clone(), |part| format!("{page}/variants/{}", part.path)),
        base: page,
        part,
        variants,
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
