//! What speaks for and against a name.

use std::ops::Range;

use memchr::memmem;

use super::{
    candidate::{Blank, Candidate},
    part::is_part,
    place::Sort,
    sentences::Sentences,
};
use crate::{
    detect::{
        Findings, Page,
        evidence::{Sign, Symbol, cohesion, follows, is_mended, repeated},
    },
    kind::Kind,
    text::chars::{self, Class, class},
};

/// All places where one string stands.
#[derive(Debug)]
pub(super) struct Group<'c> {
    pub(super) members: Vec<&'c Candidate>,
    /// At how many places earlier windows had it taken out.
    pub(super) earlier: usize,
}

impl Group<'_> {
    /// Half-open bytes of the first place where it stands.
    pub(super) fn range(&self) -> Range<usize> {
        self.members[0].start..self.members[0].end
    }

    /// At how many places of the document it is known to stand.
    pub(super) fn places(&self) -> usize {
        self.members.len() + self.earlier
    }
}

/// What a name is seen against.
#[derive(Debug)]
pub(super) struct Scene<'p, 't> {
    pub(super) page: &'p Page<'t>,
    pub(super) findings: &'p Findings,
    pub(super) sentences: Sentences<'t>,
    /// How many different names the page has.
    pub(super) names: usize,
}

/// How often or how strongly each sign is there.
pub(super) type Signs = [f32; Sign::COUNT];

/// Characters that go on from a name as a sentence does.
const GRAMMAR: [char; 44] = [
    '的', '是', '在', '于', '於', '与', '與', '和', '等', '有', '将', '將', '为', '為', '对', '對', '及',
    '也', '已', '从', '從', '向', '由', '称', '稱', '说', '說', '表', '则', '則', '就', '还', '還', '又',
    '而', '以', '因', '给', '給', '被', '把', '了', '都', '内',
];
/// Characters that lead up to a name as a sentence does.
const LEADS: [char; 35] = [
    '在', '由', '与', '與', '和', '对', '對', '为', '為', '是', '向', '从', '從', '给', '給', '被', '到',
    '往', '至', '于', '於', '及', '跟', '同', '让', '讓', '找', '经', '經', '以', '把', '进', '、', '告',
    '人',
];
/// Characters that open a clause with another subject than the name before them.
const OPENERS: [char; 20] = [
    '我', '你', '您', '他', '她', '它', '这', '這', '那', '哪', '此', '其', '但', '然', '如', '据', '據',
    '若', '否', '另',
];
/// Last characters of businesses too small for the news.
const SHOPS: [char; 13] = ['部', '店', '厂', '廠', '点', '點', '站', '处', '處', '商', '室', '行', '家'];
/// Last two characters of what people go to and write about: hotels, shops, schools, institutes.
const VENUES: [&str; 38] = [
    "饭店", "飯店", "酒店", "宾馆", "賓館", "旅馆", "旅館", "客栈", "客棧", "民宿", "山庄", "山莊", "书店",
    "書店", "医院", "醫院", "影院", "影城", "超市", "商场", "商場", "餐厅", "餐廳", "酒楼", "酒樓", "学校",
    "學校", "学院", "學院", "中学", "儿园", "兒園", "究所", "究院", "公寓", "广场", "廣場", "市场",
];
/// Last two characters of companies.
const COMPANIES: [&str; 6] = ["公司", "实业", "實業", "控股", "集团", "集團"];
/// From so many places on what a name is to its sentences is no chance.
const OFTEN: usize = 3;
/// How many places count for or against a name's being a part of its sentence.
const MANY: usize = 5;
/// The share of the page's sentences that an injected name hardly reaches.
const FEW: f32 = 0.35;
/// With so many different names beside it a name is one of a list or a report on trade, and with so
/// many more there is no doubt.
const COMPANY: usize = 3;
const CROWD: usize = 6;
/// So often a sign counts at most.
const MOST: f32 = 3.0;

