//! What tests stand on: a database of each kind, a clock that moves when told, chance that repeats, and builders.
//!
//! ```ignore
//! testkit::on_both!(a_duplicate_counts_once);
//!
//! async fn a_duplicate_counts_once(db: Db) {
//!     let (store, ws) = testkit::store(&db).await;
//!     …
//! }
//! ```
//! makes the tests `a_duplicate_counts_once::sqlite` and `a_duplicate_counts_once::postgres`.

mod db;
mod env;
mod hooks;
mod make;
mod real;
mod smtp;

pub use db::{Db, POSTGRES, SKIP_POSTGRES, run_on_postgres, run_on_sqlite};
pub use env::{Chance, Clock, START};
pub use hooks::{Hook, Receiver};
pub use make::{member, nps_survey, partial, response, store, store_with, survey};
pub use real::{Imap, PYTHON, PythonSmtp, SKIP_MAIL, is_mail_left_out};
pub use smtp::{Smtp, Taken};

/// Makes each named story (`async fn(Db)`) a test on SQLite and a test on PostgreSQL.
#[macro_export]
macro_rules! on_both {
    ($($story:ident),+ $(,)?) => {$(
        mod $story {
            #[test]
            fn sqlite() {
                $crate::run_on_sqlite(super::$story);
            }

            #[test]
            fn postgres() {
                $crate::run_on_postgres(super::$story);
            }
        }
    )+};
}

/// Makes each named story a test on SQLite alone, for what only that has.
#[macro_export]
macro_rules! on_sqlite {
    ($($story:ident),+ $(,)?) => {$(
        mod $story {
            #[test]
            fn sqlite() {
                $crate::run_on_sqlite(super::$story);
            }
        }
    )+};
}

/// Makes each named story a test on PostgreSQL alone, for what only that has.
#[macro_export]
macro_rules! on_postgres {
    ($($story:ident),+ $(,)?) => {$(
        mod $story {
            #[test]
            fn postgres() {
                $crate::run_on_postgres(super::$story);
            }
        }
    )+};
}
