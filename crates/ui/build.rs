//! Tells Cargo to build again when `cargo xtask assets` made or removed files: embedding alone notices changed ones only.

fn main() {
    println!("cargo::rerun-if-changed=assets");
    println!("cargo::rerun-if-changed=templates");
}
