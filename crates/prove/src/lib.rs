//! Prove: what acting was worth. Goals with pace and forecast, effects of initiatives against a comparison, and worth with
//! its range and its assumptions in view.
//!
//! Owns: the pages `/prove/…`. Refuses: to act; to show an effect without its interval, or a worth without where its
//! figures are from.

use std::sync::Arc;

use lake::Lake;
use ui::http::Routes;

/// Templates and catalogues of this slice.
pub const BUNDLE: ui::Bundle = ui::bundle!("prove");

/// The pages.
pub fn routes(_lake: Arc<Lake>) -> Routes {
    Routes::new()
}
