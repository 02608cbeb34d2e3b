//! The program.

/// Taking answers and reading columns is much allocation: the system's allocator led the profile of both.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    nabz::main()
}
