//! Configuration: the commented default file, then `nabz.toml` in the data folder, then `NABZ_*`, then flags.

use std::net::{IpAddr, SocketAddr};
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context as _, Result, bail};
use figment::Figment;
use figment::providers::{Env, Format as _, Toml};
use outbound::{Client, Policy};
use serde::Deserialize;
use store::Synchronous;
use understand::assistant::Chat;

pub const DEFAULT: &str = include_str!("config.default.toml");
/// Name of the file in the data folder.
pub const FILE: &str = "nabz.toml";
/// A page waits for the answer, and pages have 300 seconds.
const ASSISTANT_SECONDS: RangeInclusive<u64> = 1..=240;
/// Languages whose texts are read.
const LANGUAGES: [&str; 4] = ["en", "fa", "ar", "sv"];

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    pub http: Http,
    pub store: Store,
    pub lake: Lake,
    pub assistant: Assistant,
    pub text: Text,
    pub mail: act::messages::Mail,
    pub webhooks: act::webhooks::Webhooks,
    pub log: Log,
    #[serde(skip)]
    pub data: PathBuf,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Http {
    pub bind: IpAddr,
    pub port: u16,
    pub base_url: String,
    pub trusted_proxies: Vec<IpAddr>,
    pub metrics_public: bool,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Store {
    pub url: String,
    pub sqlite_synchronous: Synchronous,
}

/// The address holds a password, which no log may show.
impl std::fmt::Debug for Store {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let url = if self.url.is_empty() { "" } else { "(set)" };
        f.debug_struct("Store").field("url", &url).field("sqlite_synchronous", &self.sqlite_synchronous).finish()
    }
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lake {
    pub memory_mb: usize,
    pub threads: usize,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assistant {
    pub url: String,
    pub model: String,
    pub key: String,
    pub timeout: u64,
}

/// The key is nobody's to read.
impl std::fmt::Debug for Assistant {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let key = if self.key.is_empty() { "" } else { "(set)" };
        let (url, model, timeout) = (&self.url, &self.model, self.timeout);
        f.debug_struct("Assistant")
            .field("url", url)
            .field("model", model)
            .field("key", &key)
            .field("timeout", &timeout)
            .finish()
    }
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Text {
    pub transformer: PathBuf,
    pub transformer_languages: Vec<String>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Log {
    pub format: LogFormat,
    pub level: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LogFormat {
    Text,
    Json,
}

impl Config {
    /// Reads the configuration that holds for a data folder. Flags are applied by the caller, then [`Self::check`].
    pub fn load(data: &Path) -> Result<Self> {
        let mut config: Self = Figment::from(Toml::string(DEFAULT))
            .merge(Toml::file(data.join(FILE)))
            .merge(Env::prefixed("NABZ_").filter(|key| key.as_str().contains("__")).split("__"))
            .extract()
            .context("the configuration is wrong")?;
        config.data = data.to_path_buf();
        Ok(config)
    }

    /// Refuses settings that contradict each other, naming both keys.
    pub fn check(&self) -> Result<()> {
        if !self.store.url.is_empty() && self.store.sqlite_synchronous != Synchronous::Full {
            bail!("store.url names PostgreSQL and store.sqlite_synchronous is about SQLite: remove one of them");
        }
        if !self.store.url.is_empty() && !self.store.url.starts_with("postgres") {
            bail!("store.url must begin with postgres:// (SQLite needs no address: leave store.url empty)");
        }
        let base = &self.http.base_url;
        let is_address = base.starts_with("http://") || base.starts_with("https://");
        if !is_address && !base.is_empty() {
            bail!("http.base_url must begin with http:// or https://");
        }
        if self.http.bind.is_unspecified() && base.is_empty() {
            bail!(
                "http.bind listens on every address, so http.base_url must say which one people use, \
                 e.g. \"https://cx.example.com\""
            );
        }
        if !ASSISTANT_SECONDS.contains(&self.assistant.timeout) {
            bail!(
                "assistant.timeout must be from {} to {} seconds",
                ASSISTANT_SECONDS.start(),
                ASSISTANT_SECONDS.end()
            );
        }
        let languages = &self.text.transformer_languages;
        if let Some(odd) = languages.iter().find(|language| !LANGUAGES.contains(&language.as_str())) {
            bail!("text.transformer_languages names {odd:?}; texts are read in {}", LANGUAGES.join(", "));
        }
        if self.transformer().is_some() && languages.is_empty() {
            bail!("text.transformer names a model and text.transformer_languages no language: empty both or neither");
        }
        self.mail.check()?;
        self.webhooks.check()?;
        self.assistant().map(drop)
    }

    /// The language model that may be asked; none where no address is set.
    ///
    /// # Errors
    /// Names the setting that is wrong.
    pub fn assistant(&self) -> Result<Option<Chat>> {
        let Assistant { url, model, key, timeout } = &self.assistant;
        if url.is_empty() {
            return Ok(None);
        }
        let client = Client::new(Policy::Trusted).timeout(Duration::from_secs(*timeout));
        Chat::new(client, url, model, key).map(Some).map_err(anyhow::Error::msg)
    }

    /// The folder of the transformer, if there is to be one; a relative one lies in the data folder.
    pub fn transformer(&self) -> Option<PathBuf> {
        let folder = &self.text.transformer;
        (!folder.as_os_str().is_empty()).then(|| self.data.join(folder))
    }

    pub fn settings(&self) -> store::Settings {
        let url = Some(self.store.url.clone()).filter(|url| !url.is_empty());
        store::Settings { url, folder: self.data.clone(), sqlite_synchronous: self.store.sqlite_synchronous }
    }

    /// The public address, known once the port is.
    pub fn base_url(&self, address: SocketAddr) -> String {
        if self.http.base_url.is_empty() {
            format!("http://{address}")
        } else {
            self.http.base_url.trim_end_matches('/').to_owned()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn default() -> Config {
        Config::load(Path::new("/nonexistent")).unwrap()
    }

    #[test]
    fn the_embedded_file_is_complete_and_whole() {
        default().check().unwrap();
    }

    #[test]
    fn contradictions_name_both_keys() {
        let mut config = default();
        config.store.url = "postgres://localhost/nabz".into();
        config.store.sqlite_synchronous = Synchronous::Normal;
        let words = config.check().unwrap_err().to_string();
        assert!(words.contains("store.url") && words.contains("store.sqlite_synchronous"), "{words}");
    }

    #[test]
    fn a_transformer_is_off_by_default_and_lies_in_the_data_folder() {
        let mut config = default();
        assert_eq!(config.transformer(), None);
        config.text.transformer = "models/mine".into();
        assert_eq!(config.transformer(), Some("/nonexistent/models/mine".into()));
        config.check().unwrap();
        config.text.transformer_languages = vec!["en".into(), "de".into()];
        assert!(config.check().unwrap_err().to_string().contains("\"de\""));
        config.text.transformer_languages.clear();
        assert!(config.check().unwrap_err().to_string().contains("text.transformer"));
    }

    #[test]
    fn mail_needs_to_know_whom_it_comes_from() {
        let mut config = default();
        config.mail.smtp = "smtps://u:secret@host".into();
        let words = config.check().unwrap_err().to_string();
        assert!(words.contains("mail.smtp") && words.contains("mail.from") && !words.contains("secret"), "{words}");
    }

    #[test]
    fn passwords_are_not_shown() {
        let mut config = default();
        config.store.url = "postgres://u:secret@host/db".into();
        config.assistant.key = "secret".into();
        config.mail.smtp = "smtps://u:secret@host".into();
        config.mail.imap = "imaps://u:secret@host".into();
        assert!(!format!("{config:?}").contains("secret"));
    }

    #[test]
    fn a_language_model_is_named_whole_or_not_at_all() {
        let mut config = default();
        assert!(config.assistant().unwrap().is_none());
        config.assistant.url = "http://localhost:11434/v1".into();
        let words = config.check().unwrap_err().to_string();
        assert!(words.contains("assistant.url") && words.contains("assistant.model"), "{words}");
        config.assistant.model = "small".into();
        config.check().unwrap();
        config.assistant.timeout = 0;
        assert!(config.check().unwrap_err().to_string().contains("assistant.timeout"));
        config.assistant.timeout = 60;
        config.assistant.key = "a\nb".into();
        let words = config.check().unwrap_err().to_string();
        assert!(words.contains("assistant.key") && !words.contains("a\nb"), "{words}");
        config.assistant.key = "secret".into();
        config.assistant.url = "http://localhost/v1?version=2".into();
        assert!(config.check().unwrap_err().to_string().contains("assistant.url"));
        config.assistant.url = "http://me:secret@localhost/".into();
        let words = config.check().unwrap_err().to_string();
        assert!(words.contains("assistant.url") && !words.contains("secret"), "{words}");
    }
}
