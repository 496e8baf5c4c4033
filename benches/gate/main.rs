//! The speed gate: `cargo bench --bench gate`; `-- --record` rewrites the committed figures.
//!
//! Times are ratios to `std::str::from_utf8` over the same bytes in the same run. Instructions are
//! counted by valgrind and compared with `benches/record/instructions.txt`.

#[path = "../loads/mod.rs"]
mod loads;
#[path = "../../tests/support/mod.rs"]
mod support;

mod instructions;
mod pipe;
mod ratios;

use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [command, what, size, passes] = &arguments[..]
        && command == "count"
    {
        let number = |text: &String| text.parse().expect("a number");
        instructions::work(what, number(size), number(passes));
        return ExitCode::SUCCESS;
    }
    if arguments.iter().any(|argument| argument == "--record") {
        instructions::record();
    }
    let mut failures = ratios::check();
    failures.extend(instructions::check());
    failures.extend(pipe::check());
    for failure in &failures {
        eprintln!("too slow: {failure}");
    }
    if failures.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
