//! A line of JSON comes back with its text cut where its spans say.
#![no_main]

#[path = "../../tests/support/checks.rs"]
#[expect(dead_code, reason = "each target uses one check")]
mod checks;

libfuzzer_sys::fuzz_target!(|data: &[u8]| checks::jsonl(data));
