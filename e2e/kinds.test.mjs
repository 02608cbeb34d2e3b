// Every kind of question on a phone: answered with script and without, by keyboard alone, in both directions; judged by
// axe in several variants; nothing sticks out sideways and every target is large enough.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { axe, becomeOwner, browser, Nabz, overflows } from "./rig.mjs";

const PHONE = { width: 390, height: 844 };
const SMALL = { width: 320, height: 640 };
const NEXT = ".acts button.go:not(.back)";
/** WCAG 2.2, 2.5.8. */
const TARGET_MIN = 24;

const words = (en, fa) => ({ en, fa });
const choice = (key, en, fa, more = {}) => ({ key, label: words(en, fa), ...more });
const dishes = [choice("kebab", "Kebab", "کباب"), choice("stew", "Herb stew", "قرمه‌سبزی"), choice("tea", "Tea", "چای")];
const grades = [choice("bad", "Bad", "بد"), choice("good", "Good", "خوب")];
const aspects = [choice("taste", "Taste", "مزه"), choice("clean", "Cleanliness", "پاکیزگی")];
const countries = ["Sweden", "Norway", "Finland", "Denmark", "Iceland", "Iran", "Jordan", "Egypt", "Oman", "Qatar", "France", "Spain", "Italy"]
  .map((name) => choice(name.toLowerCase(), name, name));

/** One question of each kind and form; `fill` answers it on a page, `want` are the rows of answers that come of it. */
const KINDS = [
  { kind: "nps", fill: radio("9"), want: { "": 9 } },
  { kind: "csat", look: "stars", not_applicable: true, fill: radio("4"), want: { "": 4 } },
  { kind: "ces", fill: radio("7"), want: { "": 7 } },
  { kind: "psat", look: "smileys", fill: radio("2"), want: { "": 2 } },
  { kind: "rating", look: "thumbs", scale: { from: 1, to: 2 }, fill: radio("2"), want: { "": 2 } },
  { kind: "slider", fill: type("42"), want: { "": 42 } },
  { kind: "choice", options: [...grades, choice("x", "Other", "دیگر", { other: true })], fill: other("x", "Slow"), want: { "": "x", "[other]": "Slow" } },
  { kind: "choices", options: [...dishes, choice("none", "None", "هیچ", { exclusive: true })], fill: boxes("kebab", "tea"), want: { "": ["kebab", "tea"] } },
  { kind: "dropdown", options: countries, fill: select("jordan"), want: { "": "jordan" } },
  { kind: "yesno", options: [choice("yes", "Yes", "بله"), choice("no", "No", "نه")], fill: radio("yes"), want: { "": "yes" } },
  { kind: "image", options: dishes, fill: radio("stew"), want: { "": "stew" } },
  { kind: "ranking", options: dishes, fill: places({ tea: 1, kebab: 2, stew: 3 }), want: { "[tea]": 1, "[kebab]": 2, "[stew]": 3 } },
  { kind: "matrix", key: "matrix_choice", rows: aspects, options: grades, fill: rows({ taste: "good", clean: "bad" }), want: { "[taste]": "good", "[clean]": "bad" } },
  { kind: "matrix", key: "matrix_rating", cells: "rating", rows: aspects, fill: rows({ taste: "5", clean: "1" }), want: { "[taste]": 5, "[clean]": 1 } },
  { kind: "matrix", key: "matrix_text", cells: "text", rows: aspects, fill: texts({ taste: "fine", clean: "spotless" }), want: { "[taste]": "fine", "[clean]": "spotless" } },
  { kind: "matrix", key: "matrix_dual", cells: "dual", rows: aspects.slice(0, 1), options: grades, second: dishes, fill: dual("taste", "good", "tea"), want: { "[taste][1]": "good", "[taste][2]": "tea" } },
  { kind: "sum", options: dishes, fill: texts({ kebab: "60", stew: "0", tea: "40" }), want: { "[kebab]": 60, "[tea]": 40 } },
  { kind: "bestworst", options: dishes, fill: rows({ best: "tea", worst: "stew" }), want: { "[best]": "tea", "[worst]": "stew" } },
  { kind: "text", fill: type("The bins stand too close."), want: { "": "The bins stand too close." } },
  { kind: "number", fill: type("۱۲"), want: { "": 12 } },
  { kind: "date", fill: date("2026-11-22", ["1405", "9", "1"]), want: { "": "2026-11-22" } },
  { kind: "time", fill: type("09:30"), want: { "": "09:30" } },
  { kind: "email", fill: type("sara@example.com"), want: { "": "sara@example.com" } },
  { kind: "phone", fill: type("+46 70 123 45 67"), want: { "": "+46 70 123 45 67" } },
  { kind: "contact", rows: [{ key: "name", label: {} }, { key: "email", label: {} }], fill: texts({ name: "Sara", email: "sara@example.com" }), want: { "[name]": "Sara", "[email]": "sara@example.com" } },
  { kind: "consent", options: [choice("yes", "I agree", "می‌پذیرم")], fill: boxes("yes"), want: { "": "yes" } },
  { kind: "signature", fill: type("Sara Lindqvist"), want: { "": "Sara Lindqvist" } },
  { kind: "statement", fill: async () => {}, want: {} },
  { kind: "ideas", fill: texts({ own: "A table by the window" }), want: { "[own]": "A table by the window" } },
].map((one) => ({ key: one.key ?? one.kind, ...one }));

