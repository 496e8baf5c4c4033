//! What speaks for a number that advertises, and what for one that belongs to the text around it.

use std::ops::Range;

use super::{
    extent,
    number::{Number, Way},
    words::{CALLS, NOTICE_TITLES, NOTICES, POLICE, SERVICES},
};
use crate::{
    detect::Page,
    lexicon::Lexicon,
    text::{
        Class, Line,
        chars::{self, class},
    },
};

/// How far around a number its surroundings reach, in bytes.
const NEAR: usize = 240;
/// How far from a number the same is looked for, in bytes.
const REPEATED: usize = 8 << 10;
/// Fewest Chinese characters of prose before and behind an intruder, and fewest digits there that show
/// a list of numbers.
const MIN_PROSE: usize = 40;
const MIN_DIGITS: usize = 12;
/// Fewest Chinese characters of a text behind which an advertisement was hung.
const MIN_TEXT: usize = 300;
/// Most bytes before the label of an advertisement that was put between two words.
const MAX_HEAD: usize = 60;
/// What a sentence goes on with behind a number in it.
const GOES_ON: &str = "咨預预报報进即反求联聯了参查举投与向或和及转办申订索获加找为是的来留通告说提随均都就可也后时并等同号购下领拨打热线諮洽訂";
/// Most words of calls and trades that count.
const MAX_CALLS: usize = 2;
/// What the police says of its own numbers weighs, and somebody's quotation.
const WEIGHTY: i32 = 3;
/// Words of trades that any text with a number has.
const COMMON: [&str; 18] = [
    "电话", "電話", "热线", "咨询", "客服", "预约", "报名", "挂号", "网站", "網站", "首页", "平台", "怎么",
    "怎麼", "多少", "推荐", "推薦", "专线",
];

/// One advertisement: its number and what is said around it.
pub(super) struct Advert<'p> {
    pub(super) page: &'p Page<'p>,
    pub(super) line: &'p Line,
    pub(super) number: &'p Number,
    /// The label before the number, if there is one.
    pub(super) label: Option<Range<usize>>,
    pub(super) range: Range<usize>,
}

