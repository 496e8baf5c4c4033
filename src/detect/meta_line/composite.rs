//! Lines at the page's top that are nothing but dates, counts, labels and names, whatever their order.

use crate::{
    detect::{Page, date, line_words::is_beside_title, plain},
    lexicon::{Lexicon, Whole},
    text::{
        Class, Line,
        chars::{class, is_wordlike},
    },
};

/// Longest such line and longest name in it, in code points.
const MAX_CHARS: usize = 80;
const MAX_NAME: usize = 8;
/// Most names in it.
const MAX_NAMES: usize = 4;
/// Longest label and value, in code points.
const MAX_LABEL: usize = 6;
const MAX_VALUE: usize = 18;
/// Fewest labels that need no date beside them.
const MIN_LABELS: usize = 3;
/// Longest count, in code points: `已有 74 次阅读`.
const MAX_COUNT: usize = 8;
/// What is counted, and what stands before a writer's name.
const COUNTED: [&str; 50] = [
    "阅读",
    "閱讀",
    "浏览",
    "瀏覽",
    "点击",
    "點擊",
    "评论",
    "評論",
    "字数",
    "字數",
    "热度",
    "熱度",
    "人气",
    "人氣",
    "播放",
    "转发",
    "轉發",
    "点赞",
    "點讚",
    "收藏",
    "回复",
    "回覆",
    "分享",
    "已有",
    "次",
    "LV",
    "Lv",
    "分钟",
    "分鐘",
    "views",
    "约",
    "約",
    "全文",
    "需",
    "查看",
    "关注",
    "關注",
    "粉丝",
    "原创",
    "原創",
    "赞同",
    "贊同",
    "跟贴",
    "跟帖",
    "回应",
    "回應",
    "留言",
    "推荐",
    "推薦",
    "人参与",
];
/// How long ago.
const AGO: [&str; 12] = [
    "小时前",
    "小時前",
    "分钟前",
    "分鐘前",
    "天前",
    "周前",
    "月前",
    "個月前",
    "个月前",
    "年前",
    "秒前",
    "刚刚",
];
const WRITERS: [&str; 15] = [
    "by",
    "Posted",
    "posted",
    "編輯部",
    "编辑部",
    "发表于",
    "發表於",
    "发布于",
    "發佈於",
    "最后发布于",
    "最后更新于",
    "更新于",
    "编辑于",
    "于",
    "楼主",
];
/// Marks between the parts of a record, besides white space.
const BETWEEN: [char; 20] = [
    '|', '｜', '丨', '·', '•', '・', '‧', '【', '】', '[', ']', '〔', '〕', '(', ')', '（', '）', '，', ',',
    '#',
];

/// What the parts of a line are.
#[derive(Clone, Copy, Debug, Default)]
struct Parts {
    digits: usize,
    dated: bool,
    timed: bool,
    counts: usize,
    labels: usize,
    buttons: usize,
    writers: usize,
    names: usize,
}

/// Whether the line is a record of the page.
pub(super) fn is_record(page: &Page<'_>, line: &Line) -> bool {
    let text = line.text(page.text);
    if line.chars() > MAX_CHARS || line.count(Class::Digit) < 4 || line.count(Class::Stop) > 0 {
        return false;
    }
    if text.contains(['“', '「', '《', '。', '；', '、']) {
        return false;
    }
    let known = page.hits_in(line.body..line.end).iter().any(|hit| {
        matches!(
            hit.lexicon,
            Lexicon::PageMeta | Lexicon::PageMetaWeak | Lexicon::Byline | Lexicon::EditorCredit
        )
    });
    parts(text).is_some_and(|parts| {
        parts.tell(known) || parts.signs(text) && is_beside_title(page, page.line_at(line.body))
    })
}

/// Whether `text` is what stands below a title in a list: a date or a count, and a name or two.
pub(crate) fn is_item(text: &str) -> bool {
    let closed = !text.contains(['“', '「', '《', '，', '。', '；', '？', '！', '?', '!']);
    let told = |parts: Parts| {
        parts.digits > 0
            && (parts.dated || parts.counts > 0)
            && parts.names <= 1 + usize::from(parts.counts > 0)
    };
    closed && parts(text).is_some_and(told)
}

