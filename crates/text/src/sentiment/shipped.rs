//! The weights that ship, made by `cargo xtask text-train`; what they were made of and how they measure is in
//! MODEL_CARD.md.

use std::sync::OnceLock;

use super::model::Model;

/// Names the weights: a part of the checksum over all of them.
pub const VERSION: &str = include_str!("../../weights/version.txt");

static FILES: [(&str, &[u8]); 4] = [
    ("en", include_bytes!("../../weights/en.bin")),
    ("fa", include_bytes!("../../weights/fa.bin")),
    ("ar", include_bytes!("../../weights/ar.bin")),
    ("sv", include_bytes!("../../weights/sv.bin")),
];

static MODELS: [OnceLock<Option<Model>>; 4] = [const { OnceLock::new() }; 4];

/// The model of `language`, if it is one that is read, with its code.
pub fn model(language: &str) -> Option<(&'static str, &'static Model)> {
    let at = FILES.iter().position(|(code, _)| *code == language)?;
    let model = MODELS[at].get_or_init(|| Model::from_bytes(FILES[at].1)).as_ref()?;
    Some((FILES[at].0, model))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_file_holds_a_model_and_all_stay_small() {
        for (language, _) in FILES {
            assert!(model(language).is_some(), "{language}");
        }
        assert!(FILES.iter().map(|(_, bytes)| bytes.len()).sum::<usize>() <= 4 << 20);
        assert!(model("fr").is_none());
    }

    #[test]
    fn a_file_comes_back_as_it_was() {
        for (language, bytes) in FILES {
            assert!(model(language).is_some_and(|(_, model)| model.to_bytes() == bytes), "{language}");
        }
    }

    #[test]
    fn broken_files_are_no_models() {
        let whole = FILES[0].1;
        for length in [0, 7, 11, 12, 1000, whole.len() - 1] {
            assert!(Model::from_bytes(&whole[..length]).is_none(), "{length}");
        }
    }
}
