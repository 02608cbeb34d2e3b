//! A survey's life around its questions: chosen from the gallery, checked, reviewed, translated, dressed, published in
//! versions, copied and put away.

use axum::http::StatusCode;
use kernel::{Role, SurveyId};
use testkit::Db;

use crate::app::{App, Browser, link, published};

testkit::on_both!(
    every_template_can_be_looked_at_made_and_published,
    versions_tell_what_changed_and_lead_back,
    a_copy_has_no_answers_and_a_link_of_its_own,
    an_archived_survey_is_closed_and_out_of_the_list,
    a_review_is_asked_for_commented_and_decided_by_another,
    translations_are_written_side_by_side_and_in_files,
    languages_come_and_go,
    a_theme_that_cannot_be_read_is_refused,
    hostile_words_are_shown_as_words,
    foreign_surveys_look_missing,
);

const TEMPLATES: [&str; 25] = [
    "nps",
    "relationship",
    "reasons",
    "cancellation",
    "csat",
    "ces",
    "feedback",
    "public-service",
    "telecom",
    "restaurant",
    "retail",
    "hotel",
    "clinic",
    "bank",
    "event",
    "course",
    "psat",
    "delivery",
    "website",
    "app",
    "onboarding",
    "pulse",
    "review360",
    "research",
    "screener",
];

fn plain(text: &str) -> String {
    text.replace(['\u{2068}', '\u{2069}'], "")
}

async fn survey(app: &App, page: &str) -> (store::entity::survey::Model, kernel::survey::Survey) {
    let id = page.rsplit('/').next().expect("an id");
    let row = app.store.survey(app.workspace, &SurveyId::from_outside(id)).await.expect("read").expect("there");
    let draft = row.draft().expect("it is JSON");
    (row, draft)
}

async fn made(manager: &Browser<'_>, template: &str, languages: &[&str]) -> String {
    let fields: Vec<_> = languages.iter().map(|tag| ("language", *tag)).chain([("template", template)]).collect();
    manager.post("/listen/surveys", &fields).await.see_other().location().to_owned()
}

async fn every_template_can_be_looked_at_made_and_published(db: Db) {
    let app = App::new(&db).await;
    let manager = app.member(Role::Manager).await;
    let gallery = manager.get("/listen/surveys/new").await.ok();
    for name in TEMPLATES {
        assert!(gallery.text.contains(&format!("value=\"{name}\"")), "{name} is offered");
        assert!(gallery.text.contains(&format!("/listen/templates/{name}")), "{name} can be looked at");
        let look = manager.get(&format!("/listen/templates/{name}")).await.ok();
        assert!(!look.text.contains("survey-template-"), "{name} has words: {}", look.text);
        let page = made(&manager, name, &["en", "fa", "ar", "sv"]).await;
        manager.post(&format!("{page}/publish"), &[]).await.see_other();
        let review = manager.get(&format!("{page}/review")).await.ok();
        assert!(!review.text.contains(">Warning<"), "{name}: {}", review.text);
    }
    assert!(!gallery.text.contains("template-group-"), "groups have names");
    assert_eq!(manager.get("/listen/templates/nothing").await.status, StatusCode::NOT_FOUND);
    let agent = app.member(Role::Agent).await;
    assert_eq!(agent.get("/listen/templates/nps").await.status, StatusCode::FORBIDDEN);
}

