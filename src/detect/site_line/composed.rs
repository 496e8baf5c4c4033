//! Notices put together from the words of rights, sources and sites, in wordings that no list has.

use crate::{
    detect::{Findings, Page, Zone, composed::Trade, plain},
    kind::Kind,
    lexicon::Whole,
    span::Confidence,
    text::{
        Class, Line,
        chars::{class, is_wordlike},
        words::AnyOf,
    },
};

use super::phrase::is_law;

const NOTICES: Trade = Trade { sure: Whole::NoticeSure, part: Whole::NoticePart };
/// Length of such a line, in code points.
const CHARS: std::ops::RangeInclusive<usize> = 8..=140;
/// Fewest words of rights, sources and sites, and of all words.
const MIN_SURE: usize = 3;
const MIN_WORDS: usize = 5;
/// Longest name that stands free, in code points, and most names.
const MAX_UNKNOWN: usize = 8;
const MAX_GAPS: usize = 2;
/// What notices are about: rights, sources, the site. Others, too, permit, protect and delete.
static ABOUT: AnyOf<43> = AnyOf::new([
    "转", "轉", "版权", "版權", "侵", "著作", "出处", "出處", "来源", "來源", "来自", "來自", "源于", "源自",
    "取自", "摘自", "本站", "本网", "本網", "网站", "網站", "平台", "平臺", "作者", "原创", "原創", "免责",
    "免責", "立场", "立場", "观点", "觀點", "投稿", "作品", "素材", "上传", "上傳", "言论", "言論", "盗",
    "关注", "關注", "精彩",
]);
/// Longest name in quotes, in bytes.
const MAX_NAME: usize = 60;
/// Words of those who report on rights or lay them down.
static TOLD: AnyOf<19> = AnyOf::new([
    "不再是",
    "他们",
    "她",
    "记者",
    "記者",
    "法院",
    "警方",
    "条例",
    "條例",
    "应当",
    "應當",
    "规定",
    "規定",
    "法官",
    "案",
    "学生",
    "我国",
    "作家",
    "说",
]);

/// Looks at the lines behind the article.
pub(super) fn detect(page: &Page<'_>, zone: &Zone, findings: &mut Findings) {
    let fits = |line: &Line| {
        CHARS.contains(&line.chars())
            && line.count(Class::Han) * 2 > line.chars()
            && line.count(Class::Digit) < 8
    };
    for (index, line) in page.lines.iter().enumerate().rev() {
        if !zone.is_tail(index) {
            return;
        }
        if fits(line) && !findings.removes(line.body) && is_notice(line.text(page.text)) {
            let rule = "site_line/composed@1";
            findings.remove(line.start..line.next, Kind::SiteLine, rule, Confidence::Likely);
        }
    }
}

/// Whether each sentence of the line is nothing but such words, names aside.
fn is_notice(text: &str) -> bool {
    let lists = text.ends_with(['：', ':']) || text.contains("如下");
    if lists || is_law(text) || !ABOUT.is_in(text) || !NOTICES.may_have(text, MIN_SURE) || TOLD.is_in(text) {
        return false;
    }
    let (mut sure, mut words) = (0, 0);
    for sentence in text.split(|c| class(c) == Class::Stop).filter(|part| part.contains(is_wordlike)) {
        let plain = plain::squeezed(&without_names(sentence));
        let Some(read) = NOTICES.read(&plain, MAX_UNKNOWN) else { return false };
        if read.unknown > MAX_UNKNOWN
            || read.gaps > MAX_GAPS
            || read.unknown > read.words * 2
            || read.sure == 0
        {
            return false;
        }
        sure += read.sure;
        words += read.words;
    }
    sure >= MIN_SURE && words >= MIN_WORDS
}

/// The sentence without the names in quotes.
fn without_names(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(open) = rest.find(['“', '「', '《', '【', '"']) {
        let inner = open + rest[open..].chars().next().map_or(1, char::len_utf8);
        let close = rest[inner..].find(['”', '」', '》', '】', '"']).filter(|&len| len <= MAX_NAME);
        let Some(end) = close.map(|len| inner + len) else { break };
        out.push_str(&rest[..open]);
        rest = &rest[end..];
        rest = &rest[rest.chars().next().map_or(0, char::len_utf8)..];
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::is_notice;

    #[test]
    fn notices_are_known_by_their_words() {
        for notice in [
            "素材来源于网络，若侵犯了您的权益，请联系我们。",
            "凡署名“竹影网”的作品，未经书面许可，不得转载。",
            "本内容由用户上传，如有侵权请举报",
            "以上言論不代表本網立場",
        ] {
            assert!(is_notice(notice), "{notice}");
        }
        for text in
            ["他们把作品上传到网站，作者并不知道。", "渡口的栈桥下月拆除。", "作者把版权留给了图书馆和孩子"]
        {
            assert!(!is_notice(text), "{text}");
        }
    }
}
