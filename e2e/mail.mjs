// A real mail server for the stories: aiosmtpd, which keeps what it takes in a Maildir.

import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const PYTHON = process.env.NABZ_TEST_PYTHON;

export class MailServer {
  static async start() {
    if (!PYTHON) throw new Error("NABZ_TEST_PYTHON names a Python that has aiosmtpd; run `cargo xtask test`");
    const mail = new MailServer();
    mail.folder = mkdtempSync(join(tmpdir(), "nabz-mail-"));
    mail.port = await freePort();
    mail.process = spawn(PYTHON, ["-m", "aiosmtpd", "-n", "-l", `127.0.0.1:${mail.port}`, "-c", "aiosmtpd.handlers.Mailbox", join(mail.folder, "taken")], { stdio: "ignore" });
    return mail;
  }

  /** What the program needs to know. */
  get env() {
    return { NABZ_MAIL__SMTP: `smtp://127.0.0.1:${this.port}`, NABZ_MAIL__FROM: "Mizban <service@mizban.example>", NABZ_MAIL__REPLY_TO: "answers@mizban.example" };
  }

  /** All mails taken so far. */
  get taken() {
    const folder = join(this.folder, "taken/new");
    return existsSync(folder) ? readdirSync(folder).map((name) => new Mail(readFileSync(join(folder, name), "utf8"))) : [];
  }

  /** Those to an address, once there are so many. */
  async to(address, count = 1) {
    return until(() => {
      const found = this.taken.filter((mail) => mail.header("To").includes(address));
      return found.length >= count && found;
    }, () => `${count} mails to ${address}; there are ${this.taken.map((mail) => mail.header("To"))}`);
  }

  stop() {
    this.process.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

class Mail {
  constructor(raw) {
    const at = raw.search(/\r?\n\r?\n/);
    this.head = raw.slice(0, at).replace(/\r?\n[ \t]+/g, " ");
    this.body = raw.slice(at).trim();
  }

  header(name) {
    return this.head.match(new RegExp(`^${name}: *(.*)$`, "im"))?.[1].trim() ?? "";
  }

  /** The first part that is plain text. */
  get text() {
    const boundary = this.header("Content-Type").match(/boundary="([^"]+)"/)?.[1];
    const [part, head] = boundary ? [this.body.split(`--${boundary}`)[1], ""] : [this.body, this.head];
    const at = boundary ? part.search(/\r?\n\r?\n/) : 0;
    const [meta, body] = [head + part.slice(0, at), part.slice(at).trim()];
    if (/base64/i.test(meta)) return Buffer.from(body, "base64").toString("utf8");
    if (!/quoted-printable/i.test(meta)) return body;
    const bytes = body.replace(/=\r?\n/g, "").replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
    return Buffer.from(bytes, "latin1").toString("utf8");
  }
}

/** Asks until there is an answer; half a minute at most. */
export async function until(ask, what) {
  for (const end = Date.now() + 30_000; Date.now() < end;) {
    const found = await ask();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`waited in vain for ${what()}`);
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
