//! `GET /listen/surveys/{survey}/share`: the link, the QR code, and a snippet for a web page.

use axum::extract::Path;
use kernel::Role;
use serde::Serialize;
use ui::Section;
use ui::http::{Reply, Viewer};

use crate::surveys::editing;
use crate::surveys::editor::{Head, own_name};

#[derive(Serialize)]
struct View {
    survey: Head,
    is_open: bool,
    anonymous: bool,
    url: String,
    /// One link per language, where there are several.
    links: Vec<Link>,
    snippet: String,
    may_edit: bool,
}

#[derive(Serialize)]
struct Link {
    tag: String,
    name: String,
    url: String,
}

pub async fn share(viewer: Viewer, Path(id): Path<String>) -> Reply {
    let row = editing::find(&viewer, &id).await?;
    let survey = match row.published()? {
        Some(published) => published,
        None => row.draft()?,
    };
    let url = viewer.web.url(&format!("/s/{}", row.link));
    let links = survey.languages.iter().filter(|_| survey.languages.len() > 1).map(|tag| Link {
        name: own_name(tag),
        url: format!("{url}?lang={tag}"),
        tag: tag.clone(),
    });
    let view = View {
        survey: Head::of(&row, &survey, &viewer),
        is_open: row.state == store::surveys::OPEN,
        anonymous: survey.anonymous,
        links: links.collect(),
        snippet: snippet(&url, &editing::name(&survey, &row.key)),
        may_edit: viewer.role() >= Role::Manager,
        url,
    };
    viewer.page("listen/surveys/share.html", Section::Listen, view).await
}

/// A link for a web page.
fn snippet(url: &str, title: &str) -> String {
    let escaped = title.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    format!("<a href=\"{url}?ch=web\">{escaped}</a>")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_cannot_break_out_of_the_snippet() {
        assert_eq!(snippet("https://a/s/b", "<script>&"), "<a href=\"https://a/s/b?ch=web\">&lt;script&gt;&amp;</a>");
    }
}
