//! Who may read what respondents of a survey wrote. The rule itself is the store's, as other slices keep it, too.

use kernel::{Result, Role};
use store::entity::survey;
use ui::http::Asking;

/// Whether this member may; no survey stands for one that is gone.
pub async fn may_read(asking: &Asking, survey: Option<&survey::Model>) -> Result<bool> {
    Ok(asking.role() >= least(asking, survey).await?)
}

/// The least role that may.
pub async fn least(asking: &Asking, survey: Option<&survey::Model>) -> Result<Role> {
    Ok(asking.store().verbatim_readers(asking.workspace()).await?.least(survey))
}
