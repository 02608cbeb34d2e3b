//! A manager builds pages, conditions, quotas and endings, tries them out, and takes changes back.

use axum::http::StatusCode;
use kernel::survey::{Kind, Survey, Target};
use kernel::{Role, SurveyId};
use testkit::Db;

use crate::app::{App, Browser};

testkit::on_both!(
    every_kind_is_added_edited_and_tried_out,
    questions_move_across_pages_and_blocks,
    a_change_made_for_another_layout_is_refused,
    changes_are_undone_and_done_again,
    somebody_elses_change_is_not_overwritten,
    conditions_are_built_in_lines_and_as_text,
    pages_lead_to_endings_and_quotas_count,
    a_new_key_is_followed_by_everything_that_names_it,
    the_preview_says_what_logic_did_and_keeps_nothing,
    hostile_words_are_shown_as_words,
    only_managers_build_and_only_their_own,
);

/// A survey of text questions with these keys, one a page; its page and id.
async fn made(app: &App, manager: &Browser<'_>, keys: &[&str]) -> (String, String) {
    let fields = [("template", "empty"), ("title", "Mine"), ("language", "en"), ("language", "fa")];
    let page = manager.post("/listen/surveys", &fields).await.see_other().location().to_owned();
    for key in keys {
        let added = manager.post(&format!("{page}/questions"), &[("kind", "text")]).await.see_other();
        let title = format!("Title of {key}");
        manager.post(added.location(), &[("title.en", &title), ("key", key)]).await.see_other();
    }
    let id = page.rsplit('/').next().expect("an id").to_owned();
    assert_eq!(draft(app, &id).await.questions.len(), keys.len());
    (page, id)
}

async fn draft(app: &App, id: &str) -> Survey {
    let row = app.store.survey(app.workspace, &SurveyId::from_outside(id)).await.expect("read").expect("there");
    row.draft().expect("it is JSON")
}

/// `a b|c/d`: pages and blocks.
async fn shape(app: &App, id: &str) -> String {
    let survey = draft(app, id).await;
    let block = |block: &kernel::survey::Block| -> String {
        block.pages.iter().map(|page| page.questions.join(" ")).collect::<Vec<_>>().join("|")
    };
    survey.layout().iter().map(block).collect::<Vec<_>>().join("/")
}

fn plain(text: &str) -> String {
    text.replace(['\u{2068}', '\u{2069}'], "")
}

async fn every_kind_is_added_edited_and_tried_out(db: Db) {
    let app = App::new(&db).await;
    let manager = app.member(Role::Manager).await;
    let (page, id) = made(&app, &manager, &[]).await;
    let picker = manager.get(&format!("{page}/add?at=last")).await.ok();
    for kind in Kind::ALL {
        assert!(picker.text.contains(&format!("value=\"{kind}\"")), "{kind}");
        let added = manager.post(&format!("{page}/questions"), &[("kind", kind.as_str())]).await.see_other();
        let path = added.location().to_owned();
        let form = manager.get(&path).await.ok();
        let mark = form.hidden("mark");
        let mut fields = vec![("mark", mark.as_str()), ("title.en", "Title"), ("title.fa", "عنوان")];
        if kind == Kind::Contact {
            fields.push(("line.name.on", "1"));
        }
        if kind.scale().is_some() && kind != Kind::Nps {
            fields.extend([("from", "1"), ("to", "7")]);
        }
        if kind == Kind::Calculated {
            fields.push(("formula", "nps * 2"));
        }
        let saved = manager.post(&path, &fields).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{kind}: {}", saved.text);
        if kind.is_shown() {
            for language in ["en", "fa"] {
                let tried = manager.get(&format!("{page}/try/page?lang={language}&at={kind}")).await.ok();
                assert!(tried.text.contains("id=\"fired\""), "{kind}");
            }
        }
    }
    let survey = draft(&app, &id).await;
    assert_eq!(survey.questions.len(), Kind::ALL.len());
    assert!(survey.questions.iter().all(|question| question.title.0["fa"] == "عنوان"));
    manager.get(&page).await.ok();
}

