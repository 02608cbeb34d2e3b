// The whole chain, by hand in the browser: an answer, its topic, the case that a rule opens, the reply by mail, the
// customer's answer to it, an initiative, its measured effect, and the message to exactly those customers. In English
// and in Persian, on every database.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { MailServer, until } from "./mail.mjs";
import { axe, becomeOwner, browser, DATABASES, Nabz, overflows } from "./rig.mjs";

const NEXT = ".acts button.go:not(.back)";
const WEEK = 7 * 86_400_000;
/** Weeks before and after the bins were moved. */
const WEEKS = 8;
const MOVED = ["Soho", "Vasa"];
const OTHERS = ["Camden", "Kungsholm", "Marylebone", "Odenplan", "Shoreditch", "Sodermalm"];

const SAID = {
  en: { bins: "The bins stood right next to our table and they smelled.", good: "Lovely food, friendly people.", reply: "Dear Sara,\n\nthe bins have been moved.", answer: "Thank you, that is much better!", told: "You told us that the bins were too close to the tables. We have moved them." },
  fa: { bins: "سطل‌های زباله خیلی نزدیک میز ما بود و بو می‌داد.", good: "غذا عالی بود و رفتار کارکنان گرم.", reply: "سارای گرامی،\n\nسطل‌ها را جابه‌جا کردیم.", answer: "سپاسگزارم، خیلی بهتر شد!", told: "گفتید که سطل‌های زباله خیلی نزدیک میزها بود. آن‌ها را جابه‌جا کردیم." },
};

const SURVEY = {
  languages: ["en", "fa"],
  title: { en: "Your visit", fa: "دیدار شما" },
  questions: [
    { key: "nps", kind: "nps", title: { en: "Would you recommend us?", fa: "ما را توصیه می‌کنید؟" }, required: true },
    { key: "why", kind: "text", title: { en: "Why?", fa: "چرا؟" } },
    { key: "tell", kind: "consent", purpose: "follow_up", title: { en: "Afterwards", fa: "پس از این" }, options: [{ key: "yes", label: { en: "You may tell me what came of it", fa: "می‌توانید نتیجه را به من بگویید" } }] },
  ],
};

