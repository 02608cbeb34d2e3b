// What the survey editor gains with script: parts of a page are exchanged instead of the page, questions and options
// are dragged, pictures are uploaded, and what logic did is shown beside the preview. Every act is a form without it.
import Sortable from "sortablejs";

const $ = (selector, root = document) => root.querySelector(selector);
const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];

// Sends a form and takes the parts of the answer that stand on this page. What has focus keeps it.
async function exchange(form, submitter, extra = {}) {
  const data = new FormData(form, submitter);
  // Pictures that were chosen go along: the part that comes back shows them.
  const body = form.enctype === "multipart/form-data" ? data : new URLSearchParams(data);
  for (const [name, value] of Object.entries(extra)) body.set(name, value);
  const action = submitter?.getAttribute("formaction") ?? form.getAttribute("action");
  let page;
  try {
    const answer = await fetch(action, { method: "POST", body, headers: { accept: "text/html" } });
    page = new DOMParser().parseFromString(await answer.text(), "text/html");
  } catch {
    // Without the network the form is sent as ever, so that the browser says what is wrong.
    return form.submit();
  }
  const parts = form.dataset.live === "self" ? $$("[data-part]", form) : [document.getElementById(form.dataset.live)];
  const found = form.dataset.live === "self" ? $("#" + CSS.escape(form.id || "none"), page) ?? page : page;
  const held = focused();
  const outer = parts.filter((part) => part && !part.parentElement.closest("[data-part]"));
  if (!outer.length) return form.submit();
  for (const part of outer) {
    const fresh = found.querySelector("#" + CSS.escape(part.id));
    if (fresh) part.replaceWith(document.importNode(fresh, true));
  }
  for (const name of ["mark"]) {
    const fresh = found.querySelector(`input[name=${name}]`);
    const old = form.isConnected && $(`input[name=${name}]`, form);
    if (fresh && old && form.dataset.live !== "self") old.value = fresh.value;
  }
  $(".toast")?.remove();
  const toast = $(".toast", page);
  if (toast) document.body.append(document.importNode(toast, true));
  for (const notice of $$(".page > .notice", page)) if (notice.matches(".warn, .bad")) $(".page").prepend(document.importNode(notice, true));
  begin();
  refocus(held);
}

function focused() {
  const at = document.activeElement;
  if (!at || at === document.body) return null;
  const form = at.closest("form");
  return { id: at.id, name: at.name, value: at.tagName === "BUTTON" ? at.value : null, action: form?.getAttribute("action"), item: at.closest("[data-key]")?.dataset.key };
}

function refocus(held) {
  if (!held || document.activeElement !== document.body) return;
  const root = held.item ? $(`[data-key="${CSS.escape(held.item)}"]`) ?? document : document;
  const value = held.value === null ? "" : `[value="${CSS.escape(held.value)}"]`;
  const found = (held.name && $(`[name="${CSS.escape(held.name)}"]${value}`, root)) || (held.id && document.getElementById(held.id));
  const target = found && !found.disabled ? found : $("button:not(:disabled), summary, a", root === document ? $("main") : root);
  target?.focus();
}

document.addEventListener("submit", (event) => {
  const { target: form, submitter } = event;
  const live = form.dataset.live;
  // Forms that save go on to another page; only their buttons that change what is shown are exchanged.
  if (!live || submitter?.dataset.whole !== undefined || (live === "self" && submitter?.name !== "do")) return;
  event.preventDefault();
  exchange(form, submitter);
});

// Another subject has other tests and values.
document.addEventListener("change", (event) => {
  const field = event.target;
  if (field.matches?.("[data-look]")) {
    // A field outside of all parts decides what the parts offer.
    const builder = field.closest(".builder");
    exchange(field.form, null, { do: builder ? `${builder.id.replace("builder-", "")}:look` : "look" });
  } else if (field.matches?.("[data-look-form]")) {
    // Which fields there are depends on it: the whole form comes anew.
    field.form.requestSubmit($("[data-looks]", field.parentElement));
  }
});