async fn questions_move_across_pages_and_blocks(db: Db) {
    let app = App::new(&db).await;
    let manager = app.member(Role::Manager).await;
    let (page, id) = made(&app, &manager, &["a", "b", "c", "d"]).await;
    let shift = async |key: &str, to: &str| {
        manager.post(&format!("{page}/questions/{key}/move"), &[("to", to)]).await.see_other();
    };
    let lay = async |what: &str| {
        manager.post(&format!("{page}/layout"), &[("do", what)]).await.see_other();
    };
    shift("b", "after:a").await;
    assert_eq!(shape(&app, &id).await, "a b|c|d");
    lay("split:main:1").await;
    assert_eq!(shape(&app, &id).await, "a b/c|d");
    shift("d", "page:main:0:1").await;
    assert_eq!(shape(&app, &id).await, "a d b/c");
    lay("break:b").await;
    lay("block-up:block").await;
    assert_eq!(shape(&app, &id).await, "c/a d|b");
    lay("dissolve:block").await;
    lay("join:main:1").await;
    assert_eq!(shape(&app, &id).await, "c a d|b");
    shift("d", "own:d").await;
    assert_eq!(shape(&app, &id).await, "c a|d|b");
    let added = manager.post(&format!("{page}/questions"), &[("kind", "nps"), ("at", "after:c")]).await.see_other();
    assert!(added.location().ends_with("/questions/nps"));
    assert_eq!(shape(&app, &id).await, "c nps a|d|b");
    manager.post(&format!("{page}/questions/nps/copy"), &[]).await.see_other();
    assert_eq!(shape(&app, &id).await, "c nps nps_2 a|d|b");
    let editor = plain(&manager.get(&page).await.ok().text);
    assert!(editor.contains("Page 3") && editor.contains("data-list=\"page:main:0\""), "{editor}");
    for (path, fields) in [
        (format!("{page}/layout"), vec![("do", "explode:main")]),
        (format!("{page}/layout"), vec![]),
        (format!("{page}/questions/a/move"), vec![("to", "somewhere")]),
    ] {
        assert_eq!(manager.post(&path, &fields).await.status, StatusCode::UNPROCESSABLE_ENTITY, "{path}");
    }
    let gone = manager.post(&format!("{page}/layout"), &[("do", "join:gone:1")]).await;
    assert_eq!(gone.status, StatusCode::NOT_FOUND);
}

async fn a_change_made_for_another_layout_is_refused(db: Db) {
    let app = App::new(&db).await;
    let manager = app.member(Role::Manager).await;
    let (page, id) = made(&app, &manager, &["a", "b", "c"]).await;
    let seen = manager.get(&page).await.ok();
    let mark = seen.hidden("mark");
    manager.post(&format!("{page}/questions/b/move"), &[("to", "after:a")]).await.see_other();
    let to = [("to", "page:main:2:0"), ("mark", mark.as_str())];
    let refused = manager.post(&format!("{page}/questions/a/move"), &to).await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
    assert!(refused.text.contains("Changed by somebody else meanwhile"), "{}", refused.text);
    let refused = manager.post(&format!("{page}/layout"), &[("do", "join:main:1"), ("mark", &mark)]).await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
    assert_eq!(shape(&app, &id).await, "a b|c");
    let up = [("to", "up"), ("mark", mark.as_str())];
    manager.post(&format!("{page}/questions/c/move"), &up).await.see_other();
}

