//! Builds an example and runs it.

use std::{
    env,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
    sync::OnceLock,
};

/// The corpus tool. It is built first, since a test that is run alone would find an old one.
pub fn clean() -> Command {
    static BUILT: OnceLock<PathBuf> = OnceLock::new();
    Command::new(BUILT.get_or_init(|| build("clean")))
}

/// The path of an example after building it in the same way as this test.
pub fn build(name: &str) -> PathBuf {
    let test = env::current_exe().expect("a test knows its place");
    let profile = test.ancestors().nth(2).expect("target/profile/deps/test");
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["build", "--quiet", "--example", name]).current_dir(env!("CARGO_MANIFEST_DIR"));
    cargo.arg("--target-dir").arg(profile.parent().expect("target/profile"));
    // A profile's folder has its name, but for the one of tests.
    let name_of_profile = profile.file_name().and_then(|name| name.to_str()).expect("target/profile");
    cargo.args(["--profile", if name_of_profile == "debug" { "dev" } else { name_of_profile }]);
    if !cfg!(feature = "serde") {
        cargo.arg("--no-default-features");
    }
    assert!(cargo.status().expect("cargo runs").success(), "{name} does not build");
    profile.join("examples").join(format!("{name}{}", env::consts::EXE_SUFFIX))
}

/// Runs to the end with this on standard input.
pub fn feed(command: &mut Command, input: &[u8]) -> Output {
    use std::io::Write;
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the example starts");
    let mut stdin = child.stdin.take().expect("piped");
    std::thread::scope(|scope| {
        // A program that stops reading early is no failure of the test's.
        scope.spawn(move || drop(stdin.write_all(input)));
        child.wait_with_output().expect("the example ends")
    })
}

/// The names in a folder, sorted.
pub fn names(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).expect("folder");
    let mut names: Vec<String> =
        entries.map(|entry| entry.expect("entry").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}
