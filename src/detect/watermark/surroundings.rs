//! What a call stands in.

use memchr::memmem;

use super::anchors::SIGNS;
use crate::{
    detect::Page,
    lexicon::{Hit, Lexicon},
    text::{Class, Mark, chars},
};

/// Words of those who tell of somebody.
const TELLING: [&str; 5] = ["他", "她", "曰", "笑", "问"];
/// What begins a speech: a quote, and words, of which one stands before its mark.
const QUOTES: [char; 2] = ['“', '「'];
const SAYS: &str = "曰";
const SAYS_MARKED: &str = "道";
/// Fewest speeches of a story, and most Chinese characters for each of them.
const MIN_SAID: usize = 4;
const MAX_BETWEEN: usize = 250;
/// Words by which prose speaks of persons, and most Chinese characters for each of them.
const PERSONS: [&str; 8] = ["他", "她", "我", "曰", "吾", "乃", "之", "矣"];
const MAX_PERSON: usize = 45;
/// Words of manuals, which tell their readers what to do as well, and most Chinese characters for each of them.
const MACHINES: [&str; 20] = [
    "点击",
    "點選",
    "單擊",
    "单击",
    "对话框",
    "對話方塊",
    "选项",
    "選項",
    "菜单",
    "選單",
    "按钮",
    "按鈕",
    "配置",
    "设置",
    "設定",
    "文件",
    "命令",
    "启动",
    "啟動",
    "用户",
];
const MAX_MACHINE: usize = 50;
/// Fewest Chinese characters of prose.
const MIN_PROSE: usize = 300;
/// At least so many Chinese characters for each Latin letter of prose.
const MAX_LETTERS: usize = 8;
/// Most lines of prose that speak of sites, and Chinese characters for one more.
const MAX_SITES: usize = 4;
const PER_SITE: usize = 600;
/// Words of reports on piracy, words of reports, and how many of these show one.
const PIRACY: [&str; 4] = ["盗版", "盜版", "侵权", "侵權"];
const REPORTS: [&str; 12] =
    ["记者", "記者", "法院", "警方", "判决", "判決", "被告", "涉案", "版权", "版權", "正版", "起诉"];
const MIN_REPORTS: usize = 2;

/// What a call stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Surroundings {
    /// A story, which never speaks of sites in their own words.
    Story,
    /// Prose without figures that speaks of persons and hardly of sites.
    Tale,
    /// Other prose without figures that hardly speaks of sites.
    Prose,
    /// A report on such sites, which cites their calls.
    Report,
    /// Another text, which may.
    Text,
}

impl Surroundings {
    /// What the page is, told by how much is said on it, or of whom it speaks.
    pub(super) fn of(page: &Page<'_>) -> Self {
        let plain = page.count(Class::Digit) * MAX_BETWEEN / 5 < page.count(Class::Han);
        let signed = SIGNS.iter().any(|&lexicon| page.hits(lexicon).next().is_some());
        if signed && (is_report(page.text) || cites(page)) {
            return Surroundings::Report;
        }
        match plain {
            true if is_told(page) => Surroundings::Story,
            true if is_prose(page) && is_of_persons(page) => Surroundings::Tale,
            true if is_prose(page) => Surroundings::Prose,
            _ => Surroundings::Text,
        }
    }

    /// How much a sign must weigh that a call may begin or end with inside a sentence.
    pub(super) fn tells(self) -> usize {
        match self {
            Surroundings::Story | Surroundings::Tale | Surroundings::Prose => 1,
            Surroundings::Report | Surroundings::Text => 2,
        }
    }
}

/// How often words stand on the page, counted up to `most`.
fn count(page: &Page<'_>, words: &[&str], most: usize) -> usize {
    words.iter().flat_map(|word| memmem::find_iter(page.text.as_bytes(), *word)).take(most).count()
}

/// Whether people speak on the page as in a story.
fn is_told(page: &Page<'_>) -> bool {
    let han = page.count(Class::Han);
    let enough = han.div_ceil(MAX_BETWEEN).max(MIN_SAID);
    if page.count(Class::Letter) * MAX_LETTERS / 2 > han {
        return false;
    }
    speeches(page) >= enough && count(page, &TELLING, enough) == enough && !is_manual(page)
}

/// How many speeches begin on the page.
fn speeches(page: &Page<'_>) -> usize {
    let text = page.text;
    let begins = |mark: &&Mark| match mark.class {
        Class::Open => text[mark.at()..].starts_with(QUOTES),
        Class::Pause => text[mark.at()..].starts_with('：') && text[..mark.at()].ends_with(SAYS_MARKED),
        _ => false,
    };
    page.marks(0..text.len()).iter().filter(begins).count() + count(page, &[SAYS], usize::MAX)
}

/// Whether the page is long, has few Latin letters and hardly speaks of sites.
fn is_prose(page: &Page<'_>) -> bool {
    let han = page.count(Class::Han);
    if han < MIN_PROSE || page.count(Class::Letter) * MAX_LETTERS > han {
        return false;
    }
    let hits = SIGNS.iter().chain(&[Lexicon::WatermarkBroad]).flat_map(|&lexicon| page.hits(lexicon));
    let mut lines: Vec<usize> = hits.map(|hit| page.line_at(hit.start)).collect();
    lines.sort_unstable();
    lines.dedup();
    lines.len() <= MAX_SITES + han / PER_SITE
}

/// Whether persons are spoken of all through, and programs are not.
fn is_of_persons(page: &Page<'_>) -> bool {
    let enough = page.count(Class::Han).div_ceil(MAX_PERSON);
    count(page, &PERSONS, enough) == enough && !is_manual(page)
}

/// Whether programs are spoken of all through.
fn is_manual(page: &Page<'_>) -> bool {
    let enough = page.count(Class::Han).div_ceil(MAX_MACHINE);
    count(page, &MACHINES, enough) == enough
}

/// Whether the page cites what sites say, a call or two in quotes of their own.
fn cites(page: &Page<'_>) -> bool {
    let cited = |hit: &&Hit| {
        matches!(chars::before(page.text, hit.start), Some('“' | '「'))
            && matches!(chars::after(page.text, hit.end), Some('”' | '」'))
    };
    SIGNS.iter().flat_map(|&lexicon| page.hits(lexicon)).filter(cited).take(MIN_REPORTS).count()
        >= MIN_REPORTS
}

/// Whether the text reports on sites that copy novels.
fn is_report(text: &str) -> bool {
    let has = |word: &&&str| memmem::find(text.as_bytes(), word.as_bytes()).is_some();
    let about = PIRACY.iter().any(|word| has(&word));
    about && REPORTS.iter().filter(has).count() >= MIN_REPORTS
}
