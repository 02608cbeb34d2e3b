//! Small models in a folder, whose weights are hashes of their names, so that `bench/transformer/reference.py` can make
//! the same ones.

use std::fs;
use std::path::Path;

use serde_json::{Map, Value as Json, json};

const WIDTH: usize = 8;
const INNER: usize = 12;
const POSITIONS: usize = 16;
const LAYERS: usize = 2;

/// The words that all of them know, from number 4.
const WORDS: [&str; 12] = ["the", "food", "was", "cold", "good", "and", "staff", "slow", "est", "not", "غذا", "خوب"];

/// Writes a model of the type `bert`, `xlm-roberta` or `distilbert`.
pub fn write(folder: &Path, kind: &str) {
    fs::create_dir_all(folder).unwrap();
    fs::write(folder.join("config.json"), config(kind).to_string()).unwrap();
    fs::write(folder.join("tokenizer.json"), tokenizer(kind).to_string()).unwrap();
    fs::write(folder.join("model.safetensors"), weights(&names(kind))).unwrap();
}

pub fn config(kind: &str) -> Json {
    let mut config = json!({
        "model_type": kind, "vocab_size": 16, "max_position_embeddings": POSITIONS,
        "id2label": { "0": "negative", "1": "neutral", "2": "positive" },
    });
    let more = match kind {
        "distilbert" => json!({
            "architectures": ["DistilBertForSequenceClassification"], "activation": "gelu", "dim": WIDTH,
            "hidden_dim": INNER, "n_layers": LAYERS, "n_heads": 2, "pad_token_id": 0,
        }),
        _ => json!({
            "architectures": ["BertForSequenceClassification"], "hidden_act": "gelu", "hidden_size": WIDTH,
            "intermediate_size": INNER, "num_hidden_layers": LAYERS, "num_attention_heads": 2,
            "layer_norm_eps": 1e-12, "type_vocab_size": 2, "pad_token_id": 0,
        }),
    };
    config.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    if kind == "xlm-roberta" {
        config["architectures"] = json!(["XLMRobertaForSequenceClassification"]);
        config["max_position_embeddings"] = json!(POSITIONS + 2);
        config["type_vocab_size"] = json!(1);
        config["pad_token_id"] = json!(1);
    }
    config
}

fn tokenizer(kind: &str) -> Json {
    let is_unigram = kind == "xlm-roberta";
    let special = if is_unigram { ["<s>", "<pad>", "</s>", "<unk>"] } else { ["[PAD]", "[UNK]", "[CLS]", "[SEP]"] };
    let [first, last] = if is_unigram { [0, 2] } else { [2, 3] };
    let added: Vec<Json> = special
        .iter()
        .enumerate()
        .map(|(id, content)| {
            json!({ "id": id, "content": content, "single_word": false, "lstrip": false, "rstrip": false,
                    "normalized": false, "special": true })
        })
        .collect();
    let end = |id: usize| json!({ "SpecialToken": { "id": special[id], "type_id": 0 } });
    let ends: Map<String, Json> = [first, last]
        .iter()
        .map(|id| (special[*id].into(), json!({ "id": special[*id], "ids": [id], "tokens": [special[*id]] })))
        .collect();
    let within = |word: &str| word == "est";
    let model = if is_unigram {
        let pieces = WORDS.map(|word| json!([if within(word) { word.to_owned() } else { format!("▁{word}") }, -2.0]));
        let vocabulary: Vec<Json> = special.iter().map(|one| json!([one, 0.0])).chain(pieces).collect();
        json!({ "type": "Unigram", "unk_id": 3, "vocab": vocabulary, "byte_fallback": false })
    } else {
        let pieces = WORDS.map(|word| if within(word) { format!("##{word}") } else { word.to_owned() });
        let all = special.iter().map(|one| (*one).to_owned()).chain(pieces).enumerate();
        let vocabulary: Map<String, Json> = all.map(|(id, word)| (word, json!(id))).collect();
        json!({ "type": "WordPiece", "unk_token": "[UNK]", "continuing_subword_prefix": "##",
                "max_input_chars_per_word": 100, "vocab": vocabulary })
    };
    let (normalizer, splitter) = if is_unigram {
        let splitter = json!({ "type": "Metaspace", "replacement": "▁", "prepend_scheme": "always", "split": true });
        (json!({ "type": "NFKC" }), splitter)
    } else {
        let normalizer = json!({ "type": "BertNormalizer", "clean_text": true, "handle_chinese_chars": true,
                                 "strip_accents": null, "lowercase": true });
        (normalizer, json!({ "type": "BertPreTokenizer" }))
    };
    let whole = |id: &str| json!({ "Sequence": { "id": id, "type_id": 0 } });
    json!({
        "version": "1.0", "truncation": null, "padding": null, "added_tokens": added, "normalizer": normalizer,
        "pre_tokenizer": splitter, "decoder": null, "model": model,
        "post_processor": { "type": "TemplateProcessing", "special_tokens": ends,
            "single": [end(first), whole("A"), end(last)],
            "pair": [end(first), whole("A"), end(last), whole("B"), end(last)] },
    })
}

