//! Everything that the pages about a survey's texts count, read once: a row for each response in which somebody wrote
//! something, with its score, where it came from, and the topics that it mentions.

use std::collections::HashMap;

use jiff::civil::Date;
use kernel::Result;
use store::topics::Topic;

use crate::ask::{Asker, IS_VERBATIM};
use crate::filters::{Condition, Dimension};
use crate::period::Period;
use crate::subject::Subject;

/// Responses that one page counts: the latest ones.
pub const PEOPLE_MAX: usize = 200_000;
/// Up to so many responses their mentions are asked for by place rather than by time.
const BY_PLACE_TO: usize = 2_000;
/// Values of a dimension that are told apart, the commonest; others count as having none of them.
pub const VALUES_MAX: usize = 50;

/// What a response feels about a topic: the feeling of most of its clauses that mention it, neutral where as many are
/// negative as positive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Feel {
    Neg,
    Neu,
    Pos,
}

/// A topic that a response mentions, itself or by something below it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct About {
    /// Place in [`Tree::topics`].
    pub topic: usize,
    /// Nothing where the language is not read.
    pub feels: Option<Feel>,
}

/// A response with at least one text.
#[derive(Clone, Debug)]
pub struct Person {
    /// Its place in the log.
    pub position: i64,
    pub day: Date,
    pub score: Option<f64>,
    /// For each dimension, place in [`Corpus::values`].
    pub values: Vec<Option<usize>>,
    /// Each topic once, however often and by however many parts it is mentioned.
    pub about: Vec<About>,
}

/// The topics of a workspace, those above before those below.
#[derive(Clone, Debug, Default)]
pub struct Tree {
    pub topics: Vec<Topic>,
    /// Place of the topic above.
    pub above: Vec<Option<usize>>,
    pub depth: Vec<usize>,
}

#[derive(Clone, Debug, Default)]
pub struct Corpus {
    pub tree: Tree,
    /// The latest first.
    pub people: Vec<Person>,
    /// For each dimension its values, the commonest first.
    pub values: Vec<Vec<String>>,
    /// There are more than [`PEOPLE_MAX`].
    pub is_cut: bool,
}

impl Tree {
    pub fn new(topics: Vec<Topic>) -> Self {
        let place: HashMap<&str, usize> =
            topics.iter().enumerate().map(|(at, topic)| (topic.key.as_str(), at)).collect();
        let above: Vec<Option<usize>> = topics
            .iter()
            .enumerate()
            // Topics come in the order of the tree, so what is above stands before.
            .map(|(at, topic)| {
                topic.parent.as_deref().and_then(|key| place.get(key)).copied().filter(|above| *above < at)
            })
            .collect();
        let mut depth: Vec<usize> = Vec::with_capacity(above.len());
        for above in &above {
            depth.push(above.map_or(0, |above| depth[above] + 1));
        }
        Self { topics, above, depth }
    }

    pub fn place(&self, key: &str) -> Option<usize> {
        self.topics.iter().position(|topic| topic.key == key)
    }

    /// The topic and all that it is a part of, itself first.
    pub fn up(&self, topic: usize) -> impl Iterator<Item = usize> {
        std::iter::successors(Some(topic), |at| self.above[*at])
    }

    /// The topic and everything below it.
    pub fn down(&self, topic: usize) -> Vec<usize> {
        (topic..self.topics.len()).filter(|at| self.up(*at).any(|above| above == topic)).collect()
    }
}

/// How often each feeling was found, while a response is read.
#[derive(Clone, Copy, Default)]
struct Tally {
    neg: u32,
    pos: u32,
    read: u32,
}

/// Reads a survey: what `conditions` let through during `period`, with the score of `question`.
pub async fn read(
    subject: &Subject<'_>,
    conditions: &[Condition],
    period: Period,
    question: Option<&str>,
    dimensions: &[Dimension],
) -> Result<Corpus> {
    let topics = subject.asking.store().topics(subject.asking.workspace()).await?;
    gather(topics, &subject.asker(), conditions, period, question, dimensions).await
}

