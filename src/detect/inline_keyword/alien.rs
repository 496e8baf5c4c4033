//! Phrases that no list knows: strings that stand in several places, in none of which the sentence needs
//! them.

use std::ops::Range;

use super::{
    is_spoken_of, repeats,
    signs::heavy_pairs,
    words::{GRAMMAR, INTRODUCES, NAME_ENDS, QUERIES, QUERY_ENDS},
};
use crate::{
    detect::{
        Findings, Page,
        brand_replaced::is_put_in,
        evidence::{Alien, Symbol, cohesion, is_mended, repeated, weigh},
        injected_name::{is_part, is_placed},
    },
    kind::Kind,
    lexicon::{Hit, Lexicon},
    span::Confidence,
    text::{
        Class,
        chars::{self, class, is_wordlike},
        words::Chars,
    },
};

/// Fewest Chinese characters of a page that is searched.
const MIN_ARTICLE: usize = 120;
/// What the text must gain without a phrase at its first two places to be weighed, in nats.
const GLANCE: f32 = 1.2;
/// From so much cohesion on, in nats, two characters are a word's.
const WORD: f32 = 2.0;
/// Characters that link the words of a sentence.
static LINKS: Chars = Chars::of("的是在和與与及或等为為将將也都有了被把从從对對则則以");
/// Most and least that one joint may say, in nats.
const MOST: f32 = 4.0;
const LEAST: f32 = -3.0;

/// Whether a character stands in sentences and in no search phrase.
fn is_speech(c: char) -> bool {
    matches!(
        c,
        '你' | '我'
            | '他'
            | '她'
            | '您'
            | '们'
            | '們'
            | '给'
            | '給'
            | '此'
            | '这'
            | '這'
            | '那'
            | '还'
            | '還'
            | '才'
            | '就'
    )
}

/// How often or how strongly each sign is there.
type Signs = [f32; Alien::COUNT];

pub(super) fn detect(page: &Page<'_>, findings: &mut Findings) {
    if page.count(Class::Han) < MIN_ARTICLE {
        return;
    }
    let polluted = [Kind::InlineKeyword, Kind::InjectedName].iter().any(|&kind| findings.has(kind, 0));
    let shown = if polluted { page.options.weights.alien.shown } else { 0.0 };
    let mut taken: Vec<&str> = Vec::new();
    let mut last = (0..0, 0.0);
    let mut phrases = repeats::phrases(page, |phrase, places| is_loose(page.text, phrase, places, &mut last));
    phrases.sort_by_key(|(phrase, _)| (phrase.len(), *phrase));
    // One may have been found around several words.
    phrases.dedup();
    for (phrase, places) in phrases {
        // A longer one that stands around it at some places shares a character by chance.
        if taken.iter().any(|short| phrase.contains(short)) {
            continue;
        }
        if is_alien(page, phrase, &places, shown) {
            taken.push(phrase);
            for place in places {
                let rule = "inline_keyword/alien@3";
                findings.remove(place, Kind::InlineKeyword, rule, Confidence::Likely);
            }
        }
    }
}

/// Whether it may be a search phrase, and the text gains without it at two of its places. What it gains
/// at the later one is remembered as the `last`: most pairs have that place as their earlier one next.
fn is_loose(text: &str, phrase: &str, places: [usize; 2], last: &mut (Range<usize>, f32)) -> bool {
    if phrase.contains(is_speech) {
        return false;
    }
    let [first, again] = places.map(|at| at..at + phrase.len());
    let gain = |place: &Range<usize>| Joints::of(text, place).gain();
    let before = std::mem::replace(last, (again.clone(), gain(&again)));
    // One place that needs the phrase can hardly be made good by the other.
    last.1 > GLANCE - MOST && last.1 + if before.0 == first { before.1 } else { gain(&first) } > GLANCE
}

/// What stands around one place and how it holds together.
struct Joints {
    left: Option<char>,
    right: Option<char>,
    /// Across the place; zero where no word stands on either side.
    flow: f32,
    /// Into the phrase and out of it; zero beside marks.
    into: f32,
    out: f32,
}

