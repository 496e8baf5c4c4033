//! The boilerplate of a page: what stands above, within and below an article.

pub mod frame;
pub mod head;
pub mod tail;
