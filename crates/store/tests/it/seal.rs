//! Secrets that lie sealed in the database, with their key beside it.

use store::seal::{FILE, Shut};
use store::{Settings, Store};
use testkit::Db;

testkit::on_both!(a_secret_opens_where_it_was_sealed_for, without_its_key_a_secret_stays_shut);

fn shut(error: &kernel::Error) -> Option<Shut> {
    match error {
        kernel::Error::Internal(cause) => cause.downcast_ref::<Shut>().copied(),
        _ => None,
    }
}

async fn a_secret_opens_where_it_was_sealed_for(db: Db) {
    let store = db.open().await;
    let sealed = store.seal("hooks:1", b"secret").expect("sealed");
    assert!(!sealed.contains("secret"));
    assert_ne!(sealed, store.seal("hooks:1", b"secret").expect("sealed"), "twice is not the same");
    assert_eq!(db.open().await.unseal("hooks:1", &sealed).expect("opened by another handle"), b"secret");
    assert_eq!(shut(&store.unseal("hooks:2", &sealed).expect_err("another row")), Some(Shut::Damaged));
    let changed = if sealed.ends_with('0') { "1" } else { "0" };
    let damaged = format!("{}{changed}{}", &sealed[..sealed.len() - 6], &sealed[sealed.len() - 5..]);
    if damaged != sealed {
        assert_eq!(shut(&store.unseal("hooks:1", &damaged).expect_err("damaged")), Some(Shut::Damaged));
    }
    for odd in ["", "0", "zz", "????"] {
        assert!(store.unseal("hooks:1", odd).is_err(), "{odd}");
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = std::fs::metadata(db.folder().join(FILE)).expect("a file").permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
}

async fn without_its_key_a_secret_stays_shut(db: Db) {
    let sealed = db.open().await.seal("hooks:1", b"secret").expect("sealed");
    let elsewhere = db.folder().join("elsewhere");
    std::fs::create_dir(&elsewhere).expect("a folder");
    let settings = Settings { folder: elsewhere, ..db.settings().clone() };
    // Another data folder makes a key of its own.
    let other = Store::open(&settings, kernel::Env::system()).await.expect("it opens");
    assert_eq!(shut(&other.unseal("hooks:1", &sealed).expect_err("another key")), Some(Shut::OtherKey));
}