impl Joints {
    fn of(text: &str, place: &Range<usize>) -> Self {
        let (left, right) = (chars::before(text, place.start), chars::after(text, place.end));
        let symbol = |c: Option<char>| c.map_or(Symbol::BOUNDARY, Symbol::of);
        let (before, behind) = (symbol(left), symbol(right));
        let follows_word = left.is_some_and(is_wordlike);
        let goes_on = right.is_some_and(is_wordlike);
        let holds = |a, b| cohesion(a, b).clamp(LEAST, MOST);
        let into = || holds(before, symbol(chars::after(text, place.start)));
        let out = || holds(symbol(chars::before(text, place.end)), behind);
        Joints {
            flow: if follows_word || goes_on { holds(before, behind) } else { 0.0 },
            into: if follows_word { into() } else { 0.0 },
            out: if goes_on { out() } else { 0.0 },
            left,
            right,
        }
    }

    /// Whether the phrase breaks a word, to whose halves it does not belong.
    fn is_broken(&self) -> bool {
        self.flow >= WORD && self.into.max(self.out) <= 0.0
    }

    /// What the text gains without the phrase, in nats.
    fn gain(&self) -> f32 {
        self.flow - self.into - self.out
    }
}

/// Whether the joints and the rest of the article say that the phrase does not belong. What costs more
/// is asked later, and the rest of the article last. `shown` is what the page has shown to be by other pieces.
fn is_alien(page: &Page<'_>, phrase: &str, places: &[Range<usize>], shown: f32) -> bool {
    let weights = &page.options.weights.alien;
    let by_count = if places.len() == 2 { &weights.twice } else { &weights.often };
    let mut signs = [0.0; Alien::COUNT];
    form(page, phrase, places, &mut signs);
    around(page.text, places, &mut signs);
    let more = |is: bool, by: f32| if is { by } else { 0.0 };
    // Where it begins clauses and nothing else, it may be what they speak of.
    let least = weights.remove
        + more(signs[Alien::Between as usize] == 0.0, weights.subject)
        + more(signs[Alien::Named as usize] > 0.0, weights.named);
    let score = |signs: &Signs| weigh(signs, by_count) + shown;
    // Of what is asked later only this speaks for a phrase.
    let may_be = |signs: &Signs| score(signs) + by_count[Alien::Mended as usize] >= least;
    if !may_be(&signs) {
        return false;
    }
    parts(page.text, places, &mut signs);
    if !may_be(&signs) || is_label(page.text, places) || is_spoken_of(page, places) || replaces(page, places)
    {
        return false;
    }
    known(page, phrase, places, &mut signs);
    if !may_be(&signs) {
        return false;
    }
    mended(page.text, places, &mut signs);
    let score = score(&signs);
    score >= least && (score >= least + weights.law || !cites_law(page.text))
}

/// Whether it is a betting site's known name that stands where the name of something else stood.
fn replaces(page: &Page<'_>, places: &[Range<usize>]) -> bool {
    /// From so many places on it is.
    const OFTEN: usize = 4;
    let known = |hit: &Hit| hit.lexicon == Lexicon::SpamBrand && hit.start >= places[0].start;
    places.len() >= OFTEN
        && page.hits_in(places[0].clone()).iter().any(known)
        && !is_put_in(page.text, places)
}

/// Whether articles of laws are cited on the page: their terms are repeated word for word. Linear.
fn cites_law(text: &str) -> bool {
    /// How many show it.
    const MANY: usize = 6;
    let numeral = |c: char| class(c) == Class::Digit || "一二三四五六七八九十百〇零".contains(c);
    let cited = |at: usize| text[..at].trim_end().ends_with(numeral);
    let articles = ["条", "條"].iter().flat_map(|word| memchr::memmem::find_iter(text.as_bytes(), *word));
    articles.filter(|&at| cited(at)).nth(MANY - 1).is_some()
}

/// Whether it is an organisation's name with words of its own: those are weighed elsewhere.
fn is_name(page: &Page<'_>, phrase: &str, place: &Range<usize>) -> bool {
    let end = suffix(page.hits_in(place.clone()), place);
    let own = phrase[..end].chars().count() - in_trades(page, &(place.start..place.start + end));
    end < phrase.len() && own > 0 && !QUERY_ENDS.has(&phrase[end..])
}

/// Where the word begins that ends the phrase at `place` as organisations' names end; its length if
/// none does.
fn suffix(hits: &[Hit], place: &Range<usize>) -> usize {
    let ends = hits
        .iter()
        .filter(|hit| hit.lexicon == Lexicon::OrgSuffix && hit.end == place.end && hit.start >= place.start);
    ends.map(|hit| hit.start).min().unwrap_or(place.end) - place.start
}

