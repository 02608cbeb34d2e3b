//! The program.

/// Taking answers and reading columns is much allocation: outside the kernel, the system's led both profiles.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    nabz::main()
}
