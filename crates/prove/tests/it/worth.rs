//! Worth is stated, with where it is from.

use testkit::Db;

use crate::harness::app;

testkit::on_both!(figures_are_stated_and_taken_back);

async fn figures_are_stated_and_taken_back(db: Db) {
    let app = app(&db).await;
    app.get("/prove/worth").await.ok().shows("One point of the number");
    let wrong = app.post("/prove/worth", "currency=EUR&point.low=300&point.high=100").await;
    assert_eq!(wrong.status, 422);
    wrong.shows("The end must come after the start").shows("This must be filled in");
    assert_eq!(app.post("/prove/worth", "point.low=1&point.source=x").await.status, 422);
    let persian = "currency=%D8%AA%D9%88%D9%85%D8%A7%D9%86&retained_customer.low=%DB%B2%DB%B0%DB%B0&retained_customer.source=%3Cb%3E";
    assert_eq!(app.post("/prove/worth", persian).await.to, "/prove/worth");
    app.get("/prove/worth").await.ok().shows("value=\"200\"").shows("تومان").hides("<b>\"");
    app.get("/prove").await.ok().shows("1 of 4 figures are stated");
    let point = "currency=EUR&point.low=1&point.source=x&point.unit=";
    assert_eq!(app.post("/prove/worth", &format!("{point}stars")).await.status, 422);
    assert_eq!(app.post("/prove/worth", &format!("{point}mean_1_5")).await.to, "/prove/worth");
    app.get("/prove/worth").await.ok().shows("<option value=\"mean_1_5\" selected>one point of a mean from 1 to 5");
    app.post("/prove/worth", "currency=EUR").await;
    app.get("/prove").await.ok().shows("0 of 4 figures are stated");
}
