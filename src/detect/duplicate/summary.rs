//! A summary above the article that only copies its lead.

use super::{
    super::{Findings, Page},
    align::{self, differences},
};
use crate::{
    kind::Kind,
    span::Confidence,
    text::{
        Class, Line,
        chars::{class, is_wordlike},
        fold::fold,
        words::AnyOf,
    },
};

/// How many filled lines from the top are looked at.
const HEAD: usize = 10;
/// How many filled lines below a summary the lead may begin.
const BELOW: usize = 3;
/// In how many bytes of a line what is copied begins: more than the characters that may stand before it.
const NEAR: usize = 200;
/// Fewest letters and characters of a copy: with a label and a mark before it, with a label alone, without.
const MIN_LABELLED: usize = 12;
const MIN_GLUED: usize = 20;
const MIN_COPY: usize = 36;
/// So near to a paragraph's end, in letters and characters, a copy is of the whole: a scrap may be left.
const MAX_LEFT: usize = 8;
/// Longer than any headline, in letters and characters.
const NO_HEADLINE: usize = 60;

/// What labels of a summary end in, and what may stand before it.
static LABELS: AnyOf<22> = AnyOf::new([
    "摘要", "简介", "簡介", "导读", "導讀", "提要", "提示", "概要", "描述", "概述", "导语", "導語", "摘录",
    "摘錄", "梗概", "导览", "導覽", "介绍", "介紹", "简述", "簡述", "提纲",
]);
static LABEL_HEADS: AnyOf<19> = AnyOf::new([
    "本文", "文章", "内容", "內容", "核心", "新闻", "新聞", "阅读", "閱讀", "资讯", "資訊", "简要", "簡要",
    "全文", "正文", "本篇", "本期", "主要", "文档",
]);

/// What a line above the article is.
enum Summary<'t> {
    /// A label and the summary behind it.
    Labelled(&'t str),
    /// A label without a mark, and what stands behind it.
    Glued(&'t str),
    /// A label alone: the summary is the next line.
    Label,
    /// A line without a label.
    Bare(&'t str),
}

pub(crate) fn detect(page: &Page<'_>, findings: &mut Findings) {
    let head: Vec<&Line> = page
        .lines
        .iter()
        .filter(|line| !line.is_blank() && !findings.removes(line.body))
        .take(HEAD)
        .collect();
    for (at, line) in head.iter().enumerate() {
        if let Some(last) = copy(page, &head[at..]) {
            let rule = "duplicate/summary@2";
            findings.remove(line.start..last.next, Kind::Duplicate, rule, Confidence::Likely);
        }
    }
}

/// The last line of the summary that `head` begins with, if it copies what stands below it.
fn copy<'p>(page: &Page<'_>, head: &[&'p Line]) -> Option<&'p Line> {
    let text = |line: &Line| line.text(page.text);
    let (&first, below) = head.split_first()?;
    if below.is_empty() {
        return None;
    }
    match Summary::read(text(first)) {
        Summary::Labelled(body) => Copy::labelled(body, MIN_LABELLED).is_of(page, below).then_some(first),
        Summary::Glued(body) => Copy::labelled(body, MIN_GLUED).is_of(page, below).then_some(first),
        Summary::Label => {
            let (&body, below) = below.split_first()?;
            Copy::labelled(text(body), MIN_LABELLED).is_of(page, below).then_some(body)
        }
        Summary::Bare(_) if first.words() < MIN_COPY || first.count(Class::Han) * 2 < first.words() => None,
        Summary::Bare(body) => Copy::bare(body, first.words()).is_of(page, below).then_some(first),
    }
}

impl<'t> Summary<'t> {
    /// Takes a label with its mark off the front.
    fn read(text: &'t str) -> Self {
        let core = text.trim_start_matches(|c| class(c) == Class::Open);
        let Some(rest) = behind_label(core) else { return Summary::Bare(core) };
        let body = rest.trim_start_matches(|c| matches!(class(c), Class::Close | Class::Space));
        match body.trim_start_matches([':', '：', '|', '｜']).trim() {
            "" => Summary::Label,
            unmarked if unmarked.len() == rest.len() => Summary::Glued(unmarked),
            body => Summary::Labelled(body),
        }
    }
}

/// What stands behind the label that `text` begins with.
fn behind_label(text: &str) -> Option<&str> {
    strip(text, &LABELS).or_else(|| strip(strip(text, &LABEL_HEADS)?, &LABELS))
}

/// What stands behind one of the words, which may have spaces between their characters.
fn strip<'t, const N: usize>(text: &'t str, words: &AnyOf<N>) -> Option<&'t str> {
    let text = text.trim_start_matches(is_space);
    if !words.may_begin(text) {
        return None;
    }
    let mut sharing = words.sharing(text.chars().next()?).map(|number| words.word(number));
    sharing.find_map(|word| {
        word.chars().try_fold(text, |rest, c| rest.trim_start_matches(is_space).strip_prefix(c))
    })
}

fn is_space(c: char) -> bool {
    class(c) == Class::Space
}

/// What may be a copy.
struct Copy<'t> {
    text: &'t str,
    /// How many letters and characters it has.
    len: usize,
    /// Fewest letters and characters that it must have.
    needed: usize,
    is_labelled: bool,
}

