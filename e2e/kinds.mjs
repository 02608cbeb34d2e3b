// A survey with every kind of question, how each is answered by pointer and by keyboard, and what must come of it.

import assert from "node:assert/strict";

export const NEXT = ".acts button.go:not(.back)";
export const BACK = ".acts button.back";

const words = (en, fa) => ({ en, fa });
const option = (key, en, fa, more = {}) => ({ key, label: words(en, fa), ...more });
const dishes = [option("kebab", "Kebab", "کباب"), option("stew", "Herb stew", "قرمه‌سبزی"), option("tea", "Tea", "چای")];
const grades = [option("bad", "Bad", "بد"), option("good", "Good", "خوب")];
const aspects = [option("taste", "Taste", "مزه"), option("clean", "Cleanliness", "پاکیزگی")];
const lines = [option("name", "Name", "نام"), option("email", "E-mail", "ایمیل")];
const countries = ["Sweden", "Norway", "Finland", "Denmark", "Iceland", "Iran", "Jordan", "Egypt", "Oman", "Qatar", "France", "Spain", "Italy"]
  .map((name) => option(name.toLowerCase(), name, name));
/** Day and month are the same, whichever the browser asks for first. */
const DAY = "2026-11-11";
const DAY_PERSIAN = { day: "20", month: "8", year: "1405" };
export const FILE = { name: "receipt.txt", mimeType: "text/plain", buffer: Buffer.from("Kebab 180, tea 30.\n") };

/**
 * One question of each kind and form. `answer` answers it with a hand (below), `want` are the rows of answers that come
 * of it, by what follows the question's key; `column` are the cells of the export where they differ from the rows.
 */
export const KINDS = [
  { kind: "nps", answer: pick("9"), want: { "": 9 } },
  { kind: "csat", look: "stars", not_applicable: true, answer: pick("4"), want: { "": 4 } },
  { kind: "ces", answer: pick("7"), want: { "": 7 } },
  { kind: "psat", look: "smileys", answer: pick("2"), want: { "": 2 } },
  { kind: "rating", look: "thumbs", scale: { from: 1, to: 2 }, answer: pick("2"), want: { "": 2 } },
  { kind: "slider", answer: write("42"), want: { "": 42 } },
  { kind: "choice", options: [...grades, option("x", "Other", "دیگر", { other: true })], answer: own("x", "Slow"), want: { "": "x", "[other]": "Slow" } },
  { kind: "choices", options: [...dishes, option("none", "None", "هیچ", { exclusive: true })], answer: pick("kebab", "tea"), want: { "": ["kebab", "tea"] }, column: { "[kebab]": "1", "[stew]": "0", "[tea]": "1" } },
  { kind: "dropdown", options: countries, answer: choose("jordan"), want: { "": "jordan" } },
  { kind: "yesno", options: [option("yes", "Yes", "بله"), option("no", "No", "نه")], answer: pick("yes"), want: { "": "yes" } },
  { kind: "image", options: dishes, answer: pick("stew"), want: { "": "stew" } },
  { kind: "ranking", options: dishes, answer: places({ tea: "1", kebab: "2", stew: "3" }), want: { "[tea]": 1, "[kebab]": 2, "[stew]": 3 } },
  { kind: "matrix", key: "matrix_choice", rows: aspects, options: grades, answer: rows({ taste: "good", clean: "bad" }), want: { "[taste]": "good", "[clean]": "bad" } },
  { kind: "matrix", key: "matrix_choices", cells: "choices", rows: aspects, options: dishes, answer: rows({ taste: ["kebab", "tea"], clean: ["stew"] }), want: { "[taste]": ["kebab", "tea"], "[clean]": "stew" }, column: { "[taste][kebab]": "1", "[taste][stew]": "0", "[clean][stew]": "1" } },
  { kind: "matrix", key: "matrix_rating", cells: "rating", rows: aspects, answer: rows({ taste: "5", clean: "1" }), want: { "[taste]": 5, "[clean]": 1 } },
  { kind: "matrix", key: "matrix_text", cells: "text", rows: aspects, answer: texts({ taste: "fine", clean: "spotless" }), want: { "[taste]": "fine", "[clean]": "spotless" } },
  { kind: "matrix", key: "matrix_dual", cells: "dual", rows: aspects.slice(0, 1), options: grades, second: dishes, answer: rows({ taste: "good", "taste:2": "tea" }), want: { "[taste][1]": "good", "[taste][2]": "tea" } },
  { kind: "sum", options: dishes, answer: texts({ kebab: "60", stew: "0", tea: "40" }), want: { "[kebab]": 60, "[tea]": 40 } },
  { kind: "bestworst", options: dishes, answer: rows({ best: "tea", worst: "stew" }), want: { "[best]": "tea", "[worst]": "stew" } },
  { kind: "text", limits: { max: 200 }, answer: write("The bins stand too close."), want: { "": "The bins stand too close." } },
  { kind: "number", answer: write("۱۲"), want: { "": 12 } },
  { kind: "date", answer: day(), want: { "": DAY } },
  { kind: "time", answer: time("09:30", "0930AM"), want: { "": "09:30" } },
  { kind: "email", answer: write("sara@example.com"), want: { "": "sara@example.com" } },
  { kind: "phone", answer: write("+46 70 123 45 67"), want: { "": /^\+46/ }, column: { "": /46/ } },
  { kind: "contact", rows: lines, answer: texts({ name: "Sara", email: "sara@example.com" }), want: { "[name]": "Sara", "[email]": "sara@example.com" } },
  { kind: "consent", options: [option("yes", "I agree", "می‌پذیرم")], answer: pick("yes"), want: { "": "yes" } },
  { kind: "file", answer: (hand, name) => hand.upload(`${name}:file`, FILE), want: { "": /./ } },
  { kind: "signature", answer: write("Sara Lindqvist"), want: { "": "Sara Lindqvist" } },
  { kind: "hidden", want: { "": "poster" } },
  { kind: "calculated", formula: "nps * 10", want: { "": 90 } },
  { kind: "statement", answer: async () => {}, want: {}, column: {} },
  { kind: "ideas", answer: texts({ own: "A table by the window" }), want: { "[own]": "A table by the window" } },
  // The last page has nothing to go back from, so no kind stands on it.
  { kind: "text", key: "last", look: "line", required: false, answer: write("Bye"), want: { "": "Bye" } },
].map((one) => ({ key: one.key ?? one.kind, ...one }));

