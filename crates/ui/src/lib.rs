//! What people see and how they reach it: page shell, components, charts, catalogues, assets, and the HTTP kit.
//!
//! Templates live beside their slice (`crates/<slice>/templates`) and are registered with [`bundle!`]; this crate owns
//! the shell, the parts that pages are made of, and everything that they share.

pub mod assets;
pub mod brand;
pub mod bundle;
pub mod catalogue;
pub mod chart;
pub mod condition;
pub mod feeling;
mod functions;
pub mod http;
pub mod icons;
pub mod pages;
pub mod respondent;
pub mod shell;
pub mod tone;

pub use brand::{Brand, Look};
pub use bundle::Bundle;
pub use catalogue::{Args, Catalogue};
pub use chart::Chart;
pub use feeling::Feeling;
pub use pages::{Pages, RenderError};
pub use respondent::Respondent;
pub use shell::{Section, Shell, Theme};
pub use tone::Tone;

// For the macros of this crate, which expand in crates that need not name these.
#[doc(hidden)]
pub use {fluent_bundle, include_dir, kernel};

/// The bundle of this crate: the shell and its parts.
pub const BUNDLE: Bundle = bundle!("ui");
