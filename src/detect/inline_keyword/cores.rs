//! The words and hosts that pieces are found by.

use std::ops::Range;

use crate::{
    detect::Page,
    lexicon::Lexicon,
    text::{
        Class,
        chars::{self, class},
        host,
    },
};

/// What a core is, from the least telling to the most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Form {
    /// A word of search phrases.
    Word,
    /// The end of a betting site's name.
    Brand,
    /// A host that may be a firm's name.
    Named,
    /// A host that begins as addresses do.
    Address,
    /// A host whose name was drawn at random.
    Random,
}

/// One place where a piece may stand.
#[derive(Clone, Debug)]
pub(super) struct Core {
    pub(super) range: Range<usize>,
    pub(super) form: Form,
}

/// Every core of the page in order; those that touch are one. Linear, but for sorting.
pub(super) fn collect(page: &Page<'_>) -> Vec<Core> {
    let mut cores: Vec<Core> = page
        .hits(Lexicon::SearchPhrase)
        .map(|hit| Core { range: hit.start..hit.end, form: Form::Word })
        .chain(brands(page))
        .collect();
    if page.count(Class::Letter) >= 3 {
        cores.extend(hosts(page.text));
    }
    cores.sort_by_key(|core| core.range.start);
    let mut joined: Vec<Core> = Vec::with_capacity(cores.len());
    for core in cores {
        // What stands straight behind a host is the sentence's.
        let touches = |last: &&mut Core| {
            let apart = last.form >= Form::Named && core.form < Form::Named;
            last.range.end > core.range.start || last.range.end == core.range.start && !apart
        };
        match joined.last_mut().filter(touches) {
            Some(last) => {
                last.range.end = last.range.end.max(core.range.end);
                last.form = last.form.max(core.form);
            }
            None => joined.push(core),
        }
    }
    joined
}

/// The endings of brands with the two characters before them: those of one brand are the same.
fn brands<'p>(page: &'p Page<'_>) -> impl Iterator<Item = Core> + 'p {
    page.hits(Lexicon::BrandEnd).filter_map(|hit| {
        let lead = page.text[..hit.start].chars().rev().take(2).take_while(|&c| chars::is_wordlike(c));
        let (count, bytes) = lead.fold((0, 0), |(count, bytes), c| (count + 1, bytes + c.len_utf8()));
        (count == 2).then(|| Core { range: hit.start - bytes..hit.end, form: Form::Brand })
    })
}

/// Hosts; with a scheme only where they are glued into a sentence, since others are cited.
fn hosts(text: &str) -> impl Iterator<Item = Core> {
    host::hosts(text).filter_map(|mut range| {
        let host = bare(&text[range.clone()])?;
        let glued = |c: Option<char>| c.is_some_and(|c| matches!(class(c), Class::Han | Class::Close));
        let form = form(host);
        if host.len() < range.len() {
            range.end += usize::from(text[range.end..].starts_with('/'));
            let left = chars::before(text, range.start);
            let cited = left.is_none_or(|c| matches!(c, ':' | '：') || class(c) == Class::Space);
            return (!cited && glued(chars::after(text, range.end))).then_some(Core { range, form });
        }
        if text[range.end..].starts_with('.') && glued(chars::after(text, range.end + 1)) {
            range.end += 1;
        }
        Some(Core { range, form })
    })
}

/// A host without its scheme; nothing if it has a path.
fn bare(host: &str) -> Option<&str> {
    let name = host.split_once("://").map_or(host, |(_, name)| name);
    (!name.contains('/')).then_some(name)
}

fn form(host: &str) -> Form {
    let (first, _) = host.split_once('.').unwrap_or((host, ""));
    if is_random(host) {
        Form::Random
    } else if ["www", "m", "wap"].iter().any(|prefix| first.eq_ignore_ascii_case(prefix)) {
        Form::Address
    } else {
        Form::Named
    }
}

/// Figures from which on a name in figures alone is no number that people know.
const MANY_FIGURES: usize = 6;

/// Whether a label of the host mixes letters and digits as no name with a number does, or nobody can say it.
fn is_random(host: &str) -> bool {
    let (labels, domain) = host.trim_end_matches('.').rsplit_once('.').unwrap_or((host, ""));
    let public = ["gov", "edu", "org", "ac", "mil"].iter().any(|kind| labels.ends_with(kind));
    labels.split('.').any(|label| {
        let name = label.trim_end_matches(|c: char| c.is_ascii_digit());
        let name = name.trim_start_matches(|c: char| c.is_ascii_digit());
        let vowels = name.bytes().filter(|byte| b"aeiouy".contains(byte)).count();
        name.bytes().any(|byte| byte.is_ascii_digit())
            || (name.len() >= 4 && name.len() < label.len() && vowels == 0)
            || (name.is_empty() && label.len() >= MANY_FIGURES)
            || (!public && domain != "edu" && is_unspoken(label))
    })
}

/// Pairs of consonants that names in letters have: English ones, and those where two syllables meet.
const SPOKEN: &str = "bb bl br bs bt cc ch ck cl cr ct dd dg dl dr ds ff fl fr ft gb gg gh gl gn gr gs gt gw hb hd hf hg hh hj hk \
    hl hm hn hp hq hr hs ht hw hx hz kd kk kl kn kr ks lb lc ld lf lg lk ll lm ln lp ls lt lv lw mb md mm mp ms nb nc nd nf \
    ng nh nj nk nl nm nn np nq nr ns nt nv nw nx nz ph pl pp pr ps pt rb rc rd rf rg rh rj rk rl rm rn rp rq rr rs rt rv \
    rw rx rz sc sd sf sh sk sl sm sn sp sq ss st sw tb tc tf th tl tm tr ts tt tv tw vd wb wd wh wl wn wr ws xc xp xt zh zz";

/// Whether letters stand together several times as they do in no word, English or Chinese.
fn is_unspoken(label: &str) -> bool {
    /// Shortest such label, and how often they must.
    const LEAST: usize = 5;
    const OFTEN: usize = 2;
    let label = label.to_ascii_lowercase();
    let is_consonant = |byte: u8| byte.is_ascii_lowercase() && !b"aeiouy".contains(&byte);
    let strange = |pair: &&[u8]| match **pair {
        [b'q', next] => next != b'u' && next != b'i',
        [a, b] if is_consonant(a) && is_consonant(b) => {
            !SPOKEN.split_ascii_whitespace().any(|spoken| spoken.as_bytes() == *pair)
        }
        _ => false,
    };
    label.len() >= LEAST
        && label.bytes().all(|byte| byte.is_ascii_lowercase())
        && label.as_bytes().windows(2).filter(strange).count() >= OFTEN
}

#[cfg(test)]
mod tests {
    use super::is_random;

    #[test]
    fn hosts_that_nobody_can_say_are_random() {
        for host in ["www.yzkffzo.cn", "m.q7x2vd.top", "773887.cc", "www.pfoyvwse.info", "lwqnlzck.cc."] {
            assert!(is_random(host), "{host}");
        }
    }

    #[test]
    fn hosts_of_words_numbers_and_offices_are_not() {
        for host in
            ["www.speedtest.net", "12306.cn", "163.com", "www.bjzwfw.gov.cn", "blog.csdn.net", "zhongguo.cn"]
        {
            assert!(!is_random(host), "{host}");
        }
    }
}
