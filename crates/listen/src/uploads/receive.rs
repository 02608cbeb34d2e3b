//! Takes a page with files from the browser: fields as they come, each file checked and put in its place.

use std::net::IpAddr;
use std::path::{Path, PathBuf};

use axum::extract::multipart::{Field, MultipartError};
use axum::extract::{FromRequest, Multipart, Request};
use axum::http::{StatusCode, header};
use kernel::survey::{Kind, Survey};
use kernel::{Error, Refusal, Result};
use sha2::{Digest, Sha256};
use store::Store;
use tokio::io::AsyncWriteExt;
use ui::http::{Failure, Fields};

use super::clean;
use super::kinds::{self, FileKind, HEAD_BYTES};
use super::{FILE_BYTES_MAX, FILES_MAX, NAME_CHARS_MAX, folder, path};
use crate::doors::{Doors, Live};
use crate::respond::form::Sent;

/// Bytes of one field that is no file, and fields of a page, at most.
const FIELD_BYTES_MAX: usize = 256 << 10;
/// Bytes of a page without files.
const FORM_BYTES_MAX: usize = 2 << 20;
pub(super) const FIELDS_MAX: usize = 5_000;
/// Types and bytes of a picture that stands on a page, such as a logo or an option.
const PICTURES: [&str; 4] = ["jpg", "png", "webp", "gif"];
pub const PICTURE_BYTES_MAX: u64 = 1 << 20;

/// The body of a page as it was sent: a plain form, or one with files.
pub enum Answers {
    Plain(Fields),
    Files(Box<Multipart>),
}

impl<S: Send + Sync> FromRequest<S> for Answers {
    type Rejection = Failure;

    async fn from_request(request: Request, state: &S) -> Result<Self, Failure> {
        let kind = request.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
        if kind.starts_with("multipart/form-data") {
            let multipart = Multipart::from_request(request, state).await.map_err(|_| Refusal::new("bad_form"))?;
            return Ok(Self::Files(Box::new(multipart)));
        }
        let body = axum::body::to_bytes(request.into_body(), FORM_BYTES_MAX).await;
        let body = body.map_err(|_| Refusal::new("too_large"))?;
        Ok(Self::Plain(Fields::parse(&body)))
    }
}

/// What a page brought.
#[derive(Debug, Default)]
pub struct Received {
    pub fields: Fields,
    pub files: Vec<File>,
    /// Of files that were not taken, at their question.
    pub refusals: Vec<Refusal>,
}

/// A file in its place that no row names yet. Dropped without [`File::keep`], it is removed.
#[derive(Debug)]
pub struct File {
    pub id: String,
    /// The answer key.
    pub question: String,
    pub name: String,
    pub kind: FileKind,
    pub bytes: u64,
    pub sha256: String,
    path: Option<PathBuf>,
}

impl File {
    /// A row names it now.
    pub fn keep(mut self) {
        self.path = None;
    }
}

impl Drop for File {
    fn drop(&mut self) {
        if let Some(path) = self.path.take() {
            // What cannot be removed now is swept up later.
            drop(std::fs::remove_file(path));
        }
    }
}

/// Which files are taken for a field.
#[derive(Clone, Debug)]
pub struct Takes {
    /// Extensions.
    pub types: Vec<String>,
    pub bytes_max: u64,
    /// What pictures say besides what is seen is taken out.
    pub cleans: bool,
}

impl Takes {
    /// What a question takes that has this answer key; none if it takes no files.
    fn of(survey: &Survey, key: &str, anonymous: bool) -> Option<Self> {
        let question = survey.asked(key).filter(|question| question.kind == Kind::File)?;
        let types = question.files.taken(anonymous).into_iter().map(str::to_owned).collect();
        let bytes_max = question.files.bytes_max.unwrap_or(FILE_BYTES_MAX).min(FILE_BYTES_MAX);
        Some(Self { types, bytes_max, cleans: anonymous })
    }

