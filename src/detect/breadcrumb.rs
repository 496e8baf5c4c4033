//! **What it finds**: the path of links from the site's first page down to this one.
//!
//! **Why it is noise**: it is navigation.
//!
//! **Example**: `您现在的位置：首页 > 本地新闻 > 正文`
//!
//! **Keeps**: the way through a program's menus, `设置 > 通用`; sentences about a place.
//!
//! **Confidence**: certain where the line says that it is the reader's place, else likely.

use super::{
    Findings, Page,
    line_words::{self, near},
    plain,
};
use crate::{
    kind::Kind,
    lexicon::{Lexicon, Whole},
    span::Confidence,
    text::{Class, Line, chars, words::AnyOf},
};

/// Longest path, in code points.
const MAX_CHARS: usize = 120;
/// Longest step but the last, in code points.
const MAX_STEP: usize = 16;
/// Most steps with a line each, and the longest of them, in code points.
const MAX_STEPS: usize = 7;
const MAX_SHORT_STEP: usize = 6;
/// Longest name of a site, in code points, before the word for its first page.
const MAX_SITE: usize = 10;
const ARROWS: [char; 11] = [';', '>', '＞', '»', '›', '→', '/', '|', '_', '-', '·'];
/// How many lines from the top may be a path without a word that begins one, the marks between its
/// steps, its longest step in code points, and ends of sites' and columns' names.
const TOP_LINES: usize = 4;
const POINTERS: [char; 11] = ['>', '＞', '»', '›', '→', '❯', '≫', '⟩', '▸', '〉', '∕'];
const MAX_PATH_STEP: usize = 12;
/// Marks between the steps of a path to the given title.
const BETWEEN: [char; 18] =
    ['>', '＞', '»', '›', '→', '/', '|', '｜', '-', '_', '—', '–', '·', '\\', '：', ':', '∷', '＼'];
static SITES: AnyOf<20> = AnyOf::new([
    "网", "網", "网站", "網站", "频道", "頻道", "首页", "首頁", "在线", "論壇", "论坛", "门户", "門戶",
    "新闻", "新聞", "资讯", "資訊", "中心", "社区", "社區",
]);
/// Words for where the reader is.
static PLACES: AnyOf<19> = AnyOf::new([
    "当前位置",
    "當前位置",
    "当前栏目",
    "当前频道",
    "所在栏目",
    "所属栏目",
    "所在位置",
    "现在位置",
    "目前位置",
    "路径",
    "路徑",
    "位置",
    "导航",
    "導航",
    "你正在看",
    "您正在看",
    "正在浏览",
    "您正在浏览",
    "你在这里",
]);
/// What the last step is called where it has no name of its own.
const LAST: [&str; 7] = ["正文", "內文", "内容", "內容", "详情", "詳情", "全文"];
/// What the first step is called.
const HOMES: [&str; 10] = ["首页", "首頁", "主页", "主頁", "论坛", "論壇", "门户", "門戶", "社区", "社區"];
/// First steps and words of menus that programs have, not sites.
const MENUS: [&str; 12] =
    ["我的", "设置", "設定", "设定", "账户", "账号", "帳戶", "打开", "點選", "点击", "进入", "返回"];

pub(crate) fn detect(page: &Page<'_>, findings: &mut Findings) {
    steps_below(page, findings);
    paths(page, findings);
    let lines = line_words::lines(page, &[Lexicon::Breadcrumb]);
    if lines.is_empty() {
        return;
    }
    let zone = page.zone();
    for index in lines {
        let line = &page.lines[index];
        if line.chars() > MAX_CHARS || line.ends_sentence(page.text) {
            continue;
        }
        if is_labelled(page, line) {
            let rule = "breadcrumb/label@1";
            findings.remove(line.start..line.next, Kind::Breadcrumb, rule, Confidence::Certain);
        } else if zone.is_edge(index) && is_path(&line.text(page.text).replace("&gt", ">")) {
            let rule = "breadcrumb/path@1";
            findings.remove(line.start..line.next, Kind::Breadcrumb, rule, Confidence::Likely);
        }
    }
}

