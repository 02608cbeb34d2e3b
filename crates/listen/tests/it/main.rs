//! Stories of this slice over HTTP, on both databases.

mod api;
mod app;
mod doors;
mod editor;
mod editor_logic;
mod editor_look;
mod import_pages;
mod imports;
mod lifecycle;
mod lifecycle_look;
mod look;
mod looks;
mod proposed;
mod respond;
