//! The composition: store, lake and slices, opened over one data folder.

use std::net::SocketAddr;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use kernel::{Env, WorkspaceId};
use lake::{Lake, LakeConfig};
use store::Store;
use store::consumers::{self, Consumer};
use store::migrations::Migrations;
use store::workspaces::{self, NewWorkspace};
use ui::Pages;
use ui::http::{HomePart, Routes};
use understand::assistant::Assistant;

use crate::config::Config;
use crate::customers::InLake;
use crate::failure::Failure;
use crate::transformer;

/// Everything that commands and the server work with; clones share it.
#[derive(Clone)]
pub struct App {
    pub config: Arc<Config>,
    pub store: Store,
    pub lake: Arc<Lake>,
    pub pages: Pages,
    pub assistant: Assistant,
    /// The address that a server of this process listens on.
    address: Arc<OnceLock<SocketAddr>>,
}

/// All templates and catalogues.
pub fn pages() -> anyhow::Result<Pages> {
    Pages::new([workspace::BUNDLE, listen::BUNDLE, understand::BUNDLE, act::BUNDLE, prove::BUNDLE])
}

/// All schema changes.
pub fn migrations() -> Migrations {
    Migrations::with(vec![listen::migrations, understand::migrations, act::migrations])
}

/// What has come in, for rules that are tried on it.
struct Past(Arc<Lake>);

#[async_trait::async_trait]
impl act::cases::rules::trial::Asks for Past {
    async fn matching(
        &self,
        workspace: WorkspaceId,
        surveys: &[&str],
        condition: &kernel::condition::Condition,
        since: kernel::Timestamp,
        limit: usize,
    ) -> kernel::Result<(u64, Vec<store::Logged>)> {
        let (count, uids) = self.0.latest_matching(workspace, surveys, condition, since, limit).await?;
        let mut found = self.0.signals(workspace, &uids).await?;
        found.sort_by_key(|logged| uids.iter().position(|uid| *uid == logged.uid));
        Ok((count, found))
    }
}

/// How surveys were published from time to time and until when they take answers, for effects and insights that must know
/// whether the question stayed the same.
struct Published(Store);

#[async_trait::async_trait]
impl prove::Versions for Published {
    async fn of(
        &self,
        workspace: WorkspaceId,
        survey: &kernel::SurveyId,
        question: &str,
    ) -> kernel::Result<Vec<prove::Asked>> {
        let versions = listen::definitions::published(&self.0, workspace, survey).await?;
        let asked = versions.into_iter().map(|(at, mut survey)| {
            let place = survey.questions.iter().position(|other| other.key == question);
            prove::Asked { at, question: place.map(|place| survey.questions.swap_remove(place)) }
        });
        Ok(asked.collect())
    }

    async fn is_over(
        &self,
        workspace: WorkspaceId,
        survey: &kernel::SurveyId,
        now: kernel::Timestamp,
    ) -> kernel::Result<bool> {
        listen::Access::is_over(&self.0, workspace, survey, now).await
    }
}

impl App {
    /// Opens the folder's database, brings it up to date and makes the first workspace where there is none.
    pub async fn open(config: Config, workspace: Option<&str>) -> Result<Self, Failure> {
        let store = Store::open(&config.settings(), Env::system()).await?;
        store::migrate(&store, &migrations()).await?;
        if store.workspaces().await?.is_empty() {
            let txn = store.write().await?;
            let name = workspace.unwrap_or(workspaces::DEFAULT);
            workspaces::add(&txn, &NewWorkspace { name, ..NewWorkspace::default() }).await?;
            txn.commit().await?;
        }
        let limits = LakeConfig {
            memory_bytes: config.lake.memory_mb << 20,
            threads: match config.lake.threads {
                0 => std::thread::available_parallelism().map_or(2, usize::from),
                threads => threads,
            },
            timeout: Duration::from_secs(120),
        };
        let reader = transformer::reader(&config).await?;
        let lake = Lake::open(store.clone(), &config.data.join("lake"), limits).await.map_err(kernel::Error::from)?;
        lake.share_reader(reader);
        understand::texts::equip(&store, &lake).await?;
        let assistant = config.assistant()?.map_or_else(Assistant::default, |chat| Assistant::new(Arc::new(chat)));
        let app = Self { config: Arc::new(config), store, lake, pages: pages()?, assistant, address: Arc::default() };
        for consumer in app.consumers() {
            consumers::register(&app.store, &*consumer).await?;
        }
        Ok(app)
    }

