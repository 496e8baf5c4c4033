//! The detectors: each looks at a page and reports findings; none edits.

mod ad_marker;
mod between;
mod brand_replaced;
mod breadcrumb;
mod caption;
mod composed;
mod contact;
mod date;
mod duplicate;
mod editorial_line;
mod evidence;
mod finding;
mod garbled;
mod headline;
mod injected_name;
mod inline_keyword;
mod keyword_page;
mod keyword_strip;
mod labelled;
mod learned;
mod line_words;
mod meta_line;
mod noise_chars;
mod notes;
mod page;
mod pinyin_gloss;
mod plain;
mod prev_next;
mod query;
mod related_headlines;
mod shuffled;
mod site_line;
mod stitched;
mod tag_line;
mod teaser_index;
mod teaser_list;
mod title_fragment;
mod title_only;
mod twice;
mod ui_line;
mod watermark;
mod zone;

pub(crate) use evidence::{EVIDENCE, Weights, rarity};
pub(crate) use finding::{Finding, Findings};
pub(crate) use learned::Learned;
pub(crate) use notes::Notes;
pub(crate) use page::{Page, Place};
pub(crate) use zone::Zone;

use crate::kind::Kind;

/// What a detector looks at. Sentences are looked at only where no line is left that goes: they cost
/// more, and lines that go are in their way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Stage {
    /// Lines, blocks, single characters, and what its own words give away.
    Lines,
    /// What only the sentences around it give away, and their order.
    Sentences,
}

impl Stage {
    /// Both, in order.
    pub(crate) const ALL: [Stage; 2] = [Stage::Lines, Stage::Sentences];

    fn detectors(self) -> &'static [Detector] {
        DETECTORS[self as usize]
    }
}

/// One detector.
pub(crate) struct Detector {
    /// The file's name, and its fixture folder's.
    pub(crate) name: &'static str,
    /// What it reports; none if it only gives a verdict on the document.
    pub(crate) kinds: &'static [Kind],
    /// Looks at the page.
    pub(crate) detect: fn(&Page<'_>, &mut Findings),
}

/// The registry, in the order they run in. A later one sees what the earlier ones found; of several
/// verdicts on a document the first stands.
pub(crate) const DETECTORS: [&[Detector]; 2] = [LINES, SENTENCES];

const LINES: &[Detector] = &[
    Detector {
        name: "editorial_line",
        kinds: &[Kind::EditorialLine, Kind::Credit],
        detect: editorial_line::detect,
    },
    Detector { name: "ad_marker", kinds: &[Kind::AdMarker], detect: ad_marker::detect },
    Detector { name: "breadcrumb", kinds: &[Kind::Breadcrumb], detect: breadcrumb::detect },
    Detector { name: "caption", kinds: &[Kind::Caption], detect: caption::detect },
    Detector { name: "meta_line", kinds: &[Kind::MetaLine], detect: meta_line::detect },
    Detector { name: "noise_chars", kinds: &[Kind::NoiseChars], detect: noise_chars::detect },
    Detector { name: "garbled", kinds: &[], detect: garbled::detect },
    Detector { name: "pinyin_gloss", kinds: &[Kind::PinyinGloss], detect: pinyin_gloss::detect },
    Detector { name: "prev_next", kinds: &[Kind::PrevNext], detect: prev_next::detect },
    Detector { name: "site_line", kinds: &[Kind::SiteLine], detect: site_line::detect },
    Detector { name: "ui_line", kinds: &[Kind::UiLine], detect: ui_line::detect },
    Detector { name: "tag_line", kinds: &[Kind::TagLine], detect: tag_line::detect },
    Detector { name: "teaser_list", kinds: &[Kind::TeaserList], detect: teaser_list::detect },
    // Behind all finders of lines: headlines are told by what stands around them.
    Detector {
        name: "related_headlines",
        kinds: &[Kind::RelatedHeadlines],
        detect: related_headlines::detect,
    },
    // Behind them: what no list knows is told by what goes around it.
    Detector { name: "between", kinds: &[Kind::UiLine], detect: between::detect },
    Detector { name: "keyword_page", kinds: &[], detect: keyword_page::detect },
    Detector { name: "keyword_strip", kinds: &[Kind::KeywordStrip], detect: keyword_strip::detect },
    Detector { name: "duplicate", kinds: &[Kind::Duplicate], detect: duplicate::detect },
    Detector { name: "teaser_index", kinds: &[], detect: teaser_index::detect },
    Detector { name: "title_only", kinds: &[], detect: title_only::detect },
    Detector { name: "contact", kinds: &[Kind::Contact], detect: contact::detect },
    Detector { name: "watermark", kinds: &[Kind::Watermark], detect: watermark::detect },
];

const SENTENCES: &[Detector] = &[
    Detector { name: "title_fragment", kinds: &[Kind::TitleFragment], detect: title_fragment::detect },
    // Behind the scraps: a scrap that ends where a name begins speaks against the name.
    Detector { name: "injected_name", kinds: &[Kind::InjectedName], detect: injected_name::detect },
    Detector { name: "inline_keyword", kinds: &[Kind::InlineKeyword], detect: inline_keyword::detect },
    // Behind it: brands that are put between words replace nothing.
    Detector { name: "brand_replaced", kinds: &[], detect: brand_replaced::detect },
    // Behind all finders: a line's end may be hidden by what goes.
    Detector { name: "shuffled", kinds: &[], detect: shuffled::detect },
    // Behind it: clauses in random order are no sentences.
    Detector { name: "stitched", kinds: &[], detect: stitched::detect },
];

/// Runs every detector of a stage over the page.
pub(crate) fn run(stage: Stage, page: &Page<'_>, findings: &mut Findings) {
    for detector in stage.detectors() {
        let before = findings.findings.len();
        (detector.detect)(page, findings);
        debug_assert!(
            findings.findings[before..].iter().all(|found| detector.kinds.contains(&found.label.kind)),
            "{} reports a kind that it does not declare",
            detector.name
        );
    }
}
