//! Who the customer of a case is, as far as an answer needs it: where to write, and how to call them.

use std::collections::BTreeMap;

use kernel::{ContactId, Result, Uid, WorkspaceId};
use lettre::Address;
use serde::Serialize;
use store::Store;

use super::entity::case;
use crate::messages::{self, Filter, Kind};

/// Names of attributes, as [`folded`] leaves them.
const ADDRESSES: [&str; 9] =
    ["email", "emailaddress", "mail", "epost", "mejl", "ایمیل", "پستالکترونیک", "البريدالإلكتروني", "بريد"];
const NAMES: [&str; 9] = ["name", "firstname", "fullname", "givenname", "namn", "förnamn", "نام", "الاسم", "اسم"];

#[derive(Clone, Debug, Default, Serialize)]
pub struct Customer {
    /// What the caller's systems know them by.
    pub key: Option<String>,
    pub name: Option<String>,
    pub address: Option<String>,
}

/// What is known: the address that was last written to, else what the contact or the response says.
pub async fn of(store: &Store, workspace: WorkspaceId, case: &case::Model) -> Result<Customer> {
    let mut customer = Customer::default();
    let written = Filter { thread: Some(&case.id), ..Filter::default() };
    let written = messages::list(store.reads(), workspace, &written, 0, 20).await?;
    customer.address =
        written.into_iter().find(|message| message.kind() != Kind::Notice).map(|message| message.address);
    if let Some(id) = &case.contact_id
        && let Some(contact) = store.contact(workspace, &ContactId::from_outside(id)).await?
    {
        let attributes: BTreeMap<String, serde_json::Value> =
            serde_json::from_str(&contact.attributes).unwrap_or_default();
        let texts = attributes.iter().filter_map(|(name, value)| Some((name.as_str(), value.as_str()?)));
        customer.take(texts);
        if customer.address.is_none() && is_address(&contact.key) {
            customer.address = Some(contact.key.clone());
        }
        customer.key = Some(contact.key);
    }
    if let Ok(uid) = case.uid.as_slice().try_into()
        && (customer.address.is_none() || customer.name.is_none())
        && let Some(logged) = store.unsealed_one(workspace, Uid(uid)).await?
    {
        let attributes: Vec<(String, String)> =
            logged.signal.body.attributes.iter().map(|(name, value)| (name.clone(), value.to_text())).collect();
        customer.take(attributes.iter().map(|(name, value)| (name.as_str(), value.as_str())));
    }
    Ok(customer)
}

impl Customer {
    fn take<'a>(&mut self, attributes: impl Iterator<Item = (&'a str, &'a str)>) {
        for (name, value) in attributes {
            let (name, value) = (folded(name), value.trim());
            if self.address.is_none() && ADDRESSES.contains(&name.as_str()) && is_address(value) {
                self.address = Some(value.to_owned());
            }
            if self.name.is_none() && NAMES.contains(&name.as_str()) && !value.is_empty() {
                self.name = Some(value.chars().take(80).collect());
            }
        }
    }
}

fn is_address(text: &str) -> bool {
    text.trim().parse::<Address>().is_ok()
}

/// Letters alone, in lower case: `E-Mail Address` is `emailaddress`.
fn folded(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_named_like_addresses_and_names_are_taken() {
        let mut customer = Customer::default();
        customer.take(
            [("E-Mail", "nobody"), ("Plan", "gold"), ("e-mail address", " sara@b.example "), ("نام", "سارا")]
                .into_iter(),
        );
        assert_eq!((customer.address.as_deref(), customer.name.as_deref()), (Some("sara@b.example"), Some("سارا")));
    }
}
