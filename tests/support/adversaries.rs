//! Texts made to cost time or memory, one for each way that is known.

use std::{fs, path::Path};

/// A text that was made to hurt, as bytes: one of them is not UTF-8.
pub struct Adversary {
    pub name: &'static str,
    pub title: Option<String>,
    pub bytes: Vec<u8>,
}

/// The characters that texts have most of.
const COMMON: &str = "的一是了我不人在他有这个上们来到时大地为子中你说生国年着就那和要出也得里后自以会";

/// Every adversary, each of about `size` bytes.
pub fn all(size: usize) -> Vec<Adversary> {
    let plain = |name, text: String| Adversary { name, title: None, bytes: text.into_bytes() };
    let titled =
        |name, title: String, text: String| Adversary { name, title: Some(title), bytes: text.into_bytes() };
    vec![
        plain("one endless line", clean(size).replace(['\n', '。', '！', '？'], "")),
        plain("millions of empty lines", "\n".repeat(size)),
        plain("one character", fill("的", size)),
        plain("no repeats", no_repeats(size)),
        plain("everything repeats", fill("渡口的灯一盏盏亮起来，船工们开始收网。\n", size)),
        titled("a title of 1 MB", no_repeats(1 << 20), clean(size)),
        titled("a title of common characters", COMMON.to_owned(), shuffled_common(size)),
        plain("candidate names", names(size)),
        plain("nested brackets", fill("（《【“", size / 2) + &fill("”】》）", size / 2)),
        plain("unclosed brackets", fill("（见《石桥志》【卷", size)),
        plain("markers alone", markers(size, "")),
        plain("marker lines", markers(size, "：渡口\n")),
        plain("markers inside markers", fill("上一上一上一篇：篇：篇：\n", size)),
        plain("combining marks", fill("\u{301}", size)),
        plain("half flags", fill("🇨", size)),
        Adversary { name: "invalid UTF-8", title: None, bytes: b"\xe4\xb8\xff\xf0\x9f".repeat(size / 5 + 1) },
    ]
}

/// Running text of the project's own corpus, over and over.
pub fn clean(size: usize) -> String {
    let mut text = String::new();
    for path in super::sorted(&root().join("corpus/base")) {
        if path.extension().is_some_and(|extension| extension == "txt") {
            let document = fs::read_to_string(&path).expect("the corpus is UTF-8");
            text.extend(document.lines().filter(|line| !line.starts_with('#')).flat_map(|line| [line, "\n"]));
        }
    }
    fill(&text, size)
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// `pattern` again and again, at most `size` bytes.
pub fn fill(pattern: &str, size: usize) -> String {
    let mut text = pattern.repeat(size / pattern.len().max(1) + 1);
    text.truncate(text.floor_char_boundary(size));
    text
}

/// A number that looks random; the same every time.
fn scatter(n: u32) -> u32 {
    let n = (n ^ (n >> 15)).wrapping_mul(0x2c1b_3c6d);
    let n = (n ^ (n >> 12)).wrapping_mul(0x297a_2d39);
    n ^ (n >> 15)
}

fn han(n: u32) -> char {
    char::from_u32(0x4e00 + n % 20_000).expect("a character of the main block")
}

fn no_repeats(size: usize) -> String {
    (0..size as u32 / 3).map(|n| han(scatter(n))).collect()
}

fn shuffled_common(size: usize) -> String {
    let common: Vec<char> = COMMON.chars().collect();
    let pick = |n: u32| common[scatter(n) as usize % common.len()];
    (0..size as u32 / 3).map(|n| if n % 23 == 0 { '，' } else { pick(n) }).collect()
}

fn names(size: usize) -> String {
    let name = |n: u32| format!("{}{}市{}{}街装饰公司", han(n), han(n / 7), han(scatter(n)), han(n * 3));
    let mut text = String::with_capacity(size + 64);
    for n in 0.. {
        text += &name(n);
        text += if n % 2 == 0 { "船工们开始收网" } else { "，灯亮了。" };
        if text.len() >= size {
            break;
        }
    }
    text
}

/// Every entry of every lexicon, each followed by `tail`.
fn markers(size: usize, tail: &str) -> String {
    let mut text = String::new();
    for path in super::sorted(&root().join("src/lexicon")) {
        if path.extension().is_some_and(|extension| extension == "txt") {
            let words = fs::read_to_string(&path).expect("lexicons are UTF-8");
            text.extend(words.lines().flat_map(|word| [word, tail]));
        }
    }
    fill(&text, size)
}