/// As [`read`], without anybody who asks.
pub async fn gather(
    topics: Vec<Topic>,
    asker: &Asker<'_>,
    conditions: &[Condition],
    period: Period,
    question: Option<&str>,
    dimensions: &[Dimension],
) -> Result<Corpus> {
    let tree = Tree::new(topics);
    let (places, mut people, texts) = people(asker, conditions, period, question, dimensions).await?;
    let is_cut = people.len() > PEOPLE_MAX;
    people.truncate(PEOPLE_MAX);
    let values = known(&texts, &mut people, dimensions.len());
    let mut corpus = Corpus { tree, people, values, is_cut };
    if !corpus.tree.topics.is_empty() && !corpus.people.is_empty() {
        mentions(asker, period, &places[..corpus.people.len()], &mut corpus).await?;
    }
    Ok(corpus)
}

/// Positions, people without what they mention, and the values of their dimensions as the lake has them.
type People = (Vec<i64>, Vec<Person>, Vec<Vec<Option<String>>>);

async fn people(
    asker: &Asker<'_>,
    conditions: &[Condition],
    period: Period,
    question: Option<&str>,
    dimensions: &[Dimension],
) -> Result<People> {
    let mut all = asker.all(conditions);
    let (zone, question) = (all.bind(asker.zone), all.bind(question.unwrap_or_default()));
    all.during("occurred_at", period, asker.format);
    let column = |(at, d): (usize, &Dimension)| format!(", max(cast({} as varchar)) as v{at}", d.sql());
    let columns: String = dimensions.iter().enumerate().map(column).collect();
    let names: String = (0..dimensions.len()).map(|at| format!(", v{at}")).collect();
    let sql = format!(
        "select _position, day, score{names} from (\
         select _position, min(local_day(occurred_at, {zone})) as day, \
         max(score) filter (where question = {question}) as score{columns}, \
         count(*) filter (where {IS_VERBATIM} and _reader is not null) as texts \
         from answers where {{where}} group by _position) \
         where texts > 0 order by _position desc limit {}",
        PEOPLE_MAX + 1
    );
    let sql = sql.replace("{where}", all.sql());
    let mut found = asker.lake.query(asker.workspace, &sql, all.params()).await?;
    let (mut places, mut people, mut values) = (Vec::new(), Vec::new(), Vec::new());
    while let Some(rows) = found.next_rows().await? {
        for row in rows {
            let (Some(position), Some(day)) = (row[0].as_i64(), row[1].as_day()) else { continue };
            places.push(position);
            people.push(Person { position, day, score: row[2].as_f64(), values: vec![], about: vec![] });
            if !dimensions.is_empty() {
                values.push(row[3..].iter().map(|cell| cell.as_str().map(str::to_owned)).collect());
            }
        }
    }
    Ok((places, people, values))
}

/// Gives the people their values by place, the commonest value of a dimension first.
fn known(texts: &[Vec<Option<String>>], people: &mut [Person], dimensions: usize) -> Vec<Vec<String>> {
    (0..dimensions)
        .map(|at| {
            let mut counts: HashMap<&str, usize> = HashMap::new();
            for value in texts.iter().take(people.len()).filter_map(|values| values[at].as_deref()) {
                *counts.entry(value).or_default() += 1;
            }
            let mut names: Vec<(&str, usize)> = counts.into_iter().collect();
            names.sort_unstable_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
            names.truncate(VALUES_MAX);
            let places: HashMap<&str, usize> = names.iter().enumerate().map(|(at, (name, _))| (*name, at)).collect();
            for (person, values) in people.iter_mut().zip(texts) {
                person.values.push(values[at].as_deref().and_then(|value| places.get(value)).copied());
            }
            names.into_iter().map(|(name, _)| name.to_owned()).collect()
        })
        .collect()
}

