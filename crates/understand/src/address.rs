//! Addresses of pages with their filters: everything that a page shows stands in its address.

use std::fmt;

/// A path with its query, in which each name stands once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    path: String,
    pairs: Vec<(String, String)>,
}

impl Address {
    pub fn new(path: impl Into<String>) -> Self {
        Self { path: path.into(), pairs: Vec::new() }
    }

    /// The same query under another path.
    #[must_use]
    pub fn at(&self, path: impl Into<String>) -> Self {
        Self { path: path.into(), pairs: self.pairs.clone() }
    }

    #[must_use]
    pub fn with(mut self, name: &str, value: impl fmt::Display) -> Self {
        let value = value.to_string();
        match self.pairs.iter_mut().find(|(known, _)| known == name) {
            Some(pair) => pair.1 = value,
            None => self.pairs.push((name.to_owned(), value)),
        }
        self
    }

    #[must_use]
    pub fn without(mut self, name: &str) -> Self {
        self.pairs.retain(|(known, _)| known != name);
        self
    }

    /// For hidden fields of a form that adds to the query.
    pub fn pairs(&self) -> &[(String, String)] {
        &self.pairs
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.path)?;
        if !self.pairs.is_empty() {
            let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(&self.pairs).finish();
            write!(f, "?{query}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_stands_once_and_values_are_encoded() {
        let address = Address::new("/u").with("channel", "qr").with("attr_شعبه", "تهران & ری").with("channel", "sms");
        assert_eq!(
            address.to_string(),
            "/u?channel=sms&attr_%D8%B4%D8%B9%D8%A8%D9%87=%D8%AA%D9%87%D8%B1%D8%A7%D9%86+%26+%D8%B1%DB%8C"
        );
        assert_eq!(address.without("attr_شعبه").without("channel").to_string(), "/u");
    }
}
