//! What is seen besides words: pictures of options, and the looks of branches and units.

use axum::http::StatusCode;
use kernel::Role;
use kernel::survey::{Kind, Survey};
use testkit::Db;

use crate::app::{App, Seen, answer, published};
use crate::doors::{block, open, options, page, question};

testkit::on_both!(
    options_get_their_pictures_without_script,
    a_branch_has_its_own_look_on_every_page,
    a_workspace_dresses_the_branches_of_all_surveys,
    looks_that_fit_nothing_are_refused,
);

const GIF: &str = "GIF89a\u{1}\0\u{1}\0\0\0\0;";

async fn draft(app: &App, id: &str) -> Survey {
    let id = kernel::SurveyId::from_outside(id);
    app.store.survey(app.workspace, &id).await.expect("read").expect("there").draft().expect("JSON")
}

async fn options_get_their_pictures_without_script(db: Db) {
    let app = App::new(&db).await;
    let survey = Survey { questions: vec![options(Kind::Image, "cup", &["red", "blue"])], ..Survey::default() };
    let (link, id) = open(&app, survey).await;
    let manager = app.member(Role::Manager).await;
    let form = format!("/listen/surveys/{id}/questions/cup");
    let first = manager.get(&form).await.ok();
    assert!(first.text.contains("enctype=\"multipart/form-data\"") && first.text.contains("name=\"option.0.picture\""));
    let rows = [
        ("title.en", "Which cup?"),
        ("option.0.key", "red"),
        ("option.0.label.en", "Red"),
        ("option.1.key", "blue"),
        ("option.1.label.en", "Blue"),
    ];
    let refused = manager.upload_at(&form, &rows, "option.0.picture", "red.svg", "<svg onload=alert(1)>").await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text.contains("f-option.0.picture-error"), "{}", refused.text);
    manager.upload_at(&form, &rows, "option.0.picture", "red.gif", GIF).await.see_other();
    let image = draft(&app, &id).await.questions[0].options[0].image.clone().expect("a picture");
    // The form brings the picture back; now it gets its words.
    let second = manager.get(&form).await.ok();
    assert_eq!(second.hidden("option.0.image"), image.file);
    let editor = manager.get(&format!("/listen/surveys/{id}/review")).await.ok();
    assert!(editor.text.contains("no words for those who do not see it"), "{}", editor.text);
    let mut rows = rows.to_vec();
    rows.extend([("option.0.image", image.file.as_str()), ("option.0.alt.en", "A red cup with a handle")]);
    manager.post(&form, &rows).await.see_other();
    let editor = manager.get(&format!("/listen/surveys/{id}/review")).await.ok();
    assert!(!editor.text.contains("no words for those who do not see it"));
    assert!(editor.text.contains("has no picture"), "the other one still lacks its own");
    manager.post(&format!("/listen/surveys/{id}/publish"), &[]).await.see_other();
    let shown = app.guest("en").get(&link).await.ok();
    let picture = format!("<img src=\"/media/{}\" alt=\"A red cup with a handle\"", image.file);
    assert!(shown.text.contains(&picture), "{}", shown.text);
    app.guest("en").get(&format!("/media/{}", image.file)).await.ok();
    answer(&app, &shown, &link, &[("answer", "red"), ("go", "next")]).await.see_other();
    // Another takes its place; then it is taken away.
    manager.upload_at(&form, &rows, "option.0.picture", "new.gif", GIF).await.see_other();
    let other = draft(&app, &id).await.questions[0].options[0].image.clone().expect("a picture");
    assert!(
        other.file != image.file
            && other.alt == draft(&app, &id).await.questions[0].options[0].image.clone().expect("one").alt
    );
    rows.push(("option.0.unpictured", "1"));
    manager.post(&form, &rows).await.see_other();
    assert_eq!(draft(&app, &id).await.questions[0].options[0].image, None);
}

fn look(seen: &Seen) -> (bool, bool) {
    (seen.text.contains("/look-7a2331-"), seen.text.contains("Mizban Soho"))
}

