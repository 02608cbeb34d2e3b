//! Database errors become the kernel's: a full disk, a database that is away and a broken disk are told apart.

use kernel::Error;
use sea_orm::{DbErr, RuntimeErr, SqlxError};

/// Maps a driver's error once, where it leaves the store.
pub fn db(error: DbErr) -> Error {
    match fault(&error) {
        Fault::Full => Error::DiskFull,
        Fault::Away => Error::Unavailable(error.to_string()),
        Fault::Other => Error::internal(error),
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

enum Fault {
    Full,
    /// The same may well work in a moment.
    Away,
    Other,
}

fn fault(error: &DbErr) -> Fault {
    let (DbErr::Conn(cause) | DbErr::Exec(cause) | DbErr::Query(cause)) = error else {
        return if matches!(error, DbErr::ConnectionAcquire(_)) { Fault::Away } else { Fault::Other };
    };
    let RuntimeErr::SqlxError(cause) = cause else { return Fault::Other };
    match &**cause {
        SqlxError::Database(told) => told.code().map_or(Fault::Other, |code| coded(&code)),
        SqlxError::Io(_) | SqlxError::PoolTimedOut | SqlxError::PoolClosed | SqlxError::WorkerCrashed => Fault::Away,
        _ if matches!(error, DbErr::Conn(_)) => Fault::Away,
        _ => Fault::Other,
    }
}

/// PostgreSQL's codes have five characters (its manual, appendix A); SQLite's are numbers of at most four digits whose
/// low byte is the class (sqlite.org/rescode.html).
fn coded(code: &str) -> Fault {
    if code.len() == 5 {
        return match code {
            "53100" => Fault::Full,
            // Serialisation, deadlock, too many connections, lock, a primary that became a standby, shutdowns.
            "40001" | "40P01" | "53300" | "55P03" | "25006" | "57P01" | "57P02" | "57P03" => Fault::Away,
            _ if code.starts_with("08") => Fault::Away,
            _ => Fault::Other,
        };
    }
    match code.parse::<u32>() {
        // SQLITE_IOERR_SHMSIZE: no room for the index of the write-ahead log.
        Ok(4874) => Fault::Full,
        Ok(number) if number & 0xff == 13 => Fault::Full,
        Ok(number) if matches!(number & 0xff, 5 | 6) => Fault::Away,
        _ => Fault::Other,
    }
}