document.addEventListener("click", (event) => {
  const add = event.target.closest?.("[data-add]");
  const picker = $("#picker");
  if (add && picker) {
    event.preventDefault();
    $("[name=at]", picker).value = add.dataset.add;
    picker.showModal();
    $("[data-find]", picker).focus();
  } else if (event.target === picker || event.target.closest?.("[data-dismiss]")) {
    picker?.close();
  }
  const step = event.target.closest?.("[data-step]");
  if (step) {
    const row = step.closest("li");
    const other = step.dataset.step < 0 ? row.previousElementSibling : row.nextElementSibling;
    if (other) step.dataset.step < 0 ? other.before(row) : other.after(row);
    number(row.parentElement);
    step.focus();
  }
  const unset = event.target.closest?.("[data-unset]");
  if (unset) {
    $("[name='media.file']", unset.closest("[data-media]")).value = "";
    $("[data-told]", unset.closest("[data-media]")).textContent = "";
    unset.remove();
  }
});

document.addEventListener("input", (event) => {
  if (!event.target.matches?.("[data-find]")) return;
  const words = event.target.value.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  for (const item of $$(".kinds > li", event.target.form)) {
    const text = item.textContent.toLocaleLowerCase();
    item.hidden = !words.every((word) => text.includes(word));
  }
  for (const group of $$("section:has(> .kinds)", event.target.form)) group.hidden = !$("li:not([hidden])", group);
});
// A colour is typed or picked; either way both show it. Only the text is sent.
document.addEventListener("input", (event) => {
  const box = event.target.closest?.("[data-colour]");
  if (!box) return;
  const [picker, text] = [$("[type=color]", box), $("input:not([type=color])", box)];
  if (event.target === picker) {
    text.value = picker.value;
    return;
  }
  const digits = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(text.value.trim() || text.placeholder)?.[1];
  if (digits) picker.value = "#" + (digits.length === 3 ? digits.replace(/./g, "$&$&") : digits).toLowerCase();
});
document.addEventListener("keydown", (event) => {
  // Enter in the search takes the first kind that is left.
  if (event.key === "Enter" && event.target.matches?.("[data-find]")) {
    event.preventDefault();
    $(".kinds li:not([hidden]) button", event.target.form)?.click();
  }
});

// Places are what the form sends; they follow what is seen.
function number(list) {
  $$("li", list).forEach((row, place) => {
    const field = $(".place", row);
    if (field) field.value = place + 1;
  });
}

document.addEventListener("change", async (event) => {
  const box = event.target.closest?.("[data-media]");
  if (!box || event.target.type !== "file" || !event.target.files.length) return;
  const body = new FormData();
  body.append("file", event.target.files[0]);
  const told = $("[data-told]", box);
  told.textContent = "…";
  const answer = await fetch(box.dataset.media, { method: "POST", body, headers: { accept: "application/json" } });
  const file = await answer.json().catch(() => ({}));
  if (!answer.ok) {
    told.textContent = file.message ?? answer.statusText;
    return;
  }
  $("[name='media.file']", box).value = file.id;
  $("[name='media.kind']", box).value = file.kind;
  told.textContent = file.name;
});

function begin() {
  const outline = $("[data-sort]");
  for (const list of $$("[data-list]")) {
    if (Sortable.get(list)) continue;
    new Sortable(list, {
      group: "questions", handle: ".grip", draggable: ".q", ghostClass: "ghost", animation: matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 120,
      onEnd({ item, to, from, newDraggableIndex, oldDraggableIndex }) {
        if (to === from && newDraggableIndex === oldDraggableIndex) return;
        const form = document.createElement("form");
        form.action = `${outline.dataset.sort}${encodeURIComponent(item.dataset.key)}/move`;
        form.method = "post";
        form.dataset.live = "outline";
        form.hidden = true;
        document.body.append(form);
        exchange(form, null, { to: `${to.dataset.list}:${newDraggableIndex}`, mark: outline.dataset.mark }).then(() => form.remove());
      },
    });
  }
  for (const list of $$("[data-rows]")) {
    if (!Sortable.get(list)) new Sortable(list, { handle: ".grip", animation: 120, onEnd: () => number(list) });
  }
  for (const frame of $$("iframe[data-fired]")) {
    if (frame.dataset.heard) continue;
    frame.dataset.heard = "1";
    frame.addEventListener("load", () => tell(frame));
    tell(frame);
  }
}

// What logic did stands at the end of the previewed page; here it stands beside the frame.
function tell(frame) {
  const told = frame.contentDocument?.getElementById("fired");
  if (!told) return;
  const panel = document.getElementById(frame.dataset.fired);
  panel.replaceChildren(...[...told.children].filter((child) => child.tagName !== "SUMMARY").map((child) => document.importNode(child, true)));
  told.remove();
}

begin();
