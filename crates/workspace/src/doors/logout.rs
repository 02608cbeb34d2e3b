//! Log-out: the session ends in the database, not only in the browser.

use store::sessions;
use ui::http::{Reply, see_other, sign_out};

use super::Guest;

pub(super) async fn submit(guest: Guest) -> Reply {
    if let Some(secret) = guest.session_secret() {
        let txn = guest.web.store.write().await?;
        sessions::close(&txn, &secret).await?;
        txn.commit().await?;
    }
    let mut response = see_other("/login");
    sign_out(&guest.web, &mut response);
    Ok(response)
}