/// How many characters of a stretch stand in words of some trade.
pub(super) fn in_trades(page: &Page<'_>, stretch: &Range<usize>) -> usize {
    covered(page.text, page.hits_in(stretch.clone()), stretch, &TRADES)
}

/// Lexicons of what is traded.
const TRADES: [Lexicon; 2] = [Lexicon::Trade, Lexicon::Goods];
/// Lexicons of what is searched for.
const ADVERTS: [Lexicon; 3] = [Lexicon::SearchPhrase, Lexicon::SpamBrand, Lexicon::SpamWord];

/// How many characters of a stretch, in which `hits` end, stand in words of some lexicons.
fn covered(text: &str, hits: &[Hit], stretch: &Range<usize>, lexicons: &[Lexicon]) -> usize {
    let mut passed = stretch.start;
    let mut covered = 0;
    for hit in hits.iter().filter(|hit| lexicons.contains(&hit.lexicon) && hit.start >= stretch.start) {
        if hit.end > passed {
            covered += text[passed.max(hit.start)..hit.end].chars().count();
            passed = hit.end;
        }
    }
    covered
}

/// Whether it begins or ends with figures, as dates and house numbers do.
fn is_count(phrase: &str) -> bool {
    phrase.starts_with(|c| class(c) == Class::Digit) || phrase.ends_with(|c| class(c) == Class::Digit)
}

/// Whether a colon stands behind it in several places.
fn is_label(text: &str, places: &[Range<usize>]) -> bool {
    places.iter().filter(|place| text[place.end..].starts_with([':', '：'])).count() > 1
}

/// What the phrase itself says.
fn form(page: &Page<'_>, phrase: &str, places: &[Range<usize>], signs: &mut Signs) {
    let mut set = |sign: Alien, value: f32| signs[sign as usize] = value;
    let flag = |is: bool| f32::from(u8::from(is));
    let count = phrase.chars().count() as f32;
    let hits = page.hits_in(places[0].clone());
    let symbols = || phrase.chars().map(Symbol::of);
    let holds = symbols().zip(symbols().skip(1)).map(|(a, b)| cohesion(a, b).clamp(LEAST, 2.0 * MOST));
    let (inner, least) = holds.fold((0.0, MOST), |(sum, least), hold| (sum + hold, least.min(hold)));
    set(Alien::Always, 1.0);
    set(Alien::Again, (places.len() as f32).min(8.0).ln());
    set(Alien::Pair, flag(places.len() == 2));
    set(Alien::Length, (count - 4.0).clamp(0.0, 6.0) / 6.0);
    set(Alien::Inner, inner / (count - 1.0));
    set(Alien::LeastInner, least);
    let traded = covered(page.text, hits, &places[0], &TRADES);
    set(Alien::Trade, flag(traded > 0));
    set(Alien::TradeShare, traded as f32 / count);
    set(Alien::Advert, covered(page.text, hits, &places[0], &ADVERTS) as f32 / count);
    set(Alien::Placed, flag(is_placed(phrase)));
    set(Alien::Query, flag(QUERIES.ends(phrase)));
    let ends = |hit: &Hit| hit.lexicon == Lexicon::BrandEnd && hit.end == places[0].end;
    set(Alien::Brand, flag(hits.iter().any(ends)));
    let named = suffix(hits, &places[0]) < phrase.len();
    set(Alien::Named, flag(named && is_name(page, phrase, &places[0])));
    set(Alien::Figures, flag(is_count(phrase)));
    set(Alien::Organisation, flag(named));
    set(Alien::NameEnd, flag(phrase.ends_with(|c| NAME_ENDS.has(c))));
    set(Alien::Grammar, flag(phrase.contains(|c| LINKS.has(c))));
}

