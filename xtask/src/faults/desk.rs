//! What members do while the server is killed: plans, goals and answers to customers that were acknowledged are there, each
//! once; an answer that is sent again because nobody knows whether it went out is not sent twice.

use std::thread::{self, JoinHandle};

use anyhow::{Context as _, Result, bail, ensure};

use crate::bench::http::Browser;
use crate::bench::pages::log_in;
use crate::bench::rig::{Nabz, Server, Target};

/// One member, who does one thing after another.
#[derive(Debug)]
pub struct Desk {
    /// As forms name it: survey and question.
    number: String,
    at: Option<Member>,
}

#[derive(Debug, Default)]
struct Member {
    browser: Browser,
    /// The case that is answered again and again.
    case: Option<String>,
    plans: Vec<String>,
    goals: Vec<String>,
    answers: Vec<String>,
    /// An answer that nobody acknowledged: it is sent again, as a member would.
    doubtful: Option<String>,
}

#[derive(Debug)]
pub struct Working(JoinHandle<Member>);

impl Desk {
    pub fn new(nabz: &Nabz, server: &Server, target: &Target) -> Result<Self> {
        let mut member = Member::default();
        log_in(nabz, server, &mut member.browser)?;
        Ok(Self { number: format!("{}/{}", target.survey, target.question), at: Some(member) })
    }

    pub fn start(&mut self, server: &Server, round: u64) -> Result<Working> {
        let mut member = self.at.take().context("the member is at work")?;
        let (base, number) = (server.base(), self.number.clone());
        Ok(Working(thread::spawn(move || {
            // A broken connection ends the round.
            for n in 0.. {
                if member.work(&base, &number, &format!("{round}-{n}")).is_err() {
                    break;
                }
            }
            member
        })))
    }

    pub fn reap(&mut self, working: Working) -> Result<()> {
        let Ok(member) = working.0.join() else { bail!("a member panicked") };
        self.at = Some(member);
        Ok(())
    }

    /// Looks for everything that was acknowledged.
    pub fn audit(&mut self, nabz: &Nabz, server: &Server) -> Result<String> {
        let member = self.at.as_mut().context("the member is at work")?;
        let titles = |table: &str| -> Result<Vec<String>> {
            let rows = nabz.rows(&format!("select title from {table}"))?;
            Ok(rows.into_iter().flatten().collect())
        };
        for (what, acked, found) in
            [("plan", &member.plans, titles("initiatives")?), ("goal", &member.goals, titles("goals")?)]
        {
            ensure!(!acked.is_empty(), "no {what} was acknowledged");
            for title in acked {
                let times = found.iter().filter(|one| *one == title).count();
                ensure!(times == 1, "the acknowledged {what} {title} is there {times} times");
            }
        }
        // Whoever opened a sign-in link since has ended this member's session.
        log_in(nabz, server, &mut member.browser)?;
        let mut sent = String::new();
        for page in 0.. {
            let url = format!("{}/act/messages?state=queued&page={page}", server.base());
            let reply = member.browser.get(&url, &[])?;
            ensure!(reply.status == 200, "{url} answers {}", reply.status);
            let html = reply.text();
            let is_last = !html.contains("answer-");
            sent += &html;
            if is_last {
                break;
            }
        }
        ensure!(!member.answers.is_empty(), "no answer to a customer was acknowledged");
        for answer in &member.answers {
            let times = sent.matches(&format!(">{answer}<")).count();
            ensure!(times == 1, "the acknowledged {answer} is in the outbox {times} times");
        }
        let (plans, goals, answers) = (member.plans.len(), member.goals.len(), member.answers.len());
        Ok(format!("{plans} plans, {goals} goals and {answers} answers to customers there once"))
    }
}

impl Member {
    fn work(&mut self, base: &str, number: &str, id: &str) -> Result<()> {
        let plan = format!("plan-{id}");
        self.press(&format!("{base}/act/initiatives/new"), &format!("title={plan}"))?;
        self.plans.push(plan);
        let goal = format!("goal-{id}");
        let form = format!(
            "title={goal}&number={number}&of=number&from=0&to=50&from_day=2026-01-01&by_day=2030-01-01&for.form=lines"
        );
        self.press(&format!("{base}/prove/goals/new"), &form)?;
        self.goals.push(goal);
        self.answer(base, id)
    }

    fn answer(&mut self, base: &str, id: &str) -> Result<()> {
        if self.case.is_none() {
            let queue = self.browser.get(&format!("{base}/act?which=open"), &[])?.text();
            self.case =
                queue.split("/act/cases/").nth(1).and_then(|rest| rest.split(['?', '"']).next()).map(str::to_owned);
        }
        // Until the first low score has come in there is nobody to answer.
        let Some(case) = &self.case else { return Ok(()) };
        let address = format!("{base}/act/cases/{case}/reply");
        let answer = self.doubtful.take().unwrap_or_else(|| format!("answer-{id}."));
        self.doubtful = Some(answer.clone());
        // Of letters and digits, and of no two answers the same.
        let once = answer.replace('-', "x");
        let form = format!("once={once}&address=guest%40example.com&language=en&subject={answer}&text=We+are+sorry");
        self.press(&address, &form)?;
        self.doubtful = None;
        self.answers.push(answer);
        Ok(())
    }

    fn press(&mut self, url: &str, form: &str) -> Result<()> {
        let reply = self.browser.post(url, form)?;
        ensure!(reply.status == 303, "{url} answers {}: {}", reply.status, reply.text());
        Ok(())
    }
}
