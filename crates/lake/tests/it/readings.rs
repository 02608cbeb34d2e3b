//! What texts say stands beside them from the first question on, and is read again, once, when the reader changes.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use kernel::ImportId;
use kernel::signal::{Signal, State, What};
use lake::{Cell, Judge, Standing};
use text::{About, Reader, Reading, Sentiment, Transformer};

use crate::world::{NOW, World, answer};

/// Knows two words, and counts what it reads.
pub struct Words {
    version: &'static str,
    read: AtomicUsize,
}

impl Words {
    pub fn new(version: &'static str) -> Arc<Self> {
        Arc::new(Self { version, read: AtomicUsize::new(0) })
    }

    fn count(&self) -> usize {
        self.read.load(Ordering::Relaxed)
    }
}

impl Judge for Words {
    fn version(&self) -> &str {
        self.version
    }

    fn read(&self, text: &str, prior: Option<&str>) -> Reading {
        self.read.fetch_add(1, Ordering::Relaxed);
        let (good, bad) = (text.contains("good"), text.contains("bad"));
        let (sentiment, score, set) = match (good, bad) {
            (true, false) => (Sentiment::Pos, 0.5, vec![Sentiment::Pos]),
            (false, true) => (Sentiment::Neg, -0.5, vec![Sentiment::Neg]),
            _ => (Sentiment::Neu, 0.0, vec![Sentiment::Neg, Sentiment::Pos]),
        };
        let knows = prior != Some("de");
        Reading {
            language: prior.unwrap_or("und").into(),
            sentiment: knows.then_some(sentiment),
            score: knows.then_some(score),
            set: if knows { set } else { vec![] },
            by: None,
            sentences: vec![],
            because: vec![],
        }
    }
}

const ALL: &str = "select signal_id, field, text, language, sentiment, score, likely from verbatims order by 1";

pub fn said(id: &str, text: &str, language: Option<&str>) -> Signal {
    Signal { language: language.map(str::to_owned), ..answer(id, 9.0, Some(text), &[]) }
}

pub async fn world(reader: &Arc<Words>) -> World {
    let world = World::new().await;
    world.lake.use_reader(world.workspace, Some(reader.clone()));
    world
}

/// Steps until nothing is left; returns how many there were.
pub async fn reread(world: &World) -> usize {
    let mut steps = 0;
    while world.lake.reread(world.workspace).await.unwrap() {
        steps += 1;
        assert!(steps < 100, "it never ends");
    }
    steps
}

#[tokio::test]
async fn a_text_is_read_with_the_first_question_and_once() {
    let reader = Words::new("r1");
    let world = world(&reader).await;
    world
        .append(vec![
            said("a", "good food", Some("en-GB")),
            said("b", "bad, good", Some("sv")),
            said("c", "schlecht", Some("de")),
            answer("d", 3.0, None, &[]),
        ])
        .await;
    let expected = "signal_id,field,text,language,sentiment,score,likely\n\
                    a,why,good food,en,pos,0.5,pos\n\
                    b,why,\"bad, good\",sv,neu,0,neg+pos\n\
                    c,why,schlecht,de,,,\n";
    assert_eq!(world.csv(ALL).await.replace("0.0", "0"), expected);
    world.csv(ALL).await;
    assert_eq!(reader.count(), 3, "a text that was read is not read with the next question");
    world.seal().await;
    assert_eq!(world.csv(ALL).await.replace("0.0", "0"), expected);
    assert_eq!(world.lake.standing(world.workspace).await.unwrap(), Standing { done: 7, all: 7 });
    assert_eq!(reread(&world).await, 0);
}