async fn mentions(asker: &Asker<'_>, period: Period, places: &[i64], corpus: &mut Corpus) -> Result<()> {
    let mut all = asker.all(&[]);
    if places.len() <= BY_PLACE_TO {
        all.within(places);
    } else {
        all.during("occurred_at", period, asker.format);
    }
    let sql = "select _position, topic, sentiment, count(*) from mentions where {where} group by 1, 2, 3";
    let sql = sql.replace("{where}", all.sql());
    let at: HashMap<i64, usize> = places.iter().enumerate().map(|(at, position)| (*position, at)).collect();
    let keys: HashMap<String, usize> =
        corpus.tree.topics.iter().enumerate().map(|(at, topic)| (topic.key.clone(), at)).collect();
    let mut tallies: Vec<Vec<(usize, Tally)>> = vec![Vec::new(); corpus.people.len()];
    let mut found = asker.lake.query(asker.workspace, &sql, all.params()).await?;
    while let Some(rows) = found.next_rows().await? {
        for row in rows {
            let [position, topic, sentiment, n] = &row[..] else { continue };
            let person = position.as_i64().and_then(|position| at.get(&position));
            // A topic that is gone is mentioned until the texts have been read again.
            let topic = topic.as_str().and_then(|key| keys.get(key));
            let (Some(person), Some(topic)) = (person, topic) else { continue };
            let n = n.as_i64().unwrap_or(0).clamp(0, i64::from(u32::MAX)) as u32;
            let tally = match sentiment.as_str() {
                Some("neg") => Tally { neg: n, read: n, pos: 0 },
                Some("pos") => Tally { pos: n, read: n, neg: 0 },
                Some(_) => Tally { read: n, ..Tally::default() },
                None => Tally::default(),
            };
            for topic in corpus.tree.up(*topic) {
                add(&mut tallies[*person], topic, tally);
            }
        }
    }
    for (person, mut tallies) in corpus.people.iter_mut().zip(tallies) {
        tallies.sort_unstable_by_key(|(topic, _)| *topic);
        person.about = tallies.into_iter().map(|(topic, tally)| About { topic, feels: tally.feel() }).collect();
    }
    Ok(())
}

fn add(tallies: &mut Vec<(usize, Tally)>, topic: usize, more: Tally) {
    match tallies.iter_mut().find(|(known, _)| *known == topic) {
        Some((_, tally)) => {
            tally.neg = tally.neg.saturating_add(more.neg);
            tally.pos = tally.pos.saturating_add(more.pos);
            tally.read = tally.read.saturating_add(more.read);
        }
        None => tallies.push((topic, more)),
    }
}

impl Tally {
    fn feel(self) -> Option<Feel> {
        if self.read == 0 {
            return None;
        }
        Some(match self.neg.cmp(&self.pos) {
            std::cmp::Ordering::Greater => Feel::Neg,
            std::cmp::Ordering::Equal => Feel::Neu,
            std::cmp::Ordering::Less => Feel::Pos,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn topic(key: &str, parent: Option<&str>) -> Topic {
        Topic { key: key.into(), parent: parent.map(Into::into), ..Topic::default() }
    }

    #[test]
    fn a_topic_knows_what_is_above_and_below() {
        let tree =
            Tree::new(vec![topic("a", None), topic("a.b", Some("a")), topic("a.b.c", Some("a.b")), topic("d", None)]);
        assert_eq!(tree.depth, [0, 1, 2, 0]);
        assert_eq!(tree.up(2).collect::<Vec<_>>(), [2, 1, 0]);
        assert_eq!(tree.down(1), [1, 2]);
        assert_eq!(tree.place("d"), Some(3));
    }

    #[test]
    fn a_response_feels_what_most_of_its_clauses_do() {
        let tally = |neg, pos, read| Tally { neg, pos, read }.feel();
        assert_eq!(tally(2, 1, 3), Some(Feel::Neg));
        assert_eq!(tally(1, 1, 2), Some(Feel::Neu));
        assert_eq!(tally(0, 0, 4), Some(Feel::Neu));
        assert_eq!(tally(0, 1, 4), Some(Feel::Pos));
        assert_eq!(tally(0, 0, 0), None);
    }
}