impl Parts {
    /// Whether they are who put the page up, and a date in figures behind.
    fn signs(self, text: &str) -> bool {
        let figures = text.contains(['-', '/', '.']) || text.contains("年0") || text.contains("月0");
        let led = !text.starts_with(|c| class(c) == Class::Digit);
        self.dated && figures && led && (1..=2).contains(&self.names) && self.digits == 1
    }

    /// Whether enough of them are a page's own data.
    fn tell(&self, known: bool) -> bool {
        let cues = self.counts + self.labels + self.buttons + self.writers;
        let dated = self.dated && (cues > 0 || self.timed) && self.names <= MAX_NAMES;
        let labelled = self.labels >= MIN_LABELS && known && self.names <= 1;
        let counted = self.counts > 1 && self.digits > 1 && self.names == 0;
        dated && (self.names < 3 || cues > 0) || labelled || counted
    }
}

/// Reads the line's parts; none if one of them is nothing that such a line has.
fn parts(text: &str) -> Option<Parts> {
    let mut parts = Parts::default();
    let split = |c| class(c) == Class::Space || BETWEEN.contains(&c);
    for part in text.split(split).filter(|part| part.contains(is_wordlike)) {
        let word = part.find(|c| class(c) == Class::Digit).unwrap_or(0);
        let glued = word > 0 && WRITERS.contains(&&part[..word]);
        parts.writers += usize::from(glued);
        let part = if glued { &part[word..] } else { part };
        let end = part.find(|c| !date::is_part(c)).unwrap_or(part.len());
        let (stamp, rest) =
            part.split_at(if part.starts_with(|c| class(c) == Class::Digit) { end } else { 0 });
        let digits = stamp.chars().filter(|&c| class(c) == Class::Digit).count();
        parts.dated |= digits >= 5 && is_date(stamp);
        parts.timed |= digits >= 3 && stamp.contains([':', '：']);
        parts.digits += usize::from(digits > 0);
        if rest.contains(is_wordlike) {
            read(rest, digits > 0, &mut parts)?;
        }
    }
    Some(parts)
}

/// Whether the figures are parted as a date's are, not as a sum's or a size's.
fn is_date(stamp: &str) -> bool {
    stamp.contains('年') || stamp.matches(['-', '/', '.']).count() >= 2 && date::is_plausible(stamp)
}

fn read(part: &str, numbered: bool, parts: &mut Parts) -> Option<()> {
    let count = part.chars().count();
    if let Some((label, value)) = part.split_once([':', '：', '．']).filter(|(label, _)| !label.is_empty())
    {
        let fits = label.chars().count() <= MAX_LABEL && value.chars().count() <= MAX_VALUE;
        parts.labels += 1;
        return fits.then_some(());
    }
    if AGO.contains(&part) {
        parts.dated = true;
        return Some(());
    }
    let numbered = numbered || part.contains(|c| class(c) == Class::Digit);
    if count <= MAX_COUNT && COUNTED.iter().any(|word| part.contains(word)) {
        parts.counts += 1;
        parts.digits += usize::from(numbered);
    } else if WRITERS.contains(&part) || count > 2 && (part.ends_with("记者") || part.ends_with("記者")) {
        parts.writers += 1;
    } else if count <= 2 && Whole::ButtonWeak.has(&plain::squeezed(part)) {
        parts.buttons += 1;
    } else if count <= MAX_NAME && (!numbered || part.starts_with(|c: char| c.is_ascii_alphabetic())) {
        // One character alone is a letter of a label that is set wide.
        parts.names += usize::from(count > 1);
    } else {
        return None;
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::parts;

    #[test]
    fn records_are_told_by_their_parts() {
        for record in [
            "晨报周刊 編輯部 2031-05-28 字級設定： 小 中 大",
            "热度 985  已有 74 次阅读 2031/9/13 04:04 |个人分类:时评",
            "渡口的猫  LV.2  2031.04.22 13:07 字数 1318 阅读 6548",
            "22.5万阅读 · 2460评论",
            "文．林小舟 圖．編輯部 2031/2/23",
        ] {
            assert!(parts(record).is_some_and(|parts| parts.tell(true)), "{record}");
        }
        for text in ["2031年5月6日出生的猫 一共 三只 都很瘦", "渡口三日 2031", "第一天 住在渡口边的旅店里"]
        {
            assert!(!parts(text).is_some_and(|parts| parts.tell(true)), "{text}");
        }
    }
}
