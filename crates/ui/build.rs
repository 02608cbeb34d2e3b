//! Tells Cargo to build again when `cargo xtask assets` made or removed files: embedding alone notices changed ones only.

#[expect(clippy::print_stdout, reason = "this is how a build script speaks to Cargo")]
fn main() {
    println!("cargo::rerun-if-changed=assets");
    println!("cargo::rerun-if-changed=templates");
}