/// The names of the weights, each with its rows and, of a matrix, columns.
fn names(kind: &str) -> Vec<(String, Vec<usize>)> {
    let mut all = Vec::new();
    let mut table = |name: String, rows: usize| all.push((format!("{name}.weight"), vec![rows, WIDTH]));
    let body = if kind == "xlm-roberta" { "roberta" } else { kind };
    let is_distil = kind == "distilbert";
    table(format!("{body}.embeddings.word_embeddings"), 16);
    table(format!("{body}.embeddings.position_embeddings"), if body == "roberta" { POSITIONS + 2 } else { POSITIONS });
    if !is_distil {
        table(format!("{body}.embeddings.token_type_embeddings"), if body == "roberta" { 1 } else { 2 });
    }
    let mut linear = |name: &str, rows: usize, columns: usize| {
        all.push((format!("{name}.weight"), vec![rows, columns]));
        all.push((format!("{name}.bias"), vec![rows]));
    };
    for at in 0..LAYERS {
        let own = format!("{body}.{}.layer.{at}.", if is_distil { "transformer" } else { "encoder" });
        let square = match is_distil {
            true => ["attention.q_lin", "attention.k_lin", "attention.v_lin", "attention.out_lin"],
            false => ["attention.self.query", "attention.self.key", "attention.self.value", "attention.output.dense"],
        };
        square.iter().for_each(|name| linear(&format!("{own}{name}"), WIDTH, WIDTH));
        let [up, down] = if is_distil { ["ffn.lin1", "ffn.lin2"] } else { ["intermediate.dense", "output.dense"] };
        linear(&format!("{own}{up}"), INNER, WIDTH);
        linear(&format!("{own}{down}"), WIDTH, INNER);
    }
    match kind {
        "bert" => linear("bert.pooler.dense", WIDTH, WIDTH),
        "distilbert" => linear("pre_classifier", WIDTH, WIDTH),
        _ => linear("classifier.dense", WIDTH, WIDTH),
    }
    linear(if kind == "xlm-roberta" { "classifier.out_proj" } else { "classifier" }, 3, WIDTH);
    let mut norm = |name: String| {
        all.push((format!("{name}.weight"), vec![WIDTH]));
        all.push((format!("{name}.bias"), vec![WIDTH]));
    };
    norm(format!("{body}.embeddings.LayerNorm"));
    for at in 0..LAYERS {
        let own = format!("{body}.{}.layer.{at}.", if is_distil { "transformer" } else { "encoder" });
        let both = match is_distil {
            true => ["sa_layer_norm", "output_layer_norm"],
            false => ["attention.output.LayerNorm", "output.LayerNorm"],
        };
        both.iter().for_each(|name| norm(format!("{own}{name}")));
    }
    all
}

/// The number at a place of a weight.
fn number(name: &str, at: usize) -> f32 {
    let seed = name.bytes().fold(2_166_136_261_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(16_777_619));
    let mut x = seed.wrapping_add((at as u32).wrapping_mul(2_654_435_761));
    x ^= x >> 15;
    x = x.wrapping_mul(0x2C1B_3C6D);
    x ^= x >> 12;
    let x = f64::from(x) / 4_294_967_296.0 - 0.5;
    let is_gain = name.to_lowercase().contains("norm") && name.ends_with("weight");
    let x = if is_gain { 1.0 + 0.4 * x } else { x };
    (x * if name.contains("embeddings") { 2.0 } else { 1.5 }) as f32
}

/// A file in safetensors format: the length of the head, the head in JSON, the numbers.
fn weights(names: &[(String, Vec<usize>)]) -> Vec<u8> {
    let (mut head, mut body) = (Map::new(), Vec::new());
    for (name, shape) in names {
        let start = body.len();
        for at in 0..shape.iter().product() {
            body.extend(number(name, at).to_le_bytes());
        }
        head.insert(name.clone(), json!({ "dtype": "F32", "shape": shape, "data_offsets": [start, body.len()] }));
    }
    let mut head = Json::Object(head).to_string();
    while !head.len().is_multiple_of(8) {
        head.push(' ');
    }
    let mut file = (head.len() as u64).to_le_bytes().to_vec();
    file.extend(head.as_bytes());
    file.extend(body);
    file
}
