//! **What it finds**: sentences and clauses that advertise a telephone or a messenger's account.
//!
//! **Why it is noise**: the seller was put into a text that is not about him, or has hung himself
//! behind it.
//!
//! **Example**: `欢迎新老客户前来咨询，咨询电话：13800000000`, `加薇①③⑧00000000`
//!
//! **Keeps**: public numbers, telephones in notices, of recruiters, newsrooms, hotels and shops, in
//! the descriptions of apps; groups and public accounts; talk of telephones and messengers.
//!
//! **Confidence**: a number with signs of advertising: its label, a mobile telephone, words that
//! call for customers, a disguise; certain with more than needed, else likely. Fewer are a tag.

mod extent;
mod number;

use super::{Findings, Page};
use crate::{
    kind::Kind,
    lexicon::{Hit, Lexicon},
    span::Confidence,
    text::Line,
};
use number::{Number, Way};

/// Signs that a sentence needs besides its number.
const ENOUGH: i32 = 3;
/// How far around a number its surroundings reach, in bytes.
const NEAR: usize = 240;

/// Words that call for customers.
const CALLS: [&str; 36] = [
    "欢迎", "歡迎", "来电", "來電", "洽谈", "洽談", "订购", "訂購", "选购", "選購", "加盟", "厂家", "廠家",
    "优惠", "優惠", "领取", "領取", "客户", "客戶", "包邮", "详询", "代办", "代辦", "办理", "销售", "銷售",
    "批发", "报价", "低价", "试听", "经理", "福利", "资料", "免费", "免費", "课程",
];
/// Words of notices, recruiters, newsrooms and services, whose numbers belong to the text.
const NOTICES: [&str; 43] = [
    "招聘",
    "应聘",
    "應聘",
    "简历",
    "履歷",
    "面试",
    "报名",
    "報名",
    "招生",
    "考生",
    "录取",
    "公告",
    "公示",
    "通告",
    "通知",
    "投诉",
    "投訴",
    "举报",
    "舉報",
    "报警",
    "報警",
    "线索",
    "線索",
    "爆料",
    "投稿",
    "急救",
    "救助",
    "寻人",
    "失主",
    "派出所",
    "街道办",
    "居委会",
    "窗口",
    "挂号",
    "门诊",
    "酒店",
    "宾馆",
    "地址",
    "更新内容",
    "新版",
    "软件",
    "公众号",
    "公眾號",
];

pub(crate) fn detect(page: &Page<'_>, findings: &mut Findings) {
    let mut labels: Vec<&Hit> =
        page.hits(Lexicon::ContactAd).chain(page.hits(Lexicon::ContactLabel)).collect();
    labels.sort_by_key(|hit| (hit.start, std::cmp::Reverse(hit.end)));
    let mut done = 0;
    for label in labels {
        if label.start < done {
            continue;
        }
        let line = &page.lines[page.line_at(label.start)];
        let Some(number) = number::behind(page.text, label.end, line.end, is_messenger(page.text, label))
        else {
            continue;
        };
        done = report(page, line, label, &number, done, findings);
    }
}

fn is_messenger(text: &str, label: &Hit) -> bool {
    let word = &text[label.start..label.end];
    let group = text[label.end..].starts_with(['群', '公']);
    !group
        && [
            "信", "LINE", "line", "Line", "老师", "客服", "❤", "QQ", "qq", "扣", "薇", "V", "v", "x", "X",
            "加", "微",
        ]
        .iter()
        .any(|sign| word.contains(sign))
}

/// Reports one number; gives the byte up to which the text is done with.
fn report(
    page: &Page<'_>,
    line: &Line,
    label: &Hit,
    number: &Number,
    done: usize,
    findings: &mut Findings,
) -> usize {
    let floor = line.body.max(done);
    let range = extent::advertisement(page.text, line, floor, label.start..number.range.end);
    let signs = signs(page.text, label, number, &page.text[range.clone()]);
    let end = range.end;
    if signs >= ENOUGH {
        let confidence = if signs > ENOUGH { Confidence::Certain } else { Confidence::Likely };
        let range = extent::widen(page.text, line, range);
        findings.remove(range, Kind::Contact, "contact/advertisement@1", confidence);
    } else if label.lexicon == Lexicon::ContactAd {
        findings.tag(label.start..number.range.end, Kind::Contact, "contact/number@1");
    }
    end
}

/// How much speaks for advertising.
fn signs(text: &str, label: &Hit, number: &Number, sentence: &str) -> i32 {
    let (word, from_label, label_end) = (&text[label.start..label.end], label.start, label.end);
    let calls = CALLS.iter().filter(|call| sentence.contains(*call)).count().min(2) as i32;
    let from = text.ceil_char_boundary(label.start.saturating_sub(NEAR));
    let to = text.floor_char_boundary((number.range.end + NEAR).min(text.len()));
    let near = &text[from..to];
    let notices = NOTICES.iter().filter(|notice| near.contains(*notice)).count().min(2) as i32;
    let label = if label.lexicon == Lexicon::ContactAd { 2 } else { 1 };
    let direct = i32::from(number.way != Way::Fixed || (label == 2 && number.is_firm(text)));
    let disguise = if number.disguised || is_disguised(word) { 2 } else { 0 };
    let aside = i32::from(label == 1 && text[..from_label].ends_with(['(', '（']));
    let group = aside + i32::from(word.ends_with('群') || text[label_end..].starts_with('群'));
    label + direct + calls + disguise - notices - group
}

/// Whether a messenger's name is written with other characters than its own.
fn is_disguised(label: &str) -> bool {
    ["薇", "V", "v", "Ｖ", "威信", "徽", "溦", "伈", "扣", "wei", "维", "❤"]
        .iter()
        .any(|sign| label.contains(sign))
}
