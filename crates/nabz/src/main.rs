//! The program.

fn main() -> std::process::ExitCode {
    nabz::main()
}
