//! **What it finds**: a search phrase, a host or a brand stuck between two words of a sentence or
//! into a word.
//!
//! **Why it is noise**: it was put there for search engines; the sentence around it is older and
//! reads on without it.
//!
//! **Example**: `第39条石桥专业私家侦探，离婚时`, `书www.a1b.example.com画展`
//!
//! **Keeps**: hosts and firms that the sentence speaks of, with a mark or a grammatical word behind
//! them; phrases of the title; phrases whose words the article uses elsewhere; single words.
//!
//! **Confidence**: logistic regression over the joints of a piece, the places where it stands and
//! what the article says elsewhere: likely above one score, certain above another.

mod alien;
mod cores;
mod gain;
mod piece;
mod pinyin;
mod repeats;
mod signs;
mod words;

use std::ops::Range;

use super::{Findings, Page, injected_name::is_part};
use crate::{
    detect::evidence::{Stuck, weigh},
    kind::Kind,
    lexicon::Lexicon,
    span::Confidence,
    text::Class,
};
use cores::{Core, Form};
use piece::Piece;
use signs::Signs;
use words::QUERY_ENDS;

/// How many different pieces a page may be searched for.
const MAX_PIECES: usize = 32;
/// Shortest and longest line, in code points, that may be a query alone, and the least article around
/// it, in Chinese characters.
const MIN_KNOWN: usize = 5;
const MAX_LINE: usize = 14;
const MIN_ARTICLE: usize = 200;
/// Shortest phrase, in code points: what is shorter is a word that every article may need.
const MIN_CHARS: usize = 4;
/// From so many places on it is no chance that sentences need what stands there.
const OFTEN: usize = 3;
/// So many characters that no trade has are a name's own.
const MIN_OWN: usize = 3;
/// Last characters of organisations' names.
const ORGANISATIONS: [char; 12] = ['厂', '廠', '院', '校', '学', '學', '店', '馆', '館', '社', '司', '所'];

pub(crate) fn detect(page: &Page<'_>, findings: &mut Findings) {
    let mut cores = cores::collect(page);
    let text = |core: &Core| &page.text[core.range.clone()];
    cores.sort_by(|a, b| text(a).cmp(text(b)).then(a.range.start.cmp(&b.range.start)));
    let mut asked = 0;
    for group in cores.chunk_by(|a, b| text(a) == text(b)) {
        let piece = Piece::around(page.text, group);
        let signs = signs::local(page.text, &piece);
        if is_lone_line(page, group) {
            lone_line(page, &group[0], findings);
            continue;
        }
        if asked < MAX_PIECES && is_likely(page, &piece, &signs) {
            asked += 1;
            judge(page, &piece, signs, findings);
        }
    }
    alien::detect(page, findings);
    pinyin::detect(page, findings);
}

/// Whether a query is all that the page's first or last line holds.
fn is_lone_line(page: &Page<'_>, group: &[Core]) -> bool {
    let [core] = group else { return false };
    let index = page.line_at(core.range.start);
    let line = &page.lines[index];
    let edge = (page.first && index == 0) || (page.last && index + 1 == page.lines.len());
    let known = page.text[core.range.clone()].chars().count();
    edge && core.form == Form::Word
        && line.end == core.range.end
        && (MIN_KNOWN..=MAX_LINE).contains(&line.chars())
        && known * 2 >= line.chars()
        && page.count(Class::Han) >= MIN_ARTICLE
}

/// Removes such a line where the article has nothing of it.
fn lone_line(page: &Page<'_>, core: &Core, findings: &mut Findings) {
    let line = &page.lines[page.line_at(core.range.start)];
    let places = std::iter::once(line.body..line.end).collect();
    let piece = Piece { places, form: core.form, known: 0 };
    let mut signs = signs::local(page.text, &piece);
    signs::add_distant(page, &piece, &mut signs);
    if signs[Stuck::Elsewhere as usize] + signs[Stuck::InTitle as usize] == 0.0 {
        let range = line.start..line.next;
        findings.remove(range, Kind::InlineKeyword, "inline_keyword/line@1", Confidence::Likely);
    }
}

/// Whether the joints speak for a piece, so that the rest of the article is worth asking.
fn is_likely(page: &Page<'_>, piece: &Piece, signs: &Signs) -> bool {
    let chars = piece.text(page.text).chars().count();
    chars >= MIN_CHARS
        && !(piece.form == Form::Brand && piece.places.len() < 2)
        && !is_spoken_of(page, &piece.places)
        && score(page, signs) >= page.options.weights.stuck.remove
}

/// Whether what stands at the places ends as organisations' names do, and half of the sentences need it;
/// a third are enough where it has words of its own.
fn is_spoken_of(page: &Page<'_>, places: &[Range<usize>]) -> bool {
    let phrase = &page.text[places[0].clone()];
    let is_named = || phrase.ends_with(ORGANISATIONS) || is_organisation(page, &places[0]);
    let is_asked = QUERY_ENDS.ends(phrase);
    if places.len() < OFTEN || is_asked || !is_named() {
        return false;
    }
    let own = phrase.chars().count() - alien::in_trades(page, &places[0]);
    let parts = places.iter().filter(|place| is_part(page.text, (*place).clone())).count();
    parts * if own >= MIN_OWN { 3 } else { 2 } >= places.len()
}

/// Whether what stands at `place` ends as an organisation's name does.
fn is_organisation(page: &Page<'_>, place: &Range<usize>) -> bool {
    page.hits_in(place.clone()).iter().any(|hit| hit.lexicon == Lexicon::OrgSuffix && hit.end == place.end)
}

fn score(page: &Page<'_>, signs: &Signs) -> f32 {
    weigh(signs, &page.options.weights.stuck.signs)
}

/// Removes a piece from all of its places where the whole article says so too, but for those that
/// words lead up to.
fn judge(page: &Page<'_>, piece: &Piece, mut signs: Signs, findings: &mut Findings) {
    signs::add_distant(page, piece, &mut signs);
    let weights = &page.options.weights.stuck;
    let score = score(page, &signs);
    if score < weights.remove {
        return;
    }
    let confidence = if score >= weights.certain { Confidence::Certain } else { Confidence::Likely };
    let rule = match piece.form {
        Form::Word => "inline_keyword/phrase@2",
        Form::Brand => "inline_keyword/brand@2",
        _ => "inline_keyword/host@2",
    };
    for place in &piece.places {
        findings.remove(place.clone(), Kind::InlineKeyword, rule, confidence);
    }
}
