//! Citation marks that a language model's interface would have hidden.

use std::{cell::OnceCell, ops::Range};

use crate::{
    detect::{Findings, Page},
    kind::Kind,
    lexicon::Lexicon,
    span::Confidence,
    text::chars,
};

/// How far from the anchor a mark's brackets may stand, in bytes.
const REACH: usize = 48;
/// How far from a mark a text may explain it, and longest number of a citation, in bytes.
const NEAR: usize = 600;
const MAX_NUMBER: usize = 4;
/// What ends a citation.
const CLOSE: &str = "]]^";

pub(crate) fn detect(page: &Page<'_>, findings: &mut Findings) {
    let around = Around::of(page.text);
    let mut marks: Vec<Range<usize>> = Vec::new();
    for hit in page.hits(Lexicon::ModelResidue) {
        // A chain has an anchor in each of its parts.
        if marks.last().is_none_or(|last| last.end <= hit.start) {
            marks.extend(mark(page.text, hit.start, hit.end, &around));
        }
    }
    let about = marks.iter().any(|mark| is_quoted(page.text, mark));
    for mark in marks {
        if about {
            findings.tag(mark, Kind::NoiseChars, "noise_chars/model_residue@1");
        } else {
            findings.remove(mark, Kind::NoiseChars, "noise_chars/model_residue@1", Confidence::Certain);
        }
    }
}

/// What is asked of the text around every tag; looked for when first asked for.
struct Around<'t> {
    text: &'t str,
    /// Whether text is struck out somewhere, as in pages of HTML.
    opens: OnceCell<bool>,
    /// Where the text speaks of models and their marks, in order.
    explained: OnceCell<Vec<Range<usize>>>,
}

impl<'t> Around<'t> {
    fn of(text: &'t str) -> Self {
        Around { text, opens: OnceCell::new(), explained: OnceCell::new() }
    }

    fn opens(&self) -> bool {
        *self.opens.get_or_init(|| self.text.contains("<s>"))
    }

    /// Whether the text speaks of models near byte `at`. Linear in the text the first time.
    fn is_explained(&self, at: usize) -> bool {
        const WORDS: [&str; 7] = ["token", "Token", "模型", "分词", "分詞", "提示词", "提示詞"];
        let all = self.explained.get_or_init(|| {
            let of = |word: &str| -> Vec<_> {
                memchr::memmem::find_iter(self.text.as_bytes(), word).map(|at| at..at + word.len()).collect()
            };
            let mut all: Vec<Range<usize>> = WORDS.into_iter().flat_map(of).collect();
            all.sort_unstable_by_key(|word| word.start);
            all
        });
        let near = all.partition_point(|word| word.start + NEAR < at);
        all.get(near).is_some_and(|word| word.end <= at + NEAR)
    }
}

/// The whole mark around an anchor.
fn mark(text: &str, start: usize, end: usize, around: &Around<'_>) -> Option<Range<usize>> {
    let anchor = &text[start..end];
    if anchor.starts_with(['<', '[']) && !anchor.ends_with(':') {
        let apart = chars::before(text, start).is_none_or(|c| c != '`') && !around.is_explained(start);
        (apart && !(anchor == "</s>" && around.opens())).then_some(start..end)
    } else if anchor.starts_with("utm") {
        parameter(text, start, end)
    } else if anchor.starts_with('^') {
        let to = text.floor_char_boundary((end + MAX_NUMBER + CLOSE.len()).min(text.len()));
        Some(start..end + text[end..to].find(CLOSE)? + CLOSE.len())
    } else if anchor.starts_with('†') {
        bracketed(text, start, '【', '】')
    } else if anchor.contains("turn") {
        Some(chain(text, start))
    } else {
        // An anchor may begin with the bracket itself.
        let range = bracketed(text, start + usize::from(anchor.starts_with('[')), '[', ']')?;
        Some(label(text, range.start)..tail(text, range.end))
    }
}

/// The parameter of an address that tells where its reader came from, with the mark before it.
fn parameter(text: &str, start: usize, end: usize) -> Option<Range<usize>> {
    let last =
        !text[end..].starts_with(|c: char| c.is_ascii_alphanumeric() || matches!(c, '&' | '.' | '%' | '='));
    (last && text[..start].ends_with(['?', '&'])).then(|| start - 1..end)
}

fn bracketed(text: &str, at: usize, open: char, close: char) -> Option<Range<usize>> {
    let from = text.ceil_char_boundary(at.saturating_sub(REACH));
    let to = text.floor_char_boundary((at + REACH).min(text.len()));
    let start = from + text[from..at].rfind(open)?;
    let end = at + text[at..to].find(close)? + close.len_utf8();
    (!text[start..end].contains('\n')).then_some(start..end)
}

/// Where `:contentReference` before the bracket starts.
fn label(text: &str, bracket: usize) -> usize {
    let head = text[..bracket].trim_end_matches(|c: char| c.is_ascii_alphabetic());
    head.strip_suffix(':').map_or(bracket, str::len)
}

/// Where `{index=3}` or `(https://…)` behind the bracket ends.
fn tail(text: &str, at: usize) -> usize {
    let close = match text.as_bytes().get(at) {
        Some(b'{') => '}',
        Some(b'(') => ')',
        _ => return at,
    };
    let to = text.floor_char_boundary((at + 8 * REACH).min(text.len()));
    text[at..to].find(close).map_or(at, |end| at + end + 1)
}

/// A chain `citeturn0search1turn2view0`, the private marks around its parts included.
fn chain(text: &str, start: usize) -> Range<usize> {
    let private = |c: char| ('\u{e200}'..='\u{e20f}').contains(&c);
    let head = text[..start].trim_end_matches(private);
    let head = head.strip_suffix("cite").unwrap_or(head).trim_end_matches(private);
    let mut rest = text[start..].trim_start_matches("cite");
    loop {
        rest = rest.trim_start_matches(private);
        let Some(next) = part(rest) else { break };
        rest = next;
    }
    head.len()..text.len() - rest.len()
}

/// What follows one part, `turn0search1`.
fn part(text: &str) -> Option<&str> {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let rest = text.strip_prefix("turn")?;
    let turn = digits(rest);
    let word = rest[turn..].bytes().take(16).take_while(u8::is_ascii_lowercase).count();
    let number = digits(&rest[turn + word..]);
    // A date behind the mark has its own digits: one of the mark's is left.
    let dated = rest[turn + word + number..].starts_with(['月', '年', '日']);
    let number = if dated { number.min(1) } else { number };
    (turn > 0 && word > 0 && number > 0).then(|| &rest[turn + word + number..])
}

/// Whether the text speaks of the mark: it stands in quotes, in code, or behind such a word.
fn is_quoted(text: &str, mark: &Range<usize>) -> bool {
    let quote = |c: Option<char>| c.is_some_and(|c| "\"'`“”‘’「」『』《》（()".contains(c));
    let head = text[..mark.start].trim_end();
    let introduced = [
        "如", "像", "为", "為", "叫", "作", "的", "出现", "出現", "标记", "標記", "字样", "字樣", "代码",
        "代碼",
    ];
    quote(chars::before(text, mark.start)) && quote(chars::after(text, mark.end))
        || introduced.iter().any(|word| head.ends_with(word))
}
