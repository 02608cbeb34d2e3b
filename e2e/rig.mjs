// Starts the built program on a data folder of its own and a browser that drives it.

import { execFile, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";
import { chromium } from "playwright-core";

const run = promisify(execFile);
const require = createRequire(import.meta.url);
const AXE = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

export const BINARY = process.env.NABZ_BINARY;
if (!BINARY) throw new Error("NABZ_BINARY names the built program; run `cargo xtask test`");

/** Databases that the stories run on. PostgreSQL takes part where a server is given. */
export const DATABASES = process.env.NABZ_TEST_POSTGRES ? ["sqlite", "postgres"] : ["sqlite"];
if (!process.env.NABZ_TEST_POSTGRES) console.error("skipped: PostgreSQL (NABZ_TEST_POSTGRES is not set)");

/** A server with a data folder that goes away with it. */
export class Nabz {
  static async start(command = "serve", { database = "sqlite", env = {} } = {}) {
    const nabz = new Nabz();
    nabz.data = mkdtempSync(join(tmpdir(), "nabz-e2e-"));
    nabz.env = { ...process.env, NABZ_LANG: "en", NABZ_LOG__LEVEL: "warn", ...env };
    if (database === "postgres") nabz.env.NABZ_STORE__URL = await freshDatabase();
    nabz.talk = "";
    nabz.process = spawn(BINARY, [command, "--data", nabz.data, "--port", "0"], { env: nabz.env });
    nabz.process.stderr.on("data", (bytes) => (nabz.talk += bytes));
    const lines = createInterface({ input: nabz.process.stdout });
    nabz.url = await new Promise((resolve, reject) => {
      lines.once("line", resolve);
      nabz.process.once("exit", (code) => reject(new Error(`nabz ended with ${code}:\n${nabz.talk}`)));
    });
    return nabz;
  }

  /** The one-time link that the start printed. */
  get link() {
    return this.talk.match(/https?:\S+\/start\/\S+/)[0];
  }

  /** Runs a command on the same folder, through the running server. */
  async cli(...words) {
    const { stdout } = await run(BINARY, [...words, "--data", this.data], { env: this.env });
    return stdout.trim();
  }

  async stop() {
    const ended = new Promise((resolve) => this.process.once("exit", resolve));
    this.process.kill("SIGTERM");
    await ended;
    rmSync(this.data, { recursive: true, force: true });
  }
}

/** What the language model says of quotes, and the word in them that it refuses. */
const SAID = {
  English: "Most people like the taste, above all of the soup and the grilled fish. Where they complain, the food had gone cold on its way to the table, and some found the portions small. A few say that the same dish tasted better last year.",
  Persian: "بیشتر مشتریان از مزهٔ غذا راضی‌اند، به‌ویژه سوپ و ماهی کبابی. گله‌ها بیشتر از سرد بودن غذا و کم بودن آن است. چند نفر می‌گویند همان غذا پارسال خوش‌مزه‌تر بود.",
  Arabic: "يحب معظم الزبائن طعم الأكل، وخاصة الحساء والسمك المشوي. وتدور الشكاوى حول وصول الطعام باردا وصغر الحصص. ويقول بعضهم إن الطبق نفسه كان ألذ في العام الماضي.",
  Swedish: "De flesta gillar smaken, framför allt på soppan och den grillade fisken. De som klagar fick maten kall eller tyckte att portionerna var små. Några säger att samma rätt smakade bättre förra året.",
};

/** A language model that says the same of everything: a server of this machine that speaks the format of chat completions. */
export class Model {
  /** Questions about what is named like this are refused with 503. */
  static async start(refused) {
    const model = new Model();
    model.server = createServer((request, response) => {
      let asked = "";
      request.on("data", (bytes) => (asked += bytes));
      request.on("end", () => {
        const [{ content: task }, { content: data }] = JSON.parse(asked).messages;
        const language = Object.keys(SAID).find((name) => task.includes(`${name} (`));
        response.writeHead(refused.test(data) ? 503 : 200, { "content-type": "application/json" });
        response.end(JSON.stringify({ choices: [{ message: { role: "assistant", content: SAID[language] } }] }));
      });
    });
    await new Promise((resolve) => model.server.listen(0, "127.0.0.1", resolve));
    model.env = { NABZ_ASSISTANT__URL: `http://127.0.0.1:${model.server.address().port}/v1`, NABZ_ASSISTANT__MODEL: "little-1" };
    return model;
  }

  stop() {
    this.server.close();
    this.server.closeAllConnections();
  }
}

let databases = 0;
async function freshDatabase() {
  const url = new URL(process.env.NABZ_TEST_POSTGRES);
  const name = `nabz_e2e_${process.pid}_${databases++}`;
  await run("psql", [url.href, "-qc", `create database ${name}`]);
  url.pathname = `/${name}`;
  return url.href;
}

const CHROMIUM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(existsSync);

export async function browser() {
  return chromium.launch({
    executablePath: CHROMIUM,
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
      "--disable-component-update", "--disable-sync"],
  });
}

/** What axe finds on a page by the rules of WCAG 2.0 to 2.2, A and AA. Nothing is allowed. */
export async function axe(page) {
  // What a bar at the bottom of a phone covers can be scrolled to, so the page is judged unrolled.
  const { width, height } = page.viewportSize();
  // What was measured before the fonts came may have grown since.
  await page.evaluate(() => document.fonts.ready);
  const tall = () => page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height: Math.max(height, await tall()) });
  // Once more, not until it is steady: some pages are always a little taller than what they are shown in.
  await page.setViewportSize({ width, height: Math.max(height, await tall()) });
  // The page's own policy forbids foreign scripts, so axe goes in through the debugger, which stands outside it.
  await page.evaluate(AXE);
  const found = await page.evaluate(async () => {
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"];
    const { violations } = await window.axe.run(document, { runOnly: { type: "tag", values: tags } });
    return violations.map(({ id, help, nodes }) => ({ id, help, nodes: nodes.slice(0, 5).map((node) => node.html + " :: " + node.failureSummary) }));
  });
  return found;
}

/** Whether something sticks out sideways. */
export async function overflows(page) {
  return page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth + 1);
}

/** Becomes the first owner through the link that the server printed. */
export async function becomeOwner(page, nabz) {
  await page.goto(nabz.link);
  await page.fill("[name=name]", "Sara Lindqvist");
  await page.fill("[name=email]", "sara@mizban.example");
  await page.fill("[name=password]", "a long enough pass phrase");
  await page.fill("[name=title]", "Mizban Restaurants");
  await page.click("form[action^='/start/'] button");
  await page.waitForURL(`${nabz.url}/`);
}