/** Those that stand on a page, in their order. */
export const SHOWN = KINDS.filter(({ answer }) => answer);
/** What the address gives the hidden question. */
export const HIDDEN = "hidden=poster";

/** Those that stand on a page of one of two surveys that share them; both have the last page. */
export function half(which) {
  return SHOWN.filter(({ key }, place) => key === "last" || place % 2 === which);
}

export function definition(kinds = KINDS) {
  const questions = kinds.map(({ answer, want, column, ...question }) => ({
    title: answer ? words(`What about ${question.key}?`, `${question.key} چطور بود؟`) : {},
    low: words("not at all", "اصلاً"),
    high: words("very much", "بسیار"),
    required: !!answer && question.kind !== "statement",
    ...question,
  }));
  return { languages: ["en", "fa"], title: words("Every kind", "همهٔ گونه‌ها"), questions };
}

// How a kind is answered: with a hand, on the fields whose names begin with `name`.

function pick(...values) {
  return async (hand, name) => {
    for (const value of values) await hand.pick(name, value);
  };
}
function write(text) {
  return (hand, name) => hand.write(name, text);
}
function choose(value) {
  return (hand, name) => hand.choose(name, value);
}
function own(value, text) {
  return async (hand, name) => {
    await hand.pick(name, value);
    await hand.write(`${name}:other`, text);
  };
}
function places(of) {
  return async (hand, name) => {
    // From the top of the page down, as the keyboard goes.
    for (const { key } of dishes) await hand.choose(`${name}:${key}`, of[key]);
  };
}
function rows(of) {
  return async (hand, name) => {
    for (const [row, values] of Object.entries(of)) for (const value of [values].flat()) await hand.pick(`${name}:${row}`, value);
  };
}
function texts(of) {
  return async (hand, name) => {
    for (const [sub, text] of Object.entries(of)) await hand.write(`${name}:${sub}`, text);
  };
}
function day() {
  return async (hand, name) => {
    if (await hand.page.locator(`[name="${name}"]`).count()) return hand.write(name, DAY, "11112026");
    await hand.write(`${name}:day`, DAY_PERSIAN.day);
    await hand.choose(`${name}:month`, DAY_PERSIAN.month);
    await hand.write(`${name}:year`, DAY_PERSIAN.year);
  };
}
function time(value, keys) {
  return (hand, name) => hand.write(name, value, keys);
}

