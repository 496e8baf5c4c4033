//! The generators: one file a family, one line each in [`FAMILIES`].

mod contact;
mod family_a;
mod fragments_other;
mod full_page;
mod heads;
mod inline_keyword;
mod junk;
mod keyword_strip;
mod names;
mod noise;
mod pinyin_inject;
mod pinyin_residue;
mod seed_page;
mod shuffled;
mod tails;
mod watermark;

use crate::{
    base::Base,
    gold::Gold,
    rng::Rng,
    scene::Scene,
    split::{Column, Dice},
};

/// A family of dirt.
#[derive(Clone, Copy, Debug)]
pub struct Family {
    /// Its name.
    pub name: &'static str,
    /// Dirties a text. `None` where the text is too short or has no title for it.
    make: fn(&mut Scene<'_>) -> Option<Gold>,
}

macro_rules! families {
    ($($name:ident => $make:path,)*) => {
        /// Every family.
        pub const FAMILIES: &[Family] = &[$(Family { name: stringify!($name), make: $make },)*];
    };
}

families! {
    family_a => family_a::make,
    fragments_other => fragments_other::make,
    names => names::make,
    inline_keyword => inline_keyword::make,
    tails => tails::make,
    heads => heads::make,
    seed_page => seed_page::make,
    full_page => full_page::make,
    pinyin_residue => pinyin_residue::make,
    pinyin_inject => pinyin_inject::make,
    noise => noise::make,
    watermark => watermark::make,
    contact => contact::make,
    keyword_strip => keyword_strip::make,
    family_b => shuffled::family_b,
    family_c => shuffled::family_c,
    title_only => junk::title_only,
    keyword_page => junk::keyword_page,
    teaser_index => junk::teaser_index,
    stitched => junk::stitched,
    brand_replaced => junk::brand_replaced,
}

impl Family {
    /// The family of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<&'static Family> {
        FAMILIES.iter().find(|family| family.name == name)
    }

    /// `count` documents with the words and settings of one column; fewer where the texts do not
    /// serve. The same arguments give the same documents.
    #[must_use]
    pub fn generate(&self, bases: &[&Base], column: Column, count: usize, seed: u64) -> Vec<Gold> {
        let documents = (0..count * 6).filter_map(|index| self.document(bases, column, index, seed));
        documents.take(count).collect()
    }

    fn document(&self, bases: &[&Base], column: Column, index: usize, seed: u64) -> Option<Gold> {
        let name = format!("{}/{}/{index:04}", self.name, column.name());
        let base = *bases.get(Rng::new(seed, &name).below(bases.len().max(1)))?;
        let mut scene = Scene { base, others: bases, dice: Dice::new(seed, &name, column) };
        let gold = (self.make)(&mut scene)?;
        Some(Gold { id: format!("{name}/{}", base.id), ..gold })
    }
}