    /// What a survey shows is seen by everybody: where a photo was taken is not for them.
    pub fn pictures() -> Self {
        Self { types: PICTURES.map(str::to_owned).to_vec(), bytes_max: PICTURE_BYTES_MAX, cleans: true }
    }

    pub fn media() -> Self {
        Self { types: kinds::MEDIA.map(str::to_owned).to_vec(), bytes_max: FILE_BYTES_MAX, cleans: true }
    }
}

/// Reads the whole page. Each file that fits is put into the data folder, and its id stands among the fields as the
/// question's value; each that does not is passed over and refused.
///
/// # Errors
/// `bad_form`, `too_large`; `TooMany` when an address sends more files than people do; `DiskFull`.
pub async fn receive(store: &Store, doors: &Doors, live: &Live, answers: Answers, ip: IpAddr) -> Result<Received> {
    let mut multipart = match answers {
        Answers::Plain(fields) => return Ok(Received { fields, ..Received::default() }),
        Answers::Files(multipart) => *multipart,
    };
    let mut received = Received::default();
    let mut ids = Vec::new();
    while let Some(field) = multipart.next_field().await.map_err(broken)? {
        let Some(name) = field.name().map(str::to_owned) else { continue };
        if received.fields.0.len() >= FIELDS_MAX {
            return Err(Refusal::new("too_large").into());
        }
        let key = name.strip_prefix("a.").and_then(|name| name.strip_suffix(":file"));
        let Some(key) = key else {
            if field.file_name().is_none() {
                received.fields.0.push((name, words(field).await?));
            }
            continue;
        };
        // A browser sends an empty part where no file was chosen.
        if field.file_name().is_none_or(str::is_empty) {
            continue;
        }
        // Which version is meant stands before the answers.
        let version = Sent::read(&received.fields).version;
        let (_, survey) = doors.version(store, live, version).await?;
        let anonymous = survey.anonymous || live.survey.anonymous;
        let Some(takes) = Takes::of(&survey, key, anonymous) else {
            received.refusals.push(Refusal::new("not_asked").at(key));
            continue;
        };
        if received.files.len() >= FILES_MAX {
            received.refusals.push(Refusal::new("too_many").at(key).with("max", FILES_MAX.to_string()));
            continue;
        }
        doors.take_file(ip, store.env().now())?;
        match take(store, live.workspace.0, field, key, &takes).await {
            Ok(file) => {
                ids.push((format!("a.{key}"), file.id.clone()));
                received.files.push(file);
            }
            Err(Error::Refused(refusal)) if refusal.field.as_deref() == Some(key) => received.refusals.push(refusal),
            Err(error) => return Err(error),
        }
    }
    received.fields.0.extend(ids);
    Ok(received)
}

