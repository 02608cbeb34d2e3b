//! `cargo xtask faults mails`: "you said, we did" goes to thousands of customers while the server that tells them is killed every
//! few seconds and the mail server fails. None may be left out, and what comes twice must be the same mail.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, ensure};
use serde_json::json;

use super::Lab;
use crate::bench::guard::{Guard, adopt};
use crate::bench::http::Browser;
use crate::bench::pages::log_in;
use crate::bench::rig::{Nabz, Server};

#[derive(Debug, Clone, clap::Args)]
pub struct Args {
    /// Customers to tell; the API takes the consents of so many at once.
    #[arg(long, default_value_t = 10_000, value_parser = clap::value_parser!(u32).range(1..=10_000))]
    mails: u32,
    /// Seconds between kills.
    #[arg(long, default_value_t = 5)]
    every: u64,
    /// Minutes after which it has failed.
    #[arg(long, default_value_t = 60)]
    minutes: u64,
}

const READ_WITHIN: Duration = Duration::from_secs(300);

struct Telling<'a> {
    lab: &'a mut Lab,
    nabz: Nabz,
    ledger: PathBuf,
}

/// A line of the receiver's ledger.
struct Heard {
    address: String,
    id: String,
    digest: String,
    is_taken: bool,
}

pub fn run(lab: &mut Lab, args: &Args) -> Result<String> {
    let guard = Guard::temporary(&lab.root, "mails")?;
    let nabz = Nabz::new(&lab.binary, &guard.path("data"), &guard.dir);
    let ledger = guard.path("heard.csv");
    let mut telling = Telling { lab, nabz, ledger };
    let result = telling.run(args);
    telling.lab.keep_server_log(&telling.nabz);
    let _none_if_nothing_came = fs::copy(&telling.ledger, telling.lab.log_path.with_extension("heard.csv"));
    result
}