async fn changes_are_undone_and_done_again(db: Db) {
    let app = App::new(&db).await;
    let manager = app.member(Role::Manager).await;
    let (page, id) = made(&app, &manager, &["a", "b"]).await;
    let first = draft(&app, &id).await;
    manager.post(&format!("{page}/questions/b/move"), &[("to", "up")]).await.see_other();
    let second = draft(&app, &id).await;
    manager.post(&format!("{page}/questions/a/remove"), &[]).await.see_other();
    let third = draft(&app, &id).await;
    let undo = async || drop(manager.post(&format!("{page}/undo"), &[]).await.see_other());
    let redo = async || manager.post(&format!("{page}/redo"), &[]).await;
    assert!(manager.get(&page).await.ok().text.contains("question removed"), "the button says what it undoes");
    undo().await;
    assert_eq!(draft(&app, &id).await, second);
    undo().await;
    assert_eq!(draft(&app, &id).await, first);
    redo().await.see_other();
    redo().await.see_other();
    assert_eq!(draft(&app, &id).await, third);
    assert_eq!(redo().await.status, StatusCode::UNPROCESSABLE_ENTITY, "nothing is left to do again");
    undo().await;
    manager.post(&format!("{page}/questions/a/move"), &[("to", "up")]).await.see_other();
    assert_eq!(redo().await.status, StatusCode::UNPROCESSABLE_ENTITY, "a new change ends what was undone");
    for _ in 0..60 {
        manager.post(&format!("{page}/questions/a/move"), &[("to", "down")]).await.see_other();
        manager.post(&format!("{page}/questions/a/move"), &[("to", "up")]).await.see_other();
    }
    let mut steps = 0;
    while manager.post(&format!("{page}/undo"), &[]).await.status == StatusCode::SEE_OTHER {
        steps += 1;
    }
    assert_eq!(steps, 50, "as many as are kept");
    // The promise of anonymity stands when what was before publishing comes back.
    let fields = [("title.en", "T"), ("language", "en"), ("anonymous", "1")];
    manager.post(&format!("{page}/texts"), &fields).await.see_other();
    manager.post(&format!("{page}/publish"), &[]).await.see_other();
    undo().await;
    assert!(draft(&app, &id).await.anonymous);
}

async fn somebody_elses_change_is_not_overwritten(db: Db) {
    let app = App::new(&db).await;
    let manager = app.member(Role::Manager).await;
    let (page, id) = made(&app, &manager, &["a", "b"]).await;
    let path = format!("{page}/questions/a");
    let mark = manager.get(&path).await.ok().hidden("mark");
    let other = app.member(Role::Manager).await;
    other.post(&path, &[("title.en", "Theirs"), ("mark", &mark)]).await.see_other();
    let refused = manager.post(&path, &[("title.en", "Mine & yours"), ("mark", &mark)]).await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
    assert!(refused.text.contains("value=\"Mine &amp; yours\""), "what was typed is still there: {}", refused.text);
    assert_eq!(draft(&app, &id).await.questions[0].title.0["en"], "Theirs");
    let fresh = refused.hidden("mark");
    manager.post(&path, &[("title.en", "Mine & yours"), ("mark", &fresh)]).await.see_other();
    assert_eq!(draft(&app, &id).await.questions[0].title.0["en"], "Mine & yours");
    // A change of another question is none of this one.
    let mark = manager.get(&path).await.ok().hidden("mark");
    other.post(&format!("{page}/questions/b"), &[("title.en", "B")]).await.see_other();
    manager.post(&path, &[("title.en", "A"), ("mark", &mark)]).await.see_other();
}

async fn conditions_are_built_in_lines_and_as_text(db: Db) {
    let app = App::new(&db).await;
    let manager = app.member(Role::Manager).await;
    let (page, id) = made(&app, &manager, &["why"]).await;
    manager.post(&format!("{page}/questions"), &[("kind", "nps"), ("at", "last")]).await.see_other();
    manager.post(&format!("{page}/questions/nps/move"), &[("to", "up")]).await.see_other();
    let path = format!("{page}/questions/why/logic");
    let empty = manager.get(&path).await.ok();
    assert!(empty.text.contains("No condition: always."));
    let added = manager.post(&path, &[("when.form", "lines"), ("do", "when:add")]).await.ok();
    assert!(added.text.contains("name=\"when.0.of\"") && draft(&app, &id).await.questions[1].when.is_none());
    let line = [("when.form", "lines"), ("when.0.of", "nps"), ("when.0.is", "le"), ("when.0.value", "۶")];
    let looked = manager.post(&path, &[&line[..], &[("do", "when:look")]].concat()).await.ok();
    assert!(plain(&looked.text).contains("is at most 6"), "the sentence: {}", looked.text);
    manager.post(&path, &line).await.see_other();
    assert_eq!(draft(&app, &id).await.questions[1].when.as_ref().expect("kept").to_string(), "nps <= 6");
    let editor = plain(&manager.get(&page).await.ok().text);
    assert!(editor.contains("is at most 6"), "{editor}");
    assert!(plain(&manager.get(&format!("{page}/logic")).await.ok().text).contains("nps &lt;= 6"));
    let text = |text| [("when.form", "text"), ("when.text", text)];
    let wrong = manager.post(&path, &text("nps <= ")).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.text.contains("f-when.text-error") && plain(&wrong.text).contains("At character"), "{}", wrong.text);
    let unknown = manager.post(&path, &text("gone > 3")).await;
    assert!(plain(&unknown.text).contains("gone:"), "{}", unknown.text);
    let deep = "nps > 1 && (nps < 3 || nps > 5 && nps < 9)";
    manager.post(&path, &text(deep)).await.see_other();
    assert!(manager.get(&path).await.ok().text.contains("nests deeper"));
    manager.post(&path, &[("when.form", "lines")]).await.see_other();
    assert_eq!(draft(&app, &id).await.questions[1].when, None, "no lines, no condition");
}

