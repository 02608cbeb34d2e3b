//! The HTTP kit: who is asking, which routes there are, how answers and errors leave.
//!
//! A handler takes [`Viewer`], [`Agent`], [`Manager`], [`Admin`] or [`Owner`]: without one there is no workspace
//! to query with. It returns `Result<Response, Failure>`; one outer layer words the failures.

mod asking;
mod assets;
mod failure;
mod fields;
mod forwarded;
mod guard;
mod limit;
mod part;
mod reply;
mod routes;
mod web;

pub use asking::{
    Admin, Agent, As, Asking, Carrier, Keeper, KeyHolder, Manager, Owner, Reader, Sender, Viewer,
    cookie as request_cookie, locale, session_secret, sign_in, sign_out, theme,
};
pub use assets::routes as assets;
pub use failure::{Failure, Reply, api_locale, words};
pub use fields::Fields;
pub use forwarded::ClientIp;
pub use guard::protect;
pub use limit::Limiter;
pub use part::{Column, HomePart};
pub use reply::{Flash, cookie, encode, html, is_local, no_content, respondent, see_other};
pub use routes::{Access, Route, Routes};
pub use web::{Web, WebConfig};