impl Telling<'_> {
    fn run(&mut self, args: &Args) -> Result<String> {
        let (receiver, address) = self.receiver()?;
        let settings = [
            ("NABZ_MAIL__SMTP", address),
            ("NABZ_MAIL__FROM", "Service <service@shop.example>".to_owned()),
            // As often as may be, so that none is given up however often this server dies.
            ("NABZ_MAIL__RETRIES", format!("[{}]", ["1"; 30].join(","))),
        ];
        self.nabz.settings = settings.map(|(name, value)| (name.to_owned(), value)).into();
        let customers: BTreeSet<String> = (0..args.mails).map(|n| format!("guest-{n}@example.com")).collect();
        self.import(&customers)?;
        let mut server = self.nabz.serve(0)?;
        let port = server.port;
        self.agree(&server, &customers)?;
        self.tell(&server, &customers)?;

        let (begun, limit) = (Instant::now(), Duration::from_secs(args.minutes * 60));
        let (mut kills, mut slowest) = (0, Duration::ZERO);
        loop {
            sleep(Duration::from_secs(args.every));
            let heard = self.heard()?;
            let reached: BTreeSet<&str> =
                heard.iter().filter(|one| one.is_taken).map(|one| one.address.as_str()).collect();
            let left = customers.len() - customers.iter().filter(|one| reached.contains(one.as_str())).count();
            self.lab.note(&format!("kill {kills}: {left} customers not reached yet"))?;
            if left == 0 {
                break;
            }
            ensure!(begun.elapsed() < limit, "not done after {} minutes", args.minutes);
            server.kill().with_context(|| format!("kill {kills}"))?;
            kills += 1;
            server = self.nabz.serve(port).with_context(|| format!("after kill {kills}"))?;
            slowest = slowest.max(server.ready_after);
        }
        let took = begun.elapsed();
        self.settle(&server, begun, limit)?;
        server.terminate()?;
        self.nabz.run(&["verify"])?;
        drop(receiver);
        let tally = self.tally(&customers)?;
        Ok(format!(
            "{kills} kills in {} s, {tally}; slowest start {} ms; seed {}",
            took.as_secs(),
            slowest.as_millis(),
            self.lab.seed,
        ))
    }

    /// The mail server and its address; it ends with the run.
    fn receiver(&self) -> Result<(Child, String)> {
        let mut child = Command::new(crate::exports::python(&self.lab.root)?)
            .arg(self.lab.root.join("bench/mail-receiver.py"))
            .arg(&self.ledger)
            .stdout(Stdio::piped())
            .spawn()
            .context("cannot start the mail server")?;
        adopt(&self.nabz.work, child.id())?;
        let mut address = String::new();
        BufReader::new(child.stdout.take().context("no standard output")?).read_line(&mut address)?;
        ensure!(address.starts_with("smtp://"), "the mail server did not start");
        Ok((child, address.trim().to_owned()))
    }

    /// What the customers complained about, a day ago.
    fn import(&self, customers: &BTreeSet<String>) -> Result<()> {
        let file = self.nabz.work.join("complaints.csv");
        let day = day("yesterday")?;
        let mut lines = String::from("id,time,email,score,comment\n");
        for (n, address) in customers.iter().enumerate() {
            writeln!(lines, "c-{n},{day}T10:00:00Z,{address},3,The bins stand in the way")?;
        }
        fs::write(&file, lines)?;
        let path = file.to_string_lossy();
        let columns = ["id=id", "time=time", "email=email", "score=nps", "comment=text"];
        let maps = columns.iter().flat_map(|column| ["--map", column]);
        let words = ["import", "responses", &path, "--survey", "visit", "--yes"].into_iter().chain(maps);
        self.nabz.run(&words.collect::<Vec<_>>()).map(drop)
    }

    fn agree(&self, server: &Server, customers: &BTreeSet<String>) -> Result<()> {
        let key = self.nabz.run(&["key", "add", "--scope", "all"])?;
        let words = customers
            .iter()
            .map(|contact| json!({"contact": contact, "purpose": "follow_up", "given": true, "how": "at the till"}));
        let body = serde_json::Value::from_iter(words).to_string();
        let bearer = format!("Bearer {}", key.trim());
        let headers = [("authorization", bearer.as_str()), ("content-type", "application/json")];
        let reply = Browser::default().send("POST", &format!("{}/api/v1/consents", server.base()), &headers, &body)?;
        ensure!(reply.status == 200, "the consents are answered with {}: {}", reply.status, reply.text());
        Ok(())
    }

    /// A topic of their complaint, an initiative of the topic, done since today: those who spoke of it are told.
    fn tell(&self, server: &Server, customers: &BTreeSet<String>) -> Result<()> {
        let mut browser = Browser::default();
        log_in(&self.nabz, server, &mut browser)?;
        let mut press = |path: &str, form: &str| -> Result<String> {
            let reply = browser.post(&format!("{}{path}", server.base()), form)?;
            ensure!(reply.status == 303, "{path} answers {}: {}", reply.status, reply.text());
            Ok(reply.header("location").context("it leads nowhere")?.to_owned())
        };
        let topic = press("/understand/topics/-/edit", "name-en=Bins&rule-en=bin&version=0&do=save")?;
        let topic = topic.split(['?', '#']).next().and_then(|path| path.rsplit('/').next()).context("no topic")?;
        // Whoever tells sees first how many: their texts are read anew for the topic.
        let begun = Instant::now();
        while self.nabz.rows("select count(*) from mentions")?.concat() != [customers.len().to_string()] {
            ensure!(begun.elapsed() < READ_WITHIN, "the complaints were not read within {} s", READ_WITHIN.as_secs());
            sleep(Duration::from_millis(500));
        }
        let plan = press("/act/initiatives/new", &format!("title=Move+the+bins&topic={topic}"))?;
        let plan = plan.split(['?', '#']).next().context("no plan")?.to_owned();
        press(&format!("{plan}/state"), &format!("to=done&starts_on={}", day("today")?))?;
        press(&format!("{plan}/told"), "words.en=We+moved+the+bins.&do=send").map(drop)
    }

    /// What the receiver has written down so far; a line that is being written is left for later.
    fn heard(&self) -> Result<Vec<Heard>> {
        let text = fs::read_to_string(&self.ledger).unwrap_or_default();
        let whole = text.rfind('\n').map_or("", |end| &text[..end]);
        whole.lines().map(parse).collect()
    }

    /// Waits until the outbox knows what the receiver knows: mails whose answer was lost are sent again.
    fn settle(&self, server: &Server, begun: Instant, limit: Duration) -> Result<()> {
        let mut browser = Browser::default();
        log_in(&self.nabz, server, &mut browser)?;
        for state in ["queued", "sending"] {
            let url = format!("{}/act/messages?state={state}", server.base());
            while browser.get(&url, &[])?.text().contains("/act/messages/msg_") {
                ensure!(begun.elapsed() < limit, "messages are still {state}");
                sleep(Duration::from_secs(1));
            }
        }
        for state in ["failed", "held_without_consent", "suppressed"] {
            let reply = browser.get(&format!("{}/act/messages?state={state}", server.base()), &[])?;
            ensure!(!reply.text().contains("/act/messages/msg_"), "messages are {state}");
        }
        Ok(())
    }

    /// What came of it all.
    ///
    /// # Errors
    /// Where a customer was left out, told in two mails, or got different bytes under one id.
    fn tally(&mut self, customers: &BTreeSet<String>) -> Result<String> {
        let heard = self.heard()?;
        let mut mails: BTreeMap<&str, BTreeMap<&str, (BTreeSet<&str>, u64)>> = BTreeMap::new();
        for one in &heard {
            let (digests, times) = mails.entry(&one.address).or_default().entry(&one.id).or_default();
            digests.insert(&one.digest);
            *times += u64::from(one.is_taken);
        }
        let lost = customers.iter().filter(|one| !mails.contains_key(one.as_str())).count();
        let strangers = mails.keys().filter(|address| !customers.contains(**address)).count();
        let twice = mails.values().filter(|ids| ids.len() > 1).count();
        let letters = || mails.values().flat_map(BTreeMap::values);
        let differing = letters().filter(|(digests, _)| digests.len() > 1).count();
        let doubles = letters().filter(|(_, times)| *times > 1).count();
        let tally = format!(
            "{} mails in {} attempts, {lost} lost, {twice} under two ids, {doubles} taken again with the same id, {differing} of them with other bytes, {strangers} to others",
            mails.len(),
            heard.len(),
        );
        self.lab.note(&tally)?;
        ensure!(lost == 0 && twice == 0 && differing == 0 && strangers == 0, "{tally}");
        Ok(tally)
    }
}

/// A day as GNU date says it.
fn day(which: &str) -> Result<String> {
    let output =
        Command::new("date").args(["--utc", "--date", which, "+%Y-%m-%d"]).output().context("cannot run date")?;
    Ok(String::from_utf8(output.stdout)?.trim().to_owned())
}

fn parse(line: &str) -> Result<Heard> {
    let cells: Vec<&str> = line.split(',').collect();
    let [address, id, digest, fate] = cells[..] else { anyhow::bail!("odd line in the ledger: {line}") };
    Ok(Heard {
        address: address.to_owned(),
        id: id.to_owned(),
        digest: digest.to_owned(),
        is_taken: matches!(fate, "taken" | "mute"),
    })
}
