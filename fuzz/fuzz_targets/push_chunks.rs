//! Any way to cut the input into pushes gives the same result.
#![no_main]

#[path = "../../tests/support/checks.rs"]
#[expect(dead_code, reason = "each target uses one check")]
mod checks;

libfuzzer_sys::fuzz_target!(|data: &[u8]| checks::push_chunks(data));
