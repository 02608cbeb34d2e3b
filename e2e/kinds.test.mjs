// Every kind of question on a phone: answered with script and without, by pointer and by keyboard alone, in both
// directions; judged by axe in nine variants; nothing sticks out sideways and every target is large enough. Then the
// answers are looked for where others read them: in SQL, in the report, in the export.

import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { DATABASES, axe, becomeOwner, browser, Nabz, overflows } from "./rig.mjs";
import { BACK, FILE, HIDDEN, KINDS, Keyboard, Pointer, SHOWN, definition, half } from "./kinds.mjs";

const PHONE = { width: 390, height: 844 };
const SMALL = { width: 320, height: 640 };
/** WCAG 2.2, 2.5.8. */
const TARGET_MIN = 24;
/** Bytes of a respondent's page at most. */
const PAGE_BYTES_MAX = 20_000;
/** Milliseconds for a control to appear. */
const PATIENCE = 10_000;
/** Everything, or each variant with each kind, one half of the kinds with script and the other without. */
const ALL = process.env.NABZ_A11Y === "all" || process.env.NABZ_A11Y_ALL === "1";

/** One that takes longer hangs. */
const TEST_MS = 180_000;

const VARIANTS = [
  { name: "desktop", options: { viewport: { width: 1440, height: 900 } } },
  { name: "phone" },
  { name: "tablet", options: { viewport: { width: 820, height: 1180 } } },
  { name: "forced colours", options: { forcedColors: "active" } },
  { name: "reduced motion", options: { reducedMotion: "reduce" } },
  { name: "dark", options: { colorScheme: "dark" } },
  { name: "submitted empty", empty: true },
  { name: "after going back", back: true },
  { name: "right to left", language: "fa" },
];

let chromium;
before(async () => (chromium = await browser()));
after(() => chromium?.close());

async function open(options) {
  const page = await (await chromium.newContext({ locale: "en-GB", viewport: PHONE, ...options })).newPage();
  page.setDefaultTimeout(PATIENCE);
  return page;
}

/** Starts a server with surveys published, by the commands that a script would use. */
async function start(database, surveys) {
  const nabz = await Nabz.start("serve", { database, env: { NABZ_HTTP__TRUSTED_PROXIES: '["127.0.0.1"]' } });
  const desk = await (await chromium.newContext({ locale: "en-GB" })).newPage();
  await becomeOwner(desk, nabz);
  const links = {};
  for (const [key, kinds] of Object.entries(surveys)) {
    const file = join(nabz.data, `${key}.json`);
    writeFileSync(file, JSON.stringify(definition(kinds)));
    await nabz.cli("survey", "define", key, file);
    links[key] = nabz.url + JSON.parse(await nabz.cli("survey", "publish", key)).path;
  }
  return { nabz, desk, links };
}

/** The pages of the survey in their order. `at` is called on each before it is answered. */
async function answer(hand, address, at = async () => {}, kinds = SHOWN) {
  const { page } = hand;
  await page.goto(address);
  for (const one of kinds) {
    await at(one);
    await one.answer(hand, `a.${one.key}`);
    await hand.go();
    assert.deepEqual(await page.locator(".bad, .sum").allTextContents(), [], `${one.key} was refused`);
  }
  assert.match(page.url(), /\/thanks/);
}

/** Targets that are smaller than WCAG allows and have no room around them. */
function smallTargets(page) {
  return page.evaluate((least) => {
    const what = "a, button, input, select, textarea, summary";
    const boxOf = (element) => (element.closest("label") ?? element).getBoundingClientRect();
    const isSeen = (one) => one.type !== "hidden" && !one.closest(".sr") && one.checkVisibility();
    const seen = [...document.querySelectorAll(what)].filter(isSeen);
    return seen.filter((one) => boxOf(one).width < least || boxOf(one).height < least).map((one) => one.outerHTML.slice(0, 120));
  }, TARGET_MIN);
}

/** The page as it stands, in a browser that runs scripts: axe waits with timers, which stand still where scripts are off. */
async function shown(page, twin) {
  const body = (await page.content()).replace(/<script\b[^]*?<\/script>/g, "");
  await twin.unrouteAll();
  await twin.route(page.url(), (route) => route.fulfill({ contentType: "text/html", body }));
  await twin.goto(page.url());
  return twin;
}