/// What the string and its places say. Linear in them.
pub(super) fn local(scene: &Scene<'_, '_>, group: &Group<'_>) -> Signs {
    let text = scene.page.text;
    let count = group.members.len();
    let mut signs = [0.0; Sign::COUNT];
    signs[Sign::Always as usize] = 1.0;
    form(text, group.members[0], &mut signs);
    for member in &group.members {
        around(text, member, &mut signs);
        signs[Sign::Glued as usize] += share(glued(member, scene.findings));
        signs[Sign::Broken as usize] += share(is_broken(text, member));
    }
    signs[Sign::JointAll as usize] = signs[Sign::Joint as usize] / MOST;
    signs[Sign::StartJointAll as usize] = signs[Sign::StartJoint as usize] / MOST;
    average(&mut signs, &[Sign::Flow, Sign::Joint], &BETWEEN);
    average(&mut signs, &[Sign::StartFlow, Sign::StartJoint], &STARTS);
    again(text, group, &mut signs);
    signs[Sign::Twice as usize] = share(count == 2);
    let company = scene.names.saturating_sub(1 + COMPANY).min(CROWD);
    signs[Sign::Among as usize] = company as f32 / CROWD as f32;
    signs.map(|sign| sign.clamp(-MOST, MOST))
}

/// Signs that cost more than those of [`local`], and are added together.
pub(super) struct Step {
    pub(super) add: fn(&Scene<'_, '_>, &Group<'_>, &mut Signs),
    /// Those of them that may speak for a name; 1 at most.
    pub(super) speaks_for: &'static [Sign],
}

/// In order: the end of the string and the grammar around it, what the rest of the document says, each a
/// search of the page, and where the name stands in it.
pub(super) const STEPS: [Step; 4] = [
    Step { add: closely, speaks_for: &[Sign::NoPart] },
    Step { add: known, speaks_for: &[Sign::StrangeTrade, Sign::ShopAgain] },
    Step { add: mended, speaks_for: &[Sign::Mended] },
    Step { add: about, speaks_for: &[] },
];

/// What the end of the string says, and what it is to its sentences. Linear in its places.
fn closely(scene: &Scene<'_, '_>, group: &Group<'_>, signs: &mut Signs) {
    let text = scene.page.text;
    let name = group.members[0];
    let ends = |words: &[&str]| words.iter().any(|end| text[..name.end].ends_with(end));
    signs[Sign::Venue as usize] = share(ends(&VENUES));
    signs[Sign::Company as usize] = share(ends(&COMPANIES));
    let rights = group.members.iter().filter_map(|name| chars::after(text, name.end));
    signs[Sign::SameRight as usize] = repeated(rights.filter(|&c| !is_mark(c)));
    let (places, parts) = (group.members.len(), parts(text, group));
    if places == 1 {
        signs[Sign::OncePart as usize] = parts as f32;
    } else {
        signs[Sign::Part as usize] = parts.min(MANY) as f32 / MANY as f32;
        signs[Sign::NoPart as usize] = (places - parts).min(MANY) as f32 / MANY as f32;
    }
}

/// At how many of its places a name is a part of its sentence.
fn parts(text: &str, group: &Group<'_>) -> usize {
    group.members.iter().filter(|name| is_part(text, name.start..name.end)).count()
}

/// Around how many places stands what stands together elsewhere. Linear in the text for each.
fn mended(scene: &Scene<'_, '_>, group: &Group<'_>, signs: &mut Signs) {
    let close = &group.members[..group.members.len().min(CLOSELY)];
    let mended = close.iter().filter(|name| is_mended(scene.page.text, &(name.start..name.end))).count();
    signs[Sign::Mended as usize] = mended as f32 / close.len() as f32;
}

/// From so much cohesion on, in nats, two characters are a word's; up to so much they are not.
const WORD: f32 = 2.0;
const NO_WORD: f32 = 0.5;
/// So many places are looked at closely.
const CLOSELY: usize = 8;

/// Whether a name stands inside a word, to whose halves it does not belong.
fn is_broken(text: &str, name: &Candidate) -> bool {
    let inside = &text[name.start..name.end];
    let han = |c: Option<char>| c.filter(|&c| class(c) == Class::Han).map(Symbol::of);
    let (left, right) = (han(chars::before(text, name.start)), han(chars::after(text, name.end)));
    let (first, last) = (han(inside.chars().next()), han(inside.chars().next_back()));
    let holds = |a: Option<Symbol>, b: Option<Symbol>| a.zip(b).map(|(a, b)| cohesion(a, b));
    holds(left, right).is_some_and(|word| word >= WORD)
        && holds(left, first).is_none_or(|joint| joint <= NO_WORD)
        && holds(last, right).is_none_or(|joint| joint <= NO_WORD)
}

/// 1 for what is so, 0 for what is not.
fn share(is: bool) -> f32 {
    f32::from(u8::from(is))
}

/// The signs of places between two words, and of places at the start of a clause that goes on.
const BETWEEN: [Sign; 4] = [Sign::Between, Sign::Followed, Sign::Led, Sign::LedAndFollowed];
const STARTS: [Sign; 3] = [Sign::StartsClause, Sign::StartsLine, Sign::StartsAndFollowed];

/// Makes sums over places means.
fn average(signs: &mut Signs, sums: &[Sign], places: &[Sign]) {
    let count = places.iter().map(|&place| signs[place as usize]).sum::<f32>().max(1.0);
    for &sum in sums {
        signs[sum as usize] /= count;
    }
}

/// In how many surroundings the name stands.
fn again(text: &str, group: &Group<'_>, signs: &mut Signs) {
    signs[Sign::Again as usize] = ((contexts(text, group) + group.earlier) as f32 - 1.0).max(0.0);
    // What has no brand, or no place that exists, is not what an article is about.
    let name = group.members[0];
    let invented = name.placeholder == Blank::Whole || name.sort == Some(Sort::Wrong);
    let opens = !invented && group.members.iter().any(|name| text[..name.start].trim().is_empty());
    signs[Sign::Opens as usize] = share(opens);
}

/// Whether the article is about what stands often: most sentences have it. Linear in the text.
fn about(scene: &Scene<'_, '_>, group: &Group<'_>, signs: &mut Signs) {
    let places = group.members.len();
    if places >= OFTEN {
        let (having, first) = scene.sentences.with(group);
        // A short page has few sentences for injected names to stand in.
        let needed = (3 * parts(scene.page.text, group)).min(places) as f32 / places as f32;
        signs[Sign::Fills as usize] = (having - FEW).max(0.0) * needed;
        signs[Sign::FirstSentence as usize] = share(first && scene.page.first) * needed;
    }
}

/// What it is that stands more than once.
fn habits(group: &Group<'_>, signs: &mut Signs) {
    let count = group.members.len();
    let sum = |of: &[Sign]| of.iter().map(|&sign| signs[sign as usize]).sum::<f32>();
    let habits = [
        (Sign::StrangeTrade, count > 1 && sum(&[Sign::TradeElsewhere]) == 0.0),
        (Sign::ShopAgain, count > 1 && sum(&[Sign::Shop]) > 0.0),
    ];
    for (sign, is) in habits {
        signs[sign as usize] = share(is);
    }
}

/// What the string itself says.
fn form(text: &str, name: &Candidate, signs: &mut Signs) {
    let mut set = |sign: Sign, is: bool| signs[sign as usize] = share(is);
    set(Sign::Placeholder, name.placeholder == Blank::Whole);
    set(Sign::HalfPlaceholder, name.placeholder == Blank::Half);
    set(Sign::RealPlace, matches!(name.sort, Some(Sort::Real | Sort::Bare)));
    set(Sign::WrongPlace, name.sort == Some(Sort::Wrong));
    set(Sign::UnknownPlace, name.sort == Some(Sort::Unknown));
    set(Sign::Shop, text[..name.end].ends_with(SHOPS));
    set(Sign::NoPlace, name.sort.is_none());
    set(Sign::Bare, name.sort.is_none() && name.placeholder == Blank::None);
    set(Sign::Short, text[name.middle..name.suffix].chars().count() < 2);
}

/// What one place says.
fn around(text: &str, name: &Candidate, signs: &mut Signs) {
    let left = chars::before(text, name.start).unwrap_or('\n');
    let right = chars::after(text, name.end).unwrap_or('\n');
    signs[beside(left, right) as usize] += 1.0;
    if matches!(class(right), Class::Han | Class::Letter | Class::Digit) {
        let starts = is_mark(left);
        let [flow, joint] =
            if starts { [Sign::StartFlow, Sign::StartJoint] } else { [Sign::Flow, Sign::Joint] };
        let last = chars::before(text, name.end).map_or(Symbol::BOUNDARY, Symbol::of);
        let (before, behind) = (Symbol::of(left), Symbol::of(right));
        signs[flow as usize] += (cohesion(before, behind) - 1.0).clamp(-3.0, 3.0) / 3.0;
        let gain = follows(last, behind) - follows(before, behind);
        signs[joint as usize] += gain.clamp(-6.0, 6.0) / 3.0;
        signs[Sign::Opener as usize] += share(OPENERS.contains(&right));
    }
}

/// Which sign the characters beside a name are.
fn beside(left: char, right: char) -> Sign {
    let ended = matches!(class(left), Class::Stop | Class::Close);
    match class(right) {
        // What begins a title or a quotation is a part of it.
        _ if class(left) == Class::Open => Sign::Punctuated,
        Class::Break if ended => Sign::BehindSentence,
        Class::Break if class(left) == Class::Break => Sign::OwnLine,
        Class::Break if is_mark(left) => Sign::MarkToLineEnd,
        Class::Break => Sign::WordToLineEnd,
        Class::Han | Class::Letter | Class::Digit => between(left, right),
        Class::Open if !is_mark(left) => Sign::Between,
        Class::Open => Sign::StartsClause,
        _ => Sign::Punctuated,
    }
}

fn between(left: char, right: char) -> Sign {
    match (is_mark(left), GRAMMAR.contains(&right), LEADS.contains(&left)) {
        (_, false, true) => Sign::Led,
        (_, true, true) => Sign::LedAndFollowed,
        (true, true, _) => Sign::StartsAndFollowed,
        (true, false, _) if class(left) == Class::Break => Sign::StartsLine,
        (true, false, _) => Sign::StartsClause,
        (false, true, _) => Sign::Followed,
        (false, false, _) => Sign::Between,
    }
}

fn is_mark(c: char) -> bool {
    !matches!(class(c), Class::Han | Class::Letter | Class::Digit)
}

/// Whether a scrap of the title ends where the name begins.
fn glued(name: &Candidate, findings: &Findings) -> bool {
    findings.of(Kind::TitleFragment).any(|found| found.end == name.start)
}

/// In how many different surroundings the string stands behind a word or a sentence's end with
/// nothing behind it.
fn contexts(text: &str, group: &Group<'_>) -> usize {
    let around = |name: &&Candidate| {
        let left = chars::before(text, name.start).unwrap_or('\n');
        let right = chars::after(text, name.end).unwrap_or('\n');
        (!is_mark(left) || class(right) == Class::Break).then_some((left, right))
    };
    let mut contexts: Vec<_> = group.members.iter().filter_map(around).collect();
    contexts.sort_unstable();
    contexts.dedup();
    contexts.len()
}

/// What the document knows of the name beside the name itself.
fn known(scene: &Scene<'_, '_>, group: &Group<'_>, signs: &mut Signs) {
    let page = scene.page;
    let name = group.members[0];
    let elsewhere = |word: &str| {
        let outside =
            |at: &usize| !group.members.iter().any(|member| member.start <= *at && *at < member.end);
        memmem::find_iter(page.text.as_bytes(), word).filter(outside).take(2).count() as f32
    };
    let core = core(page.text, name);
    let own = core.chars().count() >= 2;
    if own {
        signs[Sign::CoreElsewhere as usize] = elsewhere(core);
    }
    if let Some(trade) = trade(page.text, name) {
        signs[Sign::TradeElsewhere as usize] = elsewhere(trade);
    }
    if let Some((start, end)) = name.place {
        signs[Sign::PlaceElsewhere as usize] = elsewhere(&page.text[start..end]).min(1.0);
    }
    let titled =
        |title: &str| title.contains(&page.text[name.start..name.end]) || own && title.contains(core);
    if page.title.as_ref().is_some_and(|title| titled(title.text)) {
        signs[Sign::InTitle as usize] = 1.0;
    }
    habits(group, signs);
}

/// The two characters before the suffix.
fn trade<'t>(text: &'t str, name: &Candidate) -> Option<&'t str> {
    let own = &text[name.middle..name.suffix];
    own.char_indices().rev().nth(1).map(|(at, _)| &own[at..])
}

/// The part of a name that is its own: the two characters or so behind place and placeholder.
fn core<'t>(text: &'t str, name: &Candidate) -> &'t str {
    let rest = &text[name.middle..name.end];
    let end = rest.char_indices().nth(2).map_or(rest.len(), |(at, _)| at);
    &rest[..end]
}
