//! What is asked of a language model, and what can go wrong.

/// What it is told to do, and the data that it is to do it with.
#[derive(Clone, Debug)]
pub struct Prompt {
    pub task: String,
    /// Masked already.
    pub data: serde_json::Value,
}

#[async_trait::async_trait]
pub trait Model: Send + Sync {
    /// Where questions go, for people to see.
    fn host(&self) -> &str;

    /// What the model is called, for people to see.
    fn name(&self) -> &str;

    /// Its answer, as it came.
    async fn answer(&self, prompt: &Prompt) -> Result<String, Trouble>;
}

/// Why there is no answer. People read `understand-assistant-trouble-<code>`; the log has the words here.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Trouble {
    #[error("it is not switched on")]
    Off,
    #[error("the workspace waits for another answer")]
    Busy,
    #[error("there is nothing to read")]
    Nothing,
    #[error("no answer in time")]
    Timeout,
    #[error("it cannot be reached: {0}")]
    Unreachable(String),
    #[error("it answered with status {0}")]
    Status(u16),
    #[error("its answer cannot be used")]
    Unusable,
}

impl Trouble {
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Off => "off",
            Self::Busy => "busy",
            Self::Nothing => "nothing",
            Self::Timeout => "timeout",
            Self::Unreachable(_) => "unreachable",
            Self::Status(_) => "status",
            Self::Unusable => "unusable",
        }
    }

    /// The message of the next page, where the browser has no htmx.
    pub const fn flash(&self) -> &'static str {
        match self {
            Self::Off => "understand-assistant-trouble-off",
            Self::Busy => "understand-assistant-trouble-busy",
            Self::Nothing => "understand-assistant-trouble-nothing",
            Self::Timeout => "understand-assistant-trouble-timeout",
            Self::Unreachable(_) => "understand-assistant-trouble-unreachable",
            Self::Status(_) => "understand-assistant-trouble-status",
            Self::Unusable => "understand-assistant-trouble-unusable",
        }
    }
}
