//! Database errors become the kernel's: a full disk and a broken one are told apart from the rest.

use kernel::Error;
use sea_orm::DbErr;

/// Maps a driver's error once, where it leaves the store.
pub fn db(error: DbErr) -> Error {
    let words = error.to_string();
    if words.contains("database or disk is full") || words.contains("No space left on device") {
        Error::DiskFull
    } else if matches!(error, DbErr::ConnectionAcquire(_) | DbErr::Conn(_)) || words.contains("database is locked") {
        Error::Unavailable(words)
    } else {
        Error::internal(error)
    }
}

/// `.check()` turns a driver's result into the kernel's.
pub trait Check<T> {
    fn check(self) -> kernel::Result<T>;
}

impl<T> Check<T> for Result<T, DbErr> {
    fn check(self) -> kernel::Result<T> {
        self.map_err(db)
    }
}

/// SQLite could not read or sync its files. After a failed sync the page cache cannot be trusted, so the process
/// must stop and recover from the log rather than retry.
pub(crate) fn is_disk_failure(error: &Error) -> bool {
    let Error::Internal(cause) = error else { return false };
    let words = cause.to_string();
    words.contains("disk I/O error") || words.contains("database disk image is malformed")
}
