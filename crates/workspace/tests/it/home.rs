//! Home: the way around the loop, then what the slices say.

use std::sync::Arc;

use async_trait::async_trait;
use kernel::{Result, Role};
use store::Entry;
use testkit::Db;
use ui::Section;
use ui::http::{Asking, Column, HomePart};

use crate::harness::{app, app_with};

testkit::on_both!(a_newcomer_is_led_around_the_loop);
testkit::on_sqlite!(home_gathers_what_the_slices_say, every_page_is_there_in_four_languages);

async fn a_newcomer_is_led_around_the_loop(db: Db) {
    let app = app(&db).await;
    let (manager, _) = app.signed_in(Role::Manager).await;
    let page = manager.get("/").await;
    page.shows("Good morning, \u{2068}manager\u{2069}.");
    page.shows("/listen/surveys/new");
    page.shows("/listen/imports/new");
    let (viewer, _) = app.signed_in(Role::Viewer).await;
    let page = viewer.get("/").await;
    page.shows("A manager can do this");
    assert!(!page.body.contains("/listen/surveys/new"));

    let survey = testkit::survey(&app.store, app.ws, "visit", &testkit::nps_survey()).await;
    manager.get("/").await.shows(&format!("href=\"/s/{}\"", survey.link));
    // Only who may edit it is led to the editor.
    assert!(!viewer.get("/").await.body.contains("/listen/surveys/"));
    let mut txn = app.store.write().await.unwrap();
    txn.append(vec![Entry::new(app.ws, testkit::response("a", 3)).unwrap()]).await.unwrap();
    txn.commit().await.unwrap();
    manager.get("/").await.shows("href=\"/understand\" ".trim_end());
}

struct Queue;

#[async_trait]
impl HomePart for Queue {
    fn column(&self) -> Column {
        Column::Side
    }

    async fn html(&self, _asking: &Asking) -> Result<Option<String>> {
        Ok(Some("<section id=\"queue\">2</section>".into()))
    }

    async fn count(&self, _asking: &Asking) -> Result<Option<(Section, u64)>> {
        Ok(Some((Section::Act, 2)))
    }
}

async fn home_gathers_what_the_slices_say(db: Db) {
    let app = app_with(&db, vec![Arc::new(Queue)]).await;
    let (viewer, _) = app.signed_in(Role::Viewer).await;
    let page = viewer.get("/").await;
    page.shows("<section id=\"queue\">2</section>");
    page.shows("customers wait for an answer");
    page.shows("Once around the loop");
    let mut txn = app.store.write().await.unwrap();
    txn.append(vec![Entry::new(app.ws, testkit::response("a", 3)).unwrap()]).await.unwrap();
    txn.commit().await.unwrap();
    assert!(!viewer.get("/").await.body.contains("Once around the loop"));
}

/// Also writes the pages to a folder where `NABZ_PAGES` names one, to be looked at.
async fn every_page_is_there_in_four_languages(db: Db) {
    let app = app(&db).await;
    let folder = std::env::var_os("NABZ_PAGES").map(std::path::PathBuf::from);
    for (locale, title) in [("en", "Members"), ("fa", "اعضا"), ("ar", "الأعضاء"), ("sv", "Medlemmar")] {
        let (owner, id) = app.signed_in(Role::Owner).await;
        owner.post("/preferences", &[("locale", locale)]).await.leads_to("/");
        owner.post("/settings/teams", &[("name", &format!("{locale} 1"))]).await.leads_to("/settings/teams");
        owner.get("/settings/members").await.shows(title);
        let invite = owner.post("/settings/members/invite", &[("role", "agent")]).await;
        let link = owner.post(&format!("/settings/members/{id}/link"), &[]).await;
        let key = owner.post("/settings/keys", &[("name", "Till"), ("scope", "all")]).await;
        let (invited, by_link) = (invite.start_link(), link.start_link());
        let guest = app.browser();
        guest.post("/preferences", &[("locale", locale)]).await.leads_to("/");
        let pages = [
            ("home", owner.get("/").await),
            ("me", owner.get("/settings/me").await),
            ("members", invite),
            ("link", link),
            ("teams", owner.get("/settings/teams").await),
            ("workspace", owner.get("/settings/workspace").await),
            ("key", key),
            ("audit", owner.get("/settings/audit").await),
            ("login", guest.get("/login").await),
            ("refused", guest.post("/login", &[("email", "a@b.c"), ("password", "x")]).await),
            ("invite", guest.get(&invited).await),
            ("start", guest.get(&by_link).await),
            ("dead", guest.get("/start/nothing").await),
        ];
        for (name, page) in pages {
            assert!(matches!(page.status.as_u16(), 200 | 410 | 422), "{locale} {name} {}", page.status);
            assert!(page.body.contains(&format!("lang=\"{locale}\"")), "{name}");
            assert!(!page.body.contains(" style=") && !page.body.contains(" onclick="), "{name}");
            if let Some(folder) = &folder {
                std::fs::write(folder.join(format!("{name}-{locale}.html")), &page.body).unwrap();
                for name in ["app.css", "fonts.css", "app.js"].into_iter().filter(|name| ui::assets::has(name)) {
                    let file = folder.join(ui::assets::url(name).trim_start_matches('/'));
                    std::fs::create_dir_all(file.parent().unwrap()).unwrap();
                    std::fs::write(file, ui::assets::get(name).unwrap().bytes).unwrap();
                }
            }
        }
    }
}
