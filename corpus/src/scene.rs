//! What a generator works with.

use crate::{
    base::Base,
    chars::{half_width, is_stop, is_word},
    draft::Draft,
    hosts, names, phrases,
    split::Dice,
    traps,
};

/// One clean text, the other texts of its column, and dice.
#[derive(Debug)]
pub struct Scene<'b> {
    pub(crate) base: &'b Base,
    pub(crate) others: &'b [&'b Base],
    pub(crate) dice: Dice,
}

impl<'b> Scene<'b> {
    /// The base's body, now and then with half-width punctuation or a trap.
    pub(crate) fn body(&mut self) -> String {
        let body = traps::plant(&self.base.text, &self.base.title, &mut self.dice);
        if self.dice.chance(40) { half_width(&body) } else { body }
    }

    /// Whether the text is prose: eight sentences or more, and not a line each.
    pub(crate) fn is_prose(&self) -> bool {
        let text = &self.base.text;
        let stops = text.chars().filter(|c| is_stop(*c)).count();
        stops >= 8 && stops * 3 >= text.lines().count() * 2
    }

    /// A page of the base text.
    pub(crate) fn page(&mut self) -> Draft {
        let body = self.body();
        Draft::page(self.base, &body, &mut self.dice)
    }

    /// The headline without a site's name.
    pub(crate) fn headline(&self) -> &'b str {
        self.base.title.split(['_', '|']).next().unwrap_or_default()
    }

    /// Another text.
    pub(crate) fn other(&mut self) -> &'b Base {
        for _ in 0..8 {
            let other = self.dice.pick(self.others);
            if other.id != self.base.id {
                return other;
            }
        }
        self.base
    }

    /// Another article's headline.
    pub(crate) fn other_title(&mut self) -> String {
        let other = self.other();
        let unfit = other.title.is_empty() || other.id == self.base.id || self.dice.chance(50);
        if unfit { self.dice.word(phrases::headline_extra()).to_owned() } else { other.title.clone() }
    }

    /// A line of the list, its `{blanks}` filled.
    pub(crate) fn line(&mut self, list: &[&'static str]) -> String {
        let template = self.dice.word(list);
        self.fill(template)
    }

    /// The template with each `{blank}` filled.
    pub(crate) fn fill(&mut self, template: &str) -> String {
        let mut parts = template.split('{');
        let mut filled = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let (blank, rest) = part.split_once('}').unwrap_or((part, ""));
            filled.push_str(&self.value(blank));
            filled.push_str(rest);
        }
        filled
    }

    fn value(&mut self, blank: &str) -> String {
        match blank {
            "own" => self.headline().to_owned(),
            "title" => self.other_title(),
            "word" | "word2" => self.title_word(),
            "date" => self.date(),
            "time" => format!("{:02}:{:02}", self.dice.number(0..=23), self.dice.number(0..=59)),
            "n" => self.dice.number(10..=9999).to_string(),
            "n1" => self.dice.number(1..=9).to_string(),
            "n2" => format!("{:02}", self.dice.number(0..=59)),
            "fake" => names::masked(&mut self.dice),
            _ => self.address(blank).unwrap_or_else(|| self.listed(blank)),
        }
    }

    fn address(&mut self, blank: &str) -> Option<String> {
        let dice = &mut self.dice;
        Some(match blank {
            "host" => hosts::host(dice),
            "barehost" => hosts::host(dice).trim_start_matches("www.").to_owned(),
            "url" => format!("http://{}/{}.html", hosts::host(dice), dice.number(1000..=99999)),
            "hotline" => hosts::hotline(dice),
            "wechat" => hosts::account(dice),
            "qq" => format!("{}000{}", dice.number(10..=999), dice.number(100..=999)),
            "mobile" => hosts::mobile(dice),
            "icp" => {
                let province = dice.pick(&["京", "粤", "鲁", "浙", "苏", "豫"]);
                let mark = dice.pick(&["备", "备", "证"]);
                format!(
                    "{province}ICP{mark}{:08}号-{}",
                    dice.number(1_000_000..=20_000_000),
                    dice.number(1..=9)
                )
            }
            _ => return None,
        })
    }

    fn listed(&mut self, blank: &str) -> String {
        let list = match blank {
            "person" => phrases::people(),
            "site" => phrases::sites(),
            "column" | "column2" => phrases::columns(),
            "place" => phrases::places(),
            "firm" => phrases::firms(),
            "keyword" => phrases::keywords(),
            "brand" => phrases::brands(),
            other => unreachable!("no blank is called {other}"),
        };
        self.dice.word(list).to_owned()
    }

    fn date(&mut self) -> String {
        let (year, month) = (self.dice.number(2009..=2025), self.dice.number(1..=12));
        let day = self.dice.number(1..=28);
        match self.dice.number(0..=4) {
            0 => format!("{year}年{month}月{day}日"),
            1 => format!("{year}/{month:02}/{day:02}"),
            2 => format!("{year}.{month:02}.{day:02}"),
            _ => format!("{year}-{month:02}-{day:02}"),
        }
    }

    /// Two to four characters of the title in a row.
    fn title_word(&mut self) -> String {
        let chars: Vec<char> = self.headline().chars().filter(|c| is_word(*c)).collect();
        if chars.len() < 6 {
            return self.dice.word(phrases::trades()).to_owned();
        }
        let at = self.dice.number(0..=chars.len() - 4);
        chars[at..at + self.dice.number(2..=4)].iter().collect()
    }
}
