//! The measures of a network, from its `config.json`.

use serde_json::Value as Json;
use text::Sentiment;

use crate::error::Fault;
use crate::labels;

/// Bounds of what is taken for a model that runs on a CPU.
const WIDTH_MAX: usize = 8_192;
const LAYERS_MAX: usize = 96;
const TOKENS_MAX: usize = 8_192;

/// The networks that differ in the names of their weights, in their head, or in where positions begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Family {
    Bert,
    /// With XLM-RoBERTa and CamemBERT.
    Roberta,
    Distil,
}

impl Family {
    pub fn name(self) -> &'static str {
        match self {
            Self::Bert => "BERT",
            Self::Roberta => "RoBERTa",
            Self::Distil => "DistilBERT",
        }
    }
}

/// What bends a layer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bend {
    Gelu,
    GeluTanh,
    Relu,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Shape {
    pub family: Family,
    pub vocabulary: usize,
    pub width: usize,
    pub inner: usize,
    pub layers: usize,
    pub heads: usize,
    /// Rows of the table of positions, and the row of the first token.
    pub positions: usize,
    pub first_position: usize,
    /// Rows of the table of token types; DistilBERT has none.
    pub types: usize,
    pub epsilon: f64,
    pub bend: Bend,
    pub labels: Vec<(String, Sentiment)>,
}

impl Shape {
    /// # Errors
    /// What is missing, out of range, or of a kind that is not known.
    pub fn parse(config: &[u8]) -> Result<Self, Fault> {
        let json: Json = serde_json::from_slice(config).map_err(|error| {
            Fault::new(format!("it is not JSON: {error}"), "copy the model's config.json once more")
        })?;
        let kind = json["model_type"].as_str().unwrap_or("(none)");
        let family = match kind {
            "bert" => Family::Bert,
            "roberta" | "xlm-roberta" | "camembert" => Family::Roberta,
            "distilbert" => Family::Distil,
            other => {
                return Err(Fault::new(
                    format!("model_type is `{other}`"),
                    "take a model of type bert, roberta, xlm-roberta, camembert or distilbert",
                ));
            }
        };
        is_classifier(&json)?;
        let distil = family == Family::Distil;
        let number =
            |usual: &str, of_distil: &str, max: usize| number(&json, if distil { of_distil } else { usual }, max);
        let shape = Self {
            family,
            vocabulary: number("vocab_size", "vocab_size", 1 << 24)?,
            width: number("hidden_size", "dim", WIDTH_MAX)?,
            inner: number("intermediate_size", "hidden_dim", 8 * WIDTH_MAX)?,
            layers: number("num_hidden_layers", "n_layers", LAYERS_MAX)?,
            heads: number("num_attention_heads", "n_heads", WIDTH_MAX)?,
            positions: number("max_position_embeddings", "max_position_embeddings", TOKENS_MAX + 2)?,
            // RoBERTa counts positions from the one after that of its padding.
            first_position: match family {
                Family::Roberta => json["pad_token_id"].as_u64().unwrap_or(1).min(TOKENS_MAX as u64) as usize + 1,
                _ => 0,
            },
            types: if distil { 0 } else { json["type_vocab_size"].as_u64().unwrap_or(2).min(64) as usize },
            epsilon: json["layer_norm_eps"].as_f64().filter(|_| !distil).unwrap_or(1e-12),
            bend: bend(json[if distil { "activation" } else { "hidden_act" }].as_str().unwrap_or("gelu"))?,
            labels: labels::feelings(names(&json)?)?,
        };
        if !shape.width.is_multiple_of(shape.heads) {
            let what = format!("{} heads do not divide a width of {}", shape.heads, shape.width);
            return Err(Fault::new(what, "copy the model's config.json once more"));
        }
        Ok(shape)
    }

    /// Tokens of the longest text, those at its ends with them.
    pub fn tokens_max(&self) -> usize {
        self.positions.saturating_sub(self.first_position)
    }
}

/// That it sorts texts into labels, one each, and puts words in their absolute places.
fn is_classifier(json: &Json) -> Result<(), Fault> {
    let names: Vec<&str> = json["architectures"].as_array().into_iter().flatten().filter_map(Json::as_str).collect();
    if !names.is_empty() && !names.iter().any(|name| name.ends_with("ForSequenceClassification")) {
        return Err(Fault::new(
            format!("it is a {}, which does not sort texts into labels", names.join(", ")),
            "take a model for sequence classification that was trained on sentiment",
        ));
    }
    if let Some(kind @ ("multi_label_classification" | "regression")) = json["problem_type"].as_str() {
        let what = format!("problem_type is `{kind}`");
        return Err(Fault::new(what, "take a model that gives every text one of its labels"));
    }
    match json["position_embedding_type"].as_str() {
        None | Some("absolute") => Ok(()),
        Some(kind) => {
            Err(Fault::new(format!("position_embedding_type is `{kind}`"), "take a model with absolute positions"))
        }
    }
}

fn number(json: &Json, key: &str, max: usize) -> Result<usize, Fault> {
    let found = json[key].as_u64().map(|number| number as usize);
    found.filter(|number| (1..=max).contains(number)).ok_or_else(|| {
        let what = format!("`{key}` is {}, where a number from 1 to {max} belongs", json[key]);
        Fault::new(what, "copy the model's config.json once more")
    })
}

fn bend(name: &str) -> Result<Bend, Fault> {
    match name {
        "gelu" => Ok(Bend::Gelu),
        "gelu_new" | "gelu_pytorch_tanh" | "gelu_fast" => Ok(Bend::GeluTanh),
        "relu" => Ok(Bend::Relu),
        other => Err(Fault::new(format!("the activation `{other}` is not known"), "take a model with gelu or relu")),
    }
}

/// `id2label` in the order of its numbers, which are texts in JSON.
fn names(json: &Json) -> Result<Vec<String>, Fault> {
    let hint = "write the model's labels into id2label: {\"0\": \"negative\", \"1\": \"neutral\", \"2\": \"positive\"}";
    let Json::Object(named) = &json["id2label"] else {
        return Err(Fault::new("id2label is missing, so nobody can tell what its numbers mean", hint));
    };
    let name = |id: usize| named.get(&id.to_string()).and_then(Json::as_str).map(str::to_owned);
    let names: Option<Vec<String>> = (0..named.len()).map(name).collect();
    names.ok_or_else(|| Fault::new("id2label does not name 0, 1, 2 and so on", hint))
}