/** All faults of a page: those that axe sees, what is too small, what sticks out. */
async function faults(asked, twin) {
  const page = twin ? await shown(asked, twin) : asked;
  const size = page.viewportSize();
  const small = await smallTargets(page);
  const found = [...await axe(page), ...small.map((target) => ({ id: "small", target }))];
  await page.setViewportSize(size);
  if (await overflows(page)) found.push({ id: "sticks out" });
  return found;
}

/** The faults of all pages of a survey: as they come, left empty, or gone back to. */
async function judged(hand, address, { empty, back }, kinds, twin) {
  const found = [];
  const judge = async ({ key }) => found.push(...(await faults(hand.page, twin)).map((fault) => ({ key, ...fault })));
  let turned;
  await answer(hand, address, async (one) => {
    // The page that came before, with its answer in it.
    if (back && turned) {
      await hand.go(BACK);
      await judge(turned);
      await hand.go();
    }
    turned = one;
    if (empty && one.kind !== "statement" && one.key !== "last") {
      await hand.go();
      assert.equal(await hand.page.locator(".bad").count(), 1, `${one.key} left empty`);
    }
    if (!back) await judge(one);
  }, kinds);
  return found;
}

/** Lines of a CSV file, by their heads. */
function table(text) {
  const lines = [[""]];
  for (const [, quoted, plain, end] of text.matchAll(/"((?:[^"]|"")*)"|([^",\r\n]+)|(,|\r?\n)/g)) {
    if (end === ",") lines.at(-1).push("");
    else if (end) lines.push([""]);
    else lines.at(-1)[lines.at(-1).length - 1] = quoted?.replaceAll('""', '"') ?? plain;
  }
  const [head, ...rest] = lines.filter((line) => line.length > 1);
  return rest.map((line) => Object.fromEntries(head.map((name, place) => [name, line[place]])));
}

function same(found, wanted, what) {
  if (wanted instanceof RegExp) assert.match(String(found), wanted, what);
  else assert.equal(String(found), String(wanted), what);
}

