//! The labelled benchmark of jingwen: clean texts ([`base`]), generators that dirty them
//! ([`family`]) and the score ([`score`]).

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
mod readings;
pub mod rng;
mod scene;
pub mod score;
pub mod split;
mod spots;
mod traps;
