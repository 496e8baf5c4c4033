//! Whether a piece belongs to the sentences it stands in.

use std::ops::Range;

use super::gain::{gain, reads_on};
use crate::{
    detect::Page,
    text::{
        Class,
        chars::{self, class},
    },
};

/// Characters that go on with a sentence behind its subject or object.
const GRAMMAR: &str = "的是在和与與及或等为為将將也都有了被把从從对對就才还還则則以中上下里裡内內处處这這那";
/// What makes a firm's name of a phrase.
const FIRMS: [&str; 15] = [
    "公司",
    "有限",
    "集团",
    "集團",
    "机构",
    "機構",
    "中心",
    "协会",
    "協會",
    "俱乐部",
    "俱樂部",
    "行业",
    "行業",
    "业务",
    "市场",
];
/// Pairs of characters that phrases of all trades share.
const COMMON: [&str; 26] = [
    "公司", "价格", "電話", "电话", "中心", "服务", "服務", "厂家", "多少", "少钱", "价钱", "培训", "专业",
    "費用", "费用", "哪家", "家好", "咨询", "代理", "注册", "上门", "报价", "施工", "网站", "医院", "流程",
];
/// Characters that introduce an organisation or a thing by its kind: it is spoken of.
const INTRODUCES: &str = "家某该該此各名个個些每这這那";
/// How many pairs of a repeated piece may stand elsewhere in the text, by chance; of one that
/// stands once, none may.
const MAX_HEAVY: usize = 1;

/// A place where a piece stands.
#[derive(Clone, Debug)]
pub(super) struct Spot {
    pub(super) range: Range<usize>,
    /// What the text gains without the piece here, in nats.
    pub(super) gain: f32,
    /// Whether the sentence goes on behind it as if it were not there.
    pub(super) stuck: bool,
    /// How readily the text goes on across it, in nats.
    pub(super) reads_on: f32,
    /// Whether Chinese characters stand on both sides.
    pub(super) inner: bool,
    /// Whether it begins or makes up a firm's name.
    pub(super) names: bool,
    /// Whether it stands between marks or line ends, as a citation does.
    pub(super) apart: bool,
}

/// The demands on a piece of some sort.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bounds {
    /// Least gain of a piece that stands once.
    pub(super) single: f32,
    /// Least mean gain of one that stands twice.
    pub(super) pair: f32,
    /// Least mean gain of one that stands more often.
    pub(super) mean: f32,
    /// How readily the text must go on without it, in nats, summed over its places: where a real
    /// name stands it does not.
    pub(super) reads_on: f32,
}

impl Spot {
    /// The place, with the gain in nats above which a grammatical character behind the piece does not
    /// go on with it.
    pub(super) fn new(text: &str, range: Range<usize>, ungrammatical: f32) -> Self {
        let is_han = |c: Option<char>| c.is_some_and(|c| class(c) == Class::Han);
        let (left, right) = (chars::before(text, range.start), chars::after(text, range.end));
        let any = |c: Option<char>, set: &str| c.is_some_and(|c| set.contains(c));
        let gain = gain(text, &range);
        Spot {
            gain,
            stuck: is_han(right) && (gain >= ungrammatical || !any(right, GRAMMAR)) && !any(left, INTRODUCES),
            reads_on: reads_on(text, &range),
            inner: is_han(left) && is_han(right),
            names: FIRMS.iter().any(|firm| text[range.end..].starts_with(firm)),
            apart: !is_han(left) && !is_han(right),
            range,
        }
    }
}

/// Whether the joints around all places of a piece say that it was put there.
pub(super) fn is_stuck(group: &[Spot], bounds: &Bounds) -> bool {
    let stuck: Vec<&Spot> = group.iter().filter(|spot| spot.stuck).collect();
    let apart = group.iter().filter(|spot| spot.apart).count();
    if stuck.len() * 10 < (group.len() - apart) * 7 || apart > stuck.len() {
        return false;
    }
    if group.iter().any(|spot| spot.names) || !goes_on(&stuck, bounds) {
        return false;
    }
    let mean = stuck.iter().map(|spot| spot.gain).sum::<f32>() / stuck.len().max(1) as f32;
    match stuck.len() {
        0 => false,
        1 => group.len() == 1 && mean >= bounds.single,
        2 => mean >= bounds.pair,
        _ => mean >= bounds.mean,
    }
}

/// Whether the text goes on across the places of a piece as it does across no real name: most of
/// these stand at a clause's start, and hardly two where their neighbours make up a word.
fn goes_on(stuck: &[&Spot], bounds: &Bounds) -> bool {
    let inner = stuck.iter().filter(|spot| spot.inner).count();
    let sum: f32 = stuck.iter().map(|spot| spot.reads_on).sum();
    bounds.reads_on == f32::MIN || (inner * 10 >= stuck.len() * 6 && sum >= bounds.reads_on)
}

/// Whether the article speaks of what the piece names: the title does, or pairs of its characters
/// stand elsewhere. Linear in the text for each pair of a piece of at most some 20 characters.
pub(super) fn is_topic(page: &Page<'_>, group: &[Spot]) -> bool {
    let piece = &page.text[group[0].range.clone()];
    if page.title_given && page.title.as_ref().is_some_and(|title| title.text.contains(piece)) {
        return true;
    }
    let count = |text: &str, most: usize| {
        memchr::memmem::find_iter(page.text.as_bytes(), text.as_bytes()).take(most + 1).count()
    };
    if count(piece, group.len()) > group.len() {
        return true;
    }
    let ends = piece.char_indices().skip(2).map(|(at, _)| at).chain([piece.len()]);
    let pairs = piece.char_indices().zip(ends).map(|((start, _), end)| &piece[start..end]);
    let telling = pairs.filter(|pair| pair.chars().all(|c| class(c) == Class::Han) && !COMMON.contains(pair));
    let most = group.len() + usize::from(group.len() > 1);
    let heavy = telling.filter(|pair| count(pair, most) > most);
    heavy.take(MAX_HEAVY + 1).count() > if group.len() > 1 { MAX_HEAVY } else { 0 }
}