#[tokio::test]
async fn another_reader_reads_all_again_and_a_kill_loses_nothing() {
    let (first, second) = (Words::new("r1"), Words::new("r2"));
    let mut world = world(&first).await;
    world.append(vec![said("a", "good", Some("en")), said("b", "bad", Some("en"))]).await;
    world.seal().await;
    world.append(vec![said("c", "good", Some("en"))]).await;
    let before = world.csv(ALL).await;

    world.lake.use_reader(world.workspace, Some(second.clone()));
    assert_eq!(world.csv(ALL).await, before);
    assert_eq!(second.count(), 1, "what is not sealed is read at once");
    assert_eq!(world.lake.standing(world.workspace).await.unwrap(), Standing { done: 0, all: 4 });

    // One step: judged, not written. Then the process is killed.
    assert!(world.lake.reread(world.workspace).await.unwrap());
    assert_eq!(second.count(), 3);
    let half = world.lake.standing(world.workspace).await.unwrap();
    assert!(half.done > 0 && !half.is_done(), "{half:?}");
    world.reopen().await;
    let third = Words::new("r2");
    world.lake.use_reader(world.workspace, Some(third.clone()));
    assert_eq!(world.lake.standing(world.workspace).await.unwrap(), half, "what was judged is kept");
    assert_eq!(reread(&world).await, 1);
    assert_eq!(third.count(), 1, "only the tail, which is in memory, is read once more");
    assert!(world.lake.standing(world.workspace).await.unwrap().is_done());
    assert_eq!(world.csv(ALL).await, before);
    assert_eq!(reread(&world).await, 0);
    assert!(world.lake.verify(world.workspace).await.unwrap().is_empty());
    world.reopen().await;
    assert_eq!(world.csv("select count(*) as n, count(sentiment) as read from verbatims").await, "n,read\n3,3\n");
}

/// A transformer that finds everything good.
#[derive(Debug)]
struct Rosy(About);

impl Transformer for Rosy {
    fn about(&self) -> &About {
        &self.0
    }

    fn chances(&self, _: &str) -> Option<[f64; 3]> {
        Some([0.02, 0.03, 0.95])
    }
}

fn rosy() -> Rosy {
    Rosy(About {
        name: "rosy".into(),
        fingerprint: "a1".into(),
        family: "BERT",
        parameters: 1,
        tokens_max: 512,
        labels: vec![],
        languages: vec!["en".into()],
    })
}

#[tokio::test]
async fn many_texts_at_once_do_not_wait_for_a_slow_reader() {
    let world = World::new().await;
    world.lake.share_reader(Reader::new().with_transformer(Arc::new(rosy())));
    let counts = "select sentiment, count(*) as n from verbatims group by 1 order by 1";
    let bad = |n: usize| said(&format!("s{n}"), &format!("Terrible food, cold and rude staff {n}"), Some("en"));
    world.append(vec![bad(0), bad(1)]).await;
    assert_eq!(world.csv(counts).await, "sentiment,n\npos,2\n", "a few are read by the transformer at once");
    world.append((2..62).map(bad).collect()).await;
    assert_eq!(world.csv(counts).await, "sentiment,n\nneg,60\npos,2\n");
    world.seal().await;
    assert_eq!(world.csv(counts).await, "sentiment,n\nneg,62\n");
    assert!(!world.lake.standing(world.workspace).await.unwrap().is_done(), "the transformer has yet to read them");
    assert!(reread(&world).await > 0);
    assert_eq!(world.csv(counts).await, "sentiment,n\npos,62\n");
    assert!(world.lake.standing(world.workspace).await.unwrap().is_done());
    // The few that come later are sealed as the transformer reads them.
    world.append(vec![bad(62)]).await;
    world.seal().await;
    assert_eq!(reread(&world).await, 0);
    assert_eq!(world.csv(counts).await, "sentiment,n\npos,63\n");
}

