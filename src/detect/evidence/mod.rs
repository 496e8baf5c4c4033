//! Where evidence about places inside sentences is weighed, for all detectors that need it.

mod ablation;
mod alien;
mod apart;
mod around;
mod bigrams;
mod pair_map;
mod reading;
mod stuck;
mod weights;

pub(crate) use ablation::EVIDENCE;
pub(crate) use alien::{Alien, AlienWeights};
pub(crate) use apart::{Apart, ApartWeights};
pub(crate) use around::{is_mended, repeated};
pub(crate) use bigrams::{Pair, Symbol, Symbols, behind_noun, cohesion, follows, rarity, unled};
pub(crate) use pair_map::PairMap;
pub(crate) use reading::{Joints, Reading};
pub(crate) use stuck::{Stuck, StuckWeights};
pub(crate) use weights::{Disorder, Proof, Sign, Weights, weigh};
