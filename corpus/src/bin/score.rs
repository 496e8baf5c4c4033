//! Scores any tool's output against a gold file.
//!
//!     cargo run -p jingwen-corpus --bin score -- GOLD.jsonl OUTPUT.jsonl
//!
//! An output line is `{"id", "spans": [{"start", "end"}, …], "drop": true|false}`, or a line of this
//! project's corpus tool, with the same under `provenance`. Offsets are bytes of the source.

use std::{collections::HashMap, env, fs, io, process::ExitCode};

use jingwen_corpus::{
    gold,
    score::{self, Cut, Output, Tally},
};
use serde_json::Value;

fn main() -> ExitCode {
    let args: Vec<String> = env::args().skip(1).collect();
    let [gold, output] = args.as_slice() else {
        eprintln!("usage: score GOLD.jsonl OUTPUT.jsonl");
        return ExitCode::from(2);
    };
    match run(gold, output) {
        Ok(report) => {
            print!("{report}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn run(gold: &str, output: &str) -> io::Result<String> {
    let outputs = outputs(&fs::read_to_string(output)?)?;
    let mut tally = Tally::default();
    for document in gold::read(io::BufReader::new(fs::File::open(gold)?))? {
        let output = outputs.get(&document.id).ok_or_else(|| bad(&document.id, "missing from the output"))?;
        let fits = output.cuts.iter().all(|cut| document.text.get(cut.range.clone()).is_some());
        let sorted = output.cuts.windows(2).all(|pair| pair[0].range.end <= pair[1].range.start);
        if !fits || !sorted {
            return Err(bad(&document.id, "spans overlap, are unsorted or off the characters' boundaries"));
        }
        tally.add(&score::judge(&document, output));
    }
    Ok(score::header()
        + &score::row("all", "", &tally)
        + &score::kinds("", &tally)
        + &score::matrix("", &tally))
}

fn outputs(text: &str) -> io::Result<HashMap<String, Output>> {
    let mut outputs = HashMap::new();
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        let record: Value = serde_json::from_str(line)?;
        let id = record["id"].as_str().ok_or_else(|| bad(line, "no id"))?;
        let proof = record.get("provenance").unwrap_or(&record);
        outputs.insert(id.to_owned(), read(proof).ok_or_else(|| bad(id, "no spans"))?);
    }
    Ok(outputs)
}

fn read(proof: &Value) -> Option<Output> {
    let removed =
        |span: &&Value| span["action"] != "tag" && span["replacement"].as_str().is_none_or(str::is_empty);
    let cuts = proof["spans"].as_array()?.iter().filter(removed).map(cut).collect::<Option<_>>()?;
    let reason = proof["reason"].as_str().unwrap_or("drop").to_owned();
    let dropped = (proof["drop"] == true || proof["verdict"] == "drop").then_some(reason);
    Some(Output { dropped, cuts })
}

fn cut(span: &Value) -> Option<Cut> {
    let at = |name: &str| span[name].as_u64().and_then(|at| usize::try_from(at).ok());
    let kind = span["kind"].as_str().unwrap_or("removed").to_owned();
    Some(Cut { range: at("start")?..at("end")?, kind, optional: false })
}

fn bad(what: &str, why: &str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, format!("{what}: {why}"))
}