/// Finds a path among the page's first lines by its shape: short steps, the first a site's or a
/// column's, or the last called as this page is.
fn paths(page: &Page<'_>, findings: &mut Findings) {
    let top = page.lines.iter().filter(|line| page.first && !line.is_blank()).take(TOP_LINES);
    for line in top.filter(|line| line.chars() <= MAX_CHARS && !line.ends_sentence(page.text)) {
        let text = line.text(page.text);
        let marks = line.count(Class::Close) + line.count(Class::Mark) + line.count(Class::Symbol);
        let placed = is_placed(text);
        if marks == 0 && !placed {
            continue;
        }
        if placed || leads_to_title(page, text) {
            let rule = "breadcrumb/title@1";
            findings.remove(line.start..line.next, Kind::Breadcrumb, rule, Confidence::Likely);
            continue;
        }
        let steps = steps(text);
        let Some((last, way)) = steps.split_last().filter(|_| (2..=MAX_STEPS).contains(&steps.len())) else {
            continue;
        };
        let told = |step: &str| step.contains(['，', '。', '“', '：', '=', '(']);
        let columns = way.iter().filter(|step| Whole::NavWord.has(&plain::squeezed(step))).count();
        if way.iter().any(|step| told(step)) || told(last) && !is_titled(page, last) {
            continue;
        }
        let short = |step: &&str| {
            (2..=MAX_PATH_STEP).contains(&step.chars().count())
                && step.chars().all(|c| chars::is_wordlike(c) || c == ' ')
        };
        let first = way[0].trim_start_matches(|c| !chars::is_wordlike(c));
        let titled = is_titled(page, last);
        let sited = SITES.ends(first) || first.eq_ignore_ascii_case("home");
        let known = LAST.contains(last) || titled && last.chars().count() > MAX_SHORT_STEP;
        let menu = |step: &str| MENUS.iter().any(|menu| step.contains(menu));
        let clear = !way.iter().any(|step| menu(step)) && (titled || !menu(last)) && way.iter().all(short);
        let titled_below = page.title_given
            && near(page, page.line_at(line.body)).any(|other| page.is_titled(other.text(page.text)));
        let pair = steps.len() == 2 && columns == 1 && titled_below && short(last);
        let column = pair || columns > 0 && steps.len() > 2 && !text.contains('→') && short(last);
        if clear && (column || known && (sited || steps.len() > 2) || sited && steps.len() > 2 && short(last))
        {
            let rule = "breadcrumb/shape@1";
            findings.remove(line.start..line.next, Kind::Breadcrumb, rule, Confidence::Likely);
        }
    }
}

/// Whether the given title ends the line, and what stands before it is short steps between whatever marks.
fn leads_to_title(page: &Page<'_>, text: &str) -> bool {
    let Some(title) = page.title.as_ref().filter(|title| page.title_given && title.text != text) else {
        return false;
    };
    let Some(way) = text.strip_suffix(title.text).map(str::trim_end) else { return false };
    let steps: Vec<&str> = way.split(BETWEEN).map(str::trim).filter(|step| !step.is_empty()).collect();
    let short = |step: &&str| step.chars().count() <= MAX_PATH_STEP && step.chars().all(chars::is_wordlike);
    way.ends_with(BETWEEN)
        && (2..MAX_STEPS).contains(&steps.len())
        && steps.iter().all(short)
        && !steps.iter().any(|step| MENUS.contains(step) || is_section(step))
}

/// Whether a step numbers a part of a book.
fn is_section(step: &str) -> bool {
    step.starts_with('第')
        && step.contains([
            '章', '节', '節', '课', '課', '单', '單', '回', '讲', '講', '卷', '部', '篇', '集', '季', '期',
        ])
}

/// Whether a word for where the reader is begins the text, and the site's columns follow in short steps.
fn is_placed(text: &str) -> bool {
    let Some(place) = PLACES.leading(text).next() else { return false };
    let rest = &text[PLACES.word(place).len()..];
    let marked = rest.starts_with(['：', ':', ' ', '　']);
    let mut steps = rest.split(|c: char| !chars::is_wordlike(c)).filter(|step| !step.is_empty());
    let short =
        steps.clone().count() <= MAX_STEPS && steps.clone().all(|step| step.chars().count() <= MAX_PATH_STEP);
    marked
        && short
        && steps
            .next()
            .is_some_and(|first| HOMES.contains(&first) || Whole::NavWord.has(&plain::squeezed(first)))
}