#[tokio::test]
async fn a_slow_reader_reads_again_in_small_steps() {
    let mut world = World::new().await;
    let texts = |from: usize, to: usize| -> Vec<Signal> {
        (from..to).map(|n| said(&format!("s{n}"), &format!("Terrible food {n}"), Some("en"))).collect()
    };
    for from in (0..3_000).step_by(1_000) {
        world.append(texts(from, from + 1_000)).await;
    }
    world.seal().await;
    let rosy = || Some(Arc::new(Reader::new().with_transformer(Arc::new(rosy()))) as Arc<dyn Judge>);
    world.lake.use_reader(world.workspace, rosy());
    // Two answers a signal: 6,000 rows.
    assert!(world.lake.reread(world.workspace).await.unwrap());
    assert_eq!(world.lake.standing(world.workspace).await.unwrap(), Standing { done: 4_096, all: 6_000 });
    world.reopen().await;
    world.lake.use_reader(world.workspace, rosy());
    assert_eq!(reread(&world).await, 2, "the rest, and writing it");
    assert_eq!(world.csv("select sentiment, count(*) as n from verbatims group by 1").await, "sentiment,n\npos,3000\n");
    assert!(world.lake.verify(world.workspace).await.unwrap().is_empty());
}

#[tokio::test]
async fn what_was_kept_and_is_torn_is_judged_again() {
    let reader = Words::new("r1");
    let world = world(&reader).await;
    world.append(vec![said("a", "good", Some("en"))]).await;
    world.seal().await;
    let other = Words::new("r2");
    world.lake.use_reader(world.workspace, Some(other.clone()));
    assert!(world.lake.reread(world.workspace).await.unwrap());
    let folder = world.root().join(world.workspace.to_string()).join("readings");
    let segment = std::fs::read_dir(folder).unwrap().next().unwrap().unwrap().path();
    let file = std::fs::read_dir(&segment).unwrap().next().unwrap().unwrap().path();
    let bytes = std::fs::read(&file).unwrap();
    std::fs::write(&file, &bytes[..bytes.len() / 2]).unwrap();
    assert!(world.lake.reread(world.workspace).await.is_err());
    assert_eq!(world.files().len(), 2, "a failure leaves nothing behind");
    assert_eq!(reread(&world).await, 2);
    assert_eq!(other.count(), 2);
    // The next question lets go of the segment as it was.
    world.csv(ALL).await;
    assert!(!segment.exists(), "what was kept goes with its segment");
}

#[tokio::test]
async fn withdrawn_and_revised_texts_do_not_come_back() {
    let reader = Words::new("r1");
    let world = world(&reader).await;
    let imported = Signal { import: Some(ImportId::from_outside("imp_1")), ..said("a", "good", Some("en")) };
    world.append(vec![imported]).await;
    world.revise(said("b", "bad", Some("en"))).await;
    world.append(vec![said("c", "good", Some("en"))]).await;
    world.seal().await;
    world.lake.use_reader(world.workspace, Some(Words::new("r2")));
    assert!(world.lake.reread(world.workspace).await.unwrap());
    // Between the two steps one is withdrawn and one is revised.
    world.withdraw("imp_1").await;
    world.revise(said("b", "good after all", Some("en"))).await;
    reread(&world).await;
    let expected = "signal_id,sentiment\nb,pos\nc,pos\n";
    assert_eq!(world.csv("select signal_id, sentiment from verbatims order by 1").await, expected);
    world.lake.maintain(world.workspace, NOW).await.unwrap();
    assert_eq!(world.csv("select signal_id, sentiment from verbatims order by 1").await, expected);
    assert!(world.store.dead(world.workspace).await.unwrap().is_empty());
}

#[tokio::test]
async fn all_can_be_read_again_by_the_same_reader() {
    let reader = Words::new("r1");
    let world = world(&reader).await;
    world.append(vec![said("a", "good", Some("en"))]).await;
    world.seal().await;
    let read = reader.count();
    world.lake.forget_readings(world.workspace).await.unwrap();
    assert_eq!(world.lake.standing(world.workspace).await.unwrap().done, 0);
    assert_eq!(reread(&world).await, 2);
    assert_eq!(reader.count(), read + 1);
}

