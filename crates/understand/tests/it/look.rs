use kernel::{Locale, Value};
use testkit::{Db, START};
use kernel::time::{DAY, HOUR, MINUTE};
use kernel::survey::{Kind, Text};
use crate::harness::{More, app, said, visit, moves_to};

testkit::on_sqlite!(look);

async fn look(db: Db) {
    let app = app(&db).await;
    let mut survey = visit();
    survey.languages = vec!["en".into(), "fa".into()];
    survey.title = Text([("en".into(), "After your visit".into()), ("fa".into(), "پس از بازدید شما".into())].into());
    survey.questions[0].title.set("fa", "چقدر احتمال دارد ما را پیشنهاد کنید؟");
    survey.questions[2].title.set("fa", "پاکیزگی"); survey.questions[2].title.set("en", "Cleanliness");
    survey.questions[3].title.set("en", "What was best?"); survey.questions[3].title.set("fa", "بهترین چه بود؟");
    survey.questions[4].title.set("en", "What did you notice?"); survey.questions[4].title.set("fa", "چه دیدید؟");
    let row = app.survey("visit", &survey).await;
    let branches = ["London Soho", "Göteborg Haga", "Dubai Marina", "تهران ونک", "Stockholm Söder", "Malmö Torget", "Bath Milsom St"];
    let texts = [("en", "Lovely kebab and kind staff, but the bins stand right next to our table."), ("sv", "Maten var god men soptunnan stod en meter från oss."), ("ar", "الخدمة سريعة والطعام ساخن، سنعود قريبًا."), ("fa", "کباب عالی بود ولی سطل زباله کنار میز بود."), ("en", "Quick at lunch now. Bit loud near the kitchen.")];
    let c = &db.chance;
    let mut all = vec![];
    for i in 0..3000usize {
        let b = if i % 160 == 0 { 6 } else { c.below(6) as usize };
        let age = c.below(200) as i64;
        let bad = b < 3 && age < 60;
        let r = c.below(100);
        let score = if r < (if bad { 38 } else { 15 }) { c.below(7) as i32 } else if r < 55 { 7 + c.below(2) as i32 } else { 9 + c.below(2) as i32 };
        let at = START.minus(age * DAY + c.below(12) as i64 * HOUR + c.below(60) as i64 * MINUTE);
        let mut s = said(&format!("r{i}"), score, ["qr", "email", "link"][c.below(3) as usize], &at.to_string())
            .known("Branch", Value::Text(branches[b].into()))
            .also("clean", Kind::Csat, |a| a.score = Some((1 + c.below(5)) as f64))
            .also("best", Kind::Choice, |a| a.choice = Some(["bins", "staff", "food"][c.below(3) as usize].into()));
        if c.below(2) == 0 { s = s.also("seen", Kind::Choices, |a| a.choice = Some("bins".into())).also("seen", Kind::Choices, |a| a.choice = Some("staff".into())); }
        if c.below(3) == 0 { let (l, t) = texts[c.below(5) as usize]; s.language = Some(l.into()); s = s.text(t); s.language = Some(l.into()); }
        s.touchpoint = Some("Dinner".into());
        s.contact = Some(format!("c{}@example.com", i % 400));
        all.push(s);
    }
    for chunk in all.chunks(500) { app.append(chunk.to_vec()).await; }
    let anon = app.survey("pulse", &kernel::survey::Survey { anonymous: true, title: Text::one("en", "Team pulse"), ..visit() }).await;
    app.append((0..90).map(|i| said(&format!("p{i}"), c.below(11) as i32, "link", &START.minus(i as i64 * DAY).to_string()).known("Office", Value::Text(["Lund", "Malmö", "Kalmar"][i % 3].into())).text("Meetings are long.").to_survey("pulse")).collect()).await;
    app.survey("empty", &kernel::survey::Survey { title: Text::one("en", "New one"), ..testkit::nps_survey() }).await;
    let path = format!("/understand/surveys/{}", row.id);
    std::fs::create_dir_all("/tmp/nabz/look").unwrap();
    let list = app.get(&format!("{path}/answers?question=nps&score=0-6&channel=qr&period=90d")).await.ok();
    let response = list.links("/understand/responses/")[0].clone();
    for locale in [Locale::En, Locale::Fa] {
        app.reads(locale).await;
        moves_to(&app, if locale == Locale::Fa { "Asia/Tehran" } else { "Europe/London" }, if locale == Locale::Fa { "persian" } else { "gregorian" }).await;
        for (name, at) in [("list", "/understand".to_string()), ("results", path.clone()), ("filtered", format!("{path}?channel=qr&attr_branch=London+Soho&pick=language")), ("answers", format!("{path}/answers?question=nps&score=0-6&channel=qr&period=90d")), ("response", response.clone()), ("anonymous", format!("/understand/surveys/{}", anon.id)), ("home", "/home".into())] {
            let now = std::time::Instant::now();
            let page = app.get(&at).await.ok();
            eprintln!("{name} {locale} {:?} {} kB", now.elapsed(), page.body.len() / 1000);
            let mut body = page.body;
            if name == "home" { body = format!("<!doctype html><html lang={locale} dir={}><meta charset=utf-8><link rel=stylesheet href=/assets/x/fonts.css><link rel=stylesheet href=/assets/x/app.css><main class=main><div class=page><div class=stack>{body}</div></div></main></html>", locale.direction()); }
            for part in body.clone().split("/assets/").skip(1) {
                let end = part.find('"').unwrap_or(0).min(part.find('>').unwrap_or(usize::MAX));
                let name = part[..end].split('/').nth(1).unwrap_or_default().to_owned();
                if let Some(asset) = ui::assets::get(&name) { std::fs::write(format!("/tmp/nabz/look/{name}"), asset.bytes).unwrap(); }
            }
            for font in ["inter-latin.woff2", "inter-latin-ext.woff2", "vazirmatn-arabic.woff2"] { if let Some(a) = ui::assets::get(font) { std::fs::write(format!("/tmp/nabz/look/{font}"), a.bytes).unwrap(); } }
            let mut out = String::new();
            let mut rest = &body[..];
            while let Some(i) = rest.find("/assets/") {
                out.push_str(&rest[..i]);
                let tail = &rest[i + 8..];
                let slash = tail.find('/').unwrap();
                rest = &tail[slash + 1..];
            }
            out.push_str(rest);
            std::fs::write(format!("/tmp/nabz/look/{name}-{locale}.html"), out).unwrap();
        }
    }
}
