//! Which responses call for an answer.

use kernel::Timestamp;
use kernel::signal::{Answer, Response};
use kernel::survey::{Kind, Scale, Survey};

/// A complaint that was older than this when it came in (an import of last year's answers) opens no case: nobody
/// waits for an answer any more.
pub const RECENT_MICROS: i64 = 30 * kernel::time::DAY;

/// Why a case is open.
#[derive(Clone, Debug, PartialEq)]
pub enum Why {
    /// A detractor, or the lower third of another scale.
    LowScore(Answer),
    /// The word of anger.
    AngryWord(&'static str),
}

/// Whether a response calls for an answer. The lowest score counts; without a low one, an angry word does.
pub fn judge(response: &Response, survey: Option<&Survey>, language: Option<&str>) -> Option<Why> {
    if survey.is_some_and(|survey| survey.anonymous) {
        return None;
    }
    let scale = |answer: &Answer| {
        let asked = survey.and_then(|survey| survey.asked(&answer.question)).and_then(|question| question.scale());
        asked.or_else(|| answer.kind.scale())
    };
    let low = response
        .answers
        .iter()
        .filter_map(|answer| Some((answer, share(answer.score?, scale(answer)?))))
        .filter(|(answer, share)| is_low(answer.kind, *share))
        .min_by(|(_, a), (_, b)| a.total_cmp(b));
    if let Some((answer, _)) = low {
        return Some(Why::LowScore(answer.clone()));
    }
    texts(response).find_map(|text| text::anger::word(text, language)).map(Why::AngryWord)
}

/// Whether it came in time to be answered.
pub fn is_recent(occurred_at: Timestamp, received_at: Timestamp) -> bool {
    received_at.since(occurred_at) <= RECENT_MICROS
}

/// What the customer wrote: words, not addresses, dates or files.
pub fn texts(response: &Response) -> impl Iterator<Item = &str> {
    let said = |answer: &&Answer| answer.kind.is_verbatim() || answer.kind.has_options() || answer.kind == Kind::Matrix;
    response.answers.iter().filter(said).filter_map(|answer| answer.text.as_deref())
}

/// Where on its scale a score lies, from 0 to 1.
fn share(score: f64, scale: Scale) -> f64 {
    (score - f64::from(scale.from)) / f64::from(scale.to - scale.from).max(1.0)
}

fn is_low(kind: Kind, share: f64) -> bool {
    match kind {
        // 0 to 6 of 10: detractors.
        Kind::Nps => share <= 0.6,
        // 1 and 2 of 5; 1, 2 and 3 of 7.
        _ => share <= 1.0 / 3.0,
    }
}

#[cfg(test)]
mod tests {
    use kernel::signal::State;

    use super::*;

    fn response(answers: Vec<Answer>) -> Response {
        Response {
            survey: "visit".into(),
            state: State::Complete,
            started_at: Timestamp(0),
            completed_at: None,
            answers,
            course: None,
        }
    }

    fn scored(kind: Kind, score: f64) -> Answer {
        Answer { question: kind.as_str().into(), kind, score: Some(score), choice: None, text: None }
    }

    fn written(text: &str) -> Answer {
        Answer { question: "why".into(), kind: Kind::Text, score: None, choice: None, text: Some(text.into()) }
    }

    fn judged(answers: Vec<Answer>) -> Option<Why> {
        judge(&response(answers), None, Some("en"))
    }

    #[test]
    fn low_ends_of_all_scales_open_a_case() {
        for (kind, low, fine) in
            [(Kind::Nps, 6.0, 7.0), (Kind::Csat, 2.0, 3.0), (Kind::Ces, 3.0, 4.0), (Kind::Rating, 2.0, 3.0)]
        {
            assert!(matches!(judged(vec![scored(kind, low)]), Some(Why::LowScore(_))), "{kind} {low}");
            assert_eq!(judged(vec![scored(kind, fine)]), None, "{kind} {fine}");
        }
    }

    #[test]
    fn the_lowest_score_is_the_reason() {
        let why = judged(vec![scored(Kind::Nps, 5.0), scored(Kind::Csat, 1.0)]);
        assert!(matches!(why, Some(Why::LowScore(answer)) if answer.kind == Kind::Csat));
    }

    #[test]
    fn an_angry_word_counts_even_with_a_high_score() {
        let why = judged(vec![scored(Kind::Nps, 9.0), written("The waiter was rude.")]);
        assert_eq!(why, Some(Why::AngryWord("rude")));
    }

    #[test]
    fn anonymous_surveys_open_no_case() {
        let survey = Survey { anonymous: true, ..Survey::default() };
        assert_eq!(judge(&response(vec![scored(Kind::Nps, 0.0)]), Some(&survey), None), None);
    }

    #[test]
    fn old_complaints_are_history() {
        let received = Timestamp(RECENT_MICROS * 2);
        assert!(is_recent(received.minus(RECENT_MICROS), received));
        assert!(!is_recent(received.minus(RECENT_MICROS + 1), received));
    }
}
