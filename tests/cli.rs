//! What the corpus tool promises, each promise on the built program.

#[path = "support/example.rs"]
mod example;

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Output, Stdio},
    thread,
    time::{Duration, Instant},
};

use example::{clean, feed, names};
use serde_json::{Value, json};
use tempfile::TempDir;

const STORY: &str = "雨停以后，渡口重新开船。\n摆渡人说，今天要多走两趟。\n";
const EDITOR: &str = "责任编辑：林小舟\n";

/// A folder with one file in it.
fn folder_with(name: &str, bytes: impl AsRef<[u8]>) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("folder");
    let path = folder.path().join(name);
    fs::write(&path, bytes).expect("file");
    (folder, path)
}

fn stdout(output: &Output) -> &str {
    str::from_utf8(&output.stdout).expect("UTF-8")
}

fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// Cleans lines from standard input to standard output; rejects go to the folder.
fn run_lines(folder: &Path, input: &[u8], more: &[&str]) -> Output {
    feed(
        clean().args(["-q", "--format", "jsonl", "--rejects"]).arg(folder.join("bad.jsonl")).args(more),
        input,
    )
}

fn objects(text: &str) -> Vec<Value> {
    text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

fn rejects(folder: &Path) -> Vec<Value> {
    objects(&fs::read_to_string(folder.join("bad.jsonl")).expect("rejects"))
}

/// The single reason why a line was rejected.
fn reason_for(line: &str) -> String {
    let folder = tempfile::tempdir().expect("folder");
    let output = run_lines(folder.path(), line.as_bytes(), &[]);
    assert_eq!(output.status.code(), Some(3), "{line}");
    assert_eq!(stdout(&output), "", "{line}");
    let rejects = rejects(folder.path());
    assert_eq!(rejects[0]["raw"], line);
    rejects[0]["reason"].as_str().expect("a reason").to_owned()
}

#[test]
fn cleans_lines_and_says_what_was_cut() {
    let folder = tempfile::tempdir().expect("folder");
    let text = format!("{STORY}{EDITOR}");
    let output = run_lines(folder.path(), json!({"id": 7, "text": text}).to_string().as_bytes(), &[]);
    assert!(output.status.success(), "{}", stderr(&output));
    let page = &objects(stdout(&output))[0];
    assert_eq!(page["text"], STORY);
    assert_eq!(page["provenance"]["verdict"], "cleaned");
    let span = &page["provenance"]["spans"][0];
    let at = |name: &str| usize::try_from(span[name].as_u64().expect("offset")).expect("offset");
    assert_eq!(&text[at("start")..at("end")], EDITOR);
    assert_eq!((&span["kind"], &span["action"]), (&json!("editorial_line"), &json!("remove")));
}

#[test]
fn leaves_every_other_byte_of_a_line_as_it_is() {
    let folder = tempfile::tempdir().expect("folder");
    let line = r#" { "n" : 1.50e+300, "big": 123456789012345678901234567890, "s":"\u96e8\/", "text" : "\u96e8停了。\n" , "a":{"text":[1,1]}, "n": null }"#;
    let output = run_lines(folder.path(), line.as_bytes(), &[]);
    let (head, tail) = stdout(&output).split_once(",\"provenance\":").expect("a new field");
    assert_eq!(format!("{head}}}"), line.to_owned(), "up to the new field");
    assert!(tail.ends_with("\"spans\":[]}}\n"), "{tail}");
}

#[test]
fn keeps_order_and_escapes_around_a_text_that_changes() {
    let folder = tempfile::tempdir().expect("folder");
    let line = format!(r#"{{"z":"\u0041","text":"雨停了。\n{}","a":0.10}}"#, EDITOR.trim_end());
    let output = run_lines(folder.path(), line.as_bytes(), &[]);
    assert!(stdout(&output).starts_with(r#"{"z":"\u0041","text":"雨停了。\n","a":0.10,"provenance":{"#));
}

#[test]
fn says_why_a_line_cannot_be_read() {
    for (line, reason) in [
        ("{\"text\": 1", "EOF while parsing an object at column 10"),
        ("[1]", "invalid type: sequence, expected a JSON object at column 0"),
        ("{\"text\": \"a\"} {}", "trailing characters at column 15"),
        ("{\"id\": 4}", "no field `text`"),
        ("{\"text\": null}", "field `text` is not a string but null"),
        ("{\"text\": [\"a\"]}", "field `text` is not a string but an array"),
        ("{\"text\": \"a\", \"te\\u0078t\": \"b\"}", "field `text` stands twice"),
        ("{\"text\": \"\\ud800\"}", "field `text`: unexpected end of hex escape at column 8"),
        (
            "{\"text\": \"a\0b\"}",
            "control character (\\u0000-\\u001F) found while parsing a string at column 11",
        ),
        (
            "{\"text\": \"a\", \"provenance\": 1}",
            "field `provenance` is there already; name another with --provenance-field",
        ),
    ] {
        assert_eq!(reason_for(line), reason, "{line}");
    }
}

#[test]
fn loses_nothing_where_some_lines_cannot_be_read() {
    let folder = tempfile::tempdir().expect("folder");
    let input: &[u8] =
        b"{\"text\": \"one\"}\n\n{\"text\"\n{\"text\": \"\xff\"}\r\n{\"id\": 9}\n{\"text\": \"two\"}";
    let output = run_lines(folder.path(), input, &[]);
    assert_eq!(output.status.code(), Some(3));
    let texts: Vec<Value> = objects(stdout(&output)).iter().map(|page| page["text"].clone()).collect();
    assert_eq!(texts, ["one", "two"]);
    let rejects = rejects(folder.path());
    let lines: Vec<&Value> = rejects.iter().map(|reject| &reject["line"]).collect();
    assert_eq!(lines, [3, 4, 5]);
    assert_eq!(rejects[0]["raw"], "{\"text\"");
    let raw: String = b"{\"text\": \"\xff\"}\r".iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(rejects[1]["raw_hex"], raw);
    assert_eq!(rejects[2]["id"], 9);
    assert!(stderr(&output).contains("-:4: bad UTF-8 at byte 11 of the line"), "{}", stderr(&output));
}

#[test]
fn keeps_rejects_beside_the_output_when_none_are_asked_for() {
    let (folder, path) = folder_with("in.jsonl", "{\n{\"text\": \"a\"}\n");
    let out = folder.path().join("out.jsonl");
    for rejects in ["out.jsonl.rejects.jsonl", "out.jsonl.2.rejects.jsonl"] {
        let status = clean().arg("-q").arg(&path).arg("-o").arg(&out).status().expect("runs");
        assert_eq!(status.code(), Some(3));
        assert!(folder.path().join(rejects).exists(), "{:?}", names(folder.path()));
    }
}

#[test]
fn makes_no_rejects_file_for_good_input() {
    let (folder, path) = folder_with("in.jsonl", "{\"text\": \"a\"}\n");
    let out = folder.path().join("out.jsonl");
    assert!(clean().arg("-q").arg(&path).arg("-o").arg(&out).status().expect("runs").success());
    assert_eq!(names(folder.path()), ["in.jsonl", "out.jsonl"]);
}

#[test]
fn gives_the_same_bytes_with_any_number_of_threads() {
    let page = |n: u32| {
        let tail = if n.is_multiple_of(3) { EDITOR } else { "" };
        json!({"id": n, "text": format!("{}{tail}", STORY.repeat(1 + n as usize % 40))}).to_string() + "\n"
    };
    let input: String = (0..800).map(page).collect();
    let folder = tempfile::tempdir().expect("folder");
    let one = run_lines(folder.path(), input.as_bytes(), &["--threads", "1"]);
    assert_eq!(objects(stdout(&one)).len(), 800);
    for threads in ["2", "7"] {
        let many = run_lines(folder.path(), input.as_bytes(), &["--threads", threads]);
        assert!(one.stdout == many.stdout, "{threads} threads");
    }
}

#[test]
fn reads_crlf_and_a_byte_order_mark() {
    let folder = tempfile::tempdir().expect("folder");
    let output =
        run_lines(folder.path(), "\u{feff}{\"text\": \"a\"}\r\n{\"text\": \"b\"}\r\n".as_bytes(), &[]);
    assert!(output.status.success(), "{}", stderr(&output));
    assert_eq!(stdout(&output).matches("}}\r\n").count(), 2);
}

#[test]
fn takes_an_empty_input_for_an_empty_output() {
    for name in ["empty.jsonl", "empty.txt", "empty"] {
        let (folder, path) = folder_with(name, "");
        let out = folder.path().join("out");
        assert!(clean().arg(&path).arg("-o").arg(&out).status().expect("runs").success(), "{name}");
        assert_eq!(fs::read(&out).expect("output"), b"", "{name}");
    }
}

#[test]
fn reads_a_line_of_50_mb() {
    let line = json!({"html": "x".repeat(50_000_000), "text": format!("{STORY}{EDITOR}")}).to_string();
    let folder = tempfile::tempdir().expect("folder");
    let output = run_lines(folder.path(), line.as_bytes(), &[]);
    assert!(output.status.success(), "{}", stderr(&output));
    assert!(output.stdout.len() > 50_000_000);
    assert!(stdout(&output).contains(&format!("\"text\":{},", json!(STORY))));
}

#[test]
fn cleans_plain_text_from_a_pipe_and_sums_up() {
    let output = feed(&mut clean(), format!("{STORY}{EDITOR}").as_bytes());
    assert!(output.status.success());
    assert_eq!(stdout(&output), STORY);
    let summary = stderr(&output);
    assert!(summary.starts_with("1 documents, "), "{summary}");
    assert!(summary.contains("0 clean, 1 cleaned, 0 to drop"), "{summary}");
    assert!(summary.contains("removed  editorial_line"), "{summary}");
}

#[test]
fn keeps_malformed_bytes_of_plain_text_among_the_rejects_a_line_at_a_time() {
    let folder = tempfile::tempdir().expect("folder");
    let bad = folder.path().join("bad.jsonl");
    let input = [STORY.as_bytes(), b"\xc4\xe3 ", "雨".as_bytes(), b"\0\xe9\n\n\xe9\x9b"].concat();
    let output = feed(clean().args(["-q", "--rejects"]).arg(&bad), &input);
    assert_eq!(output.status.code(), Some(3));
    assert!(stdout(&output).starts_with(STORY), "{}", stdout(&output));
    let raw: Vec<Value> = rejects(folder.path()).iter().map(|reject| reject["raw_hex"].clone()).collect();
    assert_eq!(raw, ["c4e3e9", "e99b"]);
    let lines: Vec<Value> = rejects(folder.path()).iter().map(|reject| reject["line"].clone()).collect();
    assert_eq!(lines, [3, 5]);
}

#[test]
fn reads_several_files_one_after_the_other() {
    let (folder, first) = folder_with("1.jsonl", "{\"text\": \"one\"}");
    let second = folder.path().join("2.jsonl");
    fs::write(&second, "{\"text\": \"two\"}\n{").expect("file");
    let output = clean().arg(&first).arg(&second).current_dir(folder.path()).output().expect("runs");
    let texts: Vec<Value> = objects(stdout(&output)).iter().map(|page| page["text"].clone()).collect();
    assert_eq!(texts, ["one", "two"]);
    assert!(stderr(&output).contains("2.jsonl:2: EOF"), "{}", stderr(&output));
    assert!(folder.path().join("clean.rejects.jsonl").exists());
}

#[test]
fn reads_fields_of_other_names() {
    let folder = tempfile::tempdir().expect("folder");
    let line = json!({"content": format!("{STORY}{EDITOR}"), "text": 4}).to_string();
    let more = ["--text-field", "content", "--provenance-field", "why"];
    let output = run_lines(folder.path(), line.as_bytes(), &more);
    let page = &objects(stdout(&output))[0];
    assert_eq!((&page["content"], &page["text"]), (&json!(STORY), &json!(4)));
    assert_eq!(page["why"]["verdict"], "cleaned");
}

#[test]
fn cleans_a_file_in_place() {
    let (_folder, path) = folder_with("page.txt", format!("{STORY}{EDITOR}"));
    assert!(clean().arg("-q").arg(&path).arg("-o").arg(&path).status().expect("runs").success());
    assert_eq!(fs::read_to_string(&path).expect("file"), STORY);
}

#[test]
fn names_a_file_that_is_missing_and_writes_nothing() {
    let (folder, path) = folder_with("here.jsonl", "{\"text\": \"a\"}\n");
    let output = clean()
        .arg(&path)
        .args(["gone.jsonl", "-o", "out.jsonl"])
        .current_dir(folder.path())
        .output()
        .expect("runs");
    assert_eq!(output.status.code(), Some(1));
    assert!(
        stderr(&output).starts_with("clean: cannot read gone.jsonl: No such file"),
        "{}",
        stderr(&output)
    );
    assert_eq!(names(folder.path()), ["here.jsonl"]);
}

#[test]
fn names_an_output_that_cannot_be_written() {
    let (folder, path) = folder_with("in.txt", STORY);
    for (out, message) in [("gone/out.txt", "No such file"), (".", "it is a folder")] {
        let output = clean().arg(&path).args(["-o", out]).current_dir(folder.path()).output().expect("runs");
        assert_eq!(output.status.code(), Some(1));
        let expected = format!("clean: cannot write {out}: {message}");
        assert!(stderr(&output).starts_with(&expected), "{}", stderr(&output));
    }
}

#[test]
#[cfg(target_os = "linux")]
fn says_so_when_the_disk_is_full() {
    let (_folder, path) = folder_with("in.txt", STORY);
    let output = clean().arg(&path).args(["-o", "/dev/full"]).output().expect("runs");
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("/dev/full: No space left"), "{}", stderr(&output));
}

#[test]
fn refuses_wrong_usage() {
    for args in [
        &["--threads", "0"][..],
        &["--format", "xml"],
        &["--none"],
        &["-o", "same", "--rejects", "./same"],
        &["in.jsonl", "--rejects", "in.jsonl"],
    ] {
        let output = clean().args(args).stdin(Stdio::null()).output().expect("runs");
        assert_eq!(output.status.code(), Some(2), "{args:?}: {}", stderr(&output));
    }
}

#[test]
fn leaves_out_documents_to_drop_only_if_told_to() {
    let folder = tempfile::tempdir().expect("folder");
    let query = "旧家具搬运怎么收费标准";
    let input = format!("{}\n{}\n", json!({"text": query}), json!({"text": STORY}));
    let all = objects(stdout(&run_lines(folder.path(), input.as_bytes(), &[])));
    assert_eq!(all.len(), 2);
    assert_eq!(all[0]["provenance"]["verdict"], "drop");
    assert_eq!(all[0]["provenance"]["reason"], "title_only");
    let some = objects(stdout(&run_lines(folder.path(), input.as_bytes(), &["--drop"])));
    assert_eq!(some, all[1..]);
    assert_eq!(stdout(&feed(clean().arg("-q"), query.as_bytes())), query);
    assert_eq!(stdout(&feed(clean().args(["-q", "--drop"]), query.as_bytes())), "");
}

/// A program that waits for more input, with lines read and an output under way.
#[cfg(unix)]
fn waiting(folder: &Path) -> std::process::Child {
    use std::io::Write;
    let mut child = clean()
        .args(["-q", "--format", "jsonl", "-o", "out.jsonl", "--rejects", "bad.jsonl"])
        .current_dir(folder)
        .stdin(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("starts");
    let line = json!({"text": STORY}).to_string() + "\n";
    child.stdin.as_mut().expect("piped").write_all(line.repeat(2000).as_bytes()).expect("room");
    let begun = Instant::now();
    let is_under_way = || {
        let entries = fs::read_dir(folder).expect("folder").flatten();
        entries.flat_map(|entry| entry.metadata()).any(|data| data.len() > 1000)
    };
    while !is_under_way() {
        assert!(begun.elapsed() < Duration::from_secs(60), "nothing is written");
        thread::sleep(Duration::from_millis(10));
    }
    child
}

#[test]
#[cfg(unix)]
fn leaves_no_half_file_when_interrupted() {
    let (folder, out) = folder_with("out.jsonl", "old\n");
    for (signal, names_left) in [("-INT", 1), ("-TERM", 1), ("-KILL", 3)] {
        let mut child = waiting(folder.path());
        let id = child.id().to_string();
        // Waiting closes standard input, and its end must not come before the signal.
        let _open = child.stdin.take();
        assert!(std::process::Command::new("kill").args([signal, &id]).status().expect("kill").success());
        assert!(!child.wait().expect("ends").success());
        assert_eq!(fs::read_to_string(&out).expect("the old file"), "old\n");
        assert_eq!(names(folder.path()).len(), names_left, "{signal}: {:?}", names(folder.path()));
    }
}

#[test]
#[cfg(unix)]
fn ends_quietly_when_nobody_reads_on() {
    let input = (json!({"text": STORY}).to_string() + "\n").repeat(20_000);
    let mut child = clean()
        .args(["-q", "--format", "jsonl"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("starts");
    drop(child.stdout.take());
    let mut stdin = child.stdin.take().expect("piped");
    let writer = thread::spawn(move || std::io::Write::write_all(&mut stdin, input.as_bytes()));
    let output = child.wait_with_output().expect("ends");
    assert!(output.status.success());
    assert_eq!(stderr(&output), "");
    assert!(writer.join().expect("no panic").is_err(), "it stops reading too");
}

#[test]
fn draws_no_progress_where_nobody_watches() {
    let (_folder, path) = folder_with("in.txt", STORY);
    let output = clean().arg(&path).output().expect("runs");
    assert!(!stderr(&output).contains('\x1b'), "{:?}", stderr(&output));
}

/// What the gold file wants of a page's text, white space aside.
fn wanted(gold: &Value) -> String {
    let text = gold["text"].as_str().expect("text");
    let mut kept = String::new();
    let mut at = 0;
    for cut in gold["remove"].as_array().expect("cuts") {
        let end = |name: &str| usize::try_from(cut[name].as_u64().expect("offset")).expect("offset");
        kept += &text[at..end("start")];
        at = end("end");
    }
    solid(&(kept + &text[at..]))
}

fn solid(text: &str) -> String {
    text.chars().filter(|char| !char.is_whitespace()).collect()
}

fn sample(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/sample").join(name)
}

#[test]
fn gives_the_sample_back_exactly() {
    let output = clean().arg("-q").arg(sample("pages.jsonl")).output().expect("runs");
    let gold = objects(&fs::read_to_string(sample("gold.jsonl")).expect("gold"));
    let pages = objects(stdout(&output));
    assert_eq!(pages.len(), gold.len());
    for (page, gold) in pages.iter().zip(&gold) {
        assert_eq!(solid(page["text"].as_str().expect("text")), wanted(gold), "{}", gold["id"]);
    }
    let story = clean().arg("-q").arg(sample("story.txt")).output().expect("runs");
    assert_eq!(solid(stdout(&story)), wanted(&gold[1]));
}

#[test]
fn explains_in_plain_text_where_nobody_watches() {
    let (_folder, path) = folder_with("in.txt", format!("{STORY}{EDITOR}"));
    let output = std::process::Command::new(example::build("explain")).arg(&path).output().expect("runs");
    assert!(output.status.success());
    assert!(stdout(&output).contains("   3 │ ⟦责任编辑：林小舟⟧\n     │   ╰─ removed: editorial_line"));
}

#[test]
fn shows_a_crawler() {
    let mut crawler = std::process::Command::new(example::build("crawler"));
    let output = feed(&mut crawler, format!("{STORY}{EDITOR}").as_bytes());
    assert!(output.status.success(), "{}", stderr(&output));
    assert_eq!(stdout(&output), STORY);
}
