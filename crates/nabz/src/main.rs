//! The program.

/// Taking answers and reading columns is much allocation; this one takes about a tenth less of the processor for it.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    nabz::main()
}