function field(page, key, sub = "") {
  return page.locator(`[name="a.${key}${sub}"]`);
}

// What cannot be seen is reached as people reach it: with the keyboard.
function radio(value) {
  return (page, key) => page.locator(`[name="a.${key}"][value="${value}"]`).check({ force: true });
}
function type(text) {
  return (page, key) => field(page, key).fill(text);
}
function select(value) {
  return (page, key) => field(page, key).selectOption(value);
}
function boxes(...values) {
  return async (page, key) => {
    for (const value of values) await page.locator(`[name="a.${key}"][value="${value}"]`).check();
  };
}
function other(value, text) {
  return async (page, key) => {
    await page.locator(`[name="a.${key}"][value="${value}"]`).check();
    await field(page, key, ":other").fill(text);
  };
}
function places(of) {
  return async (page, key) => {
    for (const [option, place] of Object.entries(of)) await field(page, key, `:${option}`).selectOption(String(place));
  };
}
function rows(of) {
  return async (page, key) => {
    for (const [row, value] of Object.entries(of)) await page.locator(`[name="a.${key}:${row}"][value="${value}"]`).check({ force: true });
  };
}
function dual(row, first, second) {
  return async (page, key) => {
    await page.locator(`[name="a.${key}:${row}"][value="${first}"]`).check();
    await page.locator(`[name="a.${key}:${row}:2"][value="${second}"]`).check();
  };
}
function texts(of) {
  return async (page, key) => {
    for (const [sub, text] of Object.entries(of)) await field(page, key, `:${sub}`).fill(text);
  };
}
function date(iso, [year, month, day]) {
  return async (page, key) => {
    if (await field(page, key).count()) return field(page, key).fill(iso);
    await field(page, key, ":day").fill(day);
    await field(page, key, ":month").selectOption(month);
    await field(page, key, ":year").fill(year);
  };
}

function definition() {
  const questions = KINDS.map(({ fill, want, ...question }) => ({
    title: words(`What about ${question.key}?`, `${question.key} چطور بود؟`),
    low: words("not at all", "اصلاً"),
    high: words("very much", "بسیار"),
    required: question.kind !== "statement",
    ...question,
  }));
  return { languages: ["en", "fa"], title: words("Every kind", "همهٔ گونه‌ها"), questions };
}

/** Targets that are smaller than WCAG allows and have no room around them. */
function smallTargets(page) {
  return page.evaluate((least) => {
    const what = "main a, main button, main input, main select, main textarea, header a, header button";
    const boxOf = (element) => (element.closest("label") ?? element).getBoundingClientRect();
    const seen = [...document.querySelectorAll(what)].filter((one) => one.type !== "hidden" && !one.closest(".sr") && !one.matches(".sr") && one.checkVisibility());
    return seen.filter((one) => boxOf(one).width < least || boxOf(one).height < least).map((one) => one.outerHTML.slice(0, 120));
  }, TARGET_MIN);
}

/** Presses Tab until an element has the focus. */
async function tabTo(page, selector) {
  for (let step = 0; step < 200; step++) {
    if (await page.evaluate((what) => document.activeElement?.matches(what), selector)) return;
    await page.keyboard.press("Tab");
  }
  assert.fail(`the keyboard does not reach ${selector}`);
}

