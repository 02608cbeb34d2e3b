// Every page of the demo through axe, in four languages, light and dark, at phone and desktop width. CI takes a
// pairwise part of the combinations; `cargo xtask a11y` takes all. NABZ_SHOTS names a folder for screenshots.

import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { axe, browser, Nabz, overflows } from "./rig.mjs";

const LANGUAGES = ["en", "fa", "ar", "sv"];
const THEMES = ["light", "dark"];
const WIDTHS = [390, 1440];
const ALL = process.env.NABZ_A11Y === "all";
const SHOTS = process.env.NABZ_SHOTS;
if (SHOTS) mkdirSync(SHOTS, { recursive: true });

let chromium, nabz, ids;

before(async () => {
  chromium = await browser();
  nabz = await Nabz.start("demo");
  ids = await discover();
});

after(async () => {
  await chromium?.close();
  await nabz?.stop();
});

/** Every page: name and address. `member` pages are read by the demo's owner. */
function pages() {
  const survey = ids.survey;
  return [
    ["home", "/"],
    ["listen", "/listen"],
    ["survey-new", "/listen/surveys/new"],
    ["survey", `/listen/surveys/${survey}`],
    ["survey-texts", `/listen/surveys/${survey}/texts`],
    ["survey-question", `/listen/surveys/${survey}/questions/${ids.question}`],
    ["survey-share", `/listen/surveys/${survey}/share`],
    ["imports", "/listen/imports"],
    ["import-new", "/listen/imports/new"],
    ["understand", "/understand"],
    ["dashboard", `/understand/surveys/${survey}`],
    ["dashboard-filtered", `/understand/surveys/${survey}?period=90d`],
    ["dashboard-anonymous", `/understand/surveys/${ids.anonymous}`],
    ["answers", `/understand/surveys/${survey}/answers`],
    ["response", ids.response],
    ["complaints", "/act"],
    ["complaint", ids.complaint],
    ["profile", "/settings/me"],
    ["members", "/settings/members"],
    ["teams", "/settings/teams"],
    ["workspace", "/settings/workspace"],
    ["keys", "/settings/keys"],
    ["audit", "/settings/audit"],
    ["missing", "/no/such/page"],
    ["login", "/login", "visitor"],
    ["respondent", `/s/${ids.link}`, "visitor"],
    ["respondent-thanks", `/s/${ids.link}/thanks`, "visitor"],
  ];
}

async function discover() {
  const context = await chromium.newContext();
  const page = await context.newPage();
  await signIn(page);
  const surveys = JSON.parse(await nabz.cli("export", "surveys"));
  await page.goto(`${nabz.url}/listen`);
  const hrefs = await page.locator("main a[href*='/listen/surveys/srv_']").evaluateAll((links) => links.map((link) => [link.textContent.trim(), link.getAttribute("href")]));
  const idOf = (key) => {
    const title = surveys.find((survey) => survey.key === key).title;
    return hrefs.find(([text]) => text === title)[1].match(/srv_[a-z0-9]+/)[0];
  };
  const survey = idOf("visit");
  const anonymous = idOf(surveys.find((survey) => survey.definition.anonymous).key);
  await page.goto(`${nabz.url}/understand/surveys/${survey}/answers`);
  const response = await page.locator("main a[href*='/understand/responses/']").first().getAttribute("href");
  await page.goto(`${nabz.url}/act?which=open`);
  const complaint = await page.locator("a.case-row").first().getAttribute("href");
  await page.goto(`${nabz.url}/listen/surveys/${survey}/share`);
  const link = (await page.locator("input[value*='/s/']").first().inputValue()).match(/\/s\/([^/?]+)/)[1];
  const state = await context.storageState();
  const question = surveys.find((survey) => survey.key === "visit").definition.questions[0].key;
  await context.close();
  return { survey, anonymous, response, complaint, link, state, question };
}

async function signIn(page) {
  await page.goto(nabz.link);
  await page.click("form[action^='/start/'] button");
  await page.waitForURL(`${nabz.url}/**`);
}

/** Pages × languages × themes × widths; in CI each page meets each language, and each theme and width in turn. */
function combinations() {
  const list = [];
  pages().forEach(([name, path, who], at) => {
    LANGUAGES.forEach((language, l) => {
      for (const theme of THEMES) {
        for (const width of WIDTHS) {
          const turn = (at + l) % 4;
          const chosen = theme === THEMES[turn % 2] && width === WIDTHS[turn >> 1];
          if (ALL || SHOTS || chosen) list.push({ name, path, who, language, theme, width });
        }
      }
    });
  });
  return list;
}

test("no page has a fault that axe sees, and none sticks out sideways", async () => {
  const faults = [];
  for (const language of LANGUAGES) {
    for (const theme of THEMES) {
      const wanted = combinations().filter((one) => one.language === language && one.theme === theme);
      if (SHOTS && !["en", "fa"].includes(language) && !ALL) continue;
      await checkAll(wanted, language, theme, faults);
    }
  }
  assert.deepEqual(faults, []);
});

async function checkAll(wanted, language, theme, faults) {
  const options = { locale: language, colorScheme: theme, reducedMotion: "reduce" };
  const member = await chromium.newContext({ ...options, storageState: ids.state });
  await prefer(member, language, theme);
  const visitor = await chromium.newContext(options);
  for (const { name, path, who, width } of wanted) {
    const page = await (who === "visitor" ? visitor : member).newPage();
    await page.setViewportSize({ width, height: width < 600 ? 844 : 900 });
    const where = `${name} ${language} ${theme} ${width}`;
    const response = await page.goto(nabz.url + path);
    if (response.status() >= 500) faults.push({ where, status: response.status() });
    for (const violation of await axe(page)) faults.push({ where, ...violation });
    if (await overflows(page)) faults.push({ where, id: "overflow" });
    if (SHOTS) await page.screenshot({ path: join(SHOTS, `${name}-${language}-${theme}-${width}.png`), fullPage: true });
    await page.close();
  }
  await member.close();
  await visitor.close();
}

async function prefer(context, language, theme) {
  const page = await context.newPage();
  for (const form of [{ locale: language }, { theme }]) {
    const answer = await context.request.post(`${nabz.url}/preferences`, { form: { ...form, back: "/" }, headers: { origin: nabz.url }, maxRedirects: 0 });
    assert.equal(answer.status(), 303);
  }
  await page.close();
}
