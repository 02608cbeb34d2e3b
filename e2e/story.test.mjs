// The main story: a survey made in the browser, answered in Persian on a phone without JavaScript, seen on the
// dashboard and on Home, answered by a member. On every database.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { axe, becomeOwner, browser, DATABASES, Nabz, overflows } from "./rig.mjs";

const NEXT = ".acts button.go:not(.back)";

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

    let survey, link, key;

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

    test("a question is added that only the unhappy see, tried out and published", async () => {
      const editor = `${nabz.url}/listen/surveys/${survey}`;
      await page.goto(editor);
      await page.click("[data-add=last]");
      await page.click("#picker button[value=rating]");
      await page.waitForURL(/\/questions\/rating$/);
      for (const [tag, title] of Object.entries({ en: "The tables?", fa: "میزها؟", ar: "الطاولات؟", sv: "Borden?" })) await page.fill(`[name='title.${tag}']`, title);
      await page.click("button[name=go][value=logic]");
      await page.waitForURL(/\/logic$/);
      await exchanged(() => page.click("button[name=do][value$=':add']"));
      await exchanged(() => page.selectOption("select[name$='.of']", "nps"));
      await exchanged(() => page.selectOption("select[name$='.is']", "le"));
      await page.fill("input[name$='.value']", "6");
      await page.click("main form button.primary");
      await page.goto(`${editor}/logic`);
      assert.match(await page.textContent("main .rules"), /nps <= 6/);
      for (const [score, sees] of [["2", true], ["9", false]]) {
        await page.goto(`${editor}/try?lang=fa`);
        const frame = page.frameLocator("iframe[name=preview]");
        await frame.locator(`[name='a.nps'][value='${score}']`).check({ force: true });
        let seen = false;
        for (let step = 0; step < 8 && await frame.locator(NEXT).count(); step++) {
          seen ||= await frame.locator("[name='a.rating']").count() > 0;
          const told = page.waitForResponse((response) => response.url().includes("/try/page"));
          await frame.locator(NEXT).click();
          await told;
          await frame.locator("main").waitFor();
        }
        assert.equal(seen, sees, `the preview after a ${score}`);
      }
      await page.goto(editor);
      await page.click(`form[action$="/publish"] button`);
      await page.waitForURL(/\/share$/);
      await page.goto(`${editor}/versions`);
      assert.match(await page.textContent("main"), /2/);
    });

    test("it is answered in Persian on a phone without JavaScript", async () => {
      const phone = await chromium.newContext({ locale: "fa-IR", javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
      const form = await phone.newPage();
      await form.goto(link);
      assert.equal(await form.getAttribute("html", "lang"), "fa");
      assert.equal(await form.getAttribute("html", "dir"), "rtl");
      await form.check("input[name='a.nps'][value='2']", { force: true });
      await form.click(NEXT);
      let asked = 0;
      for (let step = 0; step < 12 && !form.url().includes("/thanks"); step++) {
        const text = form.locator("textarea[name^='a.']");
        if (await text.count()) await text.fill("سطل‌های زباله خیلی نزدیک میزها بود");
        const tables = form.locator("[name='a.rating'][value='1']");
        if (await tables.count()) {
          asked++;
          await tables.check({ force: true });
        }
        await form.click(NEXT);
      }
      assert.equal(asked, 1, "a low score is asked about the tables");
      assert.match(form.url(), /\/thanks/);
      await phone.close();
    });

    test("the number moves on the dashboard by itself, and leads to the answer", async () => {
      await page.goto(`${nabz.url}/understand/surveys/${survey}`);
      const numbers = page.locator("#numbers .stats");
      assert.match(await numbers.textContent(), /−100|-100/);
      await respond("from-outside", 10);
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
      await page.fill("#f-note", "Called the guest; the bins are moved.");
      await page.click("form[action$='/notes'] button");
      await page.click("button[form='elsewhere']");
      await page.goto(`${nabz.url}/`);
      assert.equal(await page.locator("#loose a.case-row").count(), 0);
    });

    test("the report is shared with somebody who has no account, until it is taken back", async () => {
      const shares = `${nabz.url}/understand/surveys/${survey}/shares`;
      await page.goto(shares);
      await page.fill("#new [name=name]", "The board");
      await page.click("#new button.primary");
      const address = await page.inputValue("input[value*='/r/']");
      const stranger = await (await chromium.newContext({ locale: "en-GB" })).newPage();
      await stranger.goto(address);
      assert.doesNotMatch(await stranger.textContent("main"), /recommend/, "two answers are too few to show");
      for (let n = 0; n < 4; n++) await respond(`from-outside-${n}`, 9);
      await stranger.goto(address);
      assert.match(await stranger.textContent("main"), /recommend/);
      assert.doesNotMatch(await stranger.textContent("body"), /سطل/, "no words of respondents unless they were shared");
      await page.goto(shares);
      await page.click("#shares form button");
      await page.waitForLoadState();
      assert.equal((await stranger.goto(address)).status(), 404);
      await stranger.context().close();
    });

    test("no page of the story has a fault that axe sees, nor sticks out sideways", async () => {
      const visitor = await (await chromium.newContext({ viewport: { width: 320, height: 700 } })).newPage();
      await visitor.goto(link);
      assert.deepEqual(await axe(visitor), []);
      assert.equal(await overflows(visitor), false);
    });

    /** What changes the builder of conditions, until the page has the new one. */
    async function exchanged(act) {
      await page.locator(".builder").evaluate((builder) => { builder.dataset.old = "1"; });
      await act();
      await page.locator(".builder:not([data-old])").waitFor();
    }

    async function respond(id, score) {
      key ??= await nabz.cli("key", "add", "--scope", "responses");
      const sent = await fetch(`${nabz.url}/api/v1/surveys/${await surveyKey()}/responses`, {
        method: "POST",
        headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
        body: JSON.stringify({ id, answers: { [await scoreKey()]: score }, language: "en" }),
      });
      assert.equal(sent.status, 201, await sent.text());
    }

    async function surveyKey() {
      return JSON.parse(await nabz.cli("export", "surveys"))[0].key;
    }

    async function scoreKey() {
      return JSON.parse(await nabz.cli("export", "surveys"))[0].definition.questions.find((question) => question.kind === "nps").key;
    }
  });
}
