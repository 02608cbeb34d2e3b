// Makes some kinds of questions easier; every page works without. Words come from the page, in its language.
(() => {
  const all = (what, within = document) => [...within.querySelectorAll(what)];
  const make = (tag, values) => Object.assign(document.createElement(tag), values);
  const lang = document.documentElement.lang, digits = new Intl.NumberFormat(lang == "ar" ? "ar-u-nu-arab" : lang);
  const say = (words, n) => words.replace("{n}", digits.format(n));
  // Digits of any of our scripts, as a number.
  const read = (text) => Number(text.replace(/[۰-۹٠-٩]/g, (d) => d.charCodeAt() & 15).replace("−", "-").replace(/[^\d.-]/g, "")) || 0;
  const changed = (field) => field.dispatchEvent(new Event("input", { bubbles: true }));

  // A slider beside its field; nothing is answered before it is touched.
  for (const field of all("[data-slide]")) {
    const [min, max] = field.dataset.slide.split(" ");
    const range = make("input", { type: "range", min, max, className: "unset" });
    range.ariaLabel = field.dataset.label;
    const follow = () => field.value.trim() ? (range.value = read(field.value), range.className = "") : (range.className = "unset");
    range.oninput = range.onpointerup = () => { field.value = digits.format(range.value).replace(/[٬,\s]/g, ""); range.className = ""; changed(field); };
    field.oninput = follow;
    field.closest(".slide").prepend(range);
    follow();
  }

  // A list that is searched.
  for (const select of all("[data-find]")) {
    const options = [...select.options], find = make("input", { type: "search", autocomplete: "off" });
    const status = make("small"); status.setAttribute("role", "status");
    find.placeholder = find.ariaLabel = select.dataset.find;
    const plain = (text) => text.normalize("NFKD").replace(/[\u0300-\u036f\u064b-\u065f]/g, "").replace(/ي/g, "ی").replace(/ك/g, "ک").toLowerCase();
    find.oninput = () => {
      const fits = options.filter((o, i) => !i || o.selected || plain(o.label).includes(plain(find.value.trim())));
      select.replaceChildren(...fits);
      status.textContent = find.value ? say(select.dataset.found, fits.length - 1) : "";
    };
    find.onkeydown = (event) => { if (event.key == "Enter") { event.preventDefault(); select.focus(); } };
    select.before(find); select.after(status);
  }

  // Words of one's own, options that rule out all others, "not applicable".
  document.addEventListener("input", ({ target }) => {
    const ask = target.closest(".ask"); if (!ask) return;
    const own = ask.querySelector("[data-own]"), other = own && document.getElementById(own.dataset.own);
    if (target == own && own.value) { other.checked = true; target = other; }
    if (target.type == "checkbox" && target.checked && target.name == (ask.querySelector("[data-alone]") || {}).name)
      for (const box of all("[type=checkbox]", ask)) if (box != target && (box.dataset.alone || target.dataset.alone)) box.checked = false;
    if (other && own != target && !other.checked) own.value = "";
    const na = ask.querySelector("[data-na]");
    if (!na || (target == na && !na.checked)) return;
    if (target != na) na.checked = false;
    else for (const field of all("input:not([type=hidden]),textarea,select", ask)) if (field != na) {
      if (/radio|checkbox/.test(field.type)) field.checked = false; else field.value = "";
      if (field.type == "range") field.className = "unset";
    }
  });

  // Characters and points, counted.
  for (const out of all("[data-count],[data-total]")) {
    const ask = out.closest(".ask"), count = () => {
      const total = out.dataset.total ? all("input[inputmode]", ask).reduce((sum, field) => sum + read(field.value), 0) : [...ask.querySelector("textarea,[type=text]").value].length;
      out.textContent = say(out.dataset.count || out.dataset.total, total);
    };
    ask.addEventListener("input", count); count(); out.hidden = false;
  }

  // A ranking: buttons and dragging beside the places.
  for (const list of all("[data-rank]")) {
    const rows = () => all(".row", list), field = (row) => row.querySelector("select,input"), max = +list.dataset.rank;
    const values = () => new Map(rows().map((row) => [row, field(row).value]));
    // `before`: as it was when the change of one field began. What that passes on its way, by arrow keys, displaces nothing.
    let editing, before, now = values();
    const over = () => { editing = null; };
    const number = () => { rows().forEach((row, i) => { field(row).value = i < max ? i + 1 : ""; }); now = values(); over(); };
    list.addEventListener("focusin", over); list.addEventListener("pointerdown", over);
    const move = (row, by) => {
      const at = rows().indexOf(row), to = rows()[at + by]; if (!to) return;
      by < 0 ? to.before(row) : to.after(row); number();
    };
    for (const row of rows()) {
      row.classList.add("up");
      field(row).addEventListener("change", () => {
        if (editing != row) { before = values().set(row, now.get(row)); editing = row; }
        for (const twin of rows()) if (twin != row) field(twin).value = before.get(before.get(twin) && before.get(twin) == field(row).value ? row : twin);
        now = values();
      });
      for (const [by, sign, words] of [[-1, "↑", list.dataset.up], [1, "↓", list.dataset.down]]) {
        const button = make("button", { type: "button", className: "mini", textContent: sign, ariaLabel: words.replace("{n}", row.dataset.label) });
        button.onclick = () => { move(row, by); button.focus(); };
        row.lastElementChild.append(button);
      }
      const grip = make("span", { className: "mini grip", textContent: "⠿", ariaHidden: "true" });
      grip.onpointerdown = (event) => { grip.setPointerCapture(event.pointerId); row.classList.add("drag"); event.preventDefault(); };
      grip.onpointermove = ({ clientY: y }) => {
        if (!row.classList.contains("drag")) return;
        const box = row.getBoundingClientRect();
        if (y < box.top) move(row, -1); else if (y > box.bottom) move(row, 1);
      };
      grip.onpointerup = grip.onpointercancel = () => row.classList.remove("drag");
      row.lastElementChild.append(grip);
    }
  }

  // A signature: drawn, in place of the name that is typed.
  for (const pad of all("[data-pad]")) {
    const ask = pad.closest(".ask"), path = ask.querySelector("path"), svg = pad.querySelector("svg"), field = ask.querySelector("[data-draw]");
    const clear = ask.querySelector("[data-clear]"), name = ask.querySelector("[type=text]");
    const set = (d) => { path.setAttribute("d", d); field.value = d.includes("L") ? d : ""; };
    const add = (letter, event) => {
      const box = svg.getBoundingClientRect(), d = path.getAttribute("d") || "";
      const x = Math.round((event.clientX - box.x) / box.width * 600), y = Math.round((event.clientY - box.y) / box.height * 200);
      if (d.length < 11900 && x >= 0 && y >= 0) set(d + letter + x + "," + y);
    };
    pad.hidden = clear.hidden = false; pad.classList.add("on");
    svg.onpointerdown = (event) => { svg.setPointerCapture(event.pointerId); name.value = ""; add("M", event); svg.onpointermove = (e) => add("L", e); changed(field); };
    svg.onpointerup = svg.onpointercancel = () => { svg.onpointermove = null; };
    clear.onclick = () => set("");
    name.addEventListener("input", () => set(""));
  }
})();