async fn pages_lead_to_endings_and_quotas_count(db: Db) {
    let app = App::new(&db).await;
    let manager = app.member(Role::Manager).await;
    let (page, id) = made(&app, &manager, &["a", "b", "c"]).await;
    let ending = format!("{page}/endings/-");
    let bad = manager.post(&ending, &[("title.en", ""), ("redirect", "javascript:alert(1)")]).await;
    assert_eq!(bad.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(bad.text.contains("f-title.en-error") && bad.text.contains("f-redirect-error"), "{}", bad.text);
    manager.post(&ending, &[("title.en", "Not you"), ("screened", "1")]).await.see_other();
    let logic = format!("{page}/blocks/main/pages/1");
    let added = manager.post(&logic, &[("do", "jump:add")]).await.ok();
    assert!(
        added.text.contains("ending:not_you") && added.text.contains("question:c") && added.text.contains("question:b")
    );
    let jumps = [("jump.0.to", "ending:not_you"), ("jump.0.form", "text"), ("jump.0.text", "a == \"no\"")];
    manager.post(&logic, &jumps).await.see_other();
    let then = &draft(&app, &id).await.blocks[0].pages[0].then;
    assert_eq!((then.len(), &then[0].to), (1, &Target::Ending("not_you".into())));
    assert_eq!(then[0].when.as_ref().expect("kept").to_string(), "a == \"no\"");
    let nowhere = manager.post(&logic, &[("jump.0.to", "")]).await;
    assert!(nowhere.status == StatusCode::UNPROCESSABLE_ENTITY && nowhere.text.contains("f-jump.0.to-error"));
    let quota = format!("{page}/quotas/-");
    let bad = manager.post(&quota, &[("limit", "many")]).await;
    assert!(bad.status == StatusCode::UNPROCESSABLE_ENTITY && bad.text.contains("f-limit-error"), "{}", bad.text);
    let fields =
        [("name", "Women"), ("limit", "۵۰"), ("when.form", "text"), ("when.text", "b == \"w\""), ("ending", "not_you")];
    manager.post(&quota, &fields).await.see_other();
    let survey = draft(&app, &id).await;
    assert_eq!((survey.quotas[0].key.as_str(), survey.quotas[0].limit), ("women", 50));
    let editor = manager.get(&page).await.ok();
    assert!(editor.text.contains("/quotas/women") && editor.text.contains("/endings/not_you"));
    manager.post(&format!("{page}/endings/not_you/remove"), &[]).await.see_other();
    let survey = draft(&app, &id).await;
    assert_eq!((survey.quotas[0].ending.as_ref(), &survey.blocks[0].pages[0].then[0].to), (None, &Target::End));
    manager.post(&format!("{page}/quotas/women/remove"), &[]).await.see_other();
    assert_eq!(manager.get(&format!("{page}/quotas/women")).await.status, StatusCode::NOT_FOUND);
    let block = format!("{page}/blocks/main");
    manager.post(&block, &[("name", "First part"), ("questions_shuffled", "1")]).await.see_other();
    assert!(manager.get(&page).await.ok().text.contains("First part"));
}

async fn a_new_key_is_followed_by_everything_that_names_it(db: Db) {
    let app = App::new(&db).await;
    let manager = app.member(Role::Manager).await;
    let (page, id) = made(&app, &manager, &["a", "b"]).await;
    let text = [("when.form", "text"), ("when.text", "a == \"x\"")];
    manager.post(&format!("{page}/questions/b/logic"), &text).await.see_other();
    manager.post(&format!("{page}/questions/b"), &[("title.en", "You said {a}"), ("key", "b")]).await.see_other();
    manager.post(&format!("{page}/questions/a"), &[("title.en", "A"), ("key", "دلیل")]).await.see_other();
    let survey = draft(&app, &id).await;
    assert_eq!(survey.questions[1].title.0["en"], "You said {دلیل}");
    assert_eq!(survey.questions[1].when.as_ref().expect("kept").to_string(), "answers[\"دلیل\"] == \"x\"");
    let taken = manager.post(&format!("{page}/questions/b"), &[("title.en", "B"), ("key", "attr")]).await;
    assert_eq!(taken.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(taken.text.contains("f-key-error"), "`attr` is a word of ours: {}", taken.text);
    manager.post(&format!("{page}/publish"), &[]).await.see_other();
    manager.post(&format!("{page}/questions/b"), &[("title.en", "B"), ("key", "other")]).await.see_other();
    assert!(draft(&app, &id).await.question("b").is_some(), "published keys stay");
    let editor = manager.get(&page).await.ok().text;
    assert!(editor.contains(&format!("{page}/versions")) && editor.contains("What would change"), "{editor}");
    let told = manager.get(&format!("{page}/versions")).await.ok().text;
    assert!(told.contains("You said {دلیل}"), "what would change is told: {told}");
}

async fn the_preview_says_what_logic_did_and_keeps_nothing(db: Db) {
    let app = App::new(&db).await;
    let manager = app.member(Role::Manager).await;
    let (page, _) = made(&app, &manager, &["why"]).await;
    manager.post(&format!("{page}/questions"), &[("kind", "nps")]).await.see_other();
    manager.post(&format!("{page}/questions/nps/move"), &[("to", "up")]).await.see_other();
    let text = [("when.form", "text"), ("when.text", "nps <= 6")];
    manager.post(&format!("{page}/questions/why/logic"), &text).await.see_other();
    let around = manager.get(&format!("{page}/try?lang=fa")).await.ok();
    assert!(around.text.contains("<iframe") && around.text.contains("try/page?lang=fa"));
    assert!(around.headers["content-security-policy"].to_str().expect("ASCII").contains("frame-src 'self'"));
    let frame = manager.get(&format!("{page}/try/page?lang=fa")).await.ok();
    assert!(frame.text.contains("lang=\"fa\" dir=\"rtl\""), "{}", frame.text);
    assert!(frame.headers["content-security-policy"].to_str().expect("ASCII").contains("frame-ancestors 'self'"));
    let step = frame.hidden("step");
    let go = async |answer: &str| {
        let answer = format!("{page}/try/page?step={step}&lang=en&go=next&a.nps={answer}");
        plain(&manager.get(&answer).await.ok().text)
    };
    let low = go("3").await;
    assert!(low.contains("Title of why") && low.contains("is shown") && low.contains("class=\"yes\""), "{low}");
    let high = go("9").await;
    assert!(
        !high.contains("Title of why</h1>") && high.contains("class=\"no\"") && high.contains("Thank you"),
        "{high}"
    );
    assert!(go("99").await.contains("name=\"step\""), "a wrong answer stays");
    assert!(app.log().await.is_empty(), "nothing was sent");
    assert_eq!(manager.get(&format!("{page}/try/page?given=nonsense&seed=x&step=gone")).await.status, StatusCode::OK);
}

async fn hostile_words_are_shown_as_words(db: Db) {
    const EVIL: &str = "\"><script>alert(1)</script><img src=x onerror=alert(2)>{{ 7 * 7 }}";
    let app = App::new(&db).await;
    let manager = app.member(Role::Manager).await;
    let (page, id) = made(&app, &manager, &["a", "b"]).await;
    let added = manager.post(&format!("{page}/questions"), &[("kind", "matrix")]).await.see_other();
    let fields = [
        ("title.en", EVIL),
        ("hint.en", EVIL),
        ("row.0.key", ""),
        ("row.0.label.en", EVIL),
        ("option.paste", EVIL),
        ("option.0.key", EVIL),
    ];
    manager.post(added.location(), &fields).await.see_other();
    let texts = [("title.en", EVIL), ("intro.en", EVIL), ("thanks.en", EVIL), ("privacy.en", EVIL), ("language", "en")];
    manager.post(&format!("{page}/texts"), &texts).await.see_other();
    manager.post(&format!("{page}/blocks/main"), &[("name", EVIL), ("questions_shuffled", "1")]).await.see_other();
    manager.post(&format!("{page}/endings/-"), &[("title.en", EVIL), ("text.en", EVIL)]).await.see_other();
    let when = format!("a == {}", serde_json::to_string(EVIL).expect("JSON"));
    let quota = [("name", EVIL), ("limit", "1"), ("when.form", "text"), ("when.text", when.as_str())];
    manager.post(&format!("{page}/quotas/-"), &quota).await.see_other();
    let survey = draft(&app, &id).await;
    let (ending, quota) = (&survey.endings[0].key, &survey.quotas[0].key);
    let typed = manager.post(&format!("{page}/questions/a/logic"), &[("when.form", "text"), ("when.text", EVIL)]).await;
    assert!(!typed.text.contains("<script>alert"), "{}", typed.text);
    for path in [
        String::new(),
        "/questions/a".into(),
        "/questions/matrix".into(),
        "/questions/matrix/logic".into(),
        "/logic".into(),
        "/texts".into(),
        "/add?at=\"><script>alert(1)</script>".replace('<', "%3C").replace('>', "%3E").replace('"', "%22"),
        "/blocks/main".into(),
        "/blocks/main/pages/1".into(),
        format!("/endings/{}", encode(ending)),
        format!("/quotas/{}", encode(quota)),
        "/try".into(),
        "/try/page?at=matrix".into(),
    ] {
        let seen = manager.get(&format!("{page}{path}")).await.ok();
        assert!(!seen.text.contains("<script>alert") && !seen.text.contains("<img src=x"), "{path}: {}", seen.text);
        assert!(!seen.text.contains(">49<"), "{path}: nothing is evaluated");
    }
}

fn encode(text: &str) -> String {
    form_urlencoded::byte_serialize(text.as_bytes()).collect()
}

async fn only_managers_build_and_only_their_own(db: Db) {
    let app = App::new(&db).await;
    let manager = app.member(Role::Manager).await;
    let (page, _) = made(&app, &manager, &["a"]).await;
    let viewer = app.member(Role::Viewer).await;
    let gets = [
        "/add",
        "/logic",
        "/questions/a/logic",
        "/blocks/main",
        "/blocks/main/pages/1",
        "/quotas/-",
        "/endings/-",
        "/try",
        "/try/page",
    ];
    let posts = [
        "/layout",
        "/undo",
        "/redo",
        "/questions/a/copy",
        "/questions/a/logic",
        "/blocks/main",
        "/blocks/main/pages/1",
        "/quotas/-",
        "/quotas/q/remove",
        "/endings/-",
        "/endings/e/remove",
    ];
    for path in gets {
        assert_eq!(viewer.get(&format!("{page}{path}")).await.status, StatusCode::FORBIDDEN, "{path}");
    }
    for path in posts {
        assert_eq!(viewer.post(&format!("{page}{path}"), &[]).await.status, StatusCode::FORBIDDEN, "{path}");
    }
    let txn = app.store.write().await.expect("a write");
    let new = store::workspaces::NewWorkspace { name: "other", ..Default::default() };
    let other = store::workspaces::add(&txn, &new).await.expect("made");
    txn.commit().await.expect("kept");
    let foreign = App { workspace: other, ..app };
    let owner = foreign.member(Role::Owner).await;
    for path in gets {
        assert_eq!(owner.get(&format!("{page}{path}")).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    for path in posts {
        assert_eq!(owner.post(&format!("{page}{path}"), &[]).await.status, StatusCode::NOT_FOUND, "{path}");
    }
}
