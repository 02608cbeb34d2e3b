//! Every template renders in every language, and what leaves the server keeps the rules of its pages.

use kernel::Locale;
use ui::Theme;
use ui::respondent::policy;

use crate::gallery::{now, pages, question, respondent, sample, shell};

/// Largest respondent page without the survey's own texts; the issue allows 20 kB over the wire.
const RESPONDENT_BYTES_MAX: usize = 15_000;

fn every_page() -> Vec<(String, Locale, String)> {
    let pages = pages();
    let mut all = Vec::new();
    for locale in Locale::ALL {
        let shell = shell(locale, Theme::Dark);
        let mut add = |name: &str, html| all.push((format!("{name}.{locale}"), locale, html));
        add("gallery", pages.render("gallery/gallery.html", &shell, sample(&shell.format())).unwrap());
        let bare = ui::Shell::bare(locale, Theme::System, now());
        add("login", pages.render("gallery/login.html", &bare, ()).unwrap());
        add("error", pages.error(locale, Theme::Light, 500, "words <b>", Some("abc123")));
        add(
            "question",
            pages.render_respondent("gallery/question.html", &respondent(locale, None), question(locale)).unwrap(),
        );
    }
    all
}

#[test]
fn every_page_names_its_language_and_direction() {
    for (name, locale, html) in every_page() {
        let tag = format!(r#"<html lang="{locale}" dir="{}""#, locale.direction());
        assert!(html.contains(&tag), "{name}");
    }
}

#[test]
fn no_page_needs_more_than_its_policy_allows() {
    for (name, _, html) in every_page() {
        let markup = html.replace(r#"<script defer src="/assets/"#, "");
        assert!(!markup.contains("<script"), "{name} has an inline script");
        assert!(!html.contains(" style="), "{name} has a style attribute");
        assert!(!html.contains(" onclick=") && !html.contains("javascript:"), "{name}");
        assert!(!html.contains("http://") || html.contains("http://www.w3.org/"), "{name}");
        assert_eq!(html.contains("<style>"), name.starts_with("question"), "{name}");
    }
}

#[test]
fn ids_are_unique_and_labels_point_at_fields() {
    for (name, _, html) in every_page() {
        let ids: Vec<&str> = attribute(&html, "id");
        let mut seen = std::collections::HashSet::new();
        for id in &ids {
            assert!(seen.insert(*id), "{name}: id {id} twice");
        }
        for reference in ["for", "aria-labelledby", "aria-controls"] {
            for target in attribute(&html, reference) {
                assert!(seen.contains(target), "{name}: {reference}={target}");
            }
        }
        for list in attribute(&html, "aria-describedby") {
            for target in list.split_whitespace() {
                assert!(seen.contains(target), "{name}: aria-describedby {target}");
            }
        }
    }
}

fn attribute<'a>(html: &'a str, name: &str) -> Vec<&'a str> {
    html.split(&format!(" {name}=\"")).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn words_from_outside_are_escaped() {
    let html = pages().error(Locale::En, Theme::System, 404, "<script>alert(1)</script>", None);
    assert!(html.contains("&lt;script&gt;alert"));
}

#[test]
fn a_respondent_page_is_small_and_its_style_is_the_one_the_policy_names() {
    let html = pages()
        .render_respondent("gallery/question.html", &respondent(Locale::Fa, Some("#7a2331")), question(Locale::Fa))
        .unwrap();
    assert!(html.len() < RESPONDENT_BYTES_MAX, "{} bytes", html.len());
    let style = html.split("<style>").nth(1).and_then(|rest| rest.split("</style>").next()).unwrap();
    assert_eq!(style, ui::respondent::RESPONDENT_CSS);
    assert!(policy().contains("'sha256-"));
    let sheet = html.split("href=\"").find(|rest| rest.contains("brand-7a2331.css")).unwrap();
    let (file, _) = ui::assets::resolve(sheet.split('"').next().unwrap()).unwrap();
    let sheet = ui::assets::get(file).unwrap();
    assert!(String::from_utf8_lossy(&sheet.bytes).contains("--brand:light-dark(#7a2331,"));
}

#[test]
fn numbers_and_dates_are_the_readers() {
    let html = |locale| {
        let shell = shell(locale, Theme::System);
        pages().render("gallery/gallery.html", &shell, sample(&shell.format())).unwrap()
    };
    let fa = html(Locale::Fa);
    assert!(fa.contains("۱٬۹۴۰") && fa.contains("آذر ۱۴۰۵") && fa.contains("\u{200e}\u{2212}۱۴"));
    assert!(fa.contains("۲ ساعت پیش") && fa.contains("۲۷ تا ۳۵"));
    let sv = html(Locale::Sv);
    assert!(sv.contains("1\u{a0}940") && sv.contains("för 2 timmar sedan"));
}

#[test]
fn a_block_renders_alone_with_the_parts_it_imports() {
    let shell = shell(Locale::En, Theme::System);
    let block = pages().render_block("gallery/gallery.html", "main", &shell, sample(&shell.format())).unwrap();
    assert!(block.trim_start().starts_with("<header class=\"page-head\">"), "{}", &block[..80]);
    assert!(!block.contains("<html") && block.contains("data-chart") == ui::assets::has("charts.js"));
}

#[test]
fn an_undefined_value_is_an_error_not_a_blank() {
    let shell = shell(Locale::En, Theme::System);
    let error = pages().render("gallery/gallery.html", &shell, ()).unwrap_err();
    assert!(error.to_string().contains("gallery/gallery.html"), "{error}");
}

/// Writes the sample pages to the folder named by `NABZ_GALLERY`, for looking at them in a browser.
#[test]
fn writes_the_gallery_where_asked() {
    let Ok(folder) = std::env::var("NABZ_GALLERY") else { return };
    let pages = pages();
    let write = |name: String, html: String| {
        let html = html.replace(&ui::assets::url(""), "assets/");
        std::fs::write(format!("{folder}/gallery-{name}.html"), html).unwrap();
    };
    std::fs::create_dir_all(format!("{folder}/assets")).unwrap();
    for file in [
        "app.css",
        "app.js",
        "nabz.svg",
        "charts.js",
        "htmx.js",
        "fonts.css",
        "inter-latin.woff2",
        "inter-latin-ext.woff2",
        "vazirmatn-arabic.woff2",
        "brand-7a2331.css",
    ] {
        if let Some(asset) = ui::assets::get(file) {
            std::fs::write(format!("{folder}/assets/{file}"), asset.bytes).unwrap();
        }
    }
    for locale in Locale::ALL {
        for theme in [Theme::Light, Theme::Dark] {
            let shell = shell(locale, theme);
            let suffix = format!("{locale}-{}", theme.as_str());
            write(
                format!("main-{suffix}"),
                pages.render("gallery/gallery.html", &shell, sample(&shell.format())).unwrap(),
            );
            let bare = ui::Shell::bare(locale, theme, now());
            write(format!("login-{suffix}"), pages.render("gallery/login.html", &bare, ()).unwrap());
            write(
                format!("error-{suffix}"),
                pages.error(
                    locale,
                    theme,
                    404,
                    &pages.text(locale, "error-not-found", &[("what", "x".into())]),
                    Some("abc123"),
                ),
            );
        }
        let respondent = respondent(locale, Some("#7a2331"));
        write(
            format!("question-{locale}"),
            pages.render_respondent("gallery/question.html", &respondent, question(locale)).unwrap(),
        );
    }
}
