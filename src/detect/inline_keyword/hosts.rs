//! Hosts inside sentences.

use super::{
    judge,
    piece::{Bounds, Spot},
};
use crate::{
    detect::{Findings, Page},
    text::{
        Class,
        chars::{self, class},
        host,
    },
};

/// For hosts that a person or a firm may have chosen.
const NAMED: Bounds = Bounds { single: 10.0, pair: 6.5, mean: 4.5, reads_on: 2.0 };
/// For hosts whose name was drawn at random.
const RANDOM: Bounds = Bounds { single: 8.0, pair: 3.8, mean: 2.2, reads_on: f32::MIN };

/// Looks at every host that stands between Chinese characters. Linear, but for sorting.
pub(super) fn detect(page: &Page<'_>, findings: &mut Findings) {
    if page.count(Class::Letter) < 3 {
        return;
    }
    let (mut named, mut random) = (Vec::new(), Vec::new());
    for mut range in host::hosts(page.text) {
        let glued = |c: Option<char>| c.is_some_and(|c| matches!(class(c), Class::Han | Class::Close));
        if page.text[range.end..].starts_with('.') && glued(chars::after(page.text, range.end + 1)) {
            range.end += 1;
        }
        let host = &page.text[range.clone()];
        if !host.contains('/') {
            let (spots, most) = if is_random(host) { (&mut random, 6.5) } else { (&mut named, f32::MAX) };
            spots.push(Spot::new(page.text, range, most));
        }
    }
    judge(page, named, &NAMED, "inline_keyword/host@1", findings);
    judge(page, random, &RANDOM, "inline_keyword/host@1", findings);
}

/// Whether a label of the host mixes letters and digits as no name with a number does.
fn is_random(host: &str) -> bool {
    host.split('.').any(|label| {
        let name = label.trim_end_matches(|c: char| c.is_ascii_digit());
        let name = name.trim_start_matches(|c: char| c.is_ascii_digit());
        let vowels = name.bytes().filter(|byte| b"aeiouy".contains(byte)).count();
        name.bytes().any(|byte| byte.is_ascii_digit())
            || (name.len() >= 4 && name.len() < label.len() && vowels == 0)
    })
}
