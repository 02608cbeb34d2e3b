//! Just enough HTTP to look at a page: one request a connection, over the loopback.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::time::Duration;

use anyhow::{Context as _, Result, bail};

#[derive(Debug)]
pub struct Reply {
    pub status: u16,
    /// Names in lower case.
    pub headers: Vec<(String, String)>,
    /// Without chunk marks, still compressed if the server compressed it.
    pub body: Vec<u8>,
    /// Everything that the server sent, head and chunk marks included.
    pub wire_bytes: usize,
}

impl Reply {
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

/// Keeps cookies between requests to one server.
#[derive(Debug, Default)]
pub struct Browser {
    cookies: Vec<(String, String)>,
}

impl Browser {
    pub fn get(&mut self, url: &str, headers: &[(&str, &str)]) -> Result<Reply> {
        self.send("GET", url, headers, "")
    }

    /// Posts a form.
    pub fn post(&mut self, url: &str, form: &str) -> Result<Reply> {
        self.send(
            "POST",
            url,
            &[("content-type", "application/x-www-form-urlencoded"), ("sec-fetch-site", "same-origin")],
            form,
        )
    }

    /// Posts a body of any kind.
    pub fn post_as(&mut self, url: &str, kind: &str, body: &str) -> Result<Reply> {
        self.send("POST", url, &[("content-type", kind), ("sec-fetch-site", "same-origin")], body)
    }

    /// Gets a page, following at most five redirects; returns its final address too.
    pub fn visit(&mut self, url: &str) -> Result<(String, Reply)> {
        let mut url = url.to_owned();
        for _ in 0..=5 {
            let reply = self.get(&url, &[])?;
            match reply.header("location") {
                Some(location) if (300..400).contains(&reply.status) => url = join(&url, location)?,
                _ => return Ok((url, reply)),
            }
        }
        bail!("{url} redirects without end")
    }

    pub fn send(&mut self, method: &str, url: &str, headers: &[(&str, &str)], body: &str) -> Result<Reply> {
        let (host, path) = split(url)?;
        let mut stream = TcpStream::connect(host).with_context(|| format!("cannot connect to {host}"))?;
        stream.set_read_timeout(Some(Duration::from_secs(60)))?;
        let mut head = format!(
            "{method} {path} HTTP/1.1\r\nhost: {host}\r\nconnection: close\r\ncontent-length: {}\r\n",
            body.len()
        );
        if !self.cookies.is_empty() {
            let pairs: Vec<String> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
            head += &format!("cookie: {}\r\n", pairs.join("; "));
        }
        for (name, value) in headers {
            head += &format!("{name}: {value}\r\n");
        }
        stream.write_all(format!("{head}\r\n{body}").as_bytes())?;
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).with_context(|| format!("{method} {url} was not answered"))?;
        let reply = parse(&bytes)?;
        for (_, cookie) in reply.headers.iter().filter(|(name, _)| name == "set-cookie") {
            let (name, value) = cookie.split(';').next().and_then(|pair| pair.split_once('=')).context("odd cookie")?;
            self.cookies.retain(|(known, _)| known != name);
            self.cookies.push((name.to_owned(), value.to_owned()));
        }
        Ok(reply)
    }
}

/// `http://host:port` and the rest, which starts with a slash.
pub fn split(url: &str) -> Result<(&str, &str)> {
    let rest = url.strip_prefix("http://").with_context(|| format!("`{url}` is no http address"))?;
    Ok(rest.find('/').map_or((rest, "/"), |at| rest.split_at(at)))
}

/// What a link on a page of ours means.
pub fn join(page: &str, link: &str) -> Result<String> {
    if link.starts_with("http://") {
        return Ok(link.to_owned());
    }
    let (host, path) = split(page)?;
    if link.starts_with('/') {
        return Ok(format!("http://{host}{link}"));
    }
    let folder = path.split(['?', '#']).next().and_then(|path| path.rfind('/').map(|at| &path[..=at])).unwrap_or("/");
    Ok(format!("http://{host}{folder}{link}"))
}

fn parse(bytes: &[u8]) -> Result<Reply> {
    let end = bytes.windows(4).position(|four| four == b"\r\n\r\n").context("the reply has no head")?;
    let head = std::str::from_utf8(&bytes[..end])?;
    let mut lines = head.split("\r\n");
    let status = lines.next().and_then(|line| line.split(' ').nth(1)).context("the reply has no status")?.parse()?;
    let headers: Vec<(String, String)> = lines
        .filter_map(|line| line.split_once(':'))
        .map(|(name, value)| (name.to_ascii_lowercase(), value.trim().to_owned()))
        .collect();
    let rest = &bytes[end + 4..];
    let chunked = headers.iter().any(|(name, value)| name == "transfer-encoding" && value.contains("chunked"));
    let body = if chunked { unchunk(rest)? } else { rest.to_vec() };
    Ok(Reply { status, headers, body, wire_bytes: bytes.len() })
}

fn unchunk(mut rest: &[u8]) -> Result<Vec<u8>> {
    let mut body = Vec::new();
    loop {
        let line = rest.windows(2).position(|two| two == b"\r\n").context("the reply ends within a chunk")?;
        let size =
            usize::from_str_radix(std::str::from_utf8(&rest[..line])?.split(';').next().unwrap_or("").trim(), 16)?;
        if size == 0 {
            return Ok(body);
        }
        let chunk = rest.get(line + 2..line + 2 + size).context("the reply ends within a chunk")?;
        body.extend_from_slice(chunk);
        rest = rest.get(line + 4 + size..).context("the reply ends after a chunk")?;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chunks_are_joined_and_all_bytes_counted() -> Result<()> {
        let bytes = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n";
        let reply = parse(bytes)?;
        assert_eq!((reply.status, reply.text().as_str(), reply.wire_bytes), (200, "abcde", bytes.len()));
        assert!(parse(&bytes[..60]).is_err());
        Ok(())
    }

    #[test]
    fn links_are_resolved() -> Result<()> {
        assert_eq!(join("http://h:1/a/b?c", "/d")?, "http://h:1/d");
        assert_eq!(join("http://h:1/a/b?c", "d")?, "http://h:1/a/d");
        assert_eq!(join("http://h:1", "d")?, "http://h:1/d");
        Ok(())
    }
}
