//! What a workspace has learned from its own ratings and comments, on top of the weights that ship.

use std::collections::BTreeMap;

use super::train::CLASSES;
use crate::features::{finish, step};

/// Changes of weights, few against those that ship.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Own {
    places: BTreeMap<u32, [f32; CLASSES]>,
    dense: BTreeMap<u32, [f32; CLASSES]>,
}

impl Own {
    /// Names what was learned.
    pub fn version(&self) -> String {
        let mut hash = 0;
        for (place, weight) in self.places.iter().chain(&self.dense) {
            hash = weight.iter().fold(step(hash, u64::from(*place)), |hash, x| step(hash, u64::from(x.to_bits())));
        }
        format!("{:08x}", finish(hash) as u32)
    }

    #[inline]
    pub(crate) fn weight(&self, place: u32) -> [f32; CLASSES] {
        self.places.get(&place).copied().unwrap_or_default()
    }

    pub(crate) fn dense(&self, number: usize) -> [f32; CLASSES] {
        self.dense.get(&(number as u32)).copied().unwrap_or_default()
    }
}