let turned = 0;
/** Does what leads to another page, and waits for that page. Each comes from an address of its own, as if every page
 * were answered by somebody else: one address may not send pages as fast as this. */
async function turn(page, deed) {
  turned++;
  await page.context().setExtraHTTPHeaders({ "x-forwarded-for": `198.51.${turned >> 8}.${turned & 255}` });
  const loaded = page.waitForEvent("load");
  await deed();
  await loaded;
}

/** Answers as a finger or a mouse does. */
export class Pointer {
  constructor(page) {
    this.page = page;
  }
  pick(name, value) {
    return this.page.locator(`[name="${name}"][value="${value}"]`).check();
  }
  write(name, text) {
    return this.page.locator(`[name="${name}"]`).fill(text);
  }
  choose(name, value) {
    return this.page.locator(`[name="${name}"]`).selectOption(value);
  }
  upload(name, file) {
    return this.page.locator(`[name="${name}"]`).setInputFiles(file);
  }
  go(button = NEXT) {
    return turn(this.page, () => this.page.click(button));
  }
}

/** Answers with Tab, the arrows, Space, Enter and letters, and looks at each stop whether the focus can be seen. */
export class Keyboard {
  constructor(page) {
    this.page = page;
    page.on("filechooser", (chooser) => this.opened?.(chooser));
  }

  /** Presses Tab until an element has the focus. */
  async reach(selector) {
    for (let step = 0; step < 120; step++) {
      const at = await this.page.evaluate((what) => {
        const here = document.activeElement;
        if (!here?.matches(what)) return "elsewhere";
        const ring = [here, here.closest("label")].filter(Boolean).map((one) => getComputedStyle(one));
        return ring.some(({ outlineStyle, outlineWidth }) => outlineStyle !== "none" && parseFloat(outlineWidth) >= 2) ? "there" : "unseen";
      }, selector);
      assert.notEqual(at, "unseen", `nobody sees that ${selector} has the focus`);
      if (at === "there") return;
      await this.page.keyboard.press("Tab");
    }
    assert.fail(`the keyboard does not reach ${selector}`);
  }

  focused(property) {
    return this.page.evaluate((name) => document.activeElement[name], property);
  }

  async pick(name, value) {
    if (await this.page.locator(`[name="${name}"]`).first().getAttribute("type") === "checkbox") {
      await this.reach(`[name="${name}"][value="${value}"]`);
      return this.page.keyboard.press("Space");
    }
    await this.reach(`[name="${name}"]`);
    for (let step = 0; step < 20 && await this.focused("value") !== value; step++) await this.page.keyboard.press("ArrowDown");
    if (!await this.focused("checked")) await this.page.keyboard.press("Space");
    assert.deepEqual([await this.focused("value"), await this.focused("checked")], [value, true], name);
  }

  async write(name, text, keys = text) {
    await this.reach(`[name="${name}"]`);
    await this.page.keyboard.type(keys);
    assert.equal(await this.focused("value"), text, name);
  }

  async choose(name, value) {
    await this.reach(`[name="${name}"]`);
    for (let step = 0; step < 40 && await this.focused("value") !== value; step++) await this.page.keyboard.press("ArrowDown");
    assert.equal(await this.focused("value"), value, name);
  }

  async upload(name, file) {
    await this.reach(`[name="${name}"]`);
    const opened = new Promise((resolve) => (this.opened = resolve));
    await this.page.keyboard.press("Enter");
    await (await opened).setFiles(file);
  }

  async go(button = NEXT) {
    await this.reach(button);
    await turn(this.page, () => this.page.keyboard.press("Enter"));
  }
}
