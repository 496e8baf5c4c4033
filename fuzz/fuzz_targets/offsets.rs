//! Spans are a partition, offsets lead back, clean output is clean.
#![no_main]

#[path = "../../tests/support/checks.rs"]
#[expect(dead_code, reason = "each target uses one check")]
mod checks;

libfuzzer_sys::fuzz_target!(|data: &[u8]| checks::offsets(data));
