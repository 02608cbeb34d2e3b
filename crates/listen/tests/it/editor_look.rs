//! The editor's pages to be looked at: with `NABZ_LOOK=folder` they are written there, in English and Persian.

use std::path::PathBuf;

use kernel::Role;
use testkit::Db;

use crate::app::App;

testkit::on_sqlite!(the_editor_can_be_looked_at);

async fn the_editor_can_be_looked_at(db: Db) {
    let app = App::new(&db).await;
    let manager = app.member(Role::Manager).await;
    let fields = [("template", "csat"), ("language", "en"), ("language", "fa")];
    let page = manager.post("/listen/surveys", &fields).await.see_other().location().to_owned();
    for kind in ["matrix", "calculated", "hidden", "choices"] {
        manager.post(&format!("{page}/questions"), &[("kind", kind)]).await.see_other();
    }
    let ending = [("title.en", "Not you"), ("title.fa", "شما مخاطب نبودید"), ("screened", "1")];
    manager.post(&format!("{page}/endings/-"), &ending).await.see_other();
    let quota = [("name", "Unhappy"), ("limit", "50"), ("when.form", "text"), ("when.text", "csat <= 2")];
    manager.post(&format!("{page}/quotas/-"), &quota).await.see_other();
    manager.post(&format!("{page}/layout"), &[("do", "split:main:2")]).await.see_other();
    let logic = [("when.form", "text"), ("when.text", "csat <= 3 || stood_out.contains(\"staff\")")];
    manager.post(&format!("{page}/questions/better/logic"), &logic).await.see_other();
    let jump = [("jump.0.to", "ending:not_you"), ("jump.0.form", "text"), ("jump.0.text", "csat == 1")];
    manager.post(&format!("{page}/blocks/main/pages/1"), &jump).await.see_other();
    manager.post(&format!("{page}/questions/choices/move"), &[("to", "after:matrix")]).await.see_other();
    let lines = "when.form=lines&when.join=all&when.0.of=csat&when.0.is=le&when.0.value=3&when.1.join=any\
                 &when.1.0.of=stood_out&when.1.0.is=has&when.1.0.value=staff&when.1.1.of=response.language\
                 &when.1.1.is=one_of&when.1.1.value=fa&do=when:add";
    for language in ["en", "fa"] {
        let member = app.member(Role::Manager).await.speaking(language).await;
        for (name, path) in [
            ("editor", String::new()),
            ("add", "/add?at=last".into()),
            ("question-csat", "/questions/csat".into()),
            ("question-choices", "/questions/choices".into()),
            ("question-matrix", "/questions/matrix".into()),
            ("question-formula", "/questions/calculated".into()),
            ("logic", "/logic".into()),
            ("page", "/blocks/main/pages/1".into()),
            ("block", "/blocks/block".into()),
            ("quota", "/quotas/unhappy".into()),
            ("ending", "/endings/not_you".into()),
            ("try", format!("/try?lang={language}")),
            ("try-page", format!("/try/page?lang={language}")),
        ] {
            write(&format!("{name}-{language}"), &member.get(&format!("{page}{path}")).await.ok().text);
        }
        let path = format!("{page}/questions/better/logic");
        let built = member.send(axum::http::Method::POST, &path, lines.to_owned()).await.ok();
        write(&format!("builder-{language}"), &built.text);
    }
}

fn write(name: &str, html: &str) {
    if let Ok(folder) = std::env::var("NABZ_LOOK") {
        std::fs::write(PathBuf::from(folder).join(format!("ed-{name}.html")), html).expect("it is written");
    }
}