    /// The same over another handle on its database, e.g. one with a clock of its own.
    pub fn over(&self, store: Store) -> Self {
        Self { store, ..self.clone() }
    }

    /// Where people reach the server: of this process, or one that is started with this configuration.
    pub fn base_url(&self) -> String {
        let http = &self.config.http;
        let address = self.address.get().copied().unwrap_or_else(|| SocketAddr::new(http.bind, http.port));
        self.config.base_url(address)
    }

    /// Makes the address known once the server listens.
    pub fn listens_on(&self, address: SocketAddr) {
        self.address.get_or_init(|| address);
    }

    /// The routes of all slices.
    pub fn routes(&self) -> Routes {
        workspace::routes()
            .merge(listen::routes())
            .merge(understand::routes(self.lake.clone()).extension(self.assistant.clone()))
            .merge(
                act::routes(
                    self.reads(),
                    act::cases::rules::trial::History(Arc::new(Past(self.lake.clone()))),
                    self.desk(),
                )
                .extension(act::initiatives::Customers(Arc::new(InLake::new(self.lake.clone()))))
                .extension(act::webhooks::Outward(self.config.webhooks.client())),
            )
            .merge(prove::routes(self.proves()))
    }

    /// What effects and goals are made with.
    pub fn proves(&self) -> prove::Tools {
        prove::Tools { lake: self.lake.clone(), versions: self.versions() }
    }

    /// How surveys were published.
    pub fn versions(&self) -> Arc<dyn prove::Versions> {
        Arc::new(Published(self.store.clone()))
    }

    /// How mails leave and come in.
    pub fn desk(&self) -> act::messages::Desk {
        let inbox = Arc::new(act::cases::CaseInbox(self.notices()));
        act::messages::Desk { has_smtp: self.has_mail(), inbox }
    }

    /// Whether a mail server sends what the outbox holds.
    pub fn has_mail(&self) -> bool {
        !self.config.mail.smtp.is_empty()
    }

    /// Writes to members about cases.
    pub fn notices(&self) -> act::cases::Notices {
        let app = self.clone();
        act::cases::Notices::new(self.pages.clone(), Arc::new(move || app.base_url()), self.has_mail())
    }

    /// How texts are read that the lake does not hold.
    fn reads(&self) -> act::cases::Reads {
        let lake = self.lake.clone();
        act::cases::Reads(Arc::new(move |workspace, words, tag| {
            let judge = lake.reader(workspace);
            let prior = tag.and_then(lake::prior);
            ui::Feeling::of(words, &judge.read(words, prior.as_deref()), judge.version())
        }))
    }

    /// What the slices put on Home, in order.
    pub fn parts(&self) -> Vec<Arc<dyn HomePart>> {
        let mut parts = act::parts(self.reads());
        parts.extend(understand::home_parts(self.lake.clone(), self.versions()));
        parts.push(Arc::new(listen::OpenSurveys));
        parts
    }

    /// The readers of the log.
    pub fn consumers(&self) -> Vec<Arc<dyn Consumer>> {
        let lake = self.lake.clone();
        let tells = act::cases::Tells(Arc::new(move |workspace, response, language, first| {
            lake::says(&*lake.reader(workspace), response, language, first)
        }));
        act::consumers(tells, self.notices())
    }

    /// The workspace that a command works in.
    ///
    /// # Errors
    /// Usage, with the names that exist.
    pub async fn workspace(&self, name: Option<&str>) -> Result<WorkspaceId, Failure> {
        let all = self.store.workspaces().await?;
        let found = match name {
            Some(name) => all.iter().find(|workspace| workspace.name == name),
            None if all.len() == 1 => all.first(),
            None => all.iter().find(|workspace| workspace.name == workspaces::DEFAULT),
        };
        let names: Vec<_> = all.iter().map(|workspace| workspace.name.as_str()).collect();
        found.map(store::entity::workspace::Model::id).ok_or_else(|| {
            Failure::usage(
                match name {
                    Some(name) => format!("there is no workspace `{name}`"),
                    None => "there are several workspaces".to_owned(),
                },
                format!("choose one with --workspace: {}", names.join(", ")),
            )
        })
    }

    /// Lets the readers of the log catch up and seals what is ready: a command that wrote leaves the folder as a
    /// server would.
    pub async fn settle(&self) -> Result<(), Failure> {
        for consumer in self.consumers() {
            while consumers::advance(&self.store, &*consumer).await? > 0 {}
        }
        for workspace in self.store.workspaces().await? {
            self.lake.maintain(workspace.id(), self.store.env().now()).await.map_err(kernel::Error::from)?;
        }
        Ok(())
    }
}
