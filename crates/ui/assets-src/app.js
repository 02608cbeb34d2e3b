// What member pages gain with script: the command palette, menus that close, copying, bulk selection, charts.
// Everything here is an addition; pages work without it.

const $ = (selector, root = document) => root.querySelector(selector);
const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];

document.addEventListener("DOMContentLoaded", () => {
  palette();
  charts();
});

// Menus are <details>: close them on Escape, on a click elsewhere, and when another opens.
document.addEventListener("click", (event) => {
  for (const menu of $$("details.menu[open]")) if (!menu.contains(event.target)) menu.open = false;
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of $$("details.menu[open]")) {
    const inside = menu.contains(document.activeElement);
    menu.open = false;
    if (inside) $("summary", menu).focus();
  }
});

document.addEventListener("click", async (event) => {
  const button = event.target.closest?.("[data-copy], [data-close], [data-print]");
  if (!button) return;
  if (button.dataset.copy !== undefined) {
    const source = document.getElementById(button.dataset.copy);
    try {
      await navigator.clipboard.writeText(source.value ?? source.textContent);
    } catch {
      // Pages over plain HTTP have no clipboard: select the text, so that one key copies it.
      source.select?.();
      return;
    }
    const said = $("[data-said]", button);
    if (said) said.hidden = false;
  } else if (button.dataset.close !== undefined) {
    button.closest(button.dataset.close || ".toast")?.remove();
  } else {
    window.print();
  }
});

// Texts that are read one after the other: j and k lead to the next and the one before, digits press the button that
// carries them. Keys that are typed into a field, or together with others, mean what they always mean.
document.addEventListener("keydown", (event) => {
  const list = $("[data-triage]");
  if (!list || event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.("input, textarea, select, dialog")) return;
  const texts = $$("article", list);
  // After a press the page comes back to the text that its address names.
  const inside = texts.findIndex((text) => text.contains(document.activeElement));
  const at = inside < 0 ? texts.findIndex((text) => text.matches(":target")) : inside;
  // A Persian or Arabic keyboard writes other signs: there the place of the key counts.
  const key = event.key > "~" ? event.code.replace(/^(Key|Digit|Numpad)/, "").toLowerCase() : event.key;
  const step = { j: 1, k: -1 }[key];
  const button = at >= 0 && /^[1-9]$/.test(key) && $(`[data-key="${key}"]`, texts[at]);
  if (step) (texts[at < 0 ? 0 : Math.max(0, Math.min(at + step, texts.length - 1))]).focus();
  else if (button) button.click();
  else return;
  event.preventDefault();
});

// Letters of a page: what carries one is pressed, or typed into where it is a field.
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.target.closest?.("input, textarea, select, dialog")) return;
  const key = event.key > "~" ? event.code.replace(/^Key/, "").toLowerCase() : event.key;
  const hot = /^[a-z]$/.test(key) && $(`[data-hot="${key}"]`);
  if (!hot) return;
  if (hot.matches("input, textarea")) hot.focus(); else hot.click();
  event.preventDefault();
});

// A box over a table selects its rows; the bulk bar says how many.
document.addEventListener("change", (event) => {
  const box = event.target;
  // Forms that filter are sent at once; their button is for pages without script.
  if (box.closest?.("form[data-auto]")) return box.form.requestSubmit();
  const wrap = box.closest?.(".table-wrap");
  if (!wrap || box.type !== "checkbox") return;
  const rows = $$("tbody input[type=checkbox]", wrap);
  if (box.matches("[data-all]")) for (const row of rows) row.checked = box.checked;
  const count = $("[data-count]", wrap.parentElement);
  if (count) count.textContent = new Intl.NumberFormat(document.documentElement.lang).format(rows.filter((row) => row.checked).length);
});

function palette() {
  const dialog = $("#palette");
  if (!dialog) return;
  const [input, list, none] = [$("input", dialog), $("ul", dialog), $(".none", dialog)];
  for (const { title, href } of visited()) {
    const item = $("template", dialog).content.cloneNode(true);
    $("a", item).href = href;
    $("[data-label]", item).textContent = title;
    list.append(item);
  }
  const links = $$("a", list);
  let shown = links;
  let at = 0;

  const fold = (text) => text.toLocaleLowerCase().normalize("NFKD").replace(/[\u0300-\u036f\u200c]/g, "").replaceAll("ي", "ی").replaceAll("ك", "ک");
  const select = (place) => {
    at = Math.max(0, Math.min(place, shown.length - 1));
    links.forEach((link) => link.setAttribute("aria-selected", String(link === shown[at])));
    input.setAttribute("aria-activedescendant", shown[at]?.id ?? "");
    shown[at]?.scrollIntoView({ block: "nearest" });
  };
  const filter = () => {
    const words = fold(input.value).split(/\s+/).filter(Boolean);
    shown = links.filter((link) => words.every((word) => fold(link.textContent).includes(word)));
    for (const link of links) link.parentElement.hidden = !shown.includes(link);
    none.hidden = shown.length > 0;
    select(0);
  };
  const open = () => {
    input.value = "";
    filter();
    dialog.showModal();
    input.focus();
  };

  links.forEach((link, place) => { link.id = `palette-${place}`; });
  for (const button of $$("[data-palette]")) button.addEventListener("click", open);
  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
      event.preventDefault();
      if (dialog.open) dialog.close(); else open();
    }
  });
  input.addEventListener("input", filter);
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown") select(at + 1);
    else if (event.key === "ArrowUp") select(at - 1);
    else if (event.key === "Enter") shown[at]?.click();
    else return;
    event.preventDefault();
  });
  dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
}

// The pages opened lately that name themselves with data-recent, newest first, kept in this browser only.
function visited() {
  const KEY = "nabz-recent";
  const MOST = 8;
  let pages = [];
  try {
    pages = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    const here = $("[data-recent]");
    if (here) {
      const page = { title: here.dataset.recent, href: location.pathname };
      const others = pages.filter((other) => other.href !== page.href);
      localStorage.setItem(KEY, JSON.stringify([page, ...others].slice(0, MOST)));
      pages = others;
    }
  } catch {
    // Storage may be switched off: then nothing is remembered.
  }
  return pages;
}

// Charts draw themselves when they come near the screen; their library is loaded once, by the first.
function charts() {
  const source = document.documentElement.dataset.charts;
  if (!source) return;
  let library;
  const load = () => (library ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = source;
    script.onload = resolve;
    script.onerror = reject;
    document.head.append(script);
  }));
  const near = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (!isIntersecting) continue;
      near.unobserve(target);
      load().then(() => window.nabzCharts.draw(target)).catch(() => { target.hidden = true; });
    }
  }, { rootMargin: "200px" });
  const seen = new WeakSet();
  const find = () => {
    for (const plot of $$("[data-chart]")) {
      if (!seen.has(plot)) near.observe(plot);
      seen.add(plot);
    }
  };
  find();
  // Fragments that htmx swaps in bring new ones, or new numbers for those that stand.
  new MutationObserver((changes) => {
    for (const { type, target } of changes) if (type === "attributes") { seen.delete(target); near.unobserve(target); }
    find();
  }).observe(document.body, { childList: true, subtree: true, attributeFilter: ["data-chart"] });
}
