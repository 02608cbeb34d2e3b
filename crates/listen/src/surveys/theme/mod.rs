//! How respondents see a survey: colours that can be read, letters, a logo and a name; of one survey, or of all that say
//! nothing else; of all answers, or of those from one branch or unit.

pub mod form;
mod read;
pub mod variants;

use std::borrow::Cow;

use kernel::survey::{Survey, Theme, Variant};
use kernel::{Result, WorkspaceId};
use sea_orm::EntityTrait;
use store::{Check, Store};

use crate::entity::workspace_theme::Entity;
use crate::lint::theme::pairs;
use crate::respond::form::Origin;

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

/// A theme, with the fields of `base` where it leaves them open. Its own variants come first, and take the place of
/// those of `base` with the same key.
#[must_use]
pub fn over(own: &Theme, base: &Theme) -> Theme {
    let or = |own: &Option<String>, base: &Option<String>| own.clone().or_else(|| base.clone());
    let is_other = |variant: &&Variant| own.variants.iter().all(|one| one.key != variant.key);
    Theme {
        accent: or(&own.accent, &base.accent),
        background: or(&own.background, &base.background),
        ink: or(&own.ink, &base.ink),
        font: own.font.or(base.font),
        logo: or(&own.logo, &base.logo),
        name: or(&own.name, &base.name),
        variants: own.variants.iter().chain(base.variants.iter().filter(is_other)).cloned().collect(),
    }
}

/// The variant for an answer that comes from `origin`.
pub fn variant<'a>(theme: &'a Theme, origin: &Origin) -> Option<&'a Variant> {
    theme.variant(origin.touchpoint.as_deref(), &origin.attributes)
}

/// The theme with what a variant changes. Colours that could not be read together, since one of both was changed after
/// they were checked, stay those of the theme.
pub fn worn<'a>(theme: &'a Theme, variant: Option<&Variant>) -> Cow<'a, Theme> {
    let Some(variant) = variant else { return Cow::Borrowed(theme) };
    let mut worn = over(&variant.theme, theme);
    if !pairs(&worn).iter().all(|pair| pair.is_readable) {
        worn.accent.clone_from(&theme.accent);
        worn.background.clone_from(&theme.background);
        worn.ink.clone_from(&theme.ink);
    }
    Cow::Owned(worn)
}

#[cfg(test)]
mod tests {
    use kernel::{Attributes, Value};

    use super::*;

    fn look(key: &str, attribute: Option<&str>, value: &str, background: &str) -> Variant {
        let theme = Theme { background: Some(background.into()), name: Some(key.into()), ..Theme::default() };
        Variant { key: key.into(), attribute: attribute.map(str::to_owned), value: value.into(), theme }
    }

    fn from(touchpoint: Option<&str>, attributes: &[(&str, &str)]) -> Origin {
        let attribute = |(name, value): &(&str, &str)| ((*name).to_owned(), Value::Text((*value).to_owned()));
        let attributes: Attributes = attributes.iter().map(attribute).collect();
        Origin { channel: "link".into(), touchpoint: touchpoint.map(str::to_owned), attributes }
    }

    #[test]
    fn where_an_answer_comes_from_decides_its_look() {
        let theme = Theme {
            variants: vec![
                look("soho", Some("Branch"), "Soho", "#ffffff"),
                look("till", None, "Till 4", "#eeeeee"),
                look("seven", Some("shop"), "7", "#dddddd"),
            ],
            ..Theme::default()
        };
        let key = |origin: &Origin| variant(&theme, origin).map(|variant| variant.key.as_str());
        assert_eq!(key(&from(None, &[("branch", " SOHO ")])), Some("soho"));
        assert_eq!(key(&from(Some("till 4"), &[])), Some("till"));
        assert_eq!(key(&from(Some("till 4"), &[("branch", "soho")])), Some("soho"), "the first that fits counts");
        assert_eq!(key(&from(Some("Soho"), &[("branch", "Camden"), ("plan", "Soho")])), None);
        let number = Origin { attributes: [("shop".to_owned(), Value::Integer(7))].into(), ..from(None, &[]) };
        assert_eq!(key(&number), Some("seven"));
        assert_eq!(worn(&theme, variant(&theme, &number)).background.as_deref(), Some("#dddddd"));
        assert_eq!(*worn(&theme, None), theme);
    }

    #[test]
    fn a_surveys_variant_takes_the_place_of_its_workspaces() {
        let base = Theme {
            variants: vec![look("soho", None, "Soho", "#ffffff"), look("york", None, "York", "#ffffff")],
            ..Theme::default()
        };
        let own = Theme { variants: vec![look("soho", None, "Soho", "#eeeeee")], ..Theme::default() };
        let both = over(&own, &base);
        let keys: Vec<_> =
            both.variants.iter().map(|one| (one.key.as_str(), one.theme.background.as_deref())).collect();
        assert_eq!(keys, [("soho", Some("#eeeeee")), ("york", Some("#ffffff"))]);
    }

    #[test]
    fn no_variant_makes_a_page_unreadable() {
        let theme = Theme { ink: Some("#222222".into()), background: Some("#ffffff".into()), ..Theme::default() };
        let dark = look("night", None, "Night", "#101010");
        let worn = worn(&theme, Some(&dark));
        assert_eq!((worn.background.as_deref(), worn.ink.as_deref()), (Some("#ffffff"), Some("#222222")));
        assert_eq!(worn.name.as_deref(), Some("night"), "the rest of it is worn");
    }
}