/// The steps of a path, without brackets around them.
fn steps(text: &str) -> Vec<&str> {
    let home = |mark: char| text.split(mark).next().is_some_and(|first| HOMES.contains(&first.trim()));
    let bars = text.starts_with(['首', '主', '论', '論', '门', '門', '社']) && (home('|') || home('｜'));
    let spaced = text.contains('》') && text.contains(" 》 ");
    let pointed = |c| POINTERS.contains(&c) || bars && matches!(c, '|' | '｜') || spaced && c == '》';
    let ended = LAST.iter().any(|last| text.ends_with(last));
    let often = |marks: &str| text.matches(marks).count() > 1;
    let slashed = often(" / ") || often("】 - 【") || often("]-[") || ended && (often("-") || often("/"));
    let pointed = |c| pointed(c) || slashed && matches!(c, '/' | '-');
    // The word for where the reader is may stand before the first step.
    let text = match text.split_once(['：', ':']) {
        Some((label, rest))
            if label.chars().count() <= MAX_SHORT_STEP
                && HOMES.iter().any(|home| rest.trim_start().starts_with(home)) =>
        {
            rest
        }
        _ => text,
    };
    text.split(pointed)
        .map(|step| step.trim().trim_matches(['[', ']', '【', '】']).trim())
        .filter(|step| !step.is_empty())
        .collect()
}

/// Whether the step is what the page is called.
fn is_titled(page: &Page<'_>, step: &str) -> bool {
    page.title.as_ref().is_some_and(|title| title.text.starts_with(step) || step.starts_with(title.text))
}

/// Finds a path at the page's top with one step a line, from the first page to this one.
fn steps_below(page: &Page<'_>, findings: &mut Findings) {
    let mut top = page.lines.iter().filter(|line| !line.is_blank()).take(MAX_STEPS);
    let Some(first) = top.next().filter(|line| page.first && line.chars() == 2) else { return };
    if !matches!(first.text(page.text), "首页" | "首頁") {
        return;
    }
    let step = |line: &&Line| line.chars() <= MAX_SHORT_STEP && line.count(Class::Han) == line.chars();
    let last = top.take_while(step).find(|line| line.text(page.text) == "正文");
    if let Some(last) = last {
        let rule = "breadcrumb/steps@1";
        findings.remove(first.start..last.next, Kind::Breadcrumb, rule, Confidence::Likely);
    }
}

/// Whether the line begins with the words for the reader's place and a mark.
fn is_labelled(page: &Page<'_>, line: &Line) -> bool {
    line_words::leading(page, line, Lexicon::Breadcrumb).any(|hit| {
        let rest = page.text[hit.end..line.end].trim_start_matches(is_space);
        let colon = rest.strip_prefix([':', '：', '】', ']', '是']);
        let label = &page.text[hit.start..hit.end];
        let place = label.ends_with(['置', '径', '徑']);
        let wordy = label.ends_with(chars::is_wordlike);
        colon.is_some_and(|rest| wordy && is_steps(rest)) || place && rest.starts_with(ARROWS)
    })
}

fn is_steps(text: &str) -> bool {
    text.contains(ARROWS) || text.contains(['首', '主']) && text.contains(['页', '頁'])
}

/// Whether `text` is a path: the site's first page, an arrow, steps.
fn is_path(text: &str) -> bool {
    if text.ends_with([':', '：']) {
        return false;
    }
    if LAST.iter().any(|last| text.ends_with(last)) && text.matches(['>', '＞', '»', '›']).count() >= 2 {
        return all_short(text.split(ARROWS).map(str::trim).filter(|step| !step.is_empty()));
    }
    let mut steps = text.split(ARROWS).map(str::trim).filter(|step| !step.is_empty());
    let first = steps.next().unwrap_or_default();
    let first = first.rsplit_once('】').map_or(first, |(_, step)| step);
    let first = first.trim_start_matches(|c| !chars::is_wordlike(c));
    let Some(site) = HOMES.iter().find_map(|home| first.strip_suffix(home)) else {
        let way = text.contains(POINTERS) || text.contains(|c| chars::class(c) == Class::Han);
        return first.eq_ignore_ascii_case("home") && way && is_steps(text) && all_short(steps);
    };
    site.chars().count() <= MAX_SITE
        && site.chars().all(chars::is_wordlike)
        && !MENUS.iter().any(|menu| text.contains(menu))
        && all_short(steps)
}

fn all_short<'t>(steps: impl Iterator<Item = &'t str>) -> bool {
    let steps: Vec<&str> = steps.collect();
    let Some((_, all_but_last)) = steps.split_last() else { return false };
    all_but_last.iter().all(|step| step.chars().count() <= MAX_STEP)
}

fn is_space(c: char) -> bool {
    chars::class(c) == Class::Space
}
