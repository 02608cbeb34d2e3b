//! Files that respondents send while the server is killed: what was acknowledged can be fetched, byte for byte.

use std::thread::{self, JoinHandle};

use anyhow::{Context as _, Result, bail, ensure};
use serde_json::json;

use crate::bench::http::Browser;
use crate::bench::pages::{hidden, log_in};
use crate::bench::rig::{Nabz, Server};

const SURVEY: &str = "files";
const BORDER: &str = "between-parts";

/// One respondent after another, each with a file whose content nobody else has.
#[derive(Debug)]
pub struct Uploads {
    path: String,
    acked: Vec<String>,
}

/// What was acknowledged until the server was gone, or had enough of one address.
#[derive(Debug)]
pub struct Sending(JoinHandle<Vec<String>>);

impl Uploads {
    pub fn new(nabz: &Nabz) -> Result<Self> {
        let path = nabz.publish(
            SURVEY,
            &json!({
                "languages": ["en"], "title": {"en": "Files"},
                "questions": [
                    {"key": "mark", "kind": "text", "title": {"en": "Mark"}},
                    {"key": "file", "kind": "file", "title": {"en": "File"}, "files": {"types": ["txt"]}},
                ],
                "blocks": [{"key": "b", "pages": [{"questions": ["mark", "file"]}]}],
            }),
        )?;
        Ok(Self { path, acked: Vec::new() })
    }

    pub fn start(&self, server: &Server, round: u64) -> Sending {
        let page = format!("{}{}", server.base(), self.path);
        Sending(thread::spawn(move || {
            let mut acked = Vec::new();
            // A broken connection and a refusal both end the round; only what was acknowledged counts.
            while let Ok(true) = send(&page, &format!("upload-{round}-{}", acked.len())) {
                acked.push(format!("upload-{round}-{}", acked.len()));
            }
            acked
        }))
    }

    pub fn reap(&mut self, sending: Sending) -> Result<usize> {
        let Ok(acked) = sending.0.join() else { bail!("a respondent panicked") };
        let count = acked.len();
        self.acked.extend(acked);
        Ok(count)
    }

    /// Fetches every acknowledged file as a member does.
    pub fn audit(&self, nabz: &Nabz, server: &Server) -> Result<String> {
        let pairs = nabz.rows(&format!(
            "select a.text, b.text from answers a join answers b on a.response_id = b.response_id \
             where a.survey = '{SURVEY}' and b.survey = '{SURVEY}' and a.question = 'mark' and b.question = 'file'"
        ))?;
        let mut browser = Browser::default();
        log_in(nabz, server, &mut browser)?;
        for mark in &self.acked {
            let found: Vec<_> = pairs.iter().filter(|pair| pair.first() == Some(mark)).collect();
            ensure!(found.len() == 1, "the acknowledged upload {mark} is there {} times", found.len());
            let id = found[0].get(1).context("an answer without its file")?;
            let reply = browser.get(&format!("{}/listen/files/{id}", server.base()), &[])?;
            ensure!(
                reply.status == 200 && reply.body == content(mark).as_bytes(),
                "the file of {mark} answers {}",
                reply.status
            );
        }
        ensure!(!self.acked.is_empty(), "no upload was acknowledged");
        Ok(format!("{} of {} uploads there whole", self.acked.len(), self.acked.len()))
    }
}

fn content(mark: &str) -> String {
    format!("{mark}\n").repeat(500)
}

/// Whether the page with the file was taken.
fn send(page: &str, mark: &str) -> Result<bool> {
    let mut browser = Browser::default();
    let html = browser.get(page, &[])?.text();
    let mut body = String::new();
    let fields = [("a.mark".to_owned(), mark.to_owned()), ("go".to_owned(), "next".to_owned())];
    for (name, value) in hidden(&html).into_iter().chain(fields) {
        body += &format!("--{BORDER}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
    }
    body += &format!(
        "--{BORDER}\r\nContent-Disposition: form-data; name=\"a.file:file\"; filename=\"{mark}.txt\"\r\n\r\n{}\r\n--{BORDER}--\r\n",
        content(mark)
    );
    let reply = browser.post_as(page, &format!("multipart/form-data; boundary={BORDER}"), &body)?;
    // The thanks have an address of their own.
    Ok(reply.status == 303)
}
