//! Lines of nothing but the texts of buttons and counters.

use std::{cell::OnceCell, ops::Range};

use super::{
    composed::{self, Composed, composed, is_call},
    nav,
};
use crate::{
    detect::{
        Findings, Page, Zone,
        line_words::{above, near},
        plain,
    },
    kind::Kind,
    lexicon::Whole,
    span::Confidence,
    text::{Class, Line, chars, fold::fold, words::AnyOf},
};

/// Longest row of buttons, in code points.
const MAX_CHARS: usize = 60;
/// Longest name of a column, in bytes, before a counter: `休闲3人已围观`.
const MAX_COLUMN: usize = 12;
/// Longest call with a name in it, in code points.
const MAX_CALL: usize = 32;
/// Longest button, in bytes, whose letters may stand apart.
const MAX_SPACED: usize = 48;
/// Fewest code points of a sentence that explains a button, longest name of one, and how many so
/// explained show that the text is about them.
const MIN_PROSE: usize = 12;
const MAX_NAMED: usize = 8;
const MIN_HEADS: usize = 2;
/// Lengths, in code points, of sentences on lines of their own that are too short to be paragraphs.
const SAID: std::ops::RangeInclusive<usize> = 8..=32;
/// Words of readers who say what they think.
static ADVICE: AnyOf<14> = AnyOf::new([
    "就可以",
    "就行",
    "建议",
    "建議",
    "值得",
    "觉得",
    "覺得",
    "感觉",
    "感覺",
    "还是",
    "還是",
    "算了",
    "挺",
    "真的",
]);
/// Longest number alone.
const MAX_DIGITS: usize = 6;
/// Fewest words of buttons in a row that speak for one unknown word beside them, a site's name.
const MIN_BESIDE: usize = 3;
/// Fewest buttons below one another that speak for each other.
const MIN_RUN: usize = 3;

/// What a line of buttons is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Row {
    /// A number alone, as counters leave it between buttons.
    Number,
    /// Something stands in the line that is no button.
    Text,
    /// One common word.
    Word,
    /// Several common words.
    Words,
    /// A text that only a button has.
    Button,
}

pub(super) fn detect(page: &Page<'_>, zone: &Zone, findings: &mut Findings) {
    let mut run: Vec<(usize, Row)> = Vec::new();
    // Asked for by the first row alone: hardly an article has one.
    let told = OnceCell::new();
    for (index, line) in page.lines.iter().enumerate().filter(|(_, line)| !line.is_blank()) {
        let row = if zone.is_edge(index) { read(page, line) } else { Row::Text };
        let told = || told.get_or_init(|| [explained(page, findings), inner(page, findings)]);
        if row == Row::Text || told().iter().any(|lines| lines.contains(&index)) || heads(page, index) {
            flush(page, &mut run, findings);
            continue;
        }
        run.push((index, row));
        let confidence = if row == Row::Button { Confidence::Certain } else { Confidence::Likely };
        if matches!(row, Row::Words | Row::Button) && !is_introduced(page, index) {
            remove(line, confidence, findings);
        }
    }
    flush(page, &mut run, findings);
}

/// The lines that two short sentences stand before and two behind, as in lists of explanations.
fn inner(page: &Page<'_>, findings: &Findings) -> Range<usize> {
    let said = |line: &Line| {
        SAID.contains(&line.chars())
            && line.ends_sentence(page.text)
            && plain::words(line.text(page.text)).any(|word| worth(&word).is_none())
            && !findings.removes(line.body)
    };
    let Some(first) = page.lines.iter().enumerate().filter(|(_, line)| said(line)).map(|(at, _)| at).nth(1)
    else {
        return 0..0;
    };
    let last = page.lines.iter().enumerate().rev().filter(|(_, line)| said(line)).map(|(at, _)| at).nth(1);
    first..last.unwrap_or(first)
}

/// The lines up to the last sentence of a text that heads its sections with buttons' names, as an explanation of them does; none of another.
fn explained(page: &Page<'_>, findings: &Findings) -> Range<usize> {
    let prose = |line: &Line| {
        line.chars() >= MIN_PROSE && line.ends_sentence(page.text) && !findings.removes(line.body)
    };
    let named = |line: &Line| {
        let text = line.text(page.text);
        line.chars() <= MAX_NAMED && text.chars().all(|c| chars::class(c) == Class::Han) && is_button(text)
    };
    let filled = || page.lines.iter().filter(|line| !line.is_blank());
    let heads = filled().zip(filled().skip(1)).filter(|(head, below)| named(head) && prose(below));
    if heads.take(MIN_HEADS).count() < MIN_HEADS {
        return 0..0;
    }
    let first = page.lines.iter().position(named).unwrap_or(0);
    first..page.lines.iter().rposition(prose).unwrap_or(first)
}