/// Writes one file under a name of ours, syncs it, and moves it to its place.
///
/// # Errors
/// `file_type`, `file_too_big` and `file_not_cleaned` at `key`; `bad_form`; `DiskFull`.
pub async fn take(store: &Store, workspace: i32, mut field: Field<'_>, key: &str, takes: &Takes) -> Result<File> {
    let refused = |code: &'static str| Refusal::new(code).at(key);
    let wrong_type = || refused("file_type").with("types", takes.types.join(", "));
    let name = file_name(field.file_name().unwrap_or_default());
    let kind = kinds::kind_of(&name).filter(|kind| takes.types.iter().any(|one| one == kind.name));
    let Some(kind) = kind else { return Err(wrong_type().into()) };

    let folder = folder(store, workspace);
    tokio::fs::create_dir_all(&folder).await.map_err(unwritable)?;
    let id = format!("fil_{}", store.env().secret());
    let place = path(store, workspace, &id);
    let mut file = File {
        id,
        question: key.to_owned(),
        name,
        kind,
        bytes: 0,
        sha256: String::new(),
        path: Some(place.with_extension("part")),
    };
    let unfinished = place.with_extension("part");
    let mut out = tokio::fs::File::create_new(&unfinished).await.map_err(unwritable)?;
    let (mut hash, mut head) = (Sha256::new(), Vec::with_capacity(HEAD_BYTES));
    while let Some(chunk) = field.chunk().await.map_err(broken)? {
        file.bytes += chunk.len() as u64;
        if file.bytes > takes.bytes_max {
            let megabytes = format!("{}", (takes.bytes_max as f64 / f64::from(1 << 20) * 10.0).ceil() / 10.0);
            return Err(refused("file_too_big").with("limit", megabytes).into());
        }
        head.extend_from_slice(&chunk[..chunk.len().min(HEAD_BYTES - head.len())]);
        hash.update(&chunk);
        out.write_all(&chunk).await.map_err(unwritable)?;
    }
    if file.bytes == 0 || !kind.fits(&head) {
        return Err(wrong_type().into());
    }
    out.flush().await.map_err(unwritable)?;
    if takes.cleans && clean::is_needed(kind.name) {
        drop(out);
        let cleaned = cleaned(kind.name, &unfinished).await?.ok_or_else(|| refused("file_not_cleaned"))?;
        (file.bytes, hash) = (cleaned.len() as u64, Sha256::new_with_prefix(&cleaned));
        out = tokio::fs::File::create(&unfinished).await.map_err(unwritable)?;
        out.write_all(&cleaned).await.map_err(unwritable)?;
        out.flush().await.map_err(unwritable)?;
    }
    out.sync_all().await.map_err(unwritable)?;
    drop(out);
    tokio::fs::rename(&unfinished, &place).await.map_err(unwritable)?;
    file.path = Some(place);
    // The name is on disk once the folder is; new folders once theirs are.
    for folder in [Some(folder.as_path()), folder.parent(), Some(store.folder())].into_iter().flatten() {
        tokio::fs::File::open(folder).await.map_err(unwritable)?.sync_all().await.map_err(unwritable)?;
    }
    file.sha256 = hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    Ok(file)
}

/// What is left of the picture in a file; none if it cannot be taken apart.
async fn cleaned(kind: &'static str, place: &Path) -> Result<Option<Vec<u8>>> {
    let bytes = tokio::fs::read(place).await.map_err(unwritable)?;
    tokio::task::spawn_blocking(move || clean::clean(kind, &bytes)).await.map_err(Error::internal)
}

/// The last part of a name, without characters that mean something elsewhere.
fn file_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let clean: String = last.chars().filter(|c| !c.is_control() && !is_bidi(*c)).collect();
    let skip = clean.chars().count().saturating_sub(NAME_CHARS_MAX);
    // The end is kept, since it says what the file is.
    clean.trim().chars().skip(skip).collect()
}

/// Marks that turn the reading direction, with which `gpj.exe` looks like `exe.jpg`.
fn is_bidi(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

pub(super) async fn words(mut field: Field<'_>) -> Result<String> {
    let mut bytes = Vec::new();
    while let Some(chunk) = field.chunk().await.map_err(broken)? {
        if bytes.len() + chunk.len() > FIELD_BYTES_MAX {
            return Err(Refusal::new("too_large").into());
        }
        bytes.extend_from_slice(&chunk);
    }
    Ok(String::from_utf8_lossy(&bytes).replace('\0', ""))
}

pub(super) fn broken(error: MultipartError) -> Error {
    match error.status() {
        StatusCode::PAYLOAD_TOO_LARGE => Refusal::new("too_large").into(),
        _ => Refusal::new("bad_form").into(),
    }
}

fn unwritable(error: std::io::Error) -> Error {
    match error.kind() {
        std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded => Error::DiskFull,
        _ => Error::internal(error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_loses_its_folders_and_tricks() {
        assert_eq!(file_name("../../etc/passwd.txt"), "passwd.txt");
        assert_eq!(file_name("C:\\Users\\Sara\\گزارش.pdf"), "گزارش.pdf");
        assert_eq!(file_name("a\u{202e}gpj.exe\r\n"), "agpj.exe");
        assert!(file_name(&format!("{}.pdf", "x".repeat(999))).ends_with(".pdf"));
        assert_eq!(file_name(&format!("{}.pdf", "x".repeat(999))).chars().count(), NAME_CHARS_MAX);
    }
}