for (const database of DATABASES) {
  for (const language of ["en", "fa"]) {
    describe(`in ${language} on ${database}`, () => {
      const words = SAID[language];
      let chromium, nabz, mail, page, keys, queue, caseAt, initiative;

      before(async () => {
        [chromium, mail] = await Promise.all([browser(), MailServer.start()]);
        nabz = await Nabz.start("serve", { database, env: mail.env });
        const desk = await chromium.newContext({ locale: language === "fa" ? "fa-IR" : "en-GB", viewport: { width: 1440, height: 900 } });
        page = await desk.newPage();
        await becomeOwner(page, nabz);
        assert.equal(await page.getAttribute("html", "lang"), language);
        keys = { all: await nabz.cli("key", "add", "--scope", "all"), mail: await nabz.cli("key", "add", "--scope", "mail") };
      });

      after(async () => {
        await chromium?.close();
        await nabz?.stop();
        mail?.stop();
      });

      test("sixteen weeks of answers are there", async () => {
        await api("surveys/visit", SURVEY);
        await api("surveys/visit/publish");
        const all = [];
        const now = Date.now();
        for (let week = -WEEKS; week < WEEKS; week++) {
          for (const branch of [...MOVED, ...OTHERS]) {
            for (let n = 0; n < 6; n++) {
              // Scores of a week lie around a mean that the moved branches leave behind from the day of the move.
              const better = MOVED.includes(branch) && week >= 0;
              const nps = (better ? [9, 10, 8, 9, 10, 9] : [5, 8, 9, 3, 7, 9])[n] - ((week + n) % 3 === 0 ? 1 : 0);
              all.push({ id: `${branch}-${week}-${n}`, answers: { nps }, attributes: { branch }, language, occurred_at: new Date(now + (week - WEEKS) * WEEK + n * 3_600_000).toISOString() });
            }
          }
        }
        // Who complained about the bins before they were moved: two that agreed, one that did not, and one of elsewhere.
        const complains = (id, branch, contact, tell) => ({ id, contact, answers: { nps: 3, why: words.bins, ...(tell ? { tell: "yes" } : {}) }, attributes: { branch }, language, occurred_at: new Date(now - (WEEKS + 2) * WEEK).toISOString() });
        all.push(complains("ali", "Soho", "ali@example.com", true), complains("eva", "Vasa", "eva@example.com", true), complains("mute", "Soho", "mute@example.com", false), complains("far", "Camden", "far@example.com", true));
        all.push({ id: "fan", contact: "fan@example.com", answers: { nps: 10, why: words.good, tell: "yes" }, attributes: { branch: "Soho" }, language, occurred_at: new Date(now - (WEEKS + 1) * WEEK).toISOString() });
        for (let at = 0; at < all.length; at += 200) await api("surveys/visit/responses", all.slice(at, at + 200));
      });

      test("a topic is made of the bins", async () => {
        await page.goto(`${nabz.url}/understand/topics/-/edit`);
        await page.fill("[name=name-en]", "Bins");
        await page.fill("[name=name-fa]", "سطل زباله");
        await page.fill("[name=rule-en]", "bin");
        await page.fill("[name=rule-fa]", "سطل");
        await page.click("main form button[value=save]");
        await page.waitForURL(/\/understand\/topics\/(?!-)[^/]+$/);
        await until(async () => {
          await page.reload();
          return (await page.textContent("main")).includes(language === "fa" ? "سطل‌های زباله خیلی" : "The bins stood");
        }, () => "the texts to be read anew");
      });

      test("a rule opens a case for each that speaks of them", async () => {
        await page.goto(`${nabz.url}/act/rules/-`);
        await page.fill("[name=name]", "Bins");
        await exchanged(() => page.click("button[name=do][value$=':add']"));
        await exchanged(() => page.selectOption("select[name$='.of']", "said.topic"));
        await page.locator("[name$='.value']").first().waitFor();
        const many = page.locator("fieldset.many input[name$='.value']");
        if (await many.count()) await many.first().check({ force: true });
        else await page.selectOption("select[name$='.value']", { index: 0 });
        await page.check("[name=is_on]");
        await page.click("main form button.primary");
        await page.waitForURL(/\/act\/rules$/);
        assert.match(await page.textContent("main"), /Bins/);
      });

      test("a customer answers through their own link, on a phone", async () => {
        const [{ url }] = await api("surveys/visit/links", [{ contact: "sara@example.com", attributes: { branch: "Soho" }, language }]);
        const phone = await chromium.newContext({ locale: language, viewport: { width: 390, height: 844 } });
        const form = await phone.newPage();
        await form.goto(url);
        assert.equal(await form.getAttribute("html", "lang"), language);
        for (let step = 0; step < 6 && !form.url().includes("/thanks"); step++) {
          const score = form.locator("input[name='a.nps'][value='2']");
          if (await score.count()) await score.check({ force: true });
          const why = form.locator("textarea[name='a.why']");
          if (await why.count()) await why.fill(words.bins);
          const tell = form.locator("input[name='a.tell']");
          if (await tell.count()) await tell.check({ force: true });
          const address = form.url();
          await form.click(NEXT);
          await form.waitForFunction((before) => location.href !== before || document.querySelector("main"), address);
          await form.waitForLoadState();
        }
        assert.match(form.url(), /\/thanks/);
        await phone.close();
      });

      test("the case is there, says why, and is answered by mail", async () => {
        // Low scores of the last weeks have opened cases of their own: the queue is narrowed to the rule.
        await page.goto(`${nabz.url}/act?which=open`);
        queue = nabz.url + await page.locator(".filters a[href*='rule=']").first().getAttribute("href");
        await until(async () => {
          await page.goto(queue);
          return await bins().count() === 1;
        }, () => "the case");
        await bins().locator("a[href*='/act/cases/']").click();
        caseAt = new URL(page.url()).pathname;
        const text = await page.textContent("main");
        assert.ok(text.includes(words.bins) && text.includes("Bins"), "what was said, and the rule");
        assert.equal(await page.inputValue("#reply [name=address]"), "sara@example.com");
        await page.fill("#reply [name=subject]", "Mizban");
        await page.fill("#reply [name=text]", words.reply);
        await page.click("#reply button.primary");
        await page.waitForLoadState();
        const [sent] = await mail.to("sara@example.com");
        assert.ok(sent.text.includes(words.reply.split("\n")[0]), sent.text);
        assert.match(sent.header("Reply-To"), /answers\+/);
      });

      test("what the customer answers comes back into the case", async () => {
        const [sent] = await mail.to("sara@example.com");
        const raw = `From: Sara <sara@example.com>\r\nTo: ${sent.header("Reply-To")}\r\nSubject: Re: Mizban\r\nMessage-ID: <${language}-1@example.com>\r\nIn-Reply-To: ${sent.header("Message-ID")}\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${words.answer}\r\n`;
        const taken = await fetch(`${nabz.url}/api/v1/mail`, { method: "POST", headers: { authorization: `Bearer ${keys.mail}`, "content-type": "message/rfc822" }, body: raw });
        assert.deepEqual(await taken.json(), { became: "threaded" });
        await page.goto(nabz.url + caseAt);
        assert.ok((await page.textContent("main")).includes(words.answer));
        await clean();
      });

      test("Enter in the reason closes those that are chosen", async () => {
        await page.goto(`${nabz.url}/act?which=loose`);
        const box = page.locator("input[name=id]").first();
        const id = await box.getAttribute("value");
        await box.focus();
        await page.keyboard.press("Space");
        await page.fill("[name=reason]", "A test");
        await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
        await page.goto(`${nabz.url}/act?which=closed`);
        assert.equal(await page.locator(`input[name=id][value="${id}"]`).count(), 1);
      });

      test("an initiative begins with the case", async () => {
        await page.goto(queue);
        await bins().locator("input[name=id]").check();
        await page.click("button[name=do][value=initiative]");
        await page.waitForURL(/\/act\/initiatives\/new/);
        await page.fill("[name=title]", "Move the bins away from the tables");
        const topic = await page.locator("select[name=topic] option").nth(1).getAttribute("value");
        await page.selectOption("select[name=topic]", topic);
        await exchanged(() => page.selectOption("select[name=measure]", "visit:nps"));
        const text = page.locator("textarea[name$='.text']");
        if (!await text.count()) await exchanged(() => page.click("button[name=do][value$=':text']"));
        await page.fill("textarea[name$='.text']", 'attr.branch in ["Soho", "Vasa"]');
        await page.selectOption("select[name=unit]", "branch");
        await page.fill("[name=expected]", "20");
        await page.selectOption("select[name=owner]", { index: 1 });
        await page.fill("[name=starts_on]", new Date(Date.now() - WEEKS * WEEK).toISOString().slice(0, 10));
        await page.fill("[name='task.0.title']", "Move them");
        await page.click("main form.form .btn.primary");
        await page.waitForLoadState();
        assert.match(page.url(), /\/act\/initiatives\/ini_/, await page.locator(".error").allTextContents().then(String));
        initiative = page.url().match(/ini_[a-z0-9]+/)[0];
        assert.ok((await page.textContent("main")).includes(words.bins), "the complaint that led to it");
        await clean();
      });

      test("it is done, and its effect is measured against the other branches", async () => {
        await page.click("#state form:has([value=done]) button");
        await page.waitForLoadState();
        await page.goto(`${nabz.url}/prove/effects/${initiative}`);
        const measure = page.locator(`form[action$="/measure"] button`);
        await measure.click();
        await page.waitForLoadState();
        const said = await page.textContent("main");
        const [effect] = JSON.parse(await nabz.cli("sql", "--format", "json", "select verdict, design, value, low, high from effects order by measured_at desc limit 1"));
        assert.deepEqual([effect.verdict, effect.design], ["improved", "did"], said);
        // By construction the moved branches gain about 67 points.
        assert.ok(effect.low > 20 && effect.low < effect.value && effect.value < effect.high, JSON.stringify(effect));
        await clean();
      });

      test("exactly those who led to it are told, once, in their language", async () => {
        await page.goto(`${nabz.url}/act/initiatives/${initiative}/told`);
        for (const tag of ["en", "fa"]) await page.fill(`[name='words.${tag}']`, SAID[tag].told);
        await page.click("main form .btn.primary");
        await page.waitForLoadState();
        const send = page.locator("button[name=do][value=send]");
        if (await send.count()) {
          await send.click();
          await page.waitForLoadState();
        }
        for (const who of ["ali", "eva"]) {
          const [told] = await mail.to(`${who}@example.com`);
          assert.ok(told.text.includes(words.told), told.text);
          assert.match(told.header("List-Unsubscribe-Post"), /One-Click/);
        }
        assert.equal((await mail.to("sara@example.com", 2)).length, 2, "the reply, and what was done");
        await clean();
        const others = mail.taken.filter((one) => /(mute|far|fan)@/.test(one.header("To")));
        assert.deepEqual(others, [], "nobody else");
        assert.equal(mail.taken.filter((one) => one.text.includes(words.told)).length, 3);
      });

      test("one page walks it from the answer to the message", async () => {
        await page.goto(`${nabz.url}/prove/chain/initiative/${initiative}`);
        const hrefs = await page.locator("main a").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
        for (const step of ["/understand/responses/", "/understand/topics/", caseAt, `/prove/effects/${initiative}`, "/prove/chain/message/"]) {
          assert.ok(hrefs.some((href) => href.startsWith(step)), `${step} among ${hrefs}`);
        }
        await clean();
      });

      /** The row of the queue that speaks of the bins. */
      function bins() {
        return page.locator("main table.queue tr").filter({ hasText: words.bins.slice(0, 20) });
      }

      /** Nothing that axe sees, on the desk and on a phone, and nothing that sticks out. */
      async function clean() {
        const desk = page.viewportSize();
        for (const size of [desk, { width: 390, height: 844 }]) {
          await page.setViewportSize(size);
          assert.deepEqual(await axe(page), [], page.url());
          await page.setViewportSize(size);
          assert.equal(await overflows(page), false, page.url());
        }
        await page.setViewportSize(desk);
      }

      /** What changes the builder of conditions, until the page has the new one. */
      async function exchanged(act) {
        await page.locator(".builder").evaluate((builder) => { builder.dataset.old = "1"; });
        await act();
        await page.locator(".builder:not([data-old])").waitFor();
      }

      async function api(path, body) {
        const sent = await fetch(`${nabz.url}/api/v1/${path}`, { method: "POST", headers: { authorization: `Bearer ${keys.all}`, "content-type": "application/json" }, body: body && JSON.stringify(body) });
        assert.ok(sent.ok, `${path}: ${sent.status} ${await sent.clone().text()}`);
        return sent.json();
      }
    });
  }
}
