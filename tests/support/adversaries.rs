//! Texts made to cost time or memory, one for each way that is known.

/// A text that was made to hurt, as bytes: one of them is not UTF-8.
pub struct Adversary {
    pub name: &'static str,
    pub title: Option<String>,
    pub bytes: Vec<u8>,
}

/// The characters that texts have most of.
const COMMON: &str = "的一是了我不人在他有这个上们来到时大地为子中你说生国年着就那和要出也得里后自以会";

/// Every adversary's name.
pub const NAMES: [&str; 20] = [
    "one endless line",
    "millions of empty lines",
    "one character",
    "no repeats",
    "everything repeats",
    "a title of 1 MB",
    "a title of common characters",
    "a text half of its title",
    "candidate names",
    "nested brackets",
    "unclosed brackets",
    "markers alone",
    "marker lines",
    "markers inside markers",
    "marks that may be dots",
    "one word of a trade",
    "tags struck out",
    "combining marks",
    "half flags",
    "invalid UTF-8",
];

/// Every adversary, each of about `size` bytes.
pub fn all(size: usize) -> impl Iterator<Item = Adversary> {
    NAMES.into_iter().map(move |name| named(name, size))
}

/// One adversary of about `size` bytes.
pub fn named(name: &'static str, size: usize) -> Adversary {
    let title = match name {
        "a title of 1 MB" => Some(no_repeats(1 << 20)),
        "a title of common characters" | "a text half of its title" => Some(COMMON.to_owned()),
        _ => None,
    };
    let bytes = if name == "invalid UTF-8" {
        b"\xe4\xb8\xff\xf0\x9f".repeat(size / 5 + 1)
    } else {
        text(name, size).into_bytes()
    };
    Adversary { name, title, bytes }
}

fn text(name: &str, size: usize) -> String {
    match name {
        "one endless line" => clean(size).replace(['\n', '。', '！', '？'], ""),
        "millions of empty lines" => "\n".repeat(size),
        "one character" => fill("的", size),
        "no repeats" => no_repeats(size),
        "everything repeats" => fill("渡口的灯一盏盏亮起来，船工们开始收网。\n", size),
        "a title of 1 MB" => clean(size),
        "a title of common characters" => shuffled_common(size, |_| true),
        "a text half of its title" => shuffled_common(size, |n| n % 5 < 3),
        "candidate names" => names(size),
        "nested brackets" => fill("（《【“", size / 2) + &fill("”】》）", size / 2),
        "unclosed brackets" => fill("（见《石桥志》【卷", size),
        "markers alone" => markers(size, ""),
        "marker lines" => markers(size, "：渡口\n"),
        "markers inside markers" => fill("上一上一上一篇：篇：篇：\n", size),
        "marks that may be dots" => format!("字♂a{}", fill("﹒", size)),
        "one word of a trade" => fill("输送通", size),
        "tags struck out" => fill("灯</s>", size),
        "combining marks" => fill("\u{301}", size),
        "half flags" => fill("🇨", size),
        _ => panic!("no adversary is called {name}"),
    }
}

/// Running text of the project's own corpus, over and over.
pub fn clean(size: usize) -> String {
    let text: String = super::texts::articles().iter().map(|article| article.text.as_str()).collect();
    fill(&text, size)
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

/// Clauses of common characters in the places that `is_common` says, and of any others.
fn shuffled_common(size: usize, is_common: fn(u32) -> bool) -> String {
    let common: Vec<char> = COMMON.chars().collect();
    let pick = |n: u32| common[scatter(n) as usize % common.len()];
    let any = |n: u32| if is_common(n) { pick(n) } else { han(scatter(n)) };
    (0..size as u32 / 3).map(|n| if n % 23 == 0 { '，' } else { any(n) }).collect()
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
    for words in super::lexicons() {
        text.extend(words.lines().flat_map(|word| [word, tail]));
    }
    fill(&text, size)
}