impl Advert<'_> {
    /// What all adverts have: calls, repetition, its place, disguise, less what notices have.
    pub(super) fn common(&self) -> i32 {
        let disguise = if self.number.disguised { 2 } else { 0 };
        disguise + self.repeats() + i32::from(self.is_intruder()) - self.notices() - self.cited()
    }

    /// Words that call for customers, and those of a trade that the page does not speak of.
    pub(super) fn calls(&self) -> i32 {
        let called = CALLS.count(self.around(), MAX_CALLS);
        (called + usize::from(called < MAX_CALLS && self.trades())) as i32
    }

    /// What stands around label and number.
    fn around(&self) -> [&str; 3] {
        let core = self.core();
        let label_end = self.label.as_ref().map_or(core.end, |label| label.end);
        let text = self.page.text;
        [
            &text[self.range.start..core.start.max(self.range.start)],
            &text[label_end.min(self.number.range.start)..self.number.range.start],
            &text[self.number.range.end..self.range.end],
        ]
    }

    /// Label and number.
    fn core(&self) -> Range<usize> {
        let start = self.label.as_ref().map_or(self.number.range.start, |label| label.start);
        start..self.number.range.end
    }

    /// Whether it has a word of a trade that nothing near speaks of.
    fn trades(&self) -> bool {
        let text = self.page.text;
        let to = self.core().start.max(self.range.start);
        let hits = self.page.hits_in(self.range.start..to);
        hits.iter().filter(|hit| hit.lexicon == Lexicon::Trade && hit.start >= self.range.start).any(|hit| {
            let word = &text[hit.start..hit.end];
            !COMMON.contains(&word) && !CALLS.has(word) && self.count(word) == 1
        })
    }

    /// How often a word stands near. Constant time.
    fn count(&self, word: &str) -> usize {
        let text = self.page.text;
        let from = text.ceil_char_boundary(self.range.start.saturating_sub(REPEATED));
        let to = text.floor_char_boundary((self.range.end + REPEATED).min(text.len()));
        memchr::memmem::find_iter(&text.as_bytes()[from..to], word).take(3).count()
    }

    /// What it says that label and number stand near there word for word more than once.
    fn repeats(&self) -> i32 {
        self.count(&self.page.text[self.core()]) as i32 - 1
    }

    /// How much speaks for a number that belongs to the text around it.
    fn notices(&self) -> i32 {
        let text = self.page.text;
        let from = text.ceil_char_boundary(self.number.range.start.saturating_sub(NEAR));
        let to = text.floor_char_boundary((self.number.range.end + NEAR).min(text.len()));
        let near = &text[from..to];
        let notices = NOTICES.count([near], 3) as i32;
        let sentence = extent::sentence(text, &self.range);
        let end = if self.begins_sentence() { self.range.end } else { sentence.end };
        let own = &text[sentence.start..end];
        let served = SERVICES.is_in(own);
        let weight = if self.number.way == Way::Fixed { WEIGHTY } else { 1 };
        let police = POLICE.is_in(own);
        let titled = self.page.title.as_ref().is_some_and(|title| {
            title.text != self.page.lines[self.page.line_at(self.range.start)].text(text)
                && NOTICE_TITLES.is_in(title.text)
        });
        notices
            + if served { weight } else { 0 }
            + if police { WEIGHTY } else { 0 }
            + if titled { 2 } else { 0 }
    }

    /// What it says against it that somebody quotes just this.
    fn cited(&self) -> i32 {
        let quote = |c: Option<char>| matches!(c, Some('“' | '「' | '‘' | '"'));
        let text = self.page.text;
        let start = self.range.start;
        if quote(chars::after(text, start)) || quote(chars::before(text, start)) { WEIGHTY } else { 0 }
    }

    /// Whether it begins a line or a sentence.
    pub(super) fn begins_sentence(&self) -> bool {
        let before = self.page.text[self.line.body..self.range.start].trim_end();
        before.is_empty() || before.ends_with(|c| matches!(class(c), Class::Stop | Class::Close))
    }

    /// Whether the text goes on behind the number without a mark, with a word that no number goes on with.
    fn is_glued(&self) -> bool {
        let next = chars::after(self.page.text, self.range.end);
        let own = self.range.end == self.number.range.end && self.core().start - self.range.start <= MAX_HEAD;
        let direct = self.number.way != Way::Fixed || self.number.is_firm(self.page.text);
        own && direct && next.is_some_and(|c| class(c) == Class::Han && !GOES_ON.contains(c))
    }

    /// Whether the advertisement is a sentence or line of its own between others that say nothing of it,
    /// or was put between two words.
    pub(super) fn is_intruder(&self) -> bool {
        let (text, range) = (self.page.text, &self.range);
        let stop = |c: char| matches!(class(c), Class::Stop | Class::Close);
        let before = text[..range.start].trim_end();
        let head = &before[before.floor_char_boundary(before.len().saturating_sub(NEAR))..];
        let behind = text[range.end..].trim_start();
        let tail = &behind[..behind.floor_char_boundary(NEAR.min(behind.len()))];
        let prose = |near: &str| near.chars().filter(|&c| class(c) == Class::Han).count() >= MIN_PROSE;
        let digits = |near: &str| near.bytes().filter(u8::is_ascii_digit).count() >= MIN_DIGITS;
        let own = range.start == self.line.body || before.len() == range.start;
        let between = own && before.ends_with(stop) || self.is_glued();
        let last = behind.is_empty() && self.page.last && self.is_quiet(head);
        between && prose(head) && (prose(tail) || last) && !digits(head) && !digits(tail)
    }

    /// Whether a long text ends without a word that calls for anybody.
    fn is_quiet(&self, head: &str) -> bool {
        let called = || CALLS.is_in(head) || NOTICES.is_in(head) || SERVICES.is_in(head);
        self.page.count(Class::Han) >= MIN_TEXT && !called()
    }
}
