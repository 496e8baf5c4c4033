//! Derives the table of character pairs that `src/detect/evidence/bigrams.bin` holds.
//!
//! ```text
//! cargo run --release --example bigrams -- ARTICLES.jsonl VARIANTS.txt OUT.bin
//! ```
//!
//! `ARTICLES.jsonl` has an object a line with a `text` field; `VARIANTS.txt` has lines of a
//! traditional character, a tab, and its simplified forms parted by spaces (the first is taken).
//! The sources that the shipped table was made from are named in `src/lexicon/README.md`.

use std::{
    collections::{BTreeMap, HashMap},
    env, fs,
    io::{BufRead, BufReader},
};

use anyhow::{Context, Result, bail};

/// Pairs seen less often than this are left to the single characters' statistics.
const MIN_PAIR: u32 = 7;
/// Characters seen less often than this share one entry.
const MIN_CHAR: u32 = 20;
/// Absolute discount of Kneser and Ney.
const DISCOUNT: f64 = 0.75;
/// Steps of a stored cost in one nat.
const STEPS: f64 = 16.0;

/// What stands in for everything that is no Chinese character; the same order as in the crate.
const BOUNDARY: u16 = 0;
const DIGIT: u16 = 1;
const LETTER: u16 = 2;
const UNKNOWN: u16 = 3;
const FIRST_CHAR: u16 = 4;

fn main() -> Result<()> {
    let [articles, variants, out] = &env::args().skip(1).collect::<Vec<_>>()[..] else {
        bail!("usage: bigrams ARTICLES.jsonl VARIANTS.txt OUT.bin");
    };
    let variants = read_variants(variants)?;
    let texts = read_texts(articles)?;
    let ids = number_characters(&texts, &variants);
    let counts = count_pairs(&texts, &ids);
    let bytes = serialise(&ids, &counts);
    fs::write(out, &bytes).with_context(|| format!("{out}: cannot write"))?;
    eprintln!("{} characters with variants, {} bytes", ids.len(), bytes.len());
    Ok(())
}

fn read_texts(path: &str) -> Result<Vec<String>> {
    let file = fs::File::open(path).with_context(|| format!("{path}: cannot open"))?;
    let mut texts = Vec::new();
    for line in BufReader::new(file).lines() {
        let record: serde_json::Value = serde_json::from_str(&line?)?;
        texts.push(record["text"].as_str().context("a record without text")?.to_owned());
    }
    Ok(texts)
}

fn read_variants(path: &str) -> Result<HashMap<char, char>> {
    let text = fs::read_to_string(path).with_context(|| format!("{path}: cannot read"))?;
    let pair = |line: &str| Some((line.chars().next()?, line.split('\t').nth(1)?.chars().next()?));
    Ok(text.lines().filter_map(pair).filter(|(from, to)| from != to).collect())
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}' | '\u{3400}'..='\u{4dbf}')
}

/// Gives the common characters numbers in code-point order, and their variants the same ones.
fn number_characters(texts: &[String], variants: &HashMap<char, char>) -> BTreeMap<char, u16> {
    let mut seen: BTreeMap<char, u32> = BTreeMap::new();
    for c in texts.iter().flat_map(|text| text.chars()).filter(|&c| is_han(c)) {
        *seen.entry(variants.get(&c).copied().unwrap_or(c)).or_default() += 1;
    }
    seen.retain(|_, count| *count >= MIN_CHAR);
    let mut ids: BTreeMap<char, u16> =
        seen.keys().enumerate().map(|(at, &c)| (c, FIRST_CHAR + at as u16)).collect();
    for (from, to) in variants {
        if let Some(&id) = ids.get(to).filter(|_| (*from as u32) < 0x1_0000) {
            ids.entry(*from).or_insert(id);
        }
    }
    ids
}

