//! Spans are a partition, offsets lead back, clean output is clean.
#![no_main]

#[path = "../../tests/support/checks.rs"]
mod checks;

libfuzzer_sys::fuzz_target!(|data: &[u8]| checks::offsets(data));
