// Every page through axe, in four languages, light and dark, at phone and desktop width: those of the demo, of a
// survey that has everything, and of a workspace that has nothing yet. CI takes a pairwise part of the combinations;
// `cargo xtask a11y` takes all. NABZ_SHOTS names a folder for screenshots, NABZ_PAGES a pattern of names.

import assert from "node:assert/strict";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { answers, RICH } from "./rich.mjs";
import { axe, becomeOwner, browser, Model, Nabz, overflows } from "./rig.mjs";

/** From left to right and from right to left in turn, as `combinations` needs. */
const LANGUAGES = ["en", "fa", "sv", "ar"];
const THEMES = ["light", "dark"];
const WIDTHS = [390, 1440];
const ALL = process.env.NABZ_A11Y === "all";
const SHOTS = process.env.NABZ_SHOTS;
const WANTED = new RegExp(process.env.NABZ_PAGES ?? "");
/** Pages at a time. */
const AT_ONCE = 3;
if (SHOTS) mkdirSync(SHOTS, { recursive: true });

/** A topic that the language model sums up, and one that it refuses to say anything about. */
const [SUMMED, REFUSED] = ["food.taste", "food.portion"];
let chromium, demo, fresh, model, ids, hook;

before(async () => {
  chromium = await browser();
  model = await Model.start(/"about":"(Portion|حجم)/);
  const { env } = model;
  [demo, fresh] = await Promise.all([Nabz.start("demo", { env }), Nabz.start("serve", { env })]);
  ids = { ...await discover(), ...await discoverFresh() };
});

after(async () => {
  await chromium?.close();
  await demo?.stop();
  await fresh?.stop();
  model?.stop();
});

/** One initiative that is under way with all that its page can show, and one that is proposed; the id of the first. */
async function initiatives(page, complaint) {
  await page.goto(`${demo.url}/act/initiatives/new?topic=food.taste`);
  await page.fill("[name=title]", "A second cook on Sundays");
  await page.click("main form.form .btn.primary");
  await page.goto(`${demo.url}/act/initiatives/new?case=${complaint}`);
  await page.fill("[name=title]", "Empty the bins twice a day");
  await page.fill("[name='why.0.text']", "Nobody empties them at noon");
  await page.click("button[value='why:below:0']");
  await page.fill("[name='why.1.text']", "The shift ends at eleven");
  await page.fill("[name=starts_on]", "2026-12-01");
  await page.fill("[name=ends_on]", "2026-12-20");
  await page.fill("[name=lesson]", "Whoever opens the kitchen empties the bins at noon.");
  await page.fill("[name='task.0.title']", "Change the plan of shifts");
  await page.fill("[name='task.0.due']", "2026-11-30");
  await page.click("main form.form .btn.primary");
  return page.url().match(/ini_[a-z0-9]+/)[0];
}

/** An endpoint with a test event, switched off before more is sent to it; its page. */
async function webhook(page) {
  await page.goto(`${demo.url}/settings/webhooks`);
  await page.fill("[name=name]", "Back office");
  await page.fill("[name=url]", "https://93.184.216.34/nabz");
  await page.click("main form.form .btn.primary");
  await page.click("form[action$='/test'] button");
  await page.waitForLoadState();
  await page.click("form[action$='/switch'] button");
  return new URL(page.url()).pathname;
}

/** Every page: name, address, who reads it (the demo's owner unless said), and what they do before it is judged. */
function pages() {
  const visit = `/listen/surveys/${ids.visit}`;
  const rich = `/listen/surveys/${ids.rich}`;
  const seen = `/understand/surveys/${ids.visit}`;
  const told = `/understand/surveys/${ids.rich}`;
  const bare = `/listen/surveys/${ids.bare}`;
  const still = `/understand/surveys/${ids.still}`;
  return [
    ["home", "/"],
    ["listen", "/listen"],
    ["survey-new", "/listen/surveys/new"],
    ["survey-new-refused", "/listen/surveys/new", "owner", send("main form.cols", { clear: "[name=language]" })],
    ["template", "/listen/templates/nps"],
    ["survey", visit],
    ["survey-rich", rich],
    ["survey-picker", rich, "owner", (page) => page.click("[data-add=last]")],
    ["survey-menu", rich, "owner", (page) => page.locator(".q details.menu summary").first().click()],
    ["survey-add", `${rich}/add?at=last`],
    ["survey-propose", `${visit}/propose?about=nps&to=6&reason=0:en:cold%20food&reason=0:sv:kall%20mat&reason=1:fa:سرد`],
    ["survey-logic", `${rich}/logic`],
    ["survey-texts", `${rich}/texts`],
    ["survey-translations", `${rich}/translations`],
    ["survey-translations-missing", `${rich}/translations?only=missing`],
    ["survey-theme", `${rich}/theme`],
    ["survey-theme-refused", `${rich}/theme`, "owner", send("main form[action$='/theme']", { fill: { accent: "zzz" } })],
    ["survey-theme-variant", `${rich}/theme/variants/-`],
    ["theme-variant", "/listen/theme/variants/-"],
    ["survey-access", `${rich}/access`],
    ["survey-access-refused", `${rich}/access`, "owner", send("main form", { fill: { password: "a", responses_max: "many" } })],
    ["survey-links", `${rich}/links`],
    ["survey-links-refused", `${rich}/links`, "owner", send("main form", {})],
    ["survey-review", `${rich}/review`],
    ["survey-versions", `${rich}/versions`],
    ["survey-ideas", `${rich}/ideas`],
    ["survey-ideas-shown", `${rich}/ideas?state=shown`],
    ["survey-try", `${rich}/try`],
    ["survey-try-wide", `${rich}/try?wide=1`],
    ["survey-try-page", `${rich}/try/page?at=ate`],
    ["survey-share", `${rich}/share`],
    ["survey-block", `${rich}/blocks/dishes`],
    ["survey-page", `${rich}/blocks/start/pages/1`],
    ["survey-quota", `${rich}/quotas/unhappy`],
    ["survey-quota-new", `${rich}/quotas/-`],
    ["survey-quota-refused", `${rich}/quotas/-`, "owner", send("main form.form", { fill: { limit: "many" } })],
    ["survey-ending", `${rich}/endings/young`],
    ["survey-ending-new", `${rich}/endings/-`],
    ["survey-ending-refused", `${rich}/endings/-`, "owner", send("main form.form", { fill: { redirect: "ftp://x" } })],
    ...["why", "ate", "table", "shares", "people", "day", "mean", "last"].map((key) => [`question-${key}`, `${rich}/questions/${key}`]),
    ["question-refused", `${rich}/questions/people`, "owner", send("#question", { fill: { min: "few" } })],
    ["question-logic", `${rich}/questions/why/logic`],
    ["question-logic-text", `${rich}/questions/why/logic`, "owner", (page) => page.click("button[value$=':text']")],
    ["theme", "/listen/theme"],
    ["imports", "/listen/imports"],
    ["import-new", "/listen/imports/new"],
    ["import-look", ids.looked],
    ["import-done", ids.imported],
    ["understand", "/understand"],
    ["insights", "/understand/insights"],
    ["insights-filtered", "/understand/insights?kind=cause"],
    ["insights-dismissed", "/understand/insights?state=dismissed"],
    ...ids.insights.map((href, at) => [`insight-${at + 1}`, href]),
    ["dashboard", seen],
    ["dashboard-filtered", `${seen}?period=90d`],
    ["dashboard-flagged", `${seen}?flagged=out`],
    ["dashboard-rich", `${told}?period=all`],
    ["dashboard-anonymous", `/understand/surveys/${ids.anonymous}`],
    ["dashboard-why", seen, "owner", (page) => page.locator("details.feel > summary").first().click()],
    ["answers", `${seen}/answers`],
    ["answers-texts", `${seen}/answers?said=1&sentiment=neg`],
    ["response-why", ids.why],
    ["reading", "/understand/reading"],
    ["assistant", "/understand/assistant"],
    ["fresh-assistant", "/understand/assistant", "fresh"],
    ["fresh-assistant-refused", "/understand/assistant", "fresh", async (page) => {
      await page.locator("#switch [name=host]").evaluate((field) => { field.value = "elsewhere.example"; });
      await page.click("#switch button.primary");
      await page.locator(".notice.bad").waitFor();
    }],
    ["topics", "/understand/topics"],
    ["topics-set", "/understand/topics/sets/hotel"],
    ["topics-topic", "/understand/topics/food.taste"],
    ["topics-form", "/understand/topics/food.taste/edit"],
    ["topics-form-tried", "/understand/topics/food.taste/edit", "owner", async (page) => {
      await page.fill("[name=rule-en]", "staff, cold");
      await page.click("button[value=try]");
      await page.locator("#effect .card").waitFor();
    }],
    ["topics-form-refused", "/understand/topics/-/edit", "owner", async (page) => {
      await page.fill("[name=name-en]", "Bins");
      await page.fill("[name=rule-en]", "bin AND");
      await page.click("main form button[value=save]");
      await page.locator("[aria-invalid=true]").first().waitFor();
    }],
    ["topics-split", "/understand/topics/food.taste/split"],
    ["topics-merge", "/understand/topics/food.taste/merge?into=food.dishes"],
    ["topics-delete", "/understand/topics/food/delete"],
    ["topics-themes", "/understand/topics/themes"],
    ["topics-themes-all", "/understand/topics/themes?show=all&period=all"],
    ["topics-themes-aside", "/understand/topics/themes", "owner", async (page) => {
      if (!await page.locator("#aside").count()) await page.locator(".theme form button").first().click();
      await page.locator("#aside summary").click();
    }],
    ["topics-form-theme", "/understand/topics/-/edit?name-en=Tables&rule-en=table"],
    ["topics-history", "/understand/topics/history"],
    ["topics-back", "/understand/topics/history/1"],
    ["response", ids.response],
    ["response-rich", ids.richResponse],
    ["texts", `${seen}/texts`],
    ["texts-parts", `${seen}/texts`, "owner", async (page) => {
      await page.locator("#topics .unfold input").first().check();
      await page.locator("#topics tr.aside").first().waitFor({ state: "visible" });
    }],
    ["texts-topic", `${seen}/texts/${SUMMED}`],
    ["texts-topic-refused", `${seen}/texts/${REFUSED}`, "owner", async (page) => {
      await page.click("#summary form button");
      await page.locator("#summary .notice").waitFor();
    }],
    ["why", `${seen}/why`],
    ["texts-anonymous", `/understand/surveys/${ids.anonymous}/texts`],
    ["texts-read", `${seen}/texts/read`],
    ["texts-read-none", `${seen}/texts/read?topic=-`],
    ["texts-read-copies", `${seen}/texts/read?copies=several`],
    ["report", `${seen}/report`],
    ["report-rich", `${told}/report?period=all`],
    ["crosstab", `${seen}/crosstab`],
    ["crosstab-rich", `${told}/crosstab?period=all`],
    ["compare", `${seen}/compare`],
    ["compare-two", ids.compared],
    ["course", `${seen}/course`],
    ["course-rich", `${told}/course?period=all`],
    ["quality", `${seen}/quality`],
    ["quality-rich", `${told}/quality?period=all`],
    ["export", `${told}/export`],
    ["shares", `${told}/shares`],
    ["shares-refused", `${told}/shares`, "owner", send("#new form", { clear: "[name=question]" })],
    ["complaints", "/act?which=open"],
    ["complaints-mine", "/act"],
    ["complaint", ids.complaint],
    ["complaint-template", `${ids.complaint}&template=sorry`],
    ["complaint-reply-refused", ids.complaint, "owner", send("#reply form", { fill: { address: "nobody@@example.com", subject: "Hello", text: "We are sorry." } })],
    ["complaint-close-refused", ids.complaint, "owner", send("#close form", { fill: { root_cause: "The bins" } })],
    ["complaint-owner-changed", ids.complaint, "owner", async (page) => {
      const form = page.locator("form.stack[action$='/assign']");
      await form.locator("select[name=owner]").selectOption({ index: 1 });
      await form.locator("[name=owner_was]").evaluate((field) => { field.value = "mem_gone"; });
      await Promise.all([page.waitForNavigation(), form.evaluate((element) => element.requestSubmit())]);
      await page.locator(".notice").first().waitFor();
    }],
    ["complaints-board", "/act/board"],
    ["complaints-due", "/act/due"],
    ["reply-templates", "/act/templates"],
    ["rules", "/act/rules"],
    ["rules-settings", "/act/rules/settings"],
    ["rule", ids.rule],
    ["rule-tried", "/act/rules/-", "owner", async (page) => {
      await page.fill("[name=name]", "Detractors");
      if (!await page.locator("textarea[name$='.text']").count()) await page.click("button[name=do][value$=':text']");
      await page.fill("textarea[name$='.text']", "response.channel == \"link\"");
      await page.click("form.form .row button[name=do][value=try]");
      await page.locator("#trial section").waitFor();
    }],
    ["helped-missing", "/m/nothing/helped", "visitor"],
    ["initiatives", "/act/initiatives"],
    ["initiatives-list", "/act/initiatives?view=list"],
    ["initiatives-timeline", "/act/initiatives/timeline"],
    ["initiatives-review", "/act/initiatives/review"],
    ["initiatives-owners", "/act/initiatives/owners"],
    ["initiatives-minutes", ids.minutes],
    ["changes", ids.changes, "visitor"],
    ["initiative-new", "/act/initiatives/new"],
    ["initiative-refused", "/act/initiatives/new", "owner", send("main form.form", { clear: "[name=title]" })],
    ["initiative", `/act/initiatives/${ids.initiative}`],
    ["initiative-edit", `/act/initiatives/${ids.initiative}/edit`],
    ["initiative-told", `/act/initiatives/${ids.initiative}/told`],
    ["messages", "/act/messages"],
    ["messages-held", "/act/messages?state=held_without_consent"],
    ["message", ids.message],
    ["message-blocked", ids.blocked],
    ["message-lift-refused", ids.blocked, "owner", send("main form[action$='/lift']", {})],
    ["message-reported", ids.reported],
    ["mails", "/act/mails?which=all"],
    ["mail", ids.mail],
    ["prove", "/prove"],
    ["prove-goal", ids.goal],
    ["prove-goal-new", "/prove/goals/new"],
    ["prove-goal-refused", "/prove/goals/new", "owner", async (page) => {
      await page.fill("[name=title]", "Bins");
      await page.fill("[name=to]", "9999");
      await page.click("main form button.primary");
      await page.locator("[aria-invalid=true]").first().waitFor();
    }],
    ["prove-book", "/prove/book"],
    ...ids.effects.map((href, at) => [`prove-effect-${at + 1}`, href]),
    ["prove-worth", "/prove/worth"],
    ["fresh-prove", "/prove", "fresh"],
    ["chain", ids.chain],
    ["chain-topic", "/prove/chain/topic/food.taste"],
    ["profile", "/settings/me"],
    ["members", "/settings/members"],
    ["teams", "/settings/teams"],
    ["workspace", "/settings/workspace"],
    ["keys", "/settings/keys"],
    ["webhooks", "/settings/webhooks"],
    ["webhooks-refused", "/settings/webhooks", "owner", send("main form.form", { fill: { name: "Office", url: "http://127.0.0.1/" } })],
    ["webhook", hook],
    ["webhook-delivery", ids.delivery],
    ["audit", "/settings/audit"],
    ["missing", "/no/such/page"],
    ["login", "/login", "visitor"],
    ["start-dead", "/start/nothing", "visitor"],
    ["shared-report", ids.shared, "visitor"],
    ["shared-report-missing", "/r/nothing", "visitor"],
    ["respondent", `/s/${ids.link}`, "visitor"],
    ["respondent-thanks", `/s/${ids.link}/thanks`, "visitor"],
    ["respondent-rich", ids.richLink, "visitor"],
    ["respondent-refused", ids.richLink, "visitor", (page) => page.click(NEXT)],
    ["respondent-later", ids.later, "visitor"],
    ["respondent-personal", ids.personal, "visitor"],
    ["respondent-password", ids.locked, "visitor"],
    ["respondent-password-wrong", ids.locked, "visitor", async (page) => { await page.fill("#password", "wrong words"); await page.click(".acts button"); }],
    ["respondent-closed", ids.closed, "visitor"],
    ["respondent-missing", "/s/nothing", "visitor"],
    ["unsubscribe-missing", "/m/nothing/unsubscribe", "visitor"],
    ["fresh-home", "/", "fresh"],
    ["fresh-listen", "/listen", "fresh"],
    ["fresh-understand", "/understand", "fresh"],
    ["fresh-insights", "/understand/insights", "fresh"],
    ["fresh-act", "/act", "fresh"],
    ["fresh-board", "/act/board", "fresh"],
    ["fresh-due", "/act/due", "fresh"],
    ["fresh-initiatives", "/act/initiatives", "fresh"],
    ["fresh-initiatives-timeline", "/act/initiatives/timeline", "fresh"],
    ["fresh-messages", "/act/messages", "fresh"],
    ["fresh-webhooks", "/settings/webhooks", "fresh"],
    ["fresh-mails", "/act/mails", "fresh"],
    ["fresh-reading", "/understand/reading", "fresh"],
    ["fresh-topics", "/understand/topics", "fresh"],
    ["fresh-themes", "/understand/topics/themes", "fresh"],
    ["fresh-imports", "/listen/imports", "fresh"],
    ["fresh-survey", bare, "fresh"],
    ["fresh-logic", `${bare}/logic`, "fresh"],
    ["fresh-versions", `${bare}/versions`, "fresh"],
    ["fresh-review", `${bare}/review`, "fresh"],
    ["fresh-ideas", `${bare}/ideas`, "fresh"],
    ["fresh-dashboard", still, "fresh"],
    ...["answers", "texts", "texts/read", "why", "report", "crosstab", "compare", "course", "quality", "export", "shares"].map((view) => [`fresh-${view.replace("/", "-")}`, `${still}/${view}`, "fresh"]),
  ].filter(([name]) => WANTED.test(name));
}

const NEXT = ".acts button.go:not(.back)";

/** Sends a form that the server refuses: what the browser itself would hold back goes through as well. */
function send(form, { fill = {}, clear }) {
  return async (page) => {
    for (const [name, value] of Object.entries(fill)) await page.locator(`${form} [name="${name}"]`).first().fill(value);
    if (clear) await page.locator(`${form} ${clear}`).evaluateAll((boxes) => boxes.forEach((box) => { box.checked = false; }));
    await Promise.all([page.waitForNavigation(), page.locator(form).first().evaluate((element) => { element.noValidate = true; element.requestSubmit(); })]);
    await page.locator("[aria-invalid=true], .error, .notice").first().waitFor();
  };
}

async function discover() {
  const context = await chromium.newContext({ locale: "en-GB" });
  const page = await context.newPage();
  await signIn(page, demo);
  const surveys = JSON.parse(await demo.cli("export", "surveys"));
  const key = await demo.cli("key", "add", "--scope", "all");
  const api = async (path, body) => {
    const sent = await fetch(`${demo.url}/api/v1/surveys/${path}`, { method: "POST", headers: { authorization: `Bearer ${key}`, "content-type": "application/json" }, body: body && JSON.stringify(body) });
    assert.ok(sent.ok, `${path}: ${sent.status} ${await sent.clone().text()}`);
    return sent.json();
  };
  const post = async (path, form) => {
    const answer = await context.request.post(demo.url + path, { form, headers: { origin: demo.url }, maxRedirects: 0 });
    assert.equal(answer.status(), 303, `${path}: ${await answer.text()}`);
  };

  await api("rich", RICH);
  const richLink = (await api("rich/publish")).path;
  for (let n = 0; n < 24; n++) await api("rich/responses", { id: `made-${n}`, answers: answers(n), language: LANGUAGES[n % 4] });
  const plain = { languages: LANGUAGES, title: { en: "Behind a door" }, questions: [{ key: "nps", kind: "nps", title: { en: "Would you recommend us?" } }] };
  await api("locked", plain);
  const locked = (await api("locked/publish")).path;
  await api("closed", { ...plain, title: { en: "Over and done" } });
  const closed = (await api("closed/publish")).path;
  const [{ url: personal }] = await api("locked/links", [{ contact: "guest@example.com", language: "en" }]);

  await page.goto(`${demo.url}/listen`);
  const hrefs = await page.locator("main a[href*='srv_']").evaluateAll((links) => links.map((link) => [link.textContent.trim(), link.getAttribute("href")]));
  const idOf = (title) => hrefs.find(([text]) => text === title)[1].match(/srv_[a-z0-9]+/)[0];
  const visit = idOf(surveys.find((survey) => survey.key === "visit").title);
  const anonymous = idOf(surveys.find((survey) => survey.definition.anonymous).title);
  const rich = idOf(RICH.title.en);
  await post(`/listen/surveys/${idOf("Behind a door")}/access`, { mode: "open", password: "open sesame" });
  await post(`/listen/surveys/${idOf("Over and done")}/close`, {});

  // A goal over the demo's answers, and a figure of worth.
  const day = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  await post("/prove/goals/new", { title: "More guests who recommend us", number: "visit/nps", of: "number", from: "20", to: "35", from_day: day(-70), by_day: day(60), "for.form": "lines" });
  await post("/prove/worth", { currency: "EUR", "point.low": "1000", "point.high": "3000", "point.source": "Finance, budget of this year" });
  await page.goto(`${demo.url}/prove`);
  const goal = await page.locator("main .goal a").first().getAttribute("href");

  await page.goto(`${demo.url}/understand/topics/food.taste`);
  for (const holds of ["yes", "yes", "no"]) {
    await page.locator(`#hand button[value=${holds}]`).first().click();
    await page.waitForLoadState();
  }

  const later = await walk(richLink);
  await post(`/listen/surveys/${rich}/comments`, { question: "nps", text: "Ask this one last?" }).catch((error) => error);
  const first = async (address, selector) => {
    await page.goto(demo.url + address);
    return page.locator(selector).first().getAttribute("href");
  };
  const response = await first(`/understand/surveys/${visit}/answers`, "main a[href*='/understand/responses/']");
  const richResponse = await first(`/understand/surveys/${rich}/answers?period=all`, "main a[href*='/understand/responses/']");
  const why = await first(`/understand/surveys/${visit}/answers?said=1`, "main a[href*='?why=']");
  await judge(page, `${demo.url}/understand/surveys/${visit}`);
  const complaint = await first("/act?which=open", "main td a");
  hook = await webhook(page);
  const initiative = await initiatives(page, complaint.match(/case_[a-z0-9]+/)[0]);
  const message = await first("/act/messages?state=queued", "main td a");
  const blocked = await first("/act/messages?state=suppressed", "main td a");
  const reported = await first("/act/messages?state=failed", "main td a");
  await post("/act/rules/-", { name: "Late parcels", "when.form": "text", "when.text": "response.channel == \"email\"", priority: "2", due_hours: "4", per_day: "20", playbook: "Call the driver\nWrite to the guest" });
  const rule = await first("/act/rules", "main a[href*='/act/rules/rule_']");
  const minutes = await first("/act/initiatives/review", "main a[href*='/act/initiatives/review/']");
  const delivery = await first(hook, "main a[href*='/deliveries/']");
  await page.goto(`${demo.url}/prove/book`);
  const effects = [...new Set(await page.locator("main a[href*='/prove/effects/']").evaluateAll((links) => links.map((a) => a.getAttribute("href"))))].slice(0, 3);
  const changes = await first(`/act/initiatives/${effects[0].split("/").pop()}/told`, "main a[href^='/w/']");
  const mail = await first("/act/mails", "main td a");
  const chain = complaint.replace("/act/cases/", "/prove/chain/case/");
  await page.goto(`${demo.url}/listen/surveys/${visit}/share`);
  const link = (await page.locator("input[value*='/s/']").first().inputValue()).match(/\/s\/([^/?]+)/)[1];

  await page.goto(`${demo.url}/understand/surveys/${visit}/compare`);
  await page.selectOption("[name=by]", { index: 1 });
  await page.click("form.sides button");
  const compared = page.url().slice(demo.url.length);

  await page.goto(`${demo.url}/understand/surveys/${rich}/shares`);
  await page.fill("#new [name=name]", "The board");
  await page.check("#new [name=verbatims]");
  await page.click("#new button.primary");
  const shared = new URL(await page.inputValue("input[value*='/r/']")).pathname;

  const looked = await upload(page, "Old answers");
  const imported = await upload(page, "Older answers");
  await page.click("button[name=start]");
  await page.waitForLoadState();

  await page.goto(`${demo.url}/understand/insights`);
  const insights = await page.locator("main .insight h2 a").evaluateAll((links) => links.slice(0, 6).map((a) => a.getAttribute("href")));
  await summed(context, `/understand/surveys/${visit}/texts/${SUMMED}`);

  const state = await context.storageState();
  await context.close();
  const bareUrl = (url) => url.replace(demo.url, "");
  return { visit, anonymous, rich, richLink, richResponse, response, why, insights, complaint, chain, initiative, goal, rule, minutes, delivery, effects, changes, message, blocked, reported, mail, link, compared, shared, looked, imported, closed, locked, personal: bareUrl(personal), later: bareUrl(later), state };
}

/** Lets the language model sum up a topic in each language, and translate the first text that is not in it. */
async function summed(context, path) {
  const press = (address, form) => context.request.post(demo.url + address, { form, headers: { origin: demo.url }, maxRedirects: 0 });
  const host = new URL(model.env.NABZ_ASSISTANT__URL).host;
  assert.equal((await press("/understand/assistant/on", { host })).status(), 303);
  const page = await context.newPage();
  for (const language of LANGUAGES) {
    await prefer(context, demo, language, "light");
    await page.goto(`${demo.url}${path}`);
    await page.click("#summary form button");
    await page.locator("#summary .made").waitFor();
    await page.locator(".assisted form[action='/understand/translate'] button").first().click();
    await page.locator(".verbatim .made").first().waitFor();
  }
  await page.close();
  await prefer(context, demo, "en", "light");
}

/** A member says what the latest texts say. */
async function judge(page, address) {
  for (let n = 0; n < 4; n++) {
    await page.goto(address);
    const feel = page.locator("details.feel").nth(n);
    await feel.locator("summary").click();
    await feel.locator(`button[value=${["pos", "neg", "neu", "unclear"][n]}]`).click();
    await page.waitForLoadState();
  }
}

/** Three people answer the survey, one of them until the third page; gives the address where that one goes on. */
async function walk(path) {
  let later;
  for (const language of ["fa", "sv", "en"]) {
    const page = await (await chromium.newContext()).newPage();
    await page.goto(`${demo.url}${path}?lang=${language}`);
    await page.locator("[name='a.nps'][value='3']").check({ force: true });
    for (let step = 0; step < 12 && !page.url().includes("/thanks"); step++) {
      const wish = page.locator("[name='a.wishes:own']");
      if (await wish.count()) await wish.fill(language === "fa" ? "یک میز کنار پنجره" : "A table by the window");
      if (language === "en" && step === 2) {
        await page.click("button[value=later]");
        later = await page.inputValue("#later");
        break;
      }
      await page.click(NEXT);
    }
    await page.context().close();
  }
  return later;
}

async function upload(page, name) {
  await page.goto(`${demo.url}/listen/imports/new`);
  const rows = Array.from({ length: 40 }, (_, n) => `${n},2026-0${1 + (n % 9)}-11,${n % 11},"The soup, number ${n}",${n % 2 ? "Malmö" : "تهران"}`);
  await page.setInputFiles("[name=file]", { name: "old.csv", mimeType: "text/csv", buffer: Buffer.from(["id,date,How likely are you to recommend us?,Why?,City", ...rows].join("\n")) });
  await page.fill("[name=name]", name);
  await page.click("main form button.primary");
  await page.waitForURL(/\/listen\/imports\/imp_/);
  return new URL(page.url()).pathname;
}

/** A workspace in which nothing has happened: an empty survey, and one that nobody has answered. */
async function discoverFresh() {
  const context = await chromium.newContext({ locale: "en-GB" });
  const page = await context.newPage();
  await becomeOwner(page, fresh);
  const made = async (template) => {
    await page.goto(`${fresh.url}/listen/surveys/new`);
    await page.check(`[name=template][value=${template}]`);
    await page.fill("[name=title]", template);
    await page.click("main button.primary");
    await page.waitForURL(/\/listen\/surveys\/srv_/);
    return page.url().match(/srv_[a-z0-9]+/)[0];
  };
  const bare = await made("empty");
  const still = await made("nps");
  await page.click(`form[action$="/publish"] button`);
  await page.waitForURL(/\/share$/);
  const freshState = await context.storageState();
  await context.close();
  return { bare, still, freshState };
}

async function signIn(page, nabz) {
  await page.goto(nabz.link);
  await page.click("form[action^='/start/'] button");
  await page.waitForURL(`${nabz.url}/**`);
}

/** States of a page that is judged in full elsewhere. */
const STATE = /^fresh-|-(refused|wrong|missing|dead|closed|menu|picker|wide)$/;

/** Pages × languages × themes × widths; in CI each page meets each language, and each theme and width in turn; a mere
 * state of a page meets one language of each direction, both themes and both widths. */
function combinations() {
  const list = [];
  pages().forEach(([name, path, who = "owner", act], at) => {
    LANGUAGES.forEach((language, l) => {
      for (const theme of THEMES) {
        for (const width of WIDTHS) {
          const turn = (at + l) % 4;
          const opposite = (turn === 0 || turn === 3) === ((at >> 1) % 2 === 0);
          const chosen = theme === THEMES[turn % 2] && width === WIDTHS[turn >> 1] && (opposite || !STATE.test(name));
          if (ALL || SHOTS || chosen) list.push({ name, path, who, act, language, theme, width });
        }
      }
    });
  });
  return list;
}

/** What answers with something else than a page of its own. */
const NO_PAGE = /^\/(api|assets|healthz|metrics|media|listen\/files)\b|\.(csv|json|svg)$|\/(live|similar|files\/\{file\})$|^\/settings$/;

test("every page that there is, is judged", () => {
  if (process.env.NABZ_PAGES) return;
  const table = readFileSync(new URL("../crates/nabz/tests/authorisation.txt", import.meta.url), "utf8");
  const routes = [...table.matchAll(/^GET +(\S+)/gm)].map(([, route]) => route).filter((route) => !NO_PAGE.test(route));
  const paths = pages().map(([, path]) => new URL(path, demo.url).pathname);
  const shape = (route) => new RegExp(`^${route.replace(/\{[a-z]+\}/g, "[^/]+")}$`);
  assert.deepEqual(routes.filter((route) => !paths.some((path) => shape(route).test(path))), []);
});

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
  const contexts = {
    owner: await chromium.newContext({ ...options, storageState: ids.state }),
    fresh: await chromium.newContext({ ...options, storageState: ids.freshState }),
    visitor: await chromium.newContext(options),
  };
  await prefer(contexts.owner, demo, language, theme);
  await prefer(contexts.fresh, fresh, language, theme);
  const left = [...wanted];
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    for (let one = left.shift(); one; one = left.shift()) await check(one, contexts[one.who], faults);
  }));
  for (const context of Object.values(contexts)) await context.close();
}

