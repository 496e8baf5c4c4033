//! Single words of the interface beside lines that go.

use super::buttons::remove;
use crate::{
    detect::{Findings, Page, Zone, line_words::near},
    span::Confidence,
    text::{Class, Line},
};

/// Longest such word, in code points.
const MAX_CHARS: usize = 4;
/// What the reader does with an article: such a word alone goes beside other boilerplate.
const ACTIONS: [&str; 19] = [
    "收起",
    "展开",
    "展開",
    "查看更多",
    "查看全文",
    "查看原文",
    "复制链接",
    "複製連結",
    "分享",
    "举报",
    "舉報",
    "收藏",
    "打印",
    "列印",
    "点赞",
    "继续阅读",
    "繼續閱讀",
    "添加收藏",
    "楼主",
];

/// Finds single actions beside lines that go.
pub(super) fn detect(page: &Page<'_>, zone: &Zone, findings: &mut Findings) {
    let short =
        |line: &Line| !line.is_blank() && line.chars() <= MAX_CHARS && line.count(Class::Han) == line.chars();
    for (index, line) in page.lines.iter().enumerate().filter(|(_, line)| short(line)) {
        let beside = || near(page, index).any(|other| findings.removes(other.body));
        if ACTIONS.contains(&line.text(page.text)) && zone.is_edge(index) && beside() {
            remove(line, Confidence::Likely, findings);
        }
    }
}