/// Whether the line below says in a sentence what this one names.
fn heads(page: &Page<'_>, index: usize) -> bool {
    let line = &page.lines[index];
    let Some(below) = page.lines[index + 1..].iter().find(|line| !line.is_blank()) else { return false };
    let said = below.text(page.text);
    let named = || line.text(page.text).chars().filter(|&c| chars::class(c) == Class::Han);
    line.count(Class::Han) > 3
        && below.chars() > line.chars() + 3
        && below.ends_sentence(page.text)
        && named().filter(|&c| said.contains(c)).count() * 5 >= named().count() * 4
}

/// Takes a run of lines out that are all buttons: several, or such as stand beside what goes.
fn flush(page: &Page<'_>, run: &mut Vec<(usize, Row)>, findings: &mut Findings) {
    let texts = run.iter().filter(|(_, row)| *row != Row::Number).count();
    let sure = || run.iter().any(|(_, row)| matches!(row, Row::Words | Row::Button));
    let beside = || {
        let ends = [run.first(), run.last()].into_iter().flatten();
        ends.flat_map(|&(index, _)| near(page, index)).any(|other| findings.removes(other.body))
    };
    if (texts >= MIN_RUN || texts > 0 && (sure() || beside())) && !is_introduced(page, run[0].0) {
        for &(index, _) in run.iter() {
            remove(&page.lines[index], Confidence::Likely, findings);
        }
    }
    run.clear();
}

pub(super) fn remove(line: &Line, confidence: Confidence, findings: &mut Findings) {
    findings.remove(line.start..line.next, Kind::UiLine, "ui_line/button@1", confidence);
}

fn read(page: &Page<'_>, line: &Line) -> Row {
    if line.count(Class::Digit) == line.chars() {
        return if line.chars() <= MAX_DIGITS { Row::Number } else { Row::Text };
    }
    if nav::is_row(line, line.text(page.text)) {
        return Row::Words;
    }
    let aims =
        matches!(line.last(), '：' | ':') && line.text(page.text).starts_with(['要', '若', '如', '当', '想']);
    let goes_on = aims || matches!(line.last(), '，' | ',' | '、' | '；');
    if goes_on || line.chars() > MAX_CHARS || line.count(Class::Han) + line.count(Class::Letter) == 0 {
        return Row::Text;
    }
    let text = line.text(page.text);
    if line.count(Class::Letter) <= 3 && line.count(Class::Han) == 0 && is_sizes(text) {
        return Row::Button;
    }
    let may = may_begin(line, text) || line.count(Class::Letter) > 0 && text.contains("A+");
    let marked = line.count(Class::Stop) + line.count(Class::Open) > 0;
    let quoted = || marked && text.contains(['。', '“', '「', '『']);
    if !may || line.count(Class::Stop) > 0 && ADVICE.is_in(text) {
        return Row::Text;
    }
    if line.chars() <= MAX_CALL && !text.contains('。') && !is_numbered(text) && is_call(text) {
        return Row::Words;
    }
    if quoted()
        || is_path(text)
        || is_numbered(text)
        || page.is_titled(text)
        || text.contains(". .")
        || is_pair(text)
    {
        return Row::Text;
    }
    row(text)
}

/// Whether a button's text may stand at the front; where a number stands in the line, a column's
/// name may too.
fn may_begin(line: &Line, text: &str) -> bool {
    let numbered = line.count(Class::Digit) + line.count(Class::Symbol) > 0;
    numbered || begins(text) || text.contains('〇')
}

/// Whether a button's text begins so, or may.
fn begins(text: &str) -> bool {
    const LISTS: [Whole; 4] = [Whole::Button, Whole::ButtonWeak, Whole::ButtonPart, Whole::ButtonSure];
    plain::may_begin(Whole::starts(&LISTS), text)
}

/// Whether a text may be a button's, or a column's name and a counter: asked before it is written plainly.
fn may_be_worth(text: &str) -> bool {
    begins(text) || text.contains(|c| chars::class(fold(c)) == Class::Digit)
}

fn row(text: &str) -> Row {
    let mut words: Vec<String> = Vec::new();
    let mut numbers = 0;
    let mut strong = false;
    let mut strangers = 0;
    for part in plain::parts(text) {
        let word = may_be_worth(part).then(|| plain::squeezed(part));
        if word.as_deref() == Some("a") && text.contains(['+', '＋']) {
            continue;
        }
        let Some((known, word)) = word.and_then(|word| Some((worth(&word)?, word))) else {
            strangers += 1;
            if strangers > 1 {
                return whole(text);
            }
            continue;
        };
        strong |= known == Composed::Sure;
        numbers += usize::from(word == "0");
        if !words.contains(&word) && word != "0" {
            words.push(word);
        }
    }
    strong |= is_counter(text);
    match words.len() {
        _ if strangers == 1 && (words.len() < MIN_BESIDE || !strong) => whole(text),
        _ if strong => Row::Button,
        0 => Row::Text,
        1 if is_count(text) => Row::Button,
        2 if numbers == 2 => Row::Button,
        1 => Row::Word,
        _ if words.iter().all(|word| word.chars().count() == 1) && words.len() < MIN_RUN => Row::Text,
        _ => Row::Words,
    }
}

