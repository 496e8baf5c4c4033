//! The labelled benchmark of jingwen: clean texts ([`base`]) and generators that dirty them
//! ([`family`]).

pub mod base;
mod blocks;
mod chars;
pub mod draft;
pub mod family;
mod fragments;
pub mod gold;
mod hosts;
mod names;
mod phrases;
pub mod rng;
mod scene;
pub mod split;
mod spots;
mod traps;
