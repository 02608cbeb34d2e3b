//! Stories of this slice over HTTP, on both databases.

mod api;
mod app;
mod editor;
mod import_pages;
mod imports;
mod look;
mod respond;
