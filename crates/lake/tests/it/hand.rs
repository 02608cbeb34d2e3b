//! What people say that texts say: it counts with the next question, and never gets into a file.

use std::sync::{Arc, Mutex};

use lake::{ByHand, Cell, Said, Says};
use store::Appended;

use crate::readings::{Words, reread, said, world};
use crate::world::{NOW, World};

/// What people say, as a slice would keep it.
#[derive(Default)]
struct Hands(Mutex<Vec<Said>>);

#[async_trait::async_trait]
impl ByHand for Hands {
    async fn of(&self, _: kernel::WorkspaceId) -> kernel::Result<Vec<Said>> {
        Ok(self.0.lock().unwrap().clone())
    }
}

impl Hands {
    async fn say(&self, world: &World, said: &[(i64, Says)]) {
        let said =
            said.iter().map(|(position, says)| Said { position: *position, question: "why".into(), says: *says });
        *self.0.lock().unwrap() = said.collect();
        let txn = world.store.write().await.unwrap();
        txn.rewrote(world.workspace).await.unwrap();
        txn.commit().await.unwrap();
    }
}

fn position(appended: &Appended) -> i64 {
    match appended {
        Appended::Added { position } | Appended::Replaced { position } => *position,
        Appended::Duplicate => panic!("nothing was added"),
    }
}

#[tokio::test]
async fn what_people_say_lies_over_what_the_reader_says_and_never_in_a_file() {
    let reader = Words::new("r1");
    let mut world = world(&reader).await;
    let hands = Arc::new(Hands::default());
    world.lake.use_by_hand(hands.clone());
    let appended = world
        .append(vec![
            said("a", "good", Some("en")),
            said("b", "bad", Some("en")),
            said("c", "schlecht", Some("de")),
            said("d", "good", Some("en")),
        ])
        .await;
    let at: Vec<i64> = appended.iter().map(position).collect();
    let all = "select signal_id, sentiment, score, likely from verbatims order by 1";
    let kinds = "select likely, count(*) as n from verbatims group by 1 order by 1";
    let negative = "select signal_id, text from verbatims where sentiment = 'neg' and likely = 'neg' order by 1";
    let before = "signal_id,sentiment,score,likely\na,pos,0.5,pos\nb,neg,-0.5,neg\nc,,,\nd,pos,0.5,pos\n";
    let after = "signal_id,sentiment,score,likely\na,neg,-1,neg\nb,neg,-0.5,neg+neu+pos\nc,pos,1,pos\nd,pos,0.5,pos\n";
    let csv = async |world: &World, sql: &str| world.csv(sql).await.replace(".0", "");
    for step in ["tail", "sealed", "read again"] {
        match step {
            "sealed" => assert_eq!(world.seal().await, 4),
            "read again" => {
                world.lake.use_reader(world.workspace, Some(Words::new("r2")));
                reread(&world).await;
            }
            _ => {}
        }
        assert_eq!(csv(&world, all).await, before, "{step}");
        for _ in 0..3 {
            assert_eq!(csv(&world, kinds).await, "likely,n\nneg,1\npos,2\n,1\n", "{step}");
        }
        assert_eq!(csv(&world, negative).await, "signal_id,text\nb,bad\n", "{step}");
        hands.say(&world, &[(at[0], Says::Neg), (at[1], Says::Unclear), (at[2], Says::Pos)]).await;
        assert_eq!(csv(&world, all).await, after, "{step}");
        assert_eq!(csv(&world, kinds).await, "likely,n\nneg,1\nneg+neu+pos,1\npos,2\n", "{step}");
        assert_eq!(csv(&world, negative).await, "signal_id,text\na,good\n", "{step}");
        assert_eq!(world.one("select count(*) from answers where text = 'good'").await, Cell::Integer(2));
        // Merging and sealing read what the reader said.
        world.lake.maintain(world.workspace, NOW).await.unwrap();
        hands.say(&world, &[]).await;
    }
    world.reopen().await;
    assert_eq!(csv(&world, all).await, before, "without them the files say what readers said");
}

#[tokio::test]
async fn questions_that_do_not_look_at_texts_are_not_counted_anew() {
    let reader = Words::new("r1");
    let world = world(&reader).await;
    let hands = Arc::new(Hands::default());
    world.lake.use_by_hand(hands.clone());
    let at = position(&world.append(vec![said("a", "good", Some("en"))]).await[0]);
    world.seal().await;
    let scores = "select survey, count(score) as n from answers group by 1";
    for _ in 0..2 {
        assert_eq!(world.csv(scores).await, "survey,n\nvisit,1\n");
    }
    hands.say(&world, &[(at, Says::Neg)]).await;
    // The file is gone: only what is kept can answer.
    let folder = world.root().join(world.workspace.to_string());
    let answers = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path());
    let answers: Vec<_> = answers.filter(|path| path.to_string_lossy().ends_with("answers.parquet")).collect();
    assert_eq!(answers.len(), 1, "{:?}", world.files());
    std::fs::rename(&answers[0], answers[0].with_extension("away")).unwrap();
    assert_eq!(world.csv(scores).await, "survey,n\nvisit,1\n");
    std::fs::rename(answers[0].with_extension("away"), &answers[0]).unwrap();
    assert_eq!(world.csv("select sentiment from verbatims").await, "sentiment\nneg\n");
}