async fn versions_tell_what_changed_and_lead_back(db: Db) {
    let app = App::new(&db).await;
    let manager = app.member(Role::Manager).await;
    let page = format!("/listen/surveys/{}", published(&app, "csat", &[]).await);
    let (_, first) = survey(&app, &page).await;
    manager
        .post(
            &format!("{page}/translations"),
            &[("w.title.sv", "Hur var det?"), ("w.questions.better.hint.en", "Be frank.")],
        )
        .await
        .see_other();
    let seen = plain(&manager.get(&format!("{page}/versions")).await.ok().text);
    assert!(
        seen.contains("Words in Svenska: Title of the survey")
            && seen.contains("Hur gick det för oss?")
            && seen.contains("Hur var det?"),
        "{seen}"
    );
    assert!(seen.contains("version 1") && !seen.contains("/versions/1/restore"), "the current one needs no way back");
    manager.post(&format!("{page}/publish"), &[]).await.see_other();
    let back = manager.post(&format!("{page}/versions/1/restore"), &[]).await.see_other();
    assert_eq!(back.location(), page);
    let (row, draft) = survey(&app, &page).await;
    assert_eq!(draft, first, "the draft is the first version");
    assert_eq!(
        (row.version, row.published().expect("JSON") == Some(draft)),
        (2, false),
        "respondents still see the second"
    );
    let seen = plain(&manager.get(&format!("{page}/versions?from=1&to=draft")).await.ok().text);
    assert!(seen.contains("There is no difference"), "{seen}");
    for path in ["/versions?from=9", "/versions?from=x"] {
        assert_eq!(manager.get(&format!("{page}{path}")).await.status, StatusCode::NOT_FOUND);
    }
    for version in ["9", "draft", "-1"] {
        let missing = manager.post(&format!("{page}/versions/{version}/restore"), &[]).await;
        assert_eq!(missing.status, StatusCode::NOT_FOUND, "{version}");
    }
    let draft = made(&manager, "nps", &["en"]).await;
    assert!(manager.get(&format!("{draft}/versions")).await.ok().text.contains("Nothing is published yet"));
}

async fn a_copy_has_no_answers_and_a_link_of_its_own(db: Db) {
    let app = App::new(&db).await;
    let manager = app.member(Role::Manager).await;
    let page = format!("/listen/surveys/{}", published(&app, "csat", &[]).await);
    let copy = manager.post(&format!("{page}/duplicate"), &[]).await.see_other().location().to_owned();
    assert_ne!(copy, page);
    let ((old, original), (new, draft)) = (survey(&app, &page).await, survey(&app, &copy).await);
    assert_eq!((new.key.as_str(), new.state.as_str(), new.version), ("csat_2", "draft", 0));
    assert_ne!(new.link, old.link);
    assert_eq!(draft.questions, original.questions);
    assert_eq!(draft.title.get("fa", &[]), Some("کارمان چطور بود؟ (رونوشت)"));
    let agent = app.member(Role::Agent).await;
    assert_eq!(agent.post(&format!("{page}/duplicate"), &[]).await.status, StatusCode::FORBIDDEN);
}

async fn an_archived_survey_is_closed_and_out_of_the_list(db: Db) {
    let app = App::new(&db).await;
    let manager = app.member(Role::Manager).await;
    let id = published(&app, "csat", &[]).await;
    let page = format!("/listen/surveys/{id}");
    manager.post(&format!("{page}/archive"), &[]).await.see_other();
    manager.post(&format!("{page}/archive"), &[]).await.see_other();
    assert_eq!(app.guest("en").get(&link(&app, &id).await).await.status, StatusCode::GONE);
    assert!(!manager.get("/listen").await.ok().text.contains(&page));
    assert!(manager.get("/listen?archived=1").await.ok().text.contains(&page));
    assert_eq!(survey(&app, &page).await.0.state, "closed");
    manager.post(&format!("{page}/unarchive"), &[]).await.see_other();
    assert!(manager.get("/listen").await.ok().text.contains(&page));
    assert!(!manager.get("/listen?archived=1").await.ok().text.contains(&page));
    // Whoever opens an archived survey again has it back in the list.
    manager.post(&format!("{page}/archive"), &[]).await.see_other();
    manager.post(&format!("{page}/reopen"), &[]).await.see_other();
    assert!(manager.get("/listen").await.ok().text.contains(&page));
}

