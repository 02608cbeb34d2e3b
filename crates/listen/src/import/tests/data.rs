//! Real files, as the guess and the whole path see them.

use std::path::PathBuf;

use kernel::survey::Kind;

use super::*;

/// A file of the shared data, or nothing, said aloud, where that is not at hand.
fn data(path: &str) -> Option<File> {
    let folder = std::env::var_os("NABZ_DATA")
        .map(PathBuf::from)
        .unwrap_or_else(|| PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data")));
    let path = folder.join(path);
    if !path.exists() {
        eprintln!("SKIPPED: {} is not there; set NABZ_DATA to the folder of the shared data", path.display());
        return None;
    }
    Some(File::open(Source::Path(path), None).unwrap())
}

#[test]
fn the_telecom_file_is_recognised_and_counted() {
    let Some(file) = data("nps/nps_verbatim.csv") else { return };
    let expected = [
        ("CUSTOMER_RESPONSE_DATE=time:format=%d/%m/%Y %H:%M", true),
        ("SURVEY_SUB_TYPE=attribute", true),
        ("NPS_RATING=attribute", true),
        ("NPS_SCORE=nps", true),
        ("text=text", true),
        ("Qtr=attribute", true),
    ];
    let found = roles(&file);
    for ((_, column, certain), expected) in found.iter().zip(expected) {
        assert_eq!((column.as_str(), *certain), expected);
    }
    let imported = import(&file, &[]);
    assert_eq!((imported.summary.rows, imported.summary.responses, imported.summary.rejected), (1636, 1636, 0));
    let scores = imported.scores(Kind::Nps);
    assert_eq!(scores.len(), 1636 - 19);
    // Independent of this crate: promoters and detractors counted from the file's own NPS_RATING words.
    let words = |word: &str| {
        let is = |signal: &&Signal| signal.body.attributes.get("NPS_RATING") == Some(&kernel::Value::Text(word.into()));
        imported.signals.iter().filter(is).count()
    };
    assert_eq!(scores.iter().filter(|score| **score >= 9.0).count(), words("Promoter"));
    assert_eq!(scores.iter().filter(|score| **score <= 6.0).count(), words("Detractor"));
    assert_eq!(imported.signals[0].occurred_at.to_string(), "2018-04-11T20:09:00Z");
    let ids: std::collections::HashSet<&str> =
        imported.signals.iter().map(|signal| signal.source_id.as_str()).collect();
    assert_eq!(ids.len(), 1636, "identical rows have their own ids");
    let again = import(&file, &[]);
    assert!(again.signals.iter().zip(&imported.signals).all(|(one, other)| one.source_id == other.source_id));
}

#[test]
fn zero_is_not_a_rating_in_the_airline_file() {
    let Some(file) = data("key_driver/airline_passenger_satisfaction.csv.gz") else { return };
    let found = roles(&file);
    let ratings: Vec<_> = found.iter().filter(|(_, column, _)| column.ends_with("=rating:scale=1-5,na=0")).collect();
    assert_eq!(ratings.len(), 14, "{found:#?}");
    assert!(found.iter().all(|(_, _, certain)| *certain), "{found:#?}");
    assert_eq!(found[0].1, "ID=id");
    let others = ["Gender", "Age", "Class", "Flight Distance", "Departure Delay", "Satisfaction", "Customer Type"];
    for name in others {
        assert!(found.iter().any(|(_, column, _)| *column == format!("{name}=attribute")), "{name}: {found:#?}");
    }
    let started = std::time::Instant::now();
    let imported = import(&file, &["Cleanliness=rating:scale=1-5,na=0"]);
    let seconds = started.elapsed().as_secs_f64();
    eprintln!("airline: {:.0} answers/s (profile of this build)", imported.summary.answers as f64 / seconds);
    assert_eq!((imported.summary.rows, imported.summary.rejected), (90_842, 0));
    let scores = imported.scores(Kind::Rating);
    assert!(scores.iter().all(|score| (1.0..=5.0).contains(score)));
    assert!(scores.len() < 14 * 90_842 && scores.len() > 13 * 90_842);
    assert_eq!(imported.signals[0].source_id, "1");
}

#[test]
fn other_files_are_guessed_with_care() {
    for (path, expected) in [
        (
            "churn/ecommerce_churn.csv.gz",
            vec![
                ("CustomerID", "contact"),
                ("SatisfactionScore", "csat"),
                ("NumberOfDeviceRegistered", "attribute"),
                ("NumberOfAddress", "attribute"),
                ("Tenure", "attribute"),
            ],
        ),
        (
            "churn/bank_10k.csv.gz",
            vec![
                ("customer_id", "contact"),
                ("credit_score", "attribute"),
                ("tenure", "attribute"),
                ("estimated_salary", "attribute"),
            ],
        ),
        (
            "churn/telco_maven_reasons.csv.gz",
            vec![
                ("Customerid", "contact"),
                ("Zipcode", "attribute"),
                ("Numberofreferrals", "attribute"),
                ("Churnreason", "attribute"),
                ("City", "attribute"),
            ],
        ),
        (
            "tickets/complaints_sample.csv.gz",
            vec![
                ("Date received", "time"),
                ("Date sent to company", "attribute"),
                ("Consumer complaint narrative", "text"),
                ("Complaint ID", "id"),
                ("Company", "attribute"),
            ],
        ),
        (
            "feature_requests/issues_train.csv.gz",
            vec![
                ("created_at", "time"),
                ("label", "attribute"),
                ("title", "text"),
                ("body", "text"),
                ("repo", "attribute"),
            ],
        ),
        (
            "journey/receipt.csv.gz",
            vec![
                ("case:channel", "channel"),
                ("time:timestamp", "time"),
                ("case:startdate", "attribute"),
                ("case:responsible", "attribute"),
            ],
        ),
    ] {
        let Some(file) = data(path) else { return };
        let found = guess(&Sample::take(&file).unwrap());
        for (name, role) in expected {
            let guess = found.iter().find(|guess| guess.column.name == name).unwrap();
            assert_eq!(guess.column.role.as_str(), role, "{path} {name}: {:?}", guess.why);
        }
    }
}
