//! **What it finds**: readings in brackets behind single characters of running text, left behind
//! by a converter of scripts or injected.
//!
//! **Why it is noise**: nobody annotates the characters that every reader knows, here and there,
//! in the middle of a sentence; search engines and language models choke on it.
//!
//! **Example**: `產品通過(guò)檢測,遠銷(xiāo)沿海各省(shěng)`, `烟(yan)台市(shi)`
//!
//! **Keeps**: words read as a whole, `成都(Chéngdū)`; rare characters, `荨(qián)麻`; characters of
//! several readings, `六(lù)安`; primers, where every character of a stretch is read; words of
//! other languages in brackets; jokes whose reading is another word's, `老(hao)搭(ji)档(you)`.
//!
//! **Confidence**: different everyday characters with their usual reading, or the same ones read
//! again and again, prove a style of brackets and tones polluted; then such a reading is certain,
//! and any other of that style likely, but for primers and pages that teach several readings.

mod primer;

use std::collections::HashMap;

use super::{Findings, Page};
use crate::{
    kind::Kind,
    span::Confidence,
    text::{
        Class, Line,
        chars::{self, class},
        pinyin::{Syllable, usual},
    },
};

/// How many different needless readings prove a page, and how many pairs of them in a row do.
const MIN_DISTINCT: usize = 3;
/// So many different ones prove it whatever else is read.
const MANY_DISTINCT: usize = 6;
/// How often a reading must come again where fewer are different: nobody reads a character twice.
const MIN_AGAIN: usize = 4;
/// Longest inside of a bracket that is looked at, in bytes.
const MAX_INNER: usize = 16;
/// Most letters of a reading that was cut.
const MAX_CUT: usize = 3;
/// A full-width bracket.
const WIDE: &[u8] = "（".as_bytes();
/// Syllables that have no tone.
const NEUTRAL: [&str; 8] = ["ba", "de", "le", "ma", "me", "men", "ne", "zhe"];

/// How a reading fits the character before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fit {
    /// The usual reading of a character that every reader knows.
    Needless,
    /// The usual reading of another common character.
    Usual,
    /// That of a character which the table does not know.
    Fair,
    /// The first letters of the usual reading of a character, which lost the others.
    Cut,
    /// Not the usual reading of a character.
    Taught,
    /// Not behind a character.
    Other,
}

#[derive(Clone, Copy, Debug)]
struct Gloss {
    start: usize,
    end: usize,
    base: char,
    fit: Fit,
    toned: bool,
    open: char,
    /// Whether its syllable may be without a tone in either style.
    neutral: bool,
    /// Whether every character of the stretch around is read.
    primer: bool,
    /// Whether another reading of the same character follows.
    doubled: bool,
}

impl Gloss {
    /// Whether it stands alone in running text, or before the author's own.
    const fn is_stray(&self) -> bool {
        !self.primer || self.doubled
    }

    /// Whether nobody needs it.
    fn is_needless(&self) -> bool {
        self.fit == Fit::Needless || (self.fit == Fit::Usual && (!self.toned || self.doubled))
    }
}

pub(crate) fn detect(page: &Page<'_>, findings: &mut Findings) {
    if page.count(Class::Letter) < MIN_DISTINCT || page.count(Class::Open) < MIN_DISTINCT {
        return;
    }
    let mut glosses = collect(page);
    if glosses.len() < MIN_DISTINCT {
        return;
    }
    primer::mark(page, &mut glosses);
    settle_neutral(&mut glosses);
    for toned in [false, true] {
        let alike: Vec<Gloss> = glosses.iter().copied().filter(|gloss| gloss.toned == toned).collect();
        // An author's own readings and those put in later seldom have the same brackets.
        if alike.iter().any(|gloss| gloss.primer || gloss.fit == Fit::Taught) {
            let (half, full): (Vec<Gloss>, Vec<Gloss>) = alike.iter().partition(|gloss| gloss.open == '(');
            judge(page.text, &half, findings);
            judge(page.text, &full, findings);
        } else {
            judge(page.text, &alike, findings);
        }
    }
}

/// Removes readings of one style, if they are polluted.
fn judge(text: &str, glosses: &[Gloss], findings: &mut Findings) {
    if !is_polluted(glosses) {
        return;
    }
    let about = primer::is_about(text, glosses);
    for gloss in glosses.iter().filter(|gloss| gloss.is_stray()) {
        let sure = gloss.is_needless();
        if sure || !about {
            let confidence = if sure { Confidence::Certain } else { Confidence::Likely };
            let range = gloss.start..gloss.end;
            findings.remove(range, Kind::PinyinGloss, "pinyin_gloss/syllable@2", confidence);
        }
    }
}

/// Every bracket that holds one syllable and stands behind a character or a mark. Linear.
fn collect<'p>(page: &'p Page<'_>) -> Vec<Gloss> {
    let lettered = |line: &&Line| line.count(Class::Letter) > 0 && line.count(Class::Open) > 0;
    let brackets = |line: &'p Line| {
        let bytes = line.text(page.text).as_bytes();
        // The last byte of `（`: its first begins every other full-width mark too.
        let ends = memchr::memchr2_iter(b'(', 0x88, bytes).map(|at| &bytes[..=at]);
        let starts = ends.filter_map(|head| {
            let wide = head.ends_with(WIDE).then(|| head.len() - WIDE.len());
            wide.or_else(|| head.ends_with(b"(").then(|| head.len() - 1))
        });
        starts.filter_map(|at| gloss_at(page.text, line.body + at))
    };
    page.lines.iter().filter(lettered).flat_map(brackets).collect()
}

