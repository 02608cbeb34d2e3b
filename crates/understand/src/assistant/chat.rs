//! The format that OpenAI's chat completions have made usual: Ollama, llama.cpp, vLLM and many services speak it.
//! `POST {url}/chat/completions`; of the answer only `choices[0].message.content` counts.

use outbound::{Client, Failure, HeaderMap, HeaderValue, header};
use serde::Deserialize;
use serde_json::json;

use super::model::{Model, Prompt, Trouble};

pub struct Chat {
    client: Client,
    /// Of `…/chat/completions`.
    url: String,
    host: String,
    name: String,
    headers: HeaderMap,
}

impl Chat {
    /// `url` is the base that ends in `/v1` with most servers; `key` may be empty.
    ///
    /// # Errors
    /// Words for the operator that name the setting.
    pub fn new(client: Client, url: &str, name: &str, key: &str) -> Result<Self, String> {
        let host = client.check(url).map_err(|why| format!("assistant.url: {why}"))?;
        if url.contains(['?', '#']) {
            return Err(
                "assistant.url: /chat/completions is put behind it, so it cannot end with ? or # and more".into()
            );
        }
        if name.trim().is_empty() {
            return Err("assistant.url is set, so assistant.model must say which model is asked".into());
        }
        let mut headers = HeaderMap::new();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
        if !key.is_empty() {
            let mut bearer = HeaderValue::try_from(format!("Bearer {key}"))
                .map_err(|_| "assistant.key holds characters that no key has".to_owned())?;
            bearer.set_sensitive(true);
            headers.insert(header::AUTHORIZATION, bearer);
        }
        let url = format!("{}/chat/completions", url.trim_end_matches('/'));
        Ok(Self { client, url, host, name: name.trim().to_owned(), headers })
    }
}

#[async_trait::async_trait]
impl Model for Chat {
    fn host(&self) -> &str {
        &self.host
    }

    fn name(&self) -> &str {
        &self.name
    }

    async fn answer(&self, prompt: &Prompt) -> Result<String, Trouble> {
        // Neither temperature nor a limit of tokens: some models refuse the one, some the other.
        let body = json!({
            "model": self.name,
            "stream": false,
            "messages": [
                { "role": "system", "content": prompt.task },
                { "role": "user", "content": prompt.data.to_string() },
            ],
        });
        let answer = self.client.post(&self.url, self.headers.clone(), body.to_string()).await.map_err(trouble)?;
        let completion: Completion = serde_json::from_slice(&answer.body).map_err(|_| Trouble::Unusable)?;
        let content = completion.choices.into_iter().next().and_then(|choice| choice.message.content);
        content.ok_or(Trouble::Unusable)
    }
}

#[derive(Deserialize)]
struct Completion {
    choices: Vec<Choice>,
}

#[derive(Deserialize)]
struct Choice {
    message: Message,
}

#[derive(Deserialize)]
struct Message {
    content: Option<String>,
}

fn trouble(failure: Failure) -> Trouble {
    match failure {
        Failure::Timeout => Trouble::Timeout,
        Failure::Status { status, .. } => Trouble::Status(status),
        Failure::TooLarge => Trouble::Unusable,
        Failure::Refused(_) | Failure::Connect(_) | Failure::Broken(_) => Trouble::Unreachable(failure.to_string()),
    }
}
