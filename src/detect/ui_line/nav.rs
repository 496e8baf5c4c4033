//! A row of links to the site's columns and pages.

use crate::{
    detect::plain,
    lexicon::Whole,
    text::{Class, Line},
};

/// Fewest links in a row, and where none of them says that it is a site's row.
const MIN_LINKS: usize = 4;
const MIN_UNSAID: usize = 6;
/// Longest row and link, in code points.
const MAX_CHARS: usize = 120;
const MAX_LINK: usize = 6;
/// Links that only sites have.
const SITES: [&str; 21] = [
    "首页",
    "首頁",
    "网站首页",
    "網站首頁",
    "主页",
    "主頁",
    "home",
    "关于我们",
    "關於我們",
    "联系我们",
    "聯絡我們",
    "登录",
    "登入",
    "注册",
    "註冊",
    "网站地图",
    "客户端",
    "互动",
    "信息公开",
    "政务公开",
    "公司简介",
];

/// Whether the line is such a row. Linear.
pub(super) fn is_row(line: &Line, text: &str) -> bool {
    let gaps = line.count(Class::Space) + line.count(Class::Mark) + line.count(Class::Symbol);
    let told = line.count(Class::Stop) + line.count(Class::Pause) + line.count(Class::Digit) > 0;
    if gaps + 1 < MIN_LINKS || told || line.chars() > MAX_CHARS {
        return false;
    }
    let (mut links, mut known, mut sited) = (0, 0, 0);
    for link in plain::words(text) {
        let wordy = link.chars().count();
        if !(2..=MAX_LINK).contains(&wordy) {
            return false;
        }
        links += 1;
        known += usize::from(Whole::NavWord.has(&link));
        sited += usize::from(SITES.contains(&link.as_str()));
    }
    links >= MIN_LINKS && sited > 0 && known * 5 >= links * 3 || links >= MIN_UNSAID && known * 5 >= links * 4
}

#[cfg(test)]
mod tests {
    use super::is_row;
    use crate::text::lines;

    fn row(text: &str) -> bool {
        let mut read = Vec::new();
        lines::read(text, 0, &mut read, &mut Vec::new());
        is_row(&read[0], text)
    }

    #[test]
    fn rows_of_links_are_told_by_the_names_of_columns() {
        assert!(row("网站首页 公司简介 产品展示 新闻动态 联系我们"));
        assert!(row("即時 | 要聞 | 娛樂 | 運動 | 全球 | 地方"));
        assert!(!row("林小舟 陈阿满 何守田 沈大宽 白露"));
        assert!(!row("国内 国际 社会 财经"));
        assert!(!row("教育、文化、体育、旅游、健康、法治"));
    }
}
