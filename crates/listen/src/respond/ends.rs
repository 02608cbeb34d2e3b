//! Where a response ends: thanks, words of the survey's own endings, and addresses elsewhere.

use axum::http::{HeaderValue, header};
use axum::response::Response;
use kernel::Result;
use kernel::flow;
use kernel::format::Format;
use kernel::survey::pipe::Pipe;
use kernel::survey::{Ending, Outcome};
use ui::http::{encode, see_other};

use crate::respond::draft::{LIMIT, QUOTA, USUAL};
use crate::respond::page::{self, Word};
use crate::respond::visit::{Visit, path};
use crate::surveys::theme;

/// The page for a response that has reached an ending.
pub fn ended(visit: &Visit<'_>) -> Result<Response> {
    let (web, manner, survey) = (visit.web, &visit.manner, visit.survey);
    let ending = visit.draft.ending.as_str();
    if let Some(quota) = ending.strip_prefix(QUOTA) {
        let quota = survey.quotas.iter().find(|one| one.key == quota);
        let own = quota.and_then(|quota| survey.ending(quota.ending.as_deref()?));
        return own.map_or_else(|| page::word(web, manner, Word::Full), |own| told(visit, own, Word::Full));
    }
    match survey.ending(ending) {
        Some(own) => told(visit, own, if own.outcome == Outcome::Complete { Word::Thanks } else { Word::Screened }),
        None if ending == LIMIT => page::word(web, manner, Word::Full),
        None => {
            debug_assert!(ending == USUAL || ending.is_empty());
            usual(visit)
        }
    }
}

/// The usual thanks have an address of their own, so that a refresh sends nothing again; unless they quote answers.
fn usual(visit: &Visit<'_>) -> Result<Response> {
    let wording = visit.survey.thanks.get(&visit.manner.language, &visit.survey.languages).unwrap_or_default();
    if !wording.contains('{') {
        let look = theme::variant(&visit.survey.theme, &visit.draft.origin);
        let look = look.map_or_else(String::new, |variant| format!("&look={}", encode(&variant.key)));
        return Ok(see_other(&format!("{}/thanks?lang={}{look}", path(visit.live), encode(&visit.manner.language))));
    }
    let situation = visit.draft.situation(visit.survey, &visit.id, &visit.full);
    let text = page::say(&visit.survey.thanks, &situation, None);
    page::ending(visit.web, &visit.manner, Word::Thanks, None, text)
}

/// The words of an ending, and the way on where it names an address.
fn told(visit: &Visit<'_>, ending: &Ending, word: Word) -> Result<Response> {
    let situation = visit.draft.situation(visit.survey, &visit.id, &visit.full);
    let say = |text| page::say(text, &situation, None);
    let mut response = page::ending(visit.web, &visit.manner, word, say(&ending.title), say(&ending.text))?;
    // Not a redirect: browsers that follow our policy for forms would refuse one that leads to another site.
    if let Some(address) = ending.redirect.as_deref().and_then(|address| elsewhere(visit, address))
        && let Ok(refresh) = HeaderValue::from_str(&format!("0;url={address}"))
    {
        response.headers_mut().insert(header::REFRESH, refresh);
    }
    Ok(response)
}

/// An address with answers and attributes filled in. Nothing that was answered decides to which site it leads.
fn elsewhere(visit: &Visit<'_>, address: &str) -> Option<String> {
    let host = address.strip_prefix("https://")?.split(['/', '?', '#']).next()?;
    if host.is_empty() || host.contains(['{', '}', '@', '\\']) {
        return None;
    }
    let situation = visit.draft.situation(visit.survey, &visit.id, &visit.full);
    let answers = flow::walk(&situation).answers(&visit.draft.given);
    let format = Format::of(visit.manner.locale());
    let pipe = Pipe::new(visit.survey, &answers, situation.attributes, situation.language, &format);
    let filled = pipe.url(address);
    let is_plain = |c: char| c.is_ascii_graphic() && !matches!(c, '"' | '<' | '>' | '\\' | '^' | '`' | '{' | '|' | '}');
    let ascii: String =
        filled.chars().map(|c| if is_plain(c) { c.to_string() } else { encode(&c.to_string()) }).collect();
    Some(ascii)
}
