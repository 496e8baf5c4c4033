//! The frame that the seed's kind of site puts around its articles.

use super::tail::Tail;
use crate::{draft::Draft, scene::Scene};

const HEADS: [&str; 4] = [
    "发布时间:{date} {time} 作者:玩站小弟 我要评论",
    "[{column}] 时间:{date} {time} 来源:{fake} 点击:{n}次",
    "{column}{n1}人已围观",
    "时间:{date} 来源:{fake} 作者:{column} 阅读:{n}次",
];
const FOOTERS: [(&str, &str); 6] = [
    ("editorial_line", "点击进入专题: {word}进展(责任编辑:{column})"),
    ("editorial_line", "(责任编辑:{column})"),
    ("editorial_line", "责任编辑:{column}"),
    ("site_line", "本文地址:{url}"),
    ("ui_line", "很赞哦!({n})"),
    ("ui_line", "访客,请您发表评论:"),
];

/// Puts lines above and below the page, and then teasers and headlines.
pub fn add(page: &mut Draft, scene: &mut Scene<'_>) {
    for _ in 0..scene.dice.number(0..=2) {
        let template = scene.dice.pick(&HEADS);
        page.above("meta_line", &scene.fill(template));
    }
    for (kind, template) in FOOTERS {
        if scene.dice.chance(35) {
            page.below(kind, &scene.fill(template));
        }
    }
    for tail in [Tail::Teasers, Tail::Headlines] {
        if scene.dice.chance(60) {
            tail.add(page, scene);
        }
    }
}
