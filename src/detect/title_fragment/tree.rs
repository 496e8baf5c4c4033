//! The scraps that a page has, as a tree: each is a shorter one with one more character.
//!
//! The same few scraps stand at most of a page's places. What is to be known of one is found out where it
//! comes first, and every other place is read by going down the tree.

use std::ops::Range;

use super::{
    key::{Key, MAX_SCRAP, Match, cuts_number, may_be_number},
    name::Name,
};
use crate::text::{chars::is_wordlike, fold::fold};

/// The tree. Its first nodes are the title's single characters; behind them each node is a scrap, and their
/// order is the order in which they come first.
#[derive(Debug)]
pub(super) struct Tree {
    nodes: Vec<Node>,
    /// The ways of one node after the other's.
    ways: Vec<Way>,
    /// How many nodes are single characters.
    singles: usize,
    /// How many scraps may be kept, and whether there were more.
    limit: usize,
    pub(super) limited: bool,
}

#[derive(Debug)]
struct Node {
    found: Match,
    /// Which of the title's characters it ends with.
    id: usize,
    ways: Range<usize>,
    /// The first node with one more character, and the next with as many and the same beginning; [`NONE`]
    /// if there is none.
    longer: usize,
    next: usize,
}

/// A single character is no node's child.
const NONE: usize = 0;

/// A way to take some characters from the title one behind the other: the title positions of the first and
/// the last, and how many times title characters were left out between two that were taken.
#[derive(Clone, Copy, Debug)]
struct Way {
    first: u8,
    last: u8,
    skips: u8,
}

impl Way {
    /// The way that goes on with a character of these title positions, at the nearest, if there is one.
    fn on(self, places: u64) -> Option<Way> {
        let ahead = places & (u64::MAX << self.last << 1);
        let last = ahead.trailing_zeros() as u8;
        let skips = self.skips + u8::from(last > self.last + 1);
        (ahead != 0).then_some(Way { last, skips, ..self })
    }
}

impl Tree {
    /// The tree of a page that has no scrap yet. At most `limit` are kept.
    pub(super) fn new(key: &Key, limit: usize) -> Self {
        let mut tree = Tree { nodes: Vec::new(), ways: Vec::new(), singles: 0, limit, limited: false };
        for (id, mut places) in key.chars().enumerate() {
            let from = tree.ways.len();
            while places != 0 {
                let first = places.trailing_zeros() as u8;
                tree.ways.push(Way { first, last: first, skips: 0 });
                places &= places - 1;
            }
            tree.add(id, from, 1, Name::EMPTY);
        }
        tree.singles = tree.nodes.len();
        tree
    }

    /// The scraps of which any place was read.
    pub(super) fn scraps(&self) -> impl ExactSizeIterator<Item = &Match> {
        self.nodes[self.singles..].iter().map(|node| &node.found)
    }

    /// A scrap by its number.
    pub(super) fn scrap(&self, number: usize) -> &Match {
        &self.nodes[self.singles + number].found
    }

    /// Hands over the scraps that `text` may begin with, as numbers with their lengths in bytes, shortest first.
    pub(super) fn read(&mut self, key: &Key, text: &str, each: impl FnMut(usize, usize)) {
        let singles = self.singles;
        let longer = |node, id| self.longer(node, id).or_else(|| self.grow(key, node, id));
        walk(key, text, singles, longer, each);
    }

    /// The same, for those only that were read elsewhere.
    pub(super) fn read_known(&self, key: &Key, text: &str, each: impl FnMut(usize, usize)) {
        walk(key, text, self.singles, |node, id| self.longer(node, id), each);
    }

    /// The node with one more character.
    fn longer(&self, node: usize, id: usize) -> Option<usize> {
        let mut at = self.nodes[node].longer;
        while at != NONE {
            let Node { id: own, next, .. } = self.nodes[at];
            if own == id {
                return Some(at);
            }
            at = next;
        }
        None
    }

