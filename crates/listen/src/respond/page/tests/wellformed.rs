//! A strict reader of the HTML that our templates write: every tag closed in order, every attribute quoted once.

/// Elements without an end.
const VOID: [&str; 8] = ["meta", "link", "input", "img", "br", "hr", "source", "path"];

/// A start tag with its attributes.
pub struct Tag {
    pub name: String,
    pub attributes: Vec<(String, String)>,
}

impl Tag {
    fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(n, _)| n == name).map(|(_, value)| value.as_str())
    }

    fn has(&self, name: &str) -> bool {
        self.get(name).is_some()
    }
}

pub fn check(html: &str) -> Result<(), String> {
    let mut open: Vec<String> = Vec::new();
    let mut ids = std::collections::BTreeSet::new();
    let mut pointed = Vec::new();
    read(html, |token| {
        match token {
            Token::Start(tag) => {
                if let Some(id) = tag.get("id")
                    && !ids.insert(id.to_owned())
                {
                    return Err(format!("two elements have the id {id}"));
                }
                for name in ["for", "aria-describedby", "aria-labelledby", "data-own"] {
                    pointed.extend(tag.get(name).iter().flat_map(|list| list.split(' ')).map(str::to_owned));
                }
                if !VOID.contains(&tag.name.as_str()) {
                    open.push(tag.name.clone());
                }
            }
            Token::End(name) => match open.pop() {
                Some(last) if last == name => {}
                last => return Err(format!("</{name}> ends {last:?}")),
            },
            Token::Text(_) => {}
        }
        Ok(())
    })?;
    if let Some(nowhere) = pointed.iter().find(|id| !ids.contains(*id)) {
        return Err(format!("nothing has the id {nowhere}"));
    }
    if open.is_empty() { Ok(()) } else { Err(format!("left open: {open:?}")) }
}

/// The fields that a browser would send if the form was sent untouched, but for hidden ones that are ours.
pub fn fields(html: &str) -> Vec<(String, String)> {
    let (mut fields, mut select, mut area) = (Vec::new(), None, None::<String>);
    read(html, |token| {
        match token {
            Token::Start(tag) if tag.name == "input" => {
                let (kind, name) = (tag.get("type").unwrap_or("text"), tag.get("name").unwrap_or_default());
                let is_off = matches!(kind, "radio" | "checkbox") && !tag.has("checked");
                if name.starts_with("a.") && !is_off && kind != "file" {
                    fields.push((name.to_owned(), tag.get("value").unwrap_or_default().to_owned()));
                }
            }
            Token::Start(tag) if tag.name == "select" => select = tag.get("name").map(str::to_owned),
            Token::Start(tag) if tag.name == "option" && tag.has("selected") => {
                let value = tag.get("value").unwrap_or_default().to_owned();
                fields.extend(select.clone().map(|name| (name, value)));
            }
            Token::Start(tag) if tag.name == "textarea" => area = tag.get("name").map(str::to_owned),
            Token::Text(text) => {
                fields.extend(area.take().map(|name| (name, text.trim_start_matches('\n').to_owned())))
            }
            Token::Start(_) | Token::End(_) => {}
        }
        Ok(())
    })
    .expect("checked before");
    fields
}

enum Token {
    Start(Tag),
    End(String),
    Text(String),
}

fn read(html: &str, mut see: impl FnMut(Token) -> Result<(), String>) -> Result<(), String> {
    let mut rest = html.trim_start().strip_prefix("<!doctype html>").ok_or("no doctype")?;
    while let Some(place) = rest.find('<') {
        if place > 0 {
            see(Token::Text(plain(&rest[..place])?))?;
        }
        rest = &rest[place + 1..];
        if let Some(end) = rest.strip_prefix('/') {
            let (name, after) = end.split_once('>').ok_or("an end tag without end")?;
            see(Token::End(name.to_owned()))?;
            rest = after;
            continue;
        }
        let (tag, after) = start(rest)?;
        rest = after;
        let raw = tag.name == "style";
        see(Token::Start(tag))?;
        if raw {
            rest = &rest[rest.find("</style>").ok_or("a style without end")?..];
        }
    }
    Ok(())
}

fn start(text: &str) -> Result<(Tag, &str), String> {
    let near = || text.chars().take(80).collect::<String>();
    let length = text.find(|c: char| !c.is_ascii_alphanumeric()).ok_or_else(near)?;
    if length == 0 {
        return Err(format!("a bare < before {}", near()));
    }
    let mut tag = Tag { name: text[..length].to_owned(), attributes: Vec::new() };
    let mut rest = &text[length..];
    loop {
        rest = rest.trim_start();
        if let Some(after) = rest.strip_prefix("/>").or_else(|| rest.strip_prefix('>')) {
            return Ok((tag, after));
        }
        let length = rest.find(|c: char| !(c.is_ascii_alphanumeric() || "-:".contains(c))).ok_or_else(near)?;
        if length == 0 {
            return Err(format!("no attribute at {}", rest.chars().take(60).collect::<String>()));
        }
        let name = rest[..length].to_owned();
        rest = &rest[length..];
        let mut value = String::new();
        if let Some(quoted) = rest.strip_prefix("=\"") {
            let (inner, after) = quoted.split_once('"').ok_or_else(near)?;
            (value, rest) = (plain(inner)?, after);
        }
        if tag.attributes.iter().any(|(n, _)| *n == name) {
            return Err(format!("{name} twice in {}", near()));
        }
        tag.attributes.push((name, value));
    }
}

/// Text without its escapes.
fn plain(text: &str) -> Result<String, String> {
    if text.contains(['<', '>']) {
        return Err(format!("not escaped: {}", text.chars().take(80).collect::<String>()));
    }
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'");
    Ok(text.replace("&amp;", "&"))
}
