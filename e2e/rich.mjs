// A survey that has one of everything that the editor and the reports can show: blocks, a loop, ways on, a quota, an
// ending, a calculated value, texts in four languages with gaps.

const words = (en, fa, ar, sv) => ({ en, fa, ar, sv });
const choice = (key, en, fa, ar, sv, more = {}) => ({ key, label: words(en, fa, ar, sv), ...more });

const dishes = [
  choice("kebab", "Kebab", "کباب", "كباب", "Kebab"),
  choice("stew", "Herb stew", "قرمه‌سبزی", "يخنة الأعشاب", "Örtgryta"),
  choice("rice", "Saffron rice", "چلو", "أرز بالزعفران", "Saffransris"),
];
const grades = [choice("bad", "Bad", "بد", "سيئ", "Dåligt"), choice("fair", "Fair", "میانه", "مقبول", "Okej"), choice("good", "Good", "خوب", "جيد", "Bra")];
const aspects = [choice("taste", "Taste", "مزه", "المذاق", "Smak"), choice("clean", "Cleanliness", "پاکیزگی", "النظافة", "Renlighet")];
const yesno = [choice("yes", "Yes", "بله", "نعم", "Ja"), choice("no", "No", "نه", "لا", "Nej")];

const test = (of, is, value) => ({ test: { of, is, value } });

export const RICH = {
  languages: ["en", "fa", "ar", "sv"],
  title: words("A long evening", "یک شب دراز", "أمسية طويلة", "En lång kväll"),
  intro: words("Tell us about your evening.", "از شب خود بگویید.", "حدثونا عن أمسيتكم.", "Berätta om din kväll."),
  questions: [
    { key: "nps", kind: "nps", title: words("Would you recommend us?", "ما را پیشنهاد می‌کنید؟", "هل توصون بنا؟", "Skulle du rekommendera oss?"), required: true },
    { key: "grown", kind: "yesno", title: words("Are you of age?", "بزرگ‌سال هستید؟", "هل أنتم بالغون؟", "Är du myndig?"), options: yesno },
    { key: "why", kind: "text", title: words("You gave {nps}. Why?", "امتیاز شما {nps} بود. چرا؟", "أعطيتم {nps}. لماذا؟", "Du gav {nps}. Varför?"), when: { any: [test("nps", "le", 6), { all: [test("grown", "eq", "yes"), test("nps", "ge", 9)] }] } },
    { key: "ate", kind: "choices", title: words("What did you eat?", "چه خوردید؟", "ماذا أكلتم؟", "Vad åt du?"), options: [...dishes, choice("x", "Something else", "چیز دیگر", "شيء آخر", "Något annat", { other: true })], order: "shuffled" },
    { key: "taste", kind: "rating", title: words("How was {item}?", "{item} چطور بود؟", "كيف كان {item}؟", "Hur var {item}?"), look: "stars" },
    { key: "table", kind: "matrix", title: words("And the table?", "و میز؟", "والطاولة؟", "Och bordet?"), rows: aspects, options: grades },
    { key: "parts", kind: "matrix", cells: "rating", title: words("In parts", "جدا جدا", "بالتفصيل", "I delar"), rows: aspects },
    { key: "best", kind: "bestworst", title: words("The best and the worst", "بهترین و بدترین", "الأفضل والأسوأ", "Bäst och sämst"), options: dishes },
    { key: "order", kind: "ranking", title: words("In which order?", "به چه ترتیب؟", "بأي ترتيب؟", "I vilken ordning?"), options: dishes },
    { key: "shares", kind: "sum", title: words("Share out 100 points", "۱۰۰ امتیاز را پخش کنید", "وزعوا ١٠٠ نقطة", "Fördela 100 poäng"), options: dishes },
    { key: "people", kind: "number", title: words("How many were you?", "چند نفر بودید؟", "كم كان عددكم؟", "Hur många var ni?"), limits: { min: 1, max: 40, decimals: 0 } },
    { key: "day", kind: "date", title: words("Which day?", "چه روزی؟", "أي يوم؟", "Vilken dag?"), limits: { earliest: "2020-01-01" } },
    { key: "wishes", kind: "ideas", title: words("What do you wish for?", "چه آرزویی دارید؟", "ماذا تتمنون؟", "Vad önskar du?") },
    // Words that nobody has translated yet.
    { key: "last", kind: "slider", title: { en: "And the evening as a whole?" }, low: { en: "dull" }, high: { en: "bright" } },
    { key: "mean", kind: "calculated", title: {}, formula: "(parts[taste] + parts[clean]) / 2" },
    { key: "source", kind: "hidden", title: {} },
  ],
  blocks: [
    { key: "start", name: "The start", pages: [{ questions: ["nps", "grown"], then: [{ when: test("grown", "eq", "no"), to: "ending:young" }, { when: test("nps", "ge", 9), to: "block:table" }] }, { questions: ["why"] }] },
    { key: "table", name: "The table", when: test("nps", "answered"), pages: [{ questions: ["ate", "table", "parts"] }] },
    { key: "dishes", name: "Each dish", each: "ate", shuffled: true, order: "shuffled", pages: [{ questions: ["taste"] }] },
    { key: "close", pages: [{ questions: ["best", "order", "shares"], when: test("nps", "answered") }, { questions: ["people", "day", "wishes", "last"] }] },
  ],
  quotas: [{ key: "unhappy", name: "Unhappy guests", limit: 50, when: { all: [test("nps", "le", 6), test("response.language", "eq", "fa")] }, ending: "young" }],
  endings: [
    { key: "young", title: words("Thank you", "سپاس", "شكرًا", "Tack"), text: words("We ask grown-ups only.", "تنها از بزرگ‌سالان می‌پرسیم.", "نسأل البالغين فقط.", "Vi frågar bara vuxna."), outcome: "screened" },
    { key: "shop", redirect: "https://example.com/thanks?from={source}" },
  ],
  theme: { accent: "#7a2e8f", font: "rounded" },
};

/** Answers that are alike each time and yet spread over all options. */
export function answers(n) {
  const at = (list, step) => list[(n * step) % list.length].key;
  const nps = (n * 7) % 11;
  const order = [...dishes.slice(n % 3), ...dishes.slice(0, n % 3)].map(({ key }) => key);
  return {
    nps, grown: "yes", ate: n % 3 ? ["kebab", at(dishes, 2)].filter((key, i, all) => all.indexOf(key) === i) : { choices: ["x"], other: "Soup" },
    ...(nps <= 6 || nps >= 9 ? { why: n % 2 ? "The tea was cold and nobody came." : "کباب عالی بود و زود رسید." } : {}),
    table: { taste: at(grades, 1), clean: at(grades, 2) }, parts: { taste: 1 + (n % 5), clean: 1 + ((n * 3) % 5) },
    best: { best: order[0], worst: order[2] }, order, shares: { [order[0]]: 60, [order[1]]: 40 }, people: 1 + (n % 8),
    day: `2026-0${1 + (n % 9)}-1${n % 10}`, last: (n * 13) % 101,
  };
}
