// The main story: a survey made in the browser, answered in Persian on a phone without JavaScript, seen on the
// dashboard and on Home, answered by a member. On every database.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { axe, becomeOwner, browser, DATABASES, Nabz, overflows } from "./rig.mjs";

for (const database of DATABASES) {
  describe(`on ${database}`, () => {
    let chromium, nabz, desk, page;

    before(async () => {
      chromium = await browser();
      nabz = await Nabz.start("serve", { database });
      desk = await chromium.newContext({ locale: "en-GB", viewport: { width: 1440, height: 900 } });
      page = await desk.newPage();
    });

    after(async () => {
      await chromium?.close();
      await nabz?.stop();
    });

    let survey, link;

    test("the printed link makes the first owner, once", async () => {
      await becomeOwner(page, nabz);
      assert.match(await page.textContent("h1"), /Sara/);
      const stranger = await (await chromium.newContext()).newPage();
      const again = await stranger.goto(nabz.link);
      assert.ok(again.status() >= 400, `the link still works: ${again.status()}`);
    });

    test("a survey is made from a template in four languages and published", async () => {
      await page.goto(`${nabz.url}/listen/surveys/new`);
      await page.check("[name=template] >> nth=0");
      for (const tag of ["en", "fa", "ar", "sv"]) await page.check(`[name=language][value=${tag}]`);
      await page.click("main button.primary");
      await page.waitForURL(/\/listen\/surveys\/srv_/);
      survey = page.url().match(/srv_[a-z0-9]+/)[0];
      await page.click(`form[action$="/publish"] button`);
      await page.waitForURL(/\/share$/);
      link = await page.inputValue(`input[value*="/s/"]`);
      assert.ok(link.startsWith(`${nabz.url}/s/`), link);
    });

    test("it is answered in Persian on a phone without JavaScript", async () => {
      const phone = await chromium.newContext({ locale: "fa-IR", javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
      const form = await phone.newPage();
      await form.goto(link);
      assert.equal(await form.getAttribute("html", "lang"), "fa");
      assert.equal(await form.getAttribute("html", "dir"), "rtl");
      await form.check("input[name=answer][value='2']", { force: true });
      await form.click(".acts button.go:not(.back)");
      for (let step = 0; step < 12 && !form.url().includes("/thanks"); step++) {
        const text = form.locator("textarea[name=answer]");
        if (await text.count()) await text.fill("سطل‌های زباله خیلی نزدیک میزها بود");
        await form.click(".acts button.go:not(.back)");
      }
      assert.match(form.url(), /\/thanks/);
      await phone.close();
    });

    test("the number moves on the dashboard by itself, and leads to the answer", async () => {
      await page.goto(`${nabz.url}/understand/surveys/${survey}`);
      const numbers = page.locator("#numbers .stats");
      assert.match(await numbers.textContent(), /−100|-100/);
      const key = await nabz.cli("key", "add", "--scope", "responses");
      const sent = await fetch(`${nabz.url}/api/v1/surveys/${await surveyKey()}/responses`, {
        method: "POST",
        headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
        body: JSON.stringify({ id: "from-outside", answers: { [await scoreKey()]: 10 }, language: "en" }),
      });
      assert.equal(sent.status, 201, await sent.text());
      await page.waitForFunction(() => /(^|\D)0(\D|$)/.test(document.querySelector("#numbers .stats .v").textContent), null, { timeout: 10000 });
      await page.click("#numbers .stats a");
      await page.waitForURL(/\/answers/);
      assert.match(await page.textContent("main"), /سطل‌های زباله|from-outside|10/);
    });

    test("the low score stands on Home until somebody has answered it", async () => {
      await page.goto(`${nabz.url}/`);
      const complaint = page.locator("#loose a.case-row");
      assert.equal(await complaint.count(), 1);
      assert.match(await complaint.textContent(), /سطل/);
      await complaint.click();
      await page.fill("textarea[name=text]", "Called the guest; the bins are moved.");
      await page.click("form[action$='/notes'] button");
      await page.click("form[action$='/answer'] button");
      await page.goto(`${nabz.url}/`);
      assert.equal(await page.locator("#loose a.case-row").count(), 0);
    });

    test("no page of the story has a fault that axe sees, nor sticks out sideways", async () => {
      const visitor = await (await chromium.newContext({ viewport: { width: 320, height: 700 } })).newPage();
      await visitor.goto(link);
      assert.deepEqual(await axe(visitor), []);
      assert.equal(await overflows(visitor), false);
    });

    async function surveyKey() {
      return JSON.parse(await nabz.cli("export", "surveys"))[0].key;
    }

    async function scoreKey() {
      return JSON.parse(await nabz.cli("export", "surveys"))[0].definition.questions.find((question) => question.kind === "nps").key;
    }
  });
}