for (const database of DATABASES) {
  describe(`every kind of question is answered, on ${database}`, () => {
    let nabz, desk, link;
    before(async () => {
      ({ nabz, desk, links: { kinds: link } } = await start(database, { kinds: KINDS }));
    });
    after(() => nabz?.stop());

    const answers = async () => JSON.parse(await nabz.cli("sql", "select response_id, question, kind, score, choice, text from answers where survey = 'kinds'", "--format", "json"));
    const complete = async () => JSON.parse(await nabz.cli("sql", "select id from responses where survey = 'kinds' and state = 'complete' order by completed_at", "--format", "json")).map(({ id }) => id);
    let count = 0;

    /** Whether the one response that has come since holds all that was answered. */
    async function isKept() {
      const ids = await complete();
      assert.equal(ids.length, ++count);
      const mine = (await answers()).filter((row) => row.response_id === ids.at(-1));
      for (const { key, kind, want } of KINDS) {
        for (const [part, wanted] of Object.entries(want)) {
          const rows = mine.filter((row) => row.question === key + part);
          assert.ok(rows.length && rows.every((row) => row.kind === kind), `${key}${part}: ${JSON.stringify(rows)}`);
          const values = rows.map((row) => row.score ?? row.choice ?? row.text).sort();
          assert.equal(values.length, [wanted].flat().length, `${key}${part}`);
          [wanted].flat().forEach((value, place) => same(values[place], value, `${key}${part}`));
        }
      }
    }

    test("kept by the editor as it was", async () => {
      const draft = async () => JSON.parse(await nabz.cli("survey", "show", "kinds", "--draft"));
      const before = await draft();
      await desk.goto(`${nabz.url}/listen`);
      const home = await desk.locator("main a[href*='/listen/surveys/srv_']").first().getAttribute("href");
      for (const { key } of KINDS) {
        await desk.goto(`${nabz.url}${home}/questions/${key}`);
        await desk.click(".savebar button[value=stay]");
        await desk.waitForSelector(".toast");
        assert.equal(await desk.locator(".bad").count(), 0, `the editor refuses its own form of ${key}`);
      }
      assert.deepEqual(await draft(), before);
    });

    for (const [hand, javaScriptEnabled, language] of [
      [Pointer, true, "en"], [Pointer, false, "en"], [Pointer, true, "fa"], [Pointer, false, "fa"],
      [Keyboard, true, "en"], [Keyboard, false, "fa"],
    ]) {
      test(`by ${hand.name.toLowerCase()} in ${language} ${javaScriptEnabled ? "with" : "without"} script`, async () => {
        const page = await open({ javaScriptEnabled });
        let bytes = 0;
        page.on("response", async (response) => {
          if (response.url().includes("/s/") && response.status() < 300) bytes = Math.max(bytes, (await response.body()).length);
        });
        await answer(new hand(page), `${link}?lang=${language}&${HIDDEN}`, async (one) => {
          assert.equal(await page.getAttribute("html", "dir"), language === "fa" ? "rtl" : "ltr");
          assert.equal(await overflows(page), false, `${one.key} sticks out at 390 px`);
          await page.setViewportSize(SMALL);
          assert.equal(await overflows(page), false, `${one.key} sticks out at 320 px`);
          await page.setViewportSize(PHONE);
        });
        await page.context().close();
        assert.ok(bytes > 0 && bytes <= PAGE_BYTES_MAX, `${bytes} bytes`);
        await isKept();
      });
    }

    test("a drawn signature and buttons that move a ranking", async () => {
      const page = await open();
      const hand = new Pointer(page);
      const instead = {
        ranking: async () => {
          // Tea goes up twice, by keys on its button; then kebab trades places with it.
          const up = page.getByRole("button", { name: "Move up: Tea" });
          await up.focus();
          await page.keyboard.press("Enter");
          await page.keyboard.press("Space");
          assert.deepEqual(await page.locator(".row select").evaluateAll((list) => list.map(({ name, value }) => [name.split(":")[1], value])),
            [["tea", "1"], ["kebab", "2"], ["stew", "3"]]);
          await hand.choose("a.ranking:kebab", "1");
          assert.equal(await page.locator("[name='a.ranking:tea']").inputValue(), "2", "places change, they don't meet");
          await hand.choose("a.ranking:tea", "1");
        },
        slider: async () => {
          assert.equal(await page.locator("[name='a.slider']").inputValue(), "", "nothing is answered before it is touched");
          await page.locator("input[type=range]").focus();
          await page.keyboard.press("ArrowLeft");
          assert.equal(await page.locator("[name='a.slider']").inputValue(), "49");
          await hand.write("a.slider", "42");
          assert.equal(await page.locator("input[type=range]").inputValue(), "42");
        },
        dropdown: async () => {
          await page.locator("input[type=search]").fill("JOR");
          assert.deepEqual(await page.locator("select option").allTextContents(), ["Please choose", "Jordan"]);
          await hand.choose("a.dropdown", "jordan");
        },
        choices: async () => {
          await hand.pick("a.choices", "none");
          await hand.pick("a.choices", "kebab");
          assert.equal(await page.locator("[value=none]").isChecked(), false, "none of these rules out the others");
          await hand.pick("a.choices", "tea");
        },
        sum: async (one) => {
          await one.answer(hand, "a.sum");
          assert.equal(await page.textContent(".total"), "100 of 100 points");
        },
        signature: async () => {
          const box = await page.locator("[data-pad] svg").boundingBox();
          await page.mouse.move(box.x + 20, box.y + 20);
          await page.mouse.down();
          await page.mouse.move(box.x + 120, box.y + 60, { steps: 5 });
          await page.mouse.up();
          assert.match(await page.inputValue("[data-draw]"), /^M\d+,\d+L/);
        },
      };
      await page.goto(`${link}?${HIDDEN}`);
      for (const one of SHOWN) {
        await (instead[one.key] ?? ((one) => one.answer(hand, `a.${one.key}`)))(one);
        await hand.go();
        assert.equal(await page.locator(".bad").count(), 0, one.key);
      }
      await page.context().close();
      const id = (await complete()).at(++count - 1);
      const [drawn] = (await answers()).filter((row) => row.response_id === id && row.kind === "signature");
      assert.match(drawn.text, /^path:M\d+,\d+L/);
    });

    test("and found in the report", async () => {
      await desk.goto(`${nabz.url}/listen`);
      const href = await desk.locator("main a[href*='/listen/surveys/srv_']").first().getAttribute("href");
      const survey = href.match(/srv_[a-z0-9]+/)[0];
      await desk.goto(`${nabz.url}/understand/surveys/${survey}/report`);
      const sections = await desk.locator("section.card").evaluateAll((cards) => cards.map((card) => [card.querySelector("h2")?.textContent, card.textContent]));
      for (const { key, kind, answer } of KINDS) {
        if (kind === "statement") continue;
        const title = answer ? `What about ${key}?` : key;
        const [, said] = sections.find(([head]) => head === title) ?? assert.fail(`the report leaves out ${key}`);
        assert.match(said, new RegExp(`\\b${count}\\b`), `${key}: ${said}`);
      }
      const [, picture] = sections.find(([head]) => head === "What about dropdown?");
      assert.match(picture, /Jordan/);
      assert.deepEqual(await axe(desk), []);
      assert.equal(await overflows(desk), false);
    });

    test("and exported", async () => {
      const lines = table(await nabz.cli("export", "--survey", "kinds", "--format", "csv", "--personal-data"));
      const whole = lines.filter(({ state }) => state === "complete");
      assert.equal(whole.length, count);
      const kept = await complete();
      const first = whole.find(({ id }) => id === kept[0]);
      for (const { key, want, column = want } of KINDS) {
        for (const [part, value] of Object.entries(column)) same(first[key + part], value, key + part);
      }
    });
  });
}