fn symbol(c: char, ids: &BTreeMap<char, u16>) -> u16 {
    match c {
        '0'..='9' | '０'..='９' => DIGIT,
        'a'..='z' | 'A'..='Z' | 'ａ'..='ｚ' | 'Ａ'..='Ｚ' => LETTER,
        _ if is_han(c) => ids.get(&c).copied().unwrap_or(UNKNOWN),
        _ => BOUNDARY,
    }
}

/// Pair counts; runs of boundaries, digits and letters count as one symbol.
fn count_pairs(texts: &[String], ids: &BTreeMap<char, u16>) -> BTreeMap<(u16, u16), u32> {
    let mut counts = BTreeMap::new();
    for text in texts {
        let mut last = BOUNDARY;
        for c in text.chars().chain(['\n']) {
            let next = symbol(c, ids);
            if next != last || next >= UNKNOWN {
                *counts.entry((last, next)).or_default() += 1;
            }
            last = next;
        }
    }
    counts
}

/// Costs in nats: of a pair, of leaving a character for a pair not listed, of a single character.
struct Costs {
    pairs: Vec<(u16, u16, f64)>,
    leave: Vec<f64>,
    alone: Vec<f64>,
}

/// Interpolated absolute discounting; the lower order counts how many different neighbours a
/// character follows.
fn estimate(symbols: usize, counts: &BTreeMap<(u16, u16), u32>) -> Costs {
    let mut follows = vec![0.5; symbols];
    let mut total = vec![1.0; symbols];
    let mut kept = vec![0.0; symbols];
    for (&(left, right), &count) in counts {
        follows[right as usize] += 1.0;
        total[left as usize] += f64::from(count);
        if count >= MIN_PAIR {
            kept[left as usize] += f64::from(count) - DISCOUNT;
        }
    }
    let all: f64 = follows.iter().sum();
    let alone: Vec<f64> = follows.iter().map(|count| count / all).collect();
    let leave: Vec<f64> = (0..symbols).map(|left| 1.0 - kept[left] / total[left]).collect();
    let listed = counts.iter().filter(|&(_, &count)| count >= MIN_PAIR);
    let pairs = listed.map(|(&(left, right), &count)| {
        let (l, r) = (left as usize, right as usize);
        (left, right, (f64::from(count) - DISCOUNT) / total[l] + leave[l] * alone[r])
    });
    let pairs = pairs.map(|(left, right, p)| (left, right, -p.ln())).collect();
    Costs {
        pairs,
        leave: leave.iter().map(|p| -p.max(1e-6).ln()).collect(),
        alone: alone.iter().map(|p| -p.ln()).collect(),
    }
}

fn quantise(cost: f64) -> u8 {
    (cost * STEPS).round().clamp(0.0, 255.0) as u8
}

/// The file: counts of map entries, symbols and pairs (u32); the map's code points and numbers
/// (u16 each); per symbol the start of its row (u32, one more than symbols); the pairs' second
/// symbols (u16); then the costs (u8) of symbols alone, of leaving them, and of the pairs.
fn serialise(ids: &BTreeMap<char, u16>, counts: &BTreeMap<(u16, u16), u32>) -> Vec<u8> {
    let symbols = ids.values().max().map_or(FIRST_CHAR, |id| id + 1) as usize;
    let costs = estimate(symbols, counts);
    let mut out = Vec::new();
    for count in [ids.len(), symbols, costs.pairs.len()] {
        out.extend((count as u32).to_le_bytes());
    }
    out.extend(ids.keys().flat_map(|&c| (c as u16).to_le_bytes()));
    out.extend(ids.values().flat_map(|id| id.to_le_bytes()));
    for symbol in 0..=symbols {
        let row = costs.pairs.partition_point(|pair| (pair.0 as usize) < symbol);
        out.extend((row as u32).to_le_bytes());
    }
    out.extend(costs.pairs.iter().flat_map(|pair| pair.1.to_le_bytes()));
    out.extend(costs.alone.iter().map(|&cost| quantise(cost)));
    out.extend(costs.leave.iter().map(|&cost| quantise(cost)));
    out.extend(costs.pairs.iter().map(|pair| quantise(pair.2)));
    out
}
