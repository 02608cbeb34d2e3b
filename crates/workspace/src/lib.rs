//! The workspace itself: who works in it, how they get in, its settings, keys, audit log, and Home.
//!
//! Owns the pages `/`, `/login`, `/logout`, `/start/{ticket}`, `/preferences` and `/settings/…`, and the rules about
//! passwords, roles and links that work once. Refuses to know what the other slices do: Home shows the parts that
//! they give it. It has no tables of its own; members, sessions, tickets, keys and audits are shared and lie in
//! `store`.

pub mod audit;
mod change;
mod desk;
mod doors;
mod form;
mod home;
pub mod keys;
pub mod members;
pub mod passwords;
mod profile;
mod prune;
mod settings;
mod teams;
mod zones;

pub use members::first_owner_ticket;
pub use passwords::{Cost, Passwords};
pub use prune::{Pruned, prune};
use ui::http::Routes;

/// Templates and catalogues of this slice.
pub const BUNDLE: ui::Bundle = ui::bundle!("workspace");

/// All routes of this slice, with passwords as strong as OWASP asks for.
pub fn routes() -> Routes {
    routes_with(Passwords::new(Cost::OWASP))
}

/// The same with another strength of passwords; tests take [`Cost::CHEAP`].
pub fn routes_with(passwords: Passwords) -> Routes {
    Routes::new()
        .merge(home::routes())
        .merge(doors::routes())
        .merge(profile::routes())
        .merge(members::routes())
        .merge(teams::routes())
        .merge(settings::routes())
        .merge(keys::routes())
        .merge(audit::routes())
        .extension(desk::Desk::new(passwords))
}
