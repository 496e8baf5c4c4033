//! Reads one line of JSON Lines, copying as little as it can.

use std::{borrow::Cow, fmt, ops::Range};

use serde::{
    Deserialize, Deserializer,
    de::{DeserializeSeed, MapAccess, Visitor},
};
use serde_json::value::RawValue;

use crate::args::Args;

/// A line's object: what the cleaner needs of it, and where the text stands.
#[derive(Default)]
pub struct Record<'l> {
    pub text: Cow<'l, str>,
    /// Bytes of the line that are the text's value, quotes included.
    pub text_range: Range<usize>,
    pub title: Option<Cow<'l, str>>,
    pub site: Option<Cow<'l, str>>,
}

/// Why a line cannot be cleaned, and what its `id` was, if that could be read.
pub struct Unreadable {
    pub reason: String,
    pub id: Option<String>,
}

/// The values of the fields that matter, unread.
#[derive(Default)]
struct Raw<'l> {
    text: Option<&'l RawValue>,
    title: Option<&'l RawValue>,
    site: Option<&'l RawValue>,
    url: Option<&'l RawValue>,
    id: Option<&'l RawValue>,
    second_text: bool,
    provenance: bool,
}

#[derive(Deserialize)]
struct Text<'l>(#[serde(borrow)] Cow<'l, str>);

impl<'l> Record<'l> {
    /// Reads a line.
    pub fn read(line: &'l str, fields: &Args) -> Result<Self, Unreadable> {
        let mut json = serde_json::Deserializer::from_str(line);
        let raw = Fields(fields).deserialize(&mut json).and_then(|raw| json.end().map(|()| raw));
        let raw = raw.map_err(|error| Unreadable { reason: reason(&error), id: None })?;
        let id = raw.id.map(|id| id.get().to_owned());
        Self::from_raw(line, &raw, fields).map_err(|reason| Unreadable { reason, id })
    }

    fn from_raw(line: &str, raw: &Raw<'l>, fields: &Args) -> Result<Self, String> {
        let name = &fields.text_field;
        if raw.second_text {
            return Err(format!("field `{name}` stands twice"));
        }
        if raw.provenance {
            let name = &fields.provenance_field;
            return Err(format!("field `{name}` is there already; name another with --provenance-field"));
        }
        let value = raw.text.ok_or_else(|| format!("no field `{name}`"))?.get();
        if !value.starts_with('"') {
            return Err(format!("field `{name}` is not a string but {}", shape(value)));
        }
        let text = match unescaped(value) {
            Some(text) => text,
            None => {
                let Text(text) = serde_json::from_str(value)
                    .map_err(|error| format!("field `{name}`: {}", reason(&error)))?;
                text
            }
        };
        let start = value.as_ptr().addr() - line.as_ptr().addr();
        let site = raw.site.and_then(string).or_else(|| raw.url.and_then(string)).map(host);
        Ok(Record { text, text_range: start..start + value.len(), title: raw.title.and_then(string), site })
    }
}

struct Fields<'a>(&'a Args);

impl<'l> DeserializeSeed<'l> for Fields<'_> {
    type Value = Raw<'l>;

    fn deserialize<D: Deserializer<'l>>(self, json: D) -> Result<Raw<'l>, D::Error> {
        json.deserialize_map(self)
    }
}

impl<'l> Visitor<'l> for Fields<'_> {
    type Value = Raw<'l>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON object")
    }

    fn visit_map<M: MapAccess<'l>>(self, mut map: M) -> Result<Raw<'l>, M::Error> {
        let mut raw = Raw::default();
        while let Some(Text(key)) = map.next_key()? {
            let value = map.next_value::<&RawValue>()?;
            raw.note(&key, value, self.0);
        }
        Ok(raw)
    }
}

impl<'l> Raw<'l> {
    fn note(&mut self, key: &str, value: &'l RawValue, fields: &Args) {
        if key == fields.text_field {
            self.second_text = self.text.replace(value).is_some();
        }
        let same = |name: &str, slot: &mut Option<&'l RawValue>| {
            if key == name {
                *slot = Some(value);
            }
        };
        same(&fields.title_field, &mut self.title);
        same(&fields.site_field, &mut self.site);
        same("url", &mut self.url);
        same(&fields.id_field, &mut self.id);
        self.provenance |= key == fields.provenance_field;
    }
}

/// What a string whose form was checked stands for; `None` if it has escapes by code point, which may be
/// wrong. Pages have a backslash a line, so that searching for them takes no time.
fn unescaped(value: &str) -> Option<Cow<'_, str>> {
    let mut rest = value.strip_prefix('"')?.strip_suffix('"')?;
    let mut text = String::new();
    while let Some(at) = memchr::memchr(b'\\', rest.as_bytes()) {
        text.reserve(rest.len());
        text.push_str(&rest[..at]);
        text.push(match rest.as_bytes().get(at + 1)? {
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            &same @ (b'"' | b'\\' | b'/') => char::from(same),
            _ => return None,
        });
        rest = &rest[at + 2..];
    }
    if text.is_empty() {
        return Some(Cow::Borrowed(rest));
    }
    text.push_str(rest);
    Some(Cow::Owned(text))
}

/// A string's value; nothing for values of other types, which are no reason to reject a page.
fn string(value: &RawValue) -> Option<Cow<'_, str>> {
    serde_json::from_str(value.get()).ok().map(|Text(text)| text)
}

/// The host of an address; anything else as it is.
fn host(site: Cow<'_, str>) -> Cow<'_, str> {
    let Some((_, rest)) = site.split_once("://") else { return site };
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    Cow::Owned(rest[..end].to_owned())
}

fn shape(value: &str) -> &'static str {
    match value.as_bytes().first() {
        Some(b'{') => "an object",
        Some(b'[') => "an array",
        Some(b'n') => "null",
        Some(b't' | b'f') => "a truth value",
        _ => "a number",
    }
}

/// The parser sees a single line; its own line number would be taken for the file's.
fn reason(error: &serde_json::Error) -> String {
    error.to_string().replace(" at line 1 column ", " at column ")
}