/// What stands around the places.
fn around(text: &str, places: &[Range<usize>], signs: &mut Signs) {
    let joints: Vec<Joints> = places.iter().map(|place| Joints::of(text, place)).collect();
    for joint in &joints {
        one(joint, signs);
    }
    let share = |sum: f32, of: f32| if of > 0.0 { sum / of } else { 0.0 };
    let of = |sign: Alien, signs: &Signs| signs[sign as usize];
    let (between, starts, ends) =
        (of(Alien::Between, signs), of(Alien::Starts, signs), of(Alien::Ends, signs));
    for (sign, by) in [
        (Alien::Flow, between),
        (Alien::Left, between + ends),
        (Alien::Right, between + starts),
        (Alien::StartFlow, starts),
    ] {
        signs[sign as usize] = share(signs[sign as usize], by);
    }
    signs[Alien::FollowedOften as usize] = signs[Alien::Followed as usize].min(5.0);
    signs[Alien::LedOften as usize] = signs[Alien::Led as usize].min(3.0);
    for sign in [
        Alien::Listed,
        Alien::Between,
        Alien::Starts,
        Alien::Ends,
        Alien::Apart,
        Alien::Followed,
        Alien::Led,
        Alien::Quoted,
    ] {
        signs[sign as usize] /= places.len() as f32;
    }
    let gain: f32 = joints.iter().map(Joints::gain).sum();
    let broken = joints.iter().filter(|joint| joint.is_broken()).take(3).count();
    signs[Alien::Broken as usize] = broken as f32;
    let most = |values: &mut dyn Iterator<Item = f32>| values.fold(f32::MIN, f32::max).max(LEAST);
    signs[Alien::Gain as usize] = gain.clamp(-20.0, 40.0) / 10.0;
    signs[Alien::MostLeft as usize] = most(&mut joints.iter().map(|joint| joint.into));
    signs[Alien::MostRight as usize] = most(&mut joints.iter().map(|joint| joint.out));
    signs[Alien::LeastFlow as usize] = -most(&mut joints.iter().map(|joint| -joint.flow));
    signs[Alien::SameRight as usize] = repeated(joints.iter().map(|joint| joint.right.unwrap_or('\n')));
    let lefts = joints.iter().filter_map(|joint| joint.left).filter(|&c| class(c) == Class::Han);
    signs[Alien::SameLeft as usize] = repeated(lefts);
}

/// Adds what one place says.
fn one(joint: &Joints, signs: &mut Signs) {
    let is = |c: Option<char>, of: fn(char) -> bool| c.is_some_and(of);
    let mut add = |sign: Alien, value: f32| signs[sign as usize] += value;
    let sort = match (is(joint.left, is_wordlike), is(joint.right, is_wordlike)) {
        (true, true) => Alien::Between,
        (false, true) => Alien::Starts,
        (true, false) => Alien::Ends,
        (false, false) => Alien::Apart,
    };
    add(sort, 1.0);
    add(if sort == Alien::Between { Alien::Flow } else { Alien::StartFlow }, joint.flow);
    add(Alien::Left, joint.into);
    add(Alien::Right, joint.out);
    if is(joint.right, |c| GRAMMAR.has(c)) {
        add(Alien::Followed, 1.0);
    }
    if is(joint.left, |c| INTRODUCES.has(c)) {
        add(Alien::Led, 1.0);
    }
    if is(joint.left, |c| c == '、') || is(joint.right, |c| c == '、') {
        add(Alien::Listed, 1.0);
    }
    if is(joint.left, |c| class(c) == Class::Open) || is(joint.right, |c| class(c) == Class::Close) {
        add(Alien::Quoted, 1.0);
    }
}

/// Whether the sentences need it.
fn parts(text: &str, places: &[Range<usize>], signs: &mut Signs) {
    let parts = places.iter().filter(|place| is_part(text, (*place).clone())).count();
    signs[Alien::Part as usize] = parts as f32 / places.len() as f32;
    signs[Alien::PartOften as usize] = parts.min(3) as f32;
}

/// What the rest of the article says of it.
fn known(page: &Page<'_>, phrase: &str, places: &[Range<usize>], signs: &mut Signs) {
    let is_title = |title: &str| title.contains(phrase) && (page.title_given || title != phrase);
    let titled = page.title.as_ref().is_some_and(|title| is_title(title.text));
    signs[Alien::InTitle as usize] = f32::from(u8::from(titled));
    signs[Alien::Elsewhere as usize] = heavy_pairs(page.text, phrase, places.len()) as f32;
}

/// What it says of what meets without it.
fn mended(text: &str, places: &[Range<usize>], signs: &mut Signs) {
    let mended = places.iter().filter(|place| is_mended(text, place)).count();
    signs[Alien::Mended as usize] = mended as f32 / places.len() as f32;
}