describe("every kind of question", () => {
  let chromium, nabz, link;

  before(async () => {
    chromium = await browser();
    nabz = await Nabz.start("serve");
    const desk = await (await chromium.newContext()).newPage();
    await becomeOwner(desk, nabz);
    const key = await nabz.cli("key", "add", "--scope", "all");
    const send = async (path, body) => {
      const sent = await fetch(`${nabz.url}${path}`, { method: "POST", headers: { authorization: `Bearer ${key}`, "content-type": "application/json" }, body });
      assert.ok(sent.ok, `${path}: ${sent.status} ${await sent.clone().text()}`);
      return sent.json();
    };
    await send("/api/v1/surveys/kinds", JSON.stringify(definition()));
    link = nabz.url + (await send("/api/v1/surveys/kinds/publish", "")).path;
  });

  after(async () => {
    await chromium?.close();
    await nabz?.stop();
  });

  const open = async (options) => (await chromium.newContext({ locale: "en-GB", viewport: PHONE, ...options })).newPage();

  /** Goes through the survey, with `at` called on each page before it is answered. */
  async function answer(page, at = async () => {}) {
    for (const one of KINDS) {
      await at(one);
      await one.fill(page, one.key);
      await page.click(NEXT);
      const wrong = await page.locator(".bad").allTextContents();
      assert.deepEqual(wrong, [], `${one.key} was refused`);
    }
    assert.match(page.url(), /\/thanks/);
  }

  async function answersKept() {
    const kept = new Map();
    for (const row of JSON.parse(await nabz.cli("export", "answers", "--survey", "kinds", "--format", "json"))) {
      const list = kept.get(row.response_id) ?? [];
      list.push(row);
      kept.set(row.response_id, list);
    }
    return [...kept.values()];
  }

  for (const [javaScriptEnabled, language] of [[true, "en"], [false, "en"], [true, "fa"], [false, "fa"]]) {
    test(`is answered on a phone in ${language} ${javaScriptEnabled ? "with" : "without"} script`, async () => {
      const before = (await answersKept()).length;
      const page = await open({ javaScriptEnabled });
      await page.goto(`${link}?lang=${language}`);
      assert.equal(await page.getAttribute("html", "dir"), language === "fa" ? "rtl" : "ltr");
      await answer(page, async (one) => {
        assert.equal(await overflows(page), false, `${one.key} sticks out at 390 px`);
        await page.setViewportSize(SMALL);
        assert.equal(await overflows(page), false, `${one.key} sticks out at 320 px`);
        await page.setViewportSize(PHONE);
      });
      await page.context().close();
      const kept = await answersKept();
      assert.equal(kept.length, before + 1);
      const mine = kept.at(-1);
      for (const { key, want } of KINDS) {
        for (const [part, value] of Object.entries(want)) {
          const rows = mine.filter((row) => row.question === key + part);
          const values = rows.map((row) => row.score ?? row.choice ?? row.text);
          assert.deepEqual(values.sort(), [value].flat().sort(), `${key}${part}`);
        }
      }
    });
  }

  test("has no fault that axe sees, in any variant, filled in, left empty and gone back to", async () => {
    const variants = [
      { viewport: { width: 1440, height: 900 } }, {}, { viewport: { width: 820, height: 1180 } }, { forcedColors: "active" },
      { reducedMotion: "reduce" }, { colorScheme: "dark" }, { language: "fa" }, { language: "fa", colorScheme: "dark" },
    ];
    for (const { language = "en", ...variant } of variants) {
      const page = await open(variant);
      const name = JSON.stringify({ language, ...variant });
      await page.goto(`${link}?lang=${language}`);
      await answer(page, async (one) => {
        assert.deepEqual(await axe(page), [], `${one.key} ${name}`);
        assert.deepEqual(await smallTargets(page), [], `${one.key} ${name}`);
        if (one.kind === "statement") return;
        await page.click(NEXT);
        assert.equal(await page.locator(".bad").count(), 1, `${one.key} left empty ${name}`);
        assert.deepEqual(await axe(page), [], `${one.key} left empty ${name}`);
      });
      await page.context().close();
    }
  });

  test("keeps what was answered when somebody goes back", async () => {
    const page = await open();
    await page.goto(link);
    await radio("9")(page, "nps");
    await page.click(NEXT);
    await page.click("button[value=back]");
    assert.equal(await page.locator("[name='a.nps']:checked").getAttribute("value"), "9");
    assert.deepEqual(await axe(page), []);
    await page.context().close();
  });

  test("is answered by keyboard alone", async () => {
    const page = await open();
    await page.goto(link);
    for (const one of KINDS) {
      await page.locator("h1").first().click();
      const named = `[name^="a.${one.key}"]`;
      const reachable = page.locator(`${named}:not([type=hidden])`);
      if (await reachable.count()) await tabTo(page, named);
      // Radio buttons by Space; what is more than one control is filled in by its own keys.
      const kind = await reachable.count() ? await page.evaluate(() => document.activeElement.type) : "none";
      if (kind === "radio" || kind === "checkbox") await page.keyboard.press("Space");
      if (!["ranking", "sum", "matrix", "bestworst", "contact"].includes(one.kind) && /text|email|tel/.test(kind)) await page.keyboard.type("5");
      if (kind !== "radio" || one.kind === "matrix" || one.kind === "bestworst") await one.fill(page, one.key);
      await tabTo(page, NEXT);
      await page.keyboard.press("Enter");
      assert.equal(await page.locator(".bad").count(), 0, one.key);
    }
    assert.match(page.url(), /\/thanks/);
    await page.context().close();
  });

  test("runs its scales in the reading direction", async () => {
    for (const [language, sign] of [["en", 1], ["fa", -1]]) {
      const page = await open();
      await page.goto(`${link}?lang=${language}`);
      for (const one of KINDS.slice(0, 6)) {
        const centres = await page.evaluate(() => [...document.querySelectorAll(".scale label")].map((label) => {
          const { x, y, width } = label.getBoundingClientRect();
          return { x: x + width / 2, y };
        }));
        const line = centres.filter(({ y }) => y === centres[0].y);
        for (let n = 1; n < line.length; n++) assert.ok((line[n].x - line[n - 1].x) * sign > 0, `${one.key} ${language}`);
        await one.fill(page, one.key);
        await page.click(NEXT);
      }
      await page.context().close();
    }
  });

  test("is easier with script: a slider, a search, a drawing, places that never meet", async () => {
    const page = await open();
    await page.goto(link);
    for (const one of KINDS) {
      if (one.kind === "slider") {
        assert.equal(await field(page, one.key).inputValue(), "", "nothing is answered before it is touched");
        await page.locator("input[type=range]").focus();
        await page.keyboard.press("ArrowRight");
        assert.equal(await field(page, one.key).inputValue(), "51");
      } else if (one.kind === "dropdown") {
        await page.locator("input[type=search]").fill("JOR");
        assert.deepEqual(await page.locator("select option").allTextContents(), ["Please choose", "Jordan"]);
        await one.fill(page, one.key);
      } else if (one.kind === "choices") {
        await boxes("kebab", "none")(page, one.key);
        assert.equal(await page.locator(`[value=kebab]`).isChecked(), false, "none of these rules out the others");
      } else if (one.kind === "ranking") {
        await page.getByRole("button", { name: "Move up: Tea" }).click();
        assert.deepEqual(await page.locator("select").evaluateAll((list) => list.map((one) => one.value)), ["1", "2", "3"]);
        await field(page, one.key, ":stew").selectOption("1");
        const values = await page.locator("select").evaluateAll((list) => list.map((one) => one.value).sort());
        assert.deepEqual(values, ["1", "2", "3"], "places change, they don't meet");
      } else if (one.kind === "sum") {
        await one.fill(page, one.key);
        assert.equal(await page.textContent(".total"), "100 of 100 points");
      } else if (one.kind === "signature") {
        const box = await page.locator("[data-pad] svg").boundingBox();
        await page.mouse.move(box.x + 20, box.y + 20);
        await page.mouse.down();
        await page.mouse.move(box.x + 120, box.y + 60, { steps: 5 });
        await page.mouse.up();
        assert.match(await page.inputValue("[data-draw]"), /^M\d+,\d+L/);
      } else await one.fill(page, one.key);
      await page.click(NEXT);
      assert.equal(await page.locator(".bad").count(), 0, one.key);
    }
    assert.match(page.url(), /\/thanks/);
    await page.context().close();
  });
});