    /// Adds the node with one more character, if the title has it further on.
    fn grow(&mut self, key: &Key, node: usize, id: usize) -> Option<usize> {
        let (from, places) = (self.ways.len(), key.places_of(id));
        for way in self.nodes[node].ways.clone() {
            let longer = self.ways[way].on(places);
            self.ways.extend(longer);
        }
        if self.ways.len() == from {
            return None;
        }
        if self.scraps().len() >= self.limit {
            self.limited = true;
            self.ways.truncate(from);
            return None;
        }
        let Match { len, name, .. } = self.nodes[node].found;
        let longer = self.add(id, from, len + 1, name);
        self.nodes[longer].next = std::mem::replace(&mut self.nodes[node].longer, longer);
        Some(longer)
    }

    /// Adds the node that ends with a character and has the ways from one on: it is taken in the first of
    /// those with fewest skips.
    fn add(&mut self, id: usize, from: usize, len: usize, begin: Name) -> usize {
        let ways = from..self.ways.len();
        let best = self.ways[ways.clone()].iter().min_by_key(|way| way.skips);
        let [first, last, skips] =
            best.map_or([0; 3], |way| [way.first, way.last, way.skips].map(usize::from));
        let found = Match { len, first, last, skips, name: begin.with(id) };
        self.nodes.push(Node { found, id, ways, longer: NONE, next: NONE });
        self.nodes.len() - 1
    }
}

/// Goes down a tree with the front of `text`, `longer` finding the node with one more character, and hands over
/// what is a scrap.
fn walk(
    key: &Key,
    text: &str,
    singles: usize,
    mut longer: impl FnMut(usize, usize) -> Option<usize>,
    mut each: impl FnMut(usize, usize),
) {
    let mut chars = text.chars();
    let Some(first) = chars.next() else { return };
    let Some(mut node) = key.id(fold(first)) else { return };
    let mut bytes = first.len_utf8();
    for (len, c) in (2..=MAX_SCRAP).zip(chars) {
        let Some(id) = key.id(fold(c)).filter(|_| is_wordlike(c)) else { return };
        let Some(next) = longer(node, id) else { return };
        node = next;
        bytes += c.len_utf8();
        if !(may_be_number(first) && cuts_number(text, len)) {
            each(node - singles, bytes);
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The scraps at the front of a text with the least skips of any way to take them, by trying all.
    fn by_hand(title: &[char], text: &[char]) -> Vec<(usize, usize)> {
        let mut ways: Vec<(usize, usize)> =
            (0..title.len()).filter(|&at| title[at] == text[0]).map(|at| (at, 0)).collect();
        let mut found = Vec::new();
        for (len, &c) in (2..).zip(&text[1..]) {
            let next = |&(last, skips): &(usize, usize)| {
                let at = (last + 1..title.len()).find(|&at| title[at] == c)?;
                Some((at, skips + usize::from(at > last + 1)))
            };
            ways = ways.iter().filter_map(next).collect();
            let Some(least) = ways.iter().map(|way| way.1).min() else { break };
            found.push((len, least));
        }
        found
    }

    proptest! {
        #[test]
        fn every_place_has_the_scraps_that_the_title_yields(title in "[石桥夜里]{1,8}", texts in prop::collection::vec("[石桥夜里]{1,6}", 1..6)) {
            let key = Key::new(&title);
            let mut tree = Tree::new(&key, usize::MAX);
            let title: Vec<char> = title.chars().collect();
            for text in &texts {
                let mut found = Vec::new();
                tree.read(&key, text, |scrap, bytes| found.push((scrap, bytes)));
                let chars: Vec<char> = text.chars().collect();
                let seen: Vec<_> = found.iter().map(|&(scrap, bytes)| (bytes / 3, tree.scrap(scrap).skips)).collect();
                prop_assert_eq!(seen, by_hand(&title, &chars));
                let mut known = Vec::new();
                tree.read_known(&key, text, |scrap, bytes| known.push((scrap, bytes)));
                prop_assert_eq!(known, found);
            }
        }
    }

    #[test]
    fn no_more_scraps_are_kept_than_may_be() {
        let key = Key::new("石桥夜里");
        let mut tree = Tree::new(&key, 2);
        let mut count = 0;
        tree.read(&key, "石桥夜里", |_, _| count += 1);
        assert!(tree.limited && tree.scraps().len() == 2 && count == 2);
    }
}