describe("every kind of question is fit for everybody", () => {
  const halves = [half(0), half(1)];
  let nabz, links;
  before(async () => ({ nabz, links } = await start("sqlite", { kinds: KINDS, half0: halves[0], half1: halves[1] })));
  after(() => nabz?.stop());

  for (const [v, variant] of VARIANTS.entries()) {
    for (const [h, kinds] of halves.entries()) {
      for (const script of [true, false]) {
        if (!ALL && script === ((v + h) % 2 === 0)) continue;
        test(`${variant.name}, ${script ? "with" : "without"} script, half ${h + 1}`, { timeout: TEST_MS }, async () => {
          const page = await open({ javaScriptEnabled: script, ...variant.options });
          const twin = script ? null : await open(variant.options);
          const address = `${links[`half${h}`]}?lang=${variant.language ?? "en"}`;
          const found = await judged(new Pointer(page), address, variant, kinds, twin);
          await page.context().close();
          await twin?.context().close();
          assert.deepEqual(found, []);
        });
      }
    }
  }

  test("what was answered is there after going back", { timeout: TEST_MS }, async () => {
    for (const javaScriptEnabled of [true, false]) {
      const page = await open({ javaScriptEnabled });
      const hand = new Pointer(page);
      const given = () => page.locator("#ask").evaluate((form) => [...new FormData(form)].filter(([name, value]) => name.startsWith("a.") && value && typeof value === "string").map(String).sort());
      let before, file;
      await page.goto(links.kinds);
      for (const one of SHOWN) {
        await one.answer(hand, `a.${one.key}`);
        before = await given();
        await hand.go();
        if (one.key === "last") break;
        await hand.go(BACK);
        if (one.kind === "file") file = await page.locator("main").textContent();
        else assert.deepEqual(await given(), before, one.key);
        await hand.go();
        assert.equal(await page.locator(".bad").count(), 0, one.key);
      }
      assert.ok(file.includes(FILE.name), "the file is named");
      assert.match(page.url(), /\/thanks/);
      await page.context().close();
    }
  });

  test("scales run in the reading direction", { timeout: TEST_MS }, async () => {
    for (const [language, sign] of [["en", 1], ["fa", -1]]) {
      const page = await open();
      const hand = new Pointer(page);
      await page.goto(`${links.kinds}?lang=${language}`);
      let seen = 0;
      for (const one of SHOWN.slice(0, 6)) {
        const centres = await page.locator(".scale label").evaluateAll((labels) => labels.map((label) => {
          const { x, y, width } = label.getBoundingClientRect();
          return { x: x + width / 2, y };
        }));
        const line = centres.filter(({ y }) => y === centres[0].y);
        for (let n = 1; n < line.length; n++, seen++) assert.ok((line[n].x - line[n - 1].x) * sign > 0, `${one.key} ${language}`);
        await one.answer(hand, `a.${one.key}`);
        await hand.go();
      }
      assert.ok(seen > 10);
      await page.context().close();
    }
  });
});