async fn a_branch_has_its_own_look_on_every_page(db: Db) {
    let app = App::new(&db).await;
    let survey = Survey {
        questions: vec![question("why", Kind::Text), question("what", Kind::Text)],
        blocks: vec![block("b", vec![page(&["why"]), page(&["what"])])],
        ..Survey::default()
    };
    let (link, id) = open(&app, survey).await;
    let manager = app.member(Role::Manager).await;
    let theme = format!("/listen/surveys/{id}/theme");
    manager.get(&format!("{theme}/variants/-")).await.ok();
    let soho = [("attribute", "branch"), ("value", "Soho"), ("accent", "#7a2331"), ("name", "Mizban Soho")];
    manager.post(&format!("{theme}/variants/-"), &soho).await.see_other();
    let list = manager.get(&theme).await.ok();
    assert!(list.text.contains(&format!("{theme}/variants/soho")), "{}", list.text);
    manager.upload(&format!("{theme}/variants/soho/logo"), &[], "logo.gif", GIF).await.see_other();
    assert!(draft(&app, &id).await.theme.variants[0].theme.logo.is_some());
    let kept = manager.get(&format!("{theme}/variants/soho")).await.ok();
    assert!(kept.text.contains("?a.branch=Soho") && kept.text.contains("value=\"#7a2331\""), "{}", kept.text);
    manager.post(&format!("/listen/surveys/{id}/publish"), &[]).await.see_other();
    assert_eq!(look(&app.guest("en").get(&link).await.ok()), (false, false));
    assert_eq!(look(&app.guest("en").get(&format!("{link}?a.branch=Camden&tp=Soho")).await.ok()), (false, false));
    let first = app.guest("en").get(&format!("{link}?a.branch=SOHO")).await.ok();
    assert_eq!(look(&first), (true, true), "{}", first.text);
    let second = answer(&app, &first, &link, &[("answer", "x"), ("go", "next")]).await.ok();
    assert_eq!(look(&second), (true, true), "it stays on the next page");
    let later = app.guest("en").get(&format!("{link}/r/{}", second.hidden("r"))).await.ok();
    assert_eq!(look(&later), (true, true), "and another day");
    let done = answer(&app, &second, &link, &[("answer", "y"), ("go", "next")]).await.see_other();
    assert!(done.location().ends_with("&look=soho"), "{}", done.location());
    assert_eq!(look(&app.guest("en").get(done.location()).await.ok()), (true, true), "to the end");
    let invented = app.guest("en").get(&format!("{link}/thanks?look=%3Cscript%3E&a.accent=red")).await.ok();
    assert_eq!(look(&invented), (false, false), "only what is stored is worn");
    assert!(!invented.text.contains("<script>") && !invented.text.contains("/look-"), "{}", invented.text);
    manager.post(&format!("{theme}/variants/soho/remove"), &[]).await.see_other();
    assert!(draft(&app, &id).await.theme.variants.is_empty());
    manager.post(&format!("/listen/surveys/{id}/undo"), &[]).await.see_other();
    assert_eq!(draft(&app, &id).await.theme.variants.len(), 1);
}

async fn a_workspace_dresses_the_branches_of_all_surveys(db: Db) {
    let app = App::new(&db).await;
    let survey = Survey { questions: vec![question("why", Kind::Text)], anonymous: true, ..Survey::default() };
    let (link, _) = open(&app, survey).await;
    let (manager, admin) = (app.member(Role::Manager).await, app.member(Role::Admin).await);
    let new = "/listen/theme/variants/-";
    let soho = [("value", "Soho"), ("accent", "#7a2331"), ("name", "Mizban Soho")];
    assert_eq!(manager.post(new, &soho).await.status, StatusCode::FORBIDDEN, "the workspace's is for admins");
    admin.post(new, &soho).await.see_other();
    admin.get("/listen/theme/variants/soho").await.ok();
    let first = app.guest("en").get(&format!("{link}?tp=soho&a.branch=Camden")).await.ok();
    assert_eq!(look(&first), (true, true), "the touchpoint is known of anonymous answers, too: {}", first.text);
    assert_eq!(look(&app.guest("en").get(&format!("{link}?a.tp=soho")).await.ok()), (false, false));
    admin.upload("/listen/theme/variants/soho/logo", &[], "logo.gif", GIF).await.see_other();
    admin.post("/listen/theme/variants/soho/remove", &[]).await.see_other();
    assert_eq!(look(&app.guest("en").get(&format!("{link}?tp=soho")).await.ok()), (false, false));
}

async fn looks_that_fit_nothing_are_refused(db: Db) {
    let app = App::new(&db).await;
    let id = published(&app, "nps", &[]).await;
    let manager = app.member(Role::Manager).await;
    let variants = format!("/listen/surveys/{id}/theme/variants");
    let new = format!("{variants}/-");
    manager.post(&new, &[("attribute", "branch"), ("value", "Soho")]).await.see_other();
    let long = "x".repeat(201);
    for (fields, wrong) in [
        (vec![("value", "")], "f-value-error"),
        (vec![("value", long.as_str())], "f-value-error"),
        (vec![("attribute", "!!"), ("value", "a")], "f-attribute-error"),
        (vec![("attribute", "Branch"), ("value", "soho")], "f-value-error"),
        (vec![("value", "a"), ("ink", "#cccccc")], "f-ink-error"),
        (vec![("value", "a"), ("accent", "url(x)")], "f-accent-error"),
    ] {
        let refused = manager.post(&new, &fields).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{fields:?}");
        assert!(refused.text.contains(wrong), "{fields:?}: {}", refused.text);
    }
    assert_eq!(draft(&app, &id).await.theme.variants.len(), 1);
    assert_eq!(manager.get(&format!("{variants}/nobody")).await.status, StatusCode::NOT_FOUND);
    assert_eq!(manager.post(&format!("{variants}/nobody/remove"), &[]).await.status, StatusCode::NOT_FOUND);
    let logo = manager.upload(&format!("{variants}/nobody/logo"), &[], "logo.gif", GIF).await;
    assert_eq!(logo.status, StatusCode::NOT_FOUND);
}
