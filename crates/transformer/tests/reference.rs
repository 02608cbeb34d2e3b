//! Small models give the numbers of `bench/transformer/reference.py`, and folders that do not fit are refused with what
//! to do.

mod small;

use std::fs;
use std::path::Path;

use serde_json::json;
use text::{Sentiment, Transformer as _};
use transformer::{Error, Model};

const TEXTS: [&str; 4] = [
    "the food was cold",
    "the coldest food and the staff was not slow",
    "غذا خوب",
    "good good good good good good good good good good good good good good good good good good good good",
];

/// What `bench/transformer/reference.py` prints: numpy in double precision.
const EXPECTED: [(&str, [[f64; 3]; 4]); 3] = [
    (
        "bert",
        [
            [0.181918090, 0.484056334, 0.334025576],
            [0.175016043, 0.580551232, 0.244432725],
            [0.298243526, 0.436703450, 0.265053024],
            [0.287598103, 0.457580784, 0.254821113],
        ],
    ),
    (
        "xlm-roberta",
        [
            [0.357314541, 0.074988048, 0.567697411],
            [0.399838327, 0.098898106, 0.501263566],
            [0.277393115, 0.057119099, 0.665487786],
            [0.439748322, 0.135585006, 0.424666672],
        ],
    ),
    (
        "distilbert",
        [
            [0.603930786, 0.082583061, 0.313486153],
            [0.661185192, 0.103935574, 0.234879234],
            [0.633390012, 0.104712901, 0.261897087],
            [0.731990205, 0.137891183, 0.130118612],
        ],
    ),
];

fn english() -> Vec<String> {
    vec!["en".into()]
}

fn load(folder: &Path) -> Result<Model, Error> {
    Model::load(folder, &english())
}

#[test]
fn small_models_give_the_numbers_of_the_reference() {
    for (kind, expected) in EXPECTED {
        let folder = tempfile::tempdir().unwrap();
        small::write(folder.path(), kind);
        let found = load(folder.path()).unwrap().classify(&TEXTS).unwrap();
        for ((found, expected), text) in found.iter().zip(expected).zip(TEXTS) {
            let far = found.iter().zip(expected).map(|(one, other)| (one - other).abs()).fold(0.0, f64::max);
            assert!(far < 1e-5, "{kind}, {text:?}: {found:?}, expected {expected:?}");
        }
    }
}

#[test]
fn a_text_gets_the_same_bits_whatever_is_read_beside_it_and_whoever_reads() {
    let folder = tempfile::tempdir().unwrap();
    small::write(folder.path(), "bert");
    let model = load(folder.path()).unwrap();
    let alone: Vec<[f64; 3]> = TEXTS.iter().map(|text| model.classify(&[text]).unwrap()[0]).collect();
    assert_eq!(model.classify(&TEXTS).unwrap(), alone);
    let elsewhere: Vec<_> = std::thread::scope(|scope| {
        let running: Vec<_> = TEXTS.iter().map(|text| scope.spawn(|| model.chances(text).unwrap())).collect();
        running.into_iter().map(|one| one.join().unwrap()).collect()
    });
    assert_eq!(elsewhere, alone);
}

#[test]
fn any_text_gets_probabilities() {
    let folder = tempfile::tempdir().unwrap();
    small::write(folder.path(), "xlm-roberta");
    let model = load(folder.path()).unwrap();
    let long = "غذا سرد بود. ".repeat(100_000);
    for text in ["", " ", "😀", "\u{0}\u{200b}\u{202e}", "pizza", "<s></s>", &long] {
        let chances = model.chances(text).unwrap();
        assert!((chances.iter().sum::<f64>() - 1.0).abs() < 1e-9, "{chances:?}");
        assert!(chances.iter().all(|chance| (0.0..=1.0).contains(chance)), "{chances:?}");
    }
}

#[test]
fn labels_in_any_order_and_stars_are_summed_up() {
    let folder = tempfile::tempdir().unwrap();
    small::write(folder.path(), "bert");
    let plain = load(folder.path()).unwrap().classify(&TEXTS).unwrap()[0];
    let mut config = small::config("bert");
    config["id2label"] = json!({ "0": "POSITIVE", "1": "NEGATIVE", "2": "NEUTRAL" });
    fs::write(folder.path().join("config.json"), config.to_string()).unwrap();
    let model = load(folder.path()).unwrap();
    assert_eq!(model.classify(&TEXTS).unwrap()[0], [plain[1], plain[2], plain[0]]);
    assert_eq!(model.about().labels[0], ("POSITIVE".to_owned(), Sentiment::Pos));
}