impl<'t> Copy<'t> {
    fn labelled(text: &'t str, needed: usize) -> Self {
        Copy { text, len: words(text).count(), needed, is_labelled: true }
    }

    fn bare(text: &'t str, len: usize) -> Self {
        Copy { text, len, needed: MIN_COPY, is_labelled: false }
    }

    /// Whether it copies what begins with one of the first lines of `below`. Without a label, only a text
    /// that a machine cut off may stand anywhere but straight above what it copies.
    fn is_of(&self, page: &Page<'_>, below: &[&Line]) -> bool {
        let reach = if self.is_labelled || self.is_cut() { BELOW } else { 1 };
        let Some(first) = words(self.text).next() else { return false };
        let Some(head) = align::head(words(self.text).map(fold)) else { return false };
        let lead = |at: usize, from: usize| {
            let more = below[at + 1..].iter().flat_map(|line| words(line.text(page.text)));
            words(&below[at].text(page.text)[from..]).chain(more).map(fold)
        };
        // A paragraph straight below itself is no summary: the later one goes, once scraps are out of both.
        let may_begin = |at: &usize| {
            let line = below[*at].text(page.text);
            let near = &line[..line.floor_char_boundary(NEAR)];
            let goes_on = |(from, _): (usize, &str)| align::head(lead(*at, from)) == Some(head);
            near.match_indices(first).any(goes_on)
                && align::may_begin(head, lead(*at, 0))
                && (self.is_labelled || line != self.text)
        };
        let starts: Vec<usize> = (0..below.len().min(reach)).filter(may_begin).collect();
        if starts.is_empty() {
            return false;
        }
        let title = self.title(page);
        starts.into_iter().any(|at| {
            let lead = lead(at, 0).take(2 * self.len + NO_HEADLINE);
            self.copies(lead, &title).is_some_and(|read| {
                let whole = || words(below[at].text(page.text)).count().abs_diff(read) <= MAX_LEFT;
                self.is_labelled || self.is_cut() || !whole()
            })
        })
    }

    /// What scraps may have been cut out of: the title, unless this is it.
    fn title(&self, page: &Page<'_>) -> Vec<char> {
        let title = page.title.as_ref().map_or("", |title| title.text);
        let own = words(self.text).zip(words(title)).take_while(|(a, b)| a == b).count();
        if own > words(title).count() / 2 { Vec::new() } else { words(title).map(fold).collect() }
    }

    /// Whether the text, written plainly, copies the front of a lead. Pieces of the
    /// title are passed over, and names; other foreign pieces only below a label, where it ends as a sentence
    /// does. How many characters of the lead it reaches over.
    fn copies(&self, lead: impl Iterator<Item = char> + Clone, title: &[char]) -> Option<usize> {
        let len = self.len;
        let longer = || lead.clone().nth(len).is_some();
        if len < self.needed {
            return None;
        }
        let label = usize::from(self.is_labelled);
        let others = if self.is_labelled && self.is_ended() { len / 12 + 1 } else { 0 };
        let names =
            if self.is_ended() || self.is_cut() || len >= NO_HEADLINE { len / 30 + label } else { label };
        let found = differences(words(self.text).map(fold), lead.clone(), title)?;
        let fits = found.others <= others
            && found.names <= names + others
            && found.pieces <= len / 6 + label
            && found.extra * 20 <= len;
        (fits && (self.is_labelled || longer())).then_some(found.read)
    }

    fn is_ended(&self) -> bool {
        self.text.trim_end().ends_with(|c| c == '.' || class(c) == Class::Stop)
    }

    /// Whether dots stand where the text ends.
    fn is_cut(&self) -> bool {
        self.text.trim_end().ends_with(['…', '.'])
    }
}

/// The letters, characters and digits of `text`.
fn words(text: &str) -> impl Iterator<Item = char> + Clone {
    text.chars().filter(|&c| is_wordlike(c))
}
