//! Lists of scraps, and the scraps they are made of.

use super::{
    name::Name,
    story::{Scrap, Story},
};

/// Longest list that is tried.
pub(super) const MAX_LIST: usize = 14;
/// How many scraps are tried as members while a list is looked for.
pub(super) const POOL: usize = 40;
/// How many are tried once it is known that there is one.
pub(super) const WIDE_POOL: usize = 120;

/// The scraps that are tried as members: those that gain most over all their places.
#[derive(Debug)]
pub(super) struct Pool {
    pub(super) scraps: Vec<Scrap>,
    /// For each scrap of the story its place in the pool.
    members: Vec<u8>,
}

impl Pool {
    const NONE: u8 = u8::MAX;

    /// The `size` best, those on the path of `nodes` before all others.
    pub(super) fn new(story: &Story, nodes: &[usize], size: usize) -> Self {
        let mut gains = vec![0.0f32; story.scraps.len()];
        for node in &story.nodes {
            gains[node.scrap] += (node.gain - 1.0).max(0.0);
        }
        for &node in nodes {
            gains[story.nodes[node].scrap] = f32::INFINITY;
        }
        let mut best: Vec<usize> = (0..gains.len()).filter(|&scrap| gains[scrap] > 1.0).collect();
        best.sort_by(|&a, &b| gains[b].total_cmp(&gains[a]).then(a.cmp(&b)));
        best.truncate(size);
        let mut members = vec![Pool::NONE; story.scraps.len()];
        for (&scrap, member) in best.iter().zip(0..) {
            members[scrap] = member;
        }
        Pool { scraps: best.into_iter().map(|scrap| story.scraps[scrap]).collect(), members }
    }

    /// Takes away what it costs a generator to cut the scraps of these names.
    pub(super) fn make_free(&mut self, names: &[Name]) {
        for scrap in self.scraps.iter_mut().filter(|scrap| names.contains(&scrap.name)) {
            (scrap.shape_cost, scrap.start_cost) = (0.0, 0.0);
        }
    }

    /// The place of a scrap of the story in the pool.
    pub(super) fn member(&self, scrap: usize) -> Option<u8> {
        Some(self.members[scrap]).filter(|&member| member != Pool::NONE)
    }
}

/// A bit for each member of a list.
pub(super) type Members = u128;

/// A list of members of the pool, in the order in which a generator takes them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct List {
    members: [u8; MAX_LIST],
    len: usize,
    set: Members,
}

impl List {
    /// The slot of what is not in a list.
    pub(super) const NO_SLOT: u8 = u8::MAX;

    pub(super) fn len(&self) -> usize {
        self.len
    }

    pub(super) fn members(&self) -> &[u8] {
        &self.members[..self.len]
    }

    pub(super) fn set(&self) -> Members {
        self.set
    }

    pub(super) fn has(&self, member: u8) -> bool {
        self.set >> member & 1 != 0
    }

    pub(super) fn of(members: impl Iterator<Item = u8>) -> Self {
        members.fold(List::default(), |list, member| list.with(member))
    }

    /// The list with one more member. Less than [`MAX_LIST`] must be in it.
    pub(super) fn with(mut self, member: u8) -> Self {
        self.members[self.len] = member;
        self.len += 1;
        self.set |= 1 << member;
        self
    }

    /// The list with one more member, before the one in a slot.
    pub(super) fn with_at(&self, slot: usize, member: u8) -> Self {
        let (before, behind) = self.members().split_at(slot);
        List::of(before.iter().copied().chain([member]).chain(behind.iter().copied()))
    }

    /// The list without the member in a slot.
    pub(super) fn without(&self, slot: usize) -> Self {
        let others = self.members[..slot].iter().chain(&self.members[slot + 1..self.len]);
        List::of(others.copied())
    }

    /// The list with another member in a slot.
    pub(super) fn with_instead(&self, slot: usize, member: u8) -> Self {
        let mut list = *self;
        list.members[slot] = member;
        List::of(list.members().iter().copied())
    }

    /// The list in the order of what `key` says of its slots; what is the same stays in order.
    pub(super) fn sorted_by_slot<K: Ord>(&self, key: impl Fn(usize) -> K) -> Self {
        let mut slots: [usize; MAX_LIST] = std::array::from_fn(|slot| slot);
        slots[..self.len].sort_by_key(|&slot| key(slot));
        List::of(slots[..self.len].iter().map(|&slot| self.members[slot]))
    }

    /// For each member of the pool its slot.
    pub(super) fn slots(&self) -> [u8; WIDE_POOL] {
        let mut slots = [List::NO_SLOT; WIDE_POOL];
        for (&member, slot) in self.members().iter().zip(0..) {
            slots[member as usize] = slot;
        }
        slots
    }

    /// Whether `other` is the same cycle, begun elsewhere.
    pub(super) fn is_rotation_of(&self, other: &List) -> bool {
        let Some(&first) = self.members().first() else { return other.len == 0 };
        let Some(shift) = other.members().iter().position(|&member| member == first) else { return false };
        let turned = other.members()[shift..].iter().chain(&other.members()[..shift]);
        self.len == other.len && turned.eq(self.members())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_keeps_its_order_and_knows_its_members() {
        let list = List::of([7, 3, 9].into_iter());
        assert_eq!(list.without(1).members(), [7, 9]);
        assert_eq!(list.with_instead(0, 4).members(), [4, 3, 9]);
        assert!(!list.with_instead(0, 4).has(7) && !list.without(2).has(9) && list.with(39).has(39));
        assert_eq!(list.sorted_by_slot(|slot| [2, 1, 1][slot]).members(), [3, 9, 7]);
        assert_eq!((list.slots()[9], list.slots()[8]), (2, List::NO_SLOT));
    }

    #[test]
    fn a_cycle_may_begin_anywhere() {
        let list = List::of([7, 3, 9].into_iter());
        assert!(list.is_rotation_of(&List::of([9, 7, 3].into_iter())));
        assert!(!list.is_rotation_of(&List::of([3, 7, 9].into_iter())));
        assert!(!list.is_rotation_of(&List::of([9, 7].into_iter())));
    }
}
