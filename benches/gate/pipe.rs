//! The corpus tool, file to file: speed, threads, memory and how soon it is ready.

use std::{
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
    process::Command,
    time::{Duration, Instant},
};

use crate::loads::Load;

/// Bytes of the file it is given.
const SIZE: usize = 12 << 20;

/// Runs of which the fastest counts.
const RUNS: usize = 3;

/// Measures the tool if it was built; what is below its gate comes back.
pub fn check() -> Vec<String> {
    let Some(tool) = tool() else {
        println!("the corpus tool is not built: cargo build --release --example clean");
        return Vec::new();
    };
    let folder = tempfile::tempdir().expect("a temporary folder");
    let lines = json_lines();
    let input = folder.path().join("in.jsonl");
    fs::write(&input, &lines).expect("the input can be written");
    fs::write(folder.path().join("none.jsonl"), "").expect("the input can be written");
    let checked = fastest(|| assert!(std::str::from_utf8(lines.as_bytes()).is_ok()));
    let one = fastest(|| run(&tool, &input, 1));
    let two = fastest(|| run(&tool, &input, 2));
    let ready = fastest(|| run(&tool, &folder.path().join("none.jsonl"), 1));
    let peak = peak_mb(&tool, &input);
    let figures = [
        ("file to file, ratio to from_utf8", checked / one, 0.02, 0.18),
        // A neighbour may hold the second core: what is caught here is threads that get in each other's way.
        ("two threads over one", one / two, 0.8, 1.7),
        ("25 ms over the time to be ready", 0.025 / ready, 1.0, 1.0),
        ("16 MB over peak memory", 16.0 / peak, 1.0, 1.0),
    ];
    for (name, figure, gate, goal) in figures {
        println!("{figure:8.3}, gate {gate:.3}, goal {goal:.2}: {name}");
    }
    let low = figures.into_iter().filter(|&(_, figure, gate, _)| figure < gate);
    low.map(|(name, figure, gate, _)| format!("{name}: {figure:.2}, gate {gate:.2}")).collect()
}

fn tool() -> Option<PathBuf> {
    let this = std::env::current_exe().ok()?;
    let tool = this.parent()?.parent()?.join("examples/clean");
    tool.exists().then_some(tool)
}

/// Clean documents as JSON Lines.
fn json_lines() -> String {
    let mut lines = String::with_capacity(SIZE + 8192);
    let documents = Load::None.documents();
    for (id, owned) in documents.iter().cycle().enumerate().take_while(|&(id, _)| id < SIZE / 2500) {
        let record = serde_json::json!({ "id": id, "title": owned.title, "text": owned.text });
        writeln!(lines, "{record}").expect("a string takes all");
    }
    lines
}

fn command(tool: &Path, input: &Path, threads: usize) -> Command {
    let mut command = Command::new(tool);
    command.arg(input).arg("-o").arg(input.with_extension("out")).args(["--threads", &threads.to_string()]);
    command
}

fn run(tool: &Path, input: &Path, threads: usize) {
    let output = command(tool, input, threads).output().expect("the tool starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

fn fastest(work: impl Fn()) -> f64 {
    let time = || {
        let begun = Instant::now();
        work();
        begun.elapsed().as_secs_f64()
    };
    (0..RUNS).map(|_| time()).fold(f64::INFINITY, f64::min)
}

/// The most memory the tool held, in MB, asked of the system every few milliseconds.
fn peak_mb(tool: &Path, input: &Path) -> f64 {
    let mut child = command(tool, input, 1).spawn().expect("the tool starts");
    let status = format!("/proc/{}/status", child.id());
    let mut peak = 0.0_f64;
    while child.try_wait().expect("a child can be asked").is_none() {
        let text = fs::read_to_string(&status).unwrap_or_default();
        let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let kib = line.and_then(|line| line.trim().trim_end_matches("kB").trim().parse().ok());
        peak = peak.max(kib.unwrap_or(0.0) / 1024.0);
        std::thread::sleep(Duration::from_millis(2));
    }
    peak
}
