// What the editor's script adds to pictures and colours: pictures that were chosen outlast a change of the form, a colour
// and its picker are in step. Both work without it, which the stories of the crates tell.

import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { Nabz, becomeOwner, browser } from "./rig.mjs";

/** The smallest picture there is. */
const GIF = Buffer.from("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7", "base64");

let chromium, nabz, page, survey;
before(async () => {
  chromium = await browser();
  nabz = await Nabz.start();
  page = await (await chromium.newContext({ locale: "en-GB" })).newPage();
  page.setDefaultTimeout(10_000);
  await becomeOwner(page, nabz);
  const option = (key) => ({ key, label: { en: key } });
  const question = { key: "cup", kind: "image", title: { en: "Which cup?" }, options: [option("red"), option("blue")] };
  const file = join(nabz.data, "cups.json");
  writeFileSync(file, JSON.stringify({ languages: ["en"], title: { en: "Cups" }, questions: [question] }));
  await nabz.cli("survey", "define", "cups", file);
  await page.goto(`${nabz.url}/listen`);
  const path = await page.getByRole("link", { name: "Cups", exact: true }).first().getAttribute("href");
  survey = nabz.url + path;
});
after(async () => {
  await chromium?.close();
  await nabz?.stop();
});

test("a picture that was chosen outlasts a change of the form", async () => {
  await page.goto(`${survey}/questions/cup`);
  await page.setInputFiles("[name='option.0.picture']", { name: "red.gif", mimeType: "image/gif", buffer: GIF });
  await page.click("button[name=do][value='option:more']");
  await page.waitForSelector("[name='option.4.key']", { state: "attached" });
  assert.equal(await page.locator("#list-option img").count(), 1);
  await page.fill("[name='option.0.alt.en']", "A red cup");
  await page.click(".savebar button[value=stay]");
  await page.waitForSelector(".toast");
  assert.equal(await page.locator("#list-option img").count(), 1);
  assert.equal(await page.inputValue("[name='option.0.alt.en']"), "A red cup");
});

test("a colour and its picker are in step, and the contrast follows the last one", async () => {
  await page.goto(`${survey}/theme`);
  const picker = (name) => page.locator(`[data-colour]:has(#f-${name}) [type=color]`);
  await page.fill("#f-accent", "7A2331");
  assert.equal(await picker("accent").inputValue(), "#7a2331");
  await page.fill("#f-accent", "");
  assert.equal(await picker("accent").inputValue(), await page.getAttribute("#f-accent", "placeholder"));
  await page.fill("#f-accent", "#7a2331");
  await page.dispatchEvent("#f-accent", "change");
  // At once: the answer about the first colour is still on its way.
  await picker("ink").fill("#cccccc");
  assert.equal(await page.inputValue("#f-ink"), "#cccccc");
  await page.locator("#contrast .chip.hot").waitFor();
});