async function check({ name, path, who, act, language, theme, width }, context, faults) {
  const page = await context.newPage();
  // Said at once as well, so that a run that is cut short has said what it knew.
  const fault = (what) => {
    faults.push({ where: `${name} ${language} ${theme} ${width}`, ...what });
    console.error(JSON.stringify(faults.at(-1)));
  };
  page.setDefaultTimeout(15000);
  page.on("response", (response) => response.status() >= 500 && fault({ status: response.status(), url: response.url() }));
  page.on("pageerror", (error) => fault({ id: "script", help: error.message }));
  try {
    await page.setViewportSize({ width, height: width < 600 ? 844 : 900 });
    const response = await page.goto((who === "fresh" ? fresh : demo).url + path);
    const found = response.status() < 400 || /missing|dead|closed/.test(name);
    if (!found) fault({ status: response.status() });
    await act?.(page);
    if (await overflows(page)) fault({ id: "overflow", help: await widest(page) });
    for (const violation of await axe(page)) fault(violation);
    if (SHOTS) await page.screenshot({ path: join(SHOTS, `${name}-${language}-${theme}-${width}.png`), fullPage: true });
  } catch (error) {
    fault({ id: "broken", help: error.message });
  }
  await page.close();
}

/** What sticks out, for whoever mends it. */
function widest(page) {
  return page.evaluate(() => {
    const end = document.documentElement.clientWidth;
    const out = [...document.querySelectorAll("body *")].filter((one) => one.getBoundingClientRect().right > end + 1 || one.getBoundingClientRect().left < -1);
    return out.slice(0, 4).map((one) => one.outerHTML.slice(0, 160)).join("\n");
  });
}

async function prefer(context, nabz, language, theme) {
  for (const form of [{ locale: language }, { theme }]) {
    const answer = await context.request.post(`${nabz.url}/preferences`, { form: { ...form, back: "/" }, headers: { origin: nabz.url }, maxRedirects: 0 });
    assert.equal(answer.status(), 303);
  }
}
