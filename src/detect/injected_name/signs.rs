//! What speaks for and against a name.

use memchr::memmem;

use super::{
    candidate::{Blank, Candidate},
    place::Sort,
};
use crate::{
    detect::{
        Findings, Page,
        evidence::{Sign, Symbol, cohesion},
    },
    kind::Kind,
    text::chars::{self, Class, class},
};

/// All places where one string stands.
#[derive(Debug)]
pub(super) struct Group<'c> {
    pub(super) members: Vec<&'c Candidate>,
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
/// Last characters of businesses too small for the news.
const SHOPS: [char; 14] =
    ['部', '店', '厂', '廠', '点', '點', '站', '处', '處', '商', '室', '行', '家', '所'];
/// From so many places on an article would not say the whole name each time.
const OFTEN: usize = 5;
/// So often a sign counts at most.
const MOST: f32 = 3.0;

/// The signs of a name over all its places. Linear in the text for each name.
pub(super) fn signs(page: &Page<'_>, group: &Group<'_>, findings: &Findings) -> Signs {
    let mut signs = [0.0; Sign::COUNT];
    signs[Sign::Always as usize] = 1.0;
    form(page.text, group.members[0], &mut signs);
    for member in &group.members {
        around(page.text, member, &mut signs);
        if glued(member, findings) {
            signs[Sign::Glued as usize] += 1.0;
        }
    }
    let (inside, starting) = contexts(page.text, group);
    signs[Sign::Again as usize] = (inside as f32 - 1.0).max(0.0);
    let again = starting as f32 - f32::from(u8::from(inside == 0));
    // What has no brand, or no place that exists, is not what an article is about.
    let invented = group.members[0].placeholder != Blank::None || group.members[0].sort == Some(Sort::Wrong);
    let sign = if invented { Sign::InventedAtStarts } else { Sign::AgainAtStarts };
    signs[sign as usize] = again;
    let opens = !invented && group.members.iter().any(|name| page.text[..name.start].trim().is_empty());
    signs[Sign::Opens as usize] = f32::from(u8::from(opens));
    known(page, group, &mut signs);
    let strange =
        signs[Sign::CoreElsewhere as usize] + signs[Sign::InTitle as usize] + signs[Sign::Opens as usize]
            == 0.0;
    signs[Sign::OftenInFull as usize] = f32::from(u8::from(strange && group.members.len() >= OFTEN));
    signs.map(|sign| sign.clamp(-MOST, MOST))
}

/// What the string itself says.
fn form(text: &str, name: &Candidate, signs: &mut Signs) {
    let mut set = |sign: Sign, is: bool| signs[sign as usize] = f32::from(u8::from(is));
    set(Sign::Placeholder, name.placeholder == Blank::Whole);
    set(Sign::HalfPlaceholder, name.placeholder == Blank::Half);
    set(Sign::RealPlace, matches!(name.sort, Some(Sort::Real | Sort::Bare)));
    set(Sign::WrongPlace, name.sort == Some(Sort::Wrong));
    set(Sign::UnknownPlace, name.sort == Some(Sort::Unknown));
    set(Sign::Shop, text[..name.end].ends_with(SHOPS));
    set(Sign::NoPlace, name.sort.is_none());
    set(Sign::Short, text[name.middle..name.suffix].chars().count() < 2);
}

/// What one place says.
fn around(text: &str, name: &Candidate, signs: &mut Signs) {
    let left = chars::before(text, name.start).unwrap_or('\n');
    let right = chars::after(text, name.end).unwrap_or('\n');
    signs[beside(left, right) as usize] += 1.0;
    if matches!(class(right), Class::Han | Class::Letter | Class::Digit) {
        let join = (cohesion(Symbol::of(left), Symbol::of(right)) - 1.0).clamp(-3.0, 3.0) / 3.0;
        let sign = if is_mark(left) { Sign::StartFlow } else { Sign::Flow };
        signs[sign as usize] += join;
    }
}

/// Which sign the characters beside a name are.
fn beside(left: char, right: char) -> Sign {
    let ended = matches!(class(left), Class::Stop | Class::Close);
    match class(right) {
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
/// nothing behind it, and in how many at the start of a clause that goes on.
fn contexts(text: &str, group: &Group<'_>) -> (usize, usize) {
    let around = |name: &&Candidate| {
        let left = chars::before(text, name.start).unwrap_or('\n');
        let right = chars::after(text, name.end).unwrap_or('\n');
        (is_mark(left) && class(right) != Class::Break, left, right)
    };
    let mut contexts: Vec<_> = group.members.iter().map(around).collect();
    contexts.sort_unstable();
    contexts.dedup();
    let starting = contexts.iter().filter(|context| context.0).count();
    (contexts.len() - starting, starting)
}

/// What the document knows of the name beside the name itself.
fn known(page: &Page<'_>, group: &Group<'_>, signs: &mut Signs) {
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
    if let Some((start, end)) = name.place {
        signs[Sign::PlaceElsewhere as usize] = elsewhere(&page.text[start..end]).min(1.0);
    }
    let titled =
        |title: &str| title.contains(&page.text[name.start..name.end]) || own && title.contains(core);
    if page.title.as_ref().is_some_and(|title| titled(title.text)) {
        signs[Sign::InTitle as usize] = 1.0;
    }
}

/// The part of a name that is its own: the two characters or so behind place and placeholder.
fn core<'t>(text: &'t str, name: &Candidate) -> &'t str {
    let rest = &text[name.middle..name.end];
    let end = rest.char_indices().nth(2).map_or(rest.len(), |(at, _)| at);
    &rest[..end]
}