/// What a word between marks is worth; none if no button has it.
fn worth(word: &str) -> Option<Composed> {
    if is_button(word) {
        return Some(Composed::Sure);
    }
    if word == "0" || Whole::ButtonWeak.has(word) { Some(Composed::Weak) } else { composed(word) }
}

/// What a text is worth whose words are no buttons one by one: its marks may part a button's own.
fn whole(text: &str) -> Row {
    let short = text.len() <= MAX_SPACED;
    if !(short && may_be_worth(text) || composed::may_begin(text)) {
        return Row::Text;
    }
    let plain = plain::squeezed(text);
    if short && is_button(&plain) {
        return Row::Button;
    }
    match composed(&plain) {
        Some(Composed::Sure) => Row::Button,
        Some(Composed::Weak) => Row::Word,
        None => Row::Text,
    }
}

/// Whether `text` is a button's word and a number behind it: `人气 738`.
fn is_count(text: &str) -> bool {
    let plain = plain::squeezed(text);
    plain.ends_with('0') && (is_button(&plain) || Whole::ButtonWeak.has(&plain))
}

/// Whether `text` is a common word and a number in brackets: `评论(0)`.
fn is_counter(text: &str) -> bool {
    let Some((word, number)) = text.split_once(['(', '（', '[', '【']) else { return false };
    let number = number.trim_end_matches([')', '）', ']', '】']);
    let digits = !number.is_empty() && number.chars().all(|c| chars::class(c) == Class::Digit);
    digits && Whole::ButtonWeak.has(&plain::squeezed(word))
}

/// Whether `text` is the letters by which a page is set larger and smaller: `A- A+`, `A A A`.
fn is_sizes(text: &str) -> bool {
    let marked = text.contains(['+', '＋']) || text == "A A A";
    marked && matches!(plain::squeezed(text).as_str(), "a" | "aa" | "aaa")
}

/// Whether an arrow leads from one word to the next, as on the way through a program's menus.
fn is_path(text: &str) -> bool {
    let inner = text.trim_matches(|c| !chars::is_wordlike(c));
    inner.contains(['>', '＞', '›', '»', '→'])
}

/// Whether `text` names two things, as headings do: `字体与字号`.
fn is_pair(text: &str) -> bool {
    text.split_once(['与', '與', '和']).is_some_and(|(first, second)| {
        let word = |side: &str| side.chars().count() > 1 && side.chars().all(chars::is_wordlike);
        word(first) && word(second)
    })
}

/// Whether `text` is an item of a numbered list.
fn is_numbered(text: &str) -> bool {
    let counted =
        text.trim_start_matches(['（', '(', '第']).trim_start_matches(|c| "一二三四五六七八九十".contains(c));
    if counted.len() < text.len() && counted.starts_with(['、', '）', ')', '步']) {
        return true;
    }
    let text = text.trim_start_matches(['#', ' ']);
    let mut rest = text.trim_start_matches(|c| chars::class(c) == Class::Digit);
    // A section's number has several parts and a mark or a gap behind it, a counter's `1.2万` has not.
    while let Some(part) =
        rest.strip_prefix('.').filter(|part| part.starts_with(|c: char| c.is_ascii_digit()))
    {
        rest = part.trim_start_matches(|c: char| c.is_ascii_digit());
        if rest.starts_with(' ') {
            return true;
        }
    }
    rest.len() < text.len() && rest.starts_with(['.', '、', '．', ')', '）'])
}

/// Whether `word` is a button's text, or a counter with a column's name before it.
fn is_button(word: &str) -> bool {
    let counter = word.find('0').filter(|&at| (1..=MAX_COLUMN).contains(&at));
    Whole::Button.has(word) || counter.is_some_and(|at| Whole::Button.has(&word[at..]) && word.len() > at + 3)
}

/// Whether the line above introduces a list, as an explanation of buttons does.
fn is_introduced(page: &Page<'_>, index: usize) -> bool {
    above(page, index).is_some_and(|line| matches!(line.last(), '：' | ':') && line.chars() > 8)
}

#[cfg(test)]
mod tests {
    use super::{Row, row};

    #[test]
    fn rows_are_read_by_their_words() {
        assert_eq!(row("【打印】【关闭】"), Row::Words);
        assert_eq!(row("很赞哦!(2796)"), Row::Button);
        assert_eq!(row("休闲3人已围观"), Row::Button);
        assert_eq!(row("评论(0)"), Row::Button);
        assert_eq!(row("人气 738"), Row::Button);
        assert_eq!(row("分享"), Row::Word);
        assert_eq!(row("分享一碗热汤"), Row::Text);
    }
}