async fn a_review_is_asked_for_commented_and_decided_by_another(db: Db) {
    let app = App::new(&db).await;
    let (asker, other, agent) =
        (app.member(Role::Manager).await, app.member(Role::Manager).await, app.member(Role::Agent).await);
    let page = made(&asker, "csat", &["en", "fa"]).await;
    let review = format!("{page}/review");
    let decide = format!("{review}/decide");
    let none = other.post(&decide, &[("verdict", "approved")]).await;
    assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
    asker.post(&review, &[("note", "Please look at question 2.")]).await.see_other();
    let seen = asker.get(&review).await.ok();
    assert!(seen.text.contains("Please look at question 2.") && !seen.text.contains("value=\"approved\""));
    assert_eq!(
        asker.post(&decide, &[("verdict", "approved")]).await.status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "not one's own"
    );
    assert_eq!(agent.post(&decide, &[("verdict", "approved")]).await.status, StatusCode::FORBIDDEN);
    agent
        .post(&format!("{page}/comments"), &[("question", "stood_out"), ("text", "What about music?")])
        .await
        .see_other();
    agent.post(&format!("{page}/comments"), &[("question", ""), ("text", "Nice and short.")]).await.see_other();
    let gone = agent.post(&format!("{page}/comments"), &[("question", "nothing"), ("text", "x")]).await;
    assert_eq!(gone.status, StatusCode::NOT_FOUND);
    let empty = agent.post(&format!("{page}/comments"), &[("question", ""), ("text", " ")]).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    let long = "x".repeat(2_001);
    assert_eq!(
        agent.post(&format!("{page}/comments"), &[("text", long.as_str())]).await.status,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    let seen = other.get(&review).await.ok();
    assert!(seen.text.contains("What about music?") && seen.text.contains("Nice and short."));
    agent.post(&format!("{page}/comments/1/settle"), &[]).await.see_other();
    assert!(other.get(&review).await.ok().text.contains("<s>What about music?</s>"));
    assert_eq!(agent.post(&format!("{page}/comments/7/settle"), &[]).await.status, StatusCode::NOT_FOUND);
    // What changed since cannot be approved, but it can be sent back.
    asker.post(&format!("{page}/translations"), &[("w.title.en", "Your visit?")]).await.see_other();
    let stale = other.post(&decide, &[("verdict", "approved")]).await;
    assert_eq!(stale.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(stale.text.contains("has changed since"), "{}", stale.text);
    other.post(&decide, &[("verdict", "changes")]).await.see_other();
    asker.post(&review, &[]).await.see_other();
    other.post(&decide, &[("verdict", "approved")]).await.see_other();
    let seen = asker.get(&review).await.ok();
    assert!(seen.text.contains("Approved") && !seen.text.contains("has changed since"), "{}", seen.text);
    let (viewer, owner) = (app.member(Role::Viewer).await, app.member(Role::Owner).await);
    assert_eq!(viewer.get(&review).await.status, StatusCode::FORBIDDEN);
    owner.get(&review).await.ok();
    assert_eq!(app.store.broken_audit(app.workspace).await.expect("read"), None);
}

async fn translations_are_written_side_by_side_and_in_files(db: Db) {
    let app = App::new(&db).await;
    let manager = app.member(Role::Manager).await;
    let page = made(&manager, "csat", &["en", "fa"]).await;
    let here = format!("{page}/translations");
    manager.post(&format!("{here}/languages"), &[("do", "add"), ("language", "sv")]).await.see_other();
    let seen = manager.get(&format!("{here}?lang=sv&only=missing")).await.ok();
    assert!(seen.text.contains("name=\"w.title.sv\"") && !seen.text.contains("name=\"w.title.fa\""), "{}", seen.text);
    manager
        .post(&here, &[("w.title.sv", "Hur gick det?"), ("w.questions.csat.low.fa", ""), ("w.nothing.sv", "x")])
        .await
        .see_other();
    let (_, draft) = survey(&app, &page).await;
    assert_eq!(draft.title.get("sv", &[]), Some("Hur gick det?"));
    assert_eq!(draft.questions[0].low.get("fa", &[]), None, "emptied");
    assert!(draft.questions[0].low.get("en", &[]).is_some(), "what is not sent stays");
    let refused = manager.post(&here, &[("w.title.en", " ")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text.contains("f-w.title.en-error"), "{}", refused.text);
    let csv = manager.get(&format!("{page}/translations.csv")).await.ok();
    assert!(csv.text.contains("key,en,fa,sv") && csv.text.contains("title,How did we do?"), "{}", csv.text);
    assert!(csv.headers["content-disposition"].to_str().expect("ASCII").contains("translations-csat.csv"));
    let json = manager.get(&format!("{page}/translations.json")).await.ok().json();
    assert_eq!(json["texts"]["title"]["sv"], "Hur gick det?");
    let file = "key,sv\ntitle,Hur var det?\nquestions.csat.title,Hur nöjd är du?\nquestions.gone.title,X\n";
    let told = manager.upload(&format!("{here}/import"), &[], "t.csv", file).await.ok();
    let text = plain(&told.text);
    assert!(text.contains("Changed: 2.") && text.contains("Line 4") && text.contains("questions.gone.title"), "{text}");
    assert_eq!(survey(&app, &page).await.1.title.get("sv", &[]), Some("Hur var det?"));
    let other = manager.upload(&format!("{here}/import"), &[], "t.csv", "name;fr\na;b\n").await;
    assert_eq!(other.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(other.text.contains("needs the column key"), "{}", other.text);
}

async fn languages_come_and_go(db: Db) {
    let app = App::new(&db).await;
    let manager = app.member(Role::Manager).await;
    let page = made(&manager, "nps", &["en", "fa"]).await;
    let change = format!("{page}/translations/languages");
    let languages = async || survey(&app, &page).await.1.languages;
    manager.post(&change, &[("do", "add"), ("language", "pt-BR")]).await.see_other();
    assert_eq!(languages().await, ["en", "fa", "pt-BR"]);
    for (deed, tag) in
        [("add", "fa"), ("add", "<b>"), ("first", "pt-BR"), ("remove", "de"), ("burn", "fa"), ("add", "")]
    {
        let refused = manager.post(&change, &[("do", deed), ("language", tag)]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{deed} {tag}");
    }
    manager.post(&change, &[("do", "first"), ("language", "fa")]).await.see_other();
    assert_eq!(languages().await, ["fa", "en", "pt-BR"]);
    manager.post(&change, &[("do", "remove"), ("language", "pt-BR")]).await.see_other();
    manager.post(&change, &[("do", "remove"), ("language", "fa")]).await.see_other();
    assert_eq!(
        manager.post(&change, &[("do", "remove"), ("language", "en")]).await.status,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    manager.post(&change, &[("do", "add"), ("language", "fa")]).await.see_other();
    assert!(survey(&app, &page).await.1.title.get("fa", &[]).is_some(), "the words waited");
}

async fn a_theme_that_cannot_be_read_is_refused(db: Db) {
    let app = App::new(&db).await;
    let (manager, admin) = (app.member(Role::Manager).await, app.member(Role::Admin).await);
    let page = made(&manager, "nps", &["en"]).await;
    let theme = format!("{page}/theme");
    manager.get(&theme).await.ok();
    let refused = manager.post(&theme, &[("ink", "#888888"), ("background", "#999999"), ("name", "Mizban")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let text = plain(&refused.text);
    assert!(text.contains("#888888 on #999999 has a contrast of 1.2; at least 4.5"), "{text}");
    assert!(text.contains("value=\"Mizban\"") && text.contains("value=\"#888888\""), "what was typed is still there");
    assert!(manager.post(&theme, &[("accent", "red")]).await.text.contains("f-accent-error"));
    manager.post(&theme, &[("accent", "#7A2331"), ("font", "serif"), ("name", "Mizban")]).await.see_other();
    let kept = survey(&app, &page).await.1.theme;
    assert_eq!((kept.accent.as_deref(), kept.name.as_deref()), (Some("#7a2331"), Some("Mizban")));
    let block = manager.post("/listen/theme/check", &[("ink", "#cccccc")]).await.ok();
    assert!(block.text.contains("id=\"contrast\"") && !block.text.contains("<html"), "{}", block.text);
    assert!(plain(&block.text).contains("at least 4.5 needed"), "{}", block.text);
    assert_eq!(manager.get("/listen/theme").await.status, StatusCode::FORBIDDEN, "the workspace's is for admins");
    admin.get("/listen/theme").await.ok();
    let dark = [("background", "#101010"), ("ink", "#eeeeee"), ("accent", "#5fd0c5")];
    admin.post("/listen/theme", &dark).await.see_other();
    assert!(admin.get("/listen/theme").await.ok().text.contains("value=\"#101010\""));
    // What fits white paper does not fit the paper of the workspace.
    assert_eq!(manager.post(&theme, &[("ink", "#222222")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let no_picture = manager.upload(&format!("{theme}/logo"), &[], "logo.png", "this is no picture").await;
    assert_eq!(no_picture.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", no_picture.text);
    let picture = manager.upload(&format!("{theme}/logo"), &[], "logo.gif", "GIF89a\u{1}\0\u{1}\0\0\0\0;").await;
    picture.see_other();
    let logo = survey(&app, &page).await.1.theme.logo.expect("it is there");
    app.guest("en").get(&format!("/media/{logo}")).await.ok();
    manager.post(&theme, &[("no_logo", "1")]).await.see_other();
    assert_eq!(survey(&app, &page).await.1.theme.logo, None);
}

async fn hostile_words_are_shown_as_words(db: Db) {
    const HOSTILE: &str = "<img src=x onerror=alert(1)>{{7*7}}\"'";
    let app = App::new(&db).await;
    let manager = app.member(Role::Manager).await;
    let page = made(&manager, "csat", &["en"]).await;
    let fields: Vec<(String, &str)> = [
        "title",
        "intro",
        "thanks",
        "questions.csat.title",
        "questions.csat.low",
        "questions.stood_out.options.staff",
        "questions.better.title",
    ]
    .map(|key| (format!("w.{key}.en"), HOSTILE))
    .into();
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), *value)).collect();
    manager.post(&format!("{page}/publish"), &[]).await.see_other();
    manager.post(&format!("{page}/translations"), &fields).await.see_other();
    manager.post(&format!("{page}/review"), &[("note", HOSTILE)]).await.see_other();
    manager.post(&format!("{page}/comments"), &[("question", "csat"), ("text", HOSTILE)]).await.see_other();
    let theme = manager.post(&format!("{page}/theme"), &[("name", HOSTILE), ("accent", HOSTILE)]).await;
    let import = manager
        .upload(
            &format!("{page}/translations/import"),
            &[],
            "t.csv",
            &format!("key,en\n\"{}\",x\n", HOSTILE.replace('"', "\"\"")),
        )
        .await;
    let mut pages = vec![theme, import];
    for path in ["/versions", "/review", "/translations", "/theme"] {
        pages.push(manager.get(&format!("{page}{path}")).await.ok());
    }
    pages.push(manager.get("/listen").await.ok());
    for seen in pages {
        assert!(!seen.text.contains("<img src=x"), "{}", seen.text);
        assert!(!seen.text.contains("49\""), "nothing is evaluated");
    }
}

async fn foreign_surveys_look_missing(db: Db) {
    let app = App::new(&db).await;
    let id = published(&app, "nps", &[]).await;
    let txn = app.store.write().await.expect("a write");
    let new = store::workspaces::NewWorkspace { name: "other", ..Default::default() };
    let other = store::workspaces::add(&txn, &new).await.expect("made");
    txn.commit().await.expect("kept");
    let foreign = App { workspace: other, ..app };
    let owner = foreign.member(Role::Owner).await;
    let page = format!("/listen/surveys/{id}");
    for path in ["/versions", "/review", "/translations", "/translations.csv", "/translations.json", "/theme"] {
        assert_eq!(owner.get(&format!("{page}{path}")).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    for path in [
        "/versions/1/restore",
        "/duplicate",
        "/archive",
        "/unarchive",
        "/review",
        "/review/decide",
        "/comments",
        "/comments/1/settle",
        "/translations",
        "/translations/languages",
        "/theme",
    ] {
        let fields = [("verdict", "approved"), ("text", "x"), ("do", "add"), ("language", "sv")];
        assert_eq!(owner.post(&format!("{page}{path}"), &fields).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    for path in ["/translations/import", "/theme/logo"] {
        let seen = owner.upload(&format!("{page}{path}"), &[], "t.csv", "key,en\n").await;
        assert_eq!(seen.status, StatusCode::NOT_FOUND, "{path}");
    }
}