fn gloss_at(text: &str, start: usize) -> Option<Gloss> {
    if !may_open(&text[start..]) {
        return None;
    }
    let base = chars::before(text, start)?;
    if !matches!(class(base), Class::Han | Class::Pause | Class::Stop | Class::Digit) {
        return None;
    }
    let Some((end, open, syllable)) = bracket(text, start) else { return cut(text, start, base) };
    let fit = fit(base, &syllable);
    let doubled = bracket(text, end).is_some_and(|(_, _, next)| next.letters == syllable.letters);
    let neutral = fit == Fit::Cut || NEUTRAL.contains(&syllable.letters.as_str());
    Some(Gloss { start, end, base, fit, toned: syllable.toned, open, neutral, primer: false, doubled })
}

/// Whether a bracket begins `text` behind which a syllable may begin: with a letter, plain or marked.
fn may_open(text: &str) -> bool {
    let inner = text.strip_prefix(['(', '（']).unwrap_or_default().as_bytes();
    matches!(inner.first(), Some(b'a'..=b'z' | 0xc3..=0xc7))
}

/// The end of a bracket at `start`, what opens it and the syllable in it.
fn bracket(text: &str, start: usize) -> Option<(usize, char, Syllable)> {
    let open = chars::after(text, start).filter(|c| matches!(c, '(' | '（'))?;
    let inner_at = start + open.len_utf8();
    let reach = text.floor_char_boundary((inner_at + MAX_INNER).min(text.len()));
    let close_at = inner_at + text[inner_at..reach].find([')', '）'])?;
    let close = chars::after(text, close_at)?;
    Some((close_at + close.len_utf8(), open, Syllable::parse(&text[inner_at..close_at])?))
}

/// A bracket with the first letters of the usual reading, no syllable themselves.
fn cut(text: &str, start: usize, base: char) -> Option<Gloss> {
    let open = chars::after(text, start)?;
    let inner_at = start + open.len_utf8();
    let len = text[inner_at..].bytes().take(MAX_CUT).take_while(u8::is_ascii_lowercase).count();
    let close = chars::after(text, inner_at + len).filter(|c| matches!(c, ')' | '）'))?;
    let letters = &text[inner_at..inner_at + len];
    let end = inner_at + len + close.len_utf8();
    let consonants = || !letters.contains(['a', 'e', 'i', 'o', 'u']);
    let known = len > 0 && usual(base).map_or_else(consonants, |usual| usual.letters.starts_with(letters));
    let gloss = Gloss {
        start,
        end,
        base,
        fit: Fit::Cut,
        toned: false,
        open,
        neutral: true,
        primer: false,
        doubled: false,
    };
    known.then_some(gloss)
}

fn fit(base: char, syllable: &Syllable) -> Fit {
    match usual(base) {
        _ if class(base) != Class::Han => Fit::Other,
        Some(usual) if usual.letters == syllable.letters && usual.everyday => Fit::Needless,
        Some(usual) if usual.letters == syllable.letters => Fit::Usual,
        // Behind a tone mark a converter may have lost the first letters.
        Some(usual) if syllable.toned && usual.letters.ends_with(&syllable.letters) => Fit::Usual,
        Some(usual) if !syllable.toned && usual.letters.starts_with(&syllable.letters) => Fit::Cut,
        Some(_) => Fit::Taught,
        None => Fit::Fair,
    }
}

/// Syllables without a tone of their own go with the toned ones of a page that has more of those.
fn settle_neutral(glosses: &mut [Gloss]) {
    let firm = |toned: bool| glosses.iter().filter(|g| !g.neutral && g.toned == toned).count();
    if firm(true) > firm(false) {
        for gloss in glosses.iter_mut().filter(|gloss| gloss.neutral) {
            gloss.toned = true;
        }
    }
}

fn is_polluted(glosses: &[Gloss]) -> bool {
    let stray = || glosses.iter().filter(|gloss| gloss.is_stray() && gloss.fit != Fit::Cut);
    let mut needless: HashMap<char, usize> = HashMap::new();
    let mut usual: HashMap<char, usize> = HashMap::new();
    for gloss in stray() {
        if gloss.is_needless() {
            *needless.entry(gloss.base).or_default() += 1;
        }
        if matches!(gloss.fit, Fit::Needless | Fit::Usual) {
            *usual.entry(gloss.base).or_default() += 1;
        }
    }
    let (count, all) = (needless.values().sum::<usize>(), stray().count());
    let again = |read: &HashMap<char, usize>| read.values().map(|times| times - 1).sum::<usize>();
    let repeated = usual.values().filter(|&&times| times > 1).count() >= MIN_DISTINCT;
    let proved = needless.len() >= MIN_DISTINCT
        || (needless.len() + 1 >= MIN_DISTINCT && again(&needless) + 2 >= MIN_AGAIN)
        || again(&needless) > MIN_AGAIN
        || (repeated && again(&usual) > MIN_AGAIN);
    // A few that fit, on a page without another.
    let few = needless.len() + 1 >= MIN_DISTINCT
        && all >= MIN_DISTINCT
        && all == glosses.len()
        && usual.values().sum::<usize>() == all
        && glosses.iter().all(|gloss| gloss.toned);
    let proved = proved || few;
    let needed = count * 3 >= all || needless.len() >= MANY_DISTINCT || repeated;
    let own = all * 2 >= glosses.len() || stray().any(|gloss| gloss.doubled);
    proved && needed && own
}
