//! Stories over the whole of the lake, on SQLite in a folder of their own.

mod conditions;
mod contract;
mod guard;
mod hand;
mod kept;
mod mentions;
mod numbers;
mod readings;
mod records;
mod upkeep;
mod world;
