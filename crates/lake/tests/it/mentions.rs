//! What texts are about stands in a table of its own, from the first question on, sealed or not.

use std::sync::Arc;

use kernel::attribute::Value;
use kernel::signal::Signal;
use lake::{Brief, Judge, Mention};
use text::{Reading, Sentiment};

use crate::world::{World, answer};

/// Knows one topic by its word.
struct Topic {
    version: &'static str,
    word: &'static str,
}

impl Judge for Topic {
    fn version(&self) -> &str {
        self.version
    }

    fn read(&self, _: &str, _: Option<&str>) -> Reading {
        unreachable!("what is kept is asked for, not why")
    }

    fn judge(&self, text: &str, _: Option<&str>) -> Brief {
        let mention = |(start, word): (usize, &str)| Mention {
            topic: self.word.into(),
            sentiment: Some(Sentiment::Neg),
            score: Some(-0.5),
            start,
            end: start + word.len(),
        };
        let mentions = text.match_indices(self.word).map(mention).collect();
        let brief = Brief::new("en".into(), Some(Sentiment::Neu), Some(0.0), &[Sentiment::Neu]).mentioning(mentions);
        if text.contains('?') { brief.wanting("question", 1) } else { brief }
    }
}

const ALL: &str = "select * from mentions order by 1, \"start\"";

fn said(id: &str, text: &str) -> Signal {
    answer(id, 9.0, Some(text), &[("plan", Value::Text("gold".into()))])
}

async fn world() -> World {
    let world = World::new().await;
    world.lake.use_reader(world.workspace, Some(Arc::new(Topic { version: "t1", word: "bins" })));
    world.append(vec![said("a", "bins, bins"), said("b", "where are the bins?"), said("c", "tables")]).await;
    world
}

#[tokio::test]
async fn each_mention_is_a_row_in_tail_and_segment() {
    let world = world().await;
    let tail = world.csv(ALL).await;
    let head =
        "signal_id,field,topic,sentiment,score,start,end,survey,occurred_at,channel,touchpoint,contact_id,attr_plan\n";
    assert!(tail.starts_with(head), "{tail}");
    assert_eq!(tail.lines().count(), 4);
    assert!(tail.contains("\na,why,bins,neg,-0.5,0,4,") && tail.contains("\na,why,bins,neg,-0.5,6,10,"), "{tail}");
    assert!(tail.contains("\nb,why,bins,neg,-0.5,14,18,"), "{tail}");
    world.seal().await;
    assert_eq!(world.csv(ALL).await, tail);
    let by_plan =
        "select attr_plan, topic, count(distinct signal_id) as n from mentions where sentiment = 'neg' group by 1, 2";
    assert_eq!(world.csv(by_plan).await, "attr_plan,topic,n\ngold,bins,2\n");
    let wants = "select signal_id, intent, urgency from verbatims where intent is not null";
    assert_eq!(world.csv(wants).await, "signal_id,intent,urgency\nb,question,1\n");
}

#[tokio::test]
async fn other_topics_are_found_when_all_is_read_again() {
    let world = world().await;
    world.seal().await;
    world.lake.use_reader(world.workspace, Some(Arc::new(Topic { version: "t2", word: "tables" })));
    assert!(world.csv(ALL).await.contains("bins"), "until then the old ones stand");
    while world.lake.reread(world.workspace).await.unwrap() {}
    let mentions = "select signal_id, topic from mentions";
    assert_eq!(world.csv(mentions).await, "signal_id,topic\nc,tables\n");
}