#[tokio::test]
async fn segments_of_two_readers_may_be_merged_and_are_read_again() {
    let mut readers = vec![Words::new("r1"), Words::new("r2")];
    let world = world(&readers[0]).await;
    for n in 0..8 {
        if n == 4 {
            world.lake.use_reader(world.workspace, Some(readers[1].clone()));
        }
        world.append(vec![said(&n.to_string(), "good", Some("en"))]).await;
        world.seal().await;
    }
    assert_eq!(world.lake.maintain(world.workspace, NOW).await.unwrap().replaced, 8);
    assert_eq!(world.lake.standing(world.workspace).await.unwrap(), Standing { done: 0, all: 16 });
    let last = readers.remove(1);
    let before = last.count();
    reread(&world).await;
    assert_eq!(last.count(), before + 8);
    assert_eq!(world.one("select count(*) from verbatims where sentiment = 'pos'").await, Cell::Integer(8));
}

#[tokio::test]
async fn a_response_without_a_language_has_its_surveys() {
    let reader = Words::new("r1");
    let world = world(&reader).await;
    let txn = world.store.write().await.unwrap();
    let definition = kernel::survey::Survey { languages: vec!["sv".into(), "en".into()], ..Default::default() };
    survey(&txn, world.workspace, &definition).await;
    txn.commit().await.unwrap();
    world.append(vec![said("a", "good", None), said("b", "good", Some("fa"))]).await;
    assert_eq!(
        world.csv("select signal_id, language from verbatims order by 1").await,
        "signal_id,language\na,sv\nb,fa\n"
    );
}

async fn survey(txn: &store::Txn, workspace: kernel::WorkspaceId, definition: &kernel::survey::Survey) {
    use sea_orm::{ActiveValue::Set, EntityTrait as _};
    let row = store::entity::survey::ActiveModel {
        id: Set("srv_1".into()),
        workspace_id: Set(workspace.0),
        key: Set("visit".into()),
        link: Set("link".into()),
        title: Set("Visit".into()),
        state: Set(store::surveys::OPEN.into()),
        draft: Set(serde_json::to_string(definition).unwrap()),
        published: Set(None),
        version: Set(0),
        created_at: Set(NOW.0),
        updated_at: Set(NOW.0),
    };
    store::entity::survey::Entity::insert(row).exec_without_returning(&**txn).await.unwrap();
}

#[tokio::test]
async fn a_partial_response_that_grows_is_read_once_a_revision() {
    let reader = Words::new("r1");
    let world = world(&reader).await;
    for text in ["good", "good and bad"] {
        let mut signal = said("a", text, Some("en"));
        let What::Response(response) = &mut signal.body.what;
        response.state = State::Partial;
        world.revise(signal).await;
        world.csv(ALL).await;
    }
    assert_eq!(world.csv("select sentiment from verbatims").await, "sentiment\nneu\n");
    assert_eq!(reader.count(), 2);
}

#[tokio::test]
async fn personal_data_is_masked_in_sql() {
    let world = World::new().await;
    let said = [Some("write to anna@example.com"), None, Some("cold soup")];
    let signals = said.iter().enumerate().map(|(n, text)| answer(&format!("r{n}"), 3.0, *text, &[]));
    world.append(signals.collect()).await;
    let sql = "select masked(text) as said from answers where kind = 'text' order by 1";
    let expected = "said\ncold soup\nwrite to [email]\n";
    assert_eq!(world.csv(sql).await, expected);
    world.seal().await;
    assert_eq!(world.csv(sql).await, expected);
    let grouped = "select masked(text) as said, count(*) as n from answers group by 1 order by 1 nulls last";
    assert_eq!(world.csv(grouped).await, "said,n\ncold soup,1\nwrite to [email],1\n,3\n");
    assert!(world.error("select masked(score) from answers").await.contains("masked takes one text"));
}