#[test]
fn what_a_tokenizer_pads_is_left_out_and_what_it_cuts_is_cut() {
    let folder = tempfile::tempdir().unwrap();
    small::write(folder.path(), "bert");
    let plain = load(folder.path()).unwrap().classify(&TEXTS).unwrap();
    let path = folder.path().join("tokenizer.json");
    let mut tokenizer: serde_json::Value = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
    tokenizer["padding"] = json!({ "strategy": { "Fixed": 16 }, "direction": "Right", "pad_to_multiple_of": null,
        "pad_id": 0, "pad_type_id": 0, "pad_token": "[PAD]" });
    tokenizer["truncation"] =
        json!({ "direction": "Right", "max_length": 12, "strategy": "LongestFirst", "stride": 0 });
    fs::write(&path, tokenizer.to_string()).unwrap();
    let model = load(folder.path()).unwrap();
    let found = model.classify(&TEXTS).unwrap();
    assert_eq!((model.about().tokens_max, &found[..3]), (12, &plain[..3]));
    assert_ne!(found[3], plain[3], "it is cut earlier");
}

#[test]
fn it_says_what_it_is_and_other_files_have_another_fingerprint() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("small-bert");
    small::write(&place, "bert");
    let about = load(&place).unwrap().about().clone();
    assert_eq!((&*about.name, about.family, about.tokens_max), ("small-bert", "BERT", 16));
    // Embeddings and their norm; two layers; pooler and labels.
    let layer = 4 * (8 * 8 + 8) + (12 * 8 + 12) + (8 * 12 + 8) + 2 * 16;
    assert_eq!(about.parameters, (16 + 16 + 1) * 8 + 16 + 2 * layer + 72 + 27);
    assert_eq!(load(&place).unwrap().about(), &about);
    let other = Model::load(&place, &["sv".into()]).unwrap();
    assert_ne!(other.about().fingerprint, about.fingerprint);
    let config = place.join("config.json");
    fs::write(&config, format!("{} ", fs::read_to_string(&config).unwrap())).unwrap();
    assert_ne!(load(&place).unwrap().about().fingerprint, about.fingerprint);
}

/// What is told of a folder in which `change` has changed something.
fn refused(change: impl Fn(&Path)) -> (String, String) {
    let folder = tempfile::tempdir().unwrap();
    small::write(folder.path(), "bert");
    change(folder.path());
    let error = load(folder.path()).unwrap_err();
    (error.to_string(), error.hint)
}

fn with(key: &str, value: serde_json::Value) -> (String, String) {
    refused(|folder| {
        let mut config = small::config("bert");
        config[key] = value.clone();
        fs::write(folder.join("config.json"), config.to_string()).unwrap();
    })
}

#[test]
fn what_is_missing_or_torn_is_named_with_what_to_do() {
    let (what, hint) = refused(|folder| fs::remove_dir_all(folder).unwrap());
    assert!(what.contains("no such folder") && hint.contains("model.safetensors"), "{what} {hint}");
    for file in ["config.json", "model.safetensors", "tokenizer.json"] {
        let (what, _) = refused(|folder| fs::remove_file(folder.join(file)).unwrap());
        assert!(what.contains(file), "{file}: {what}");
        let (what, hint) = refused(|folder| fs::write(folder.join(file), "{\"nonsense").unwrap());
        assert!(what.contains(file) && !hint.is_empty(), "{file}: {what}");
    }
    let (_, hint) = refused(|folder| {
        fs::rename(folder.join("model.safetensors"), folder.join("pytorch_model.bin")).unwrap();
    });
    assert!(hint.contains("safe_serialization"), "{hint}");
    let (what, _) = refused(|folder| {
        let bytes = fs::read(folder.join("model.safetensors")).unwrap();
        fs::write(folder.join("model.safetensors"), &bytes[..bytes.len() - 9]).unwrap();
    });
    assert!(what.contains("model.safetensors"), "{what}");
}

#[test]
fn what_does_not_fit_is_named_with_what_to_do() {
    for (key, value, told) in [
        ("model_type", json!("gpt2"), "model_type is `gpt2`"),
        ("architectures", json!(["BertForMaskedLM"]), "BertForMaskedLM"),
        ("problem_type", json!("multi_label_classification"), "problem_type"),
        ("position_embedding_type", json!("relative_key"), "relative_key"),
        ("hidden_act", json!("silu"), "silu"),
        ("num_attention_heads", json!(3), "3 heads"),
        ("hidden_size", json!("8"), "hidden_size"),
        ("num_hidden_layers", json!(1_000_000), "num_hidden_layers"),
        ("num_hidden_layers", json!(3), "layer.2"),
        ("vocab_size", json!(12), "token 15"),
        ("vocab_size", json!(99), "word_embeddings"),
        ("max_position_embeddings", json!(2), "too few"),
        ("id2label", json!(null), "id2label is missing"),
        ("id2label", json!({ "0": "negative", "1": "positive" }), "neutral"),
        ("id2label", json!({ "0": "negative", "2": "neutral", "3": "positive" }), "0, 1, 2"),
    ] {
        let (what, hint) = with(key, value.clone());
        assert!(what.contains(told), "{key} = {value}: {what}");
        assert!(!hint.is_empty());
    }
    let (what, _) = refused(|folder| {
        let other = folder.join("other");
        small::write(&other, "xlm-roberta");
        fs::copy(other.join("model.safetensors"), folder.join("model.safetensors")).unwrap();
    });
    assert!(what.contains("does not belong to the config.json"), "{what}");
}
