//! Who sends: the holder of a key for responses, remembered for a second so that a flood of answers does not read
//! the key from the database for each. A revoked key is refused at the latest after [`crate::doors::FRESH`].

use axum::extract::FromRequestParts;
use axum::http::{header, request::Parts};
use kernel::{Error, WorkspaceId};
use sha2::{Digest, Sha256};
use ui::http::{Failure, Sender, Web};

use crate::doors::{Doors, Holder};

/// The holder of a key that may send responses.
pub struct Sending {
    pub web: Web,
    pub doors: Doors,
    pub workspace: WorkspaceId,
}

impl FromRequestParts<Web> for Sending {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, web: &Web) -> Result<Self, Failure> {
        let doors = parts.extensions.get::<Doors>().cloned().ok_or_else(|| Error::internal("the doors are missing"))?;
        let header = parts.headers.get(header::AUTHORIZATION).ok_or(Error::Unknown)?;
        let (hash, now) = (Sha256::digest(header.as_bytes()).into(), web.env().now());
        let holder = match doors.holder(&hash, now) {
            Some(holder) => holder,
            None => {
                let sender = Sender::from_request_parts(parts, web).await?;
                doors.remember(hash, Holder { workspace: sender.workspace() }, now)
            }
        };
        Ok(Self { web: web.clone(), doors, workspace: holder.workspace })
    }
}
