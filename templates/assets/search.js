// The page /sok/: reads the address, asks the engine, and shows what it answers. Text is never read as markup.
import { open, undotted } from "./search-engine.js";

const at = (id) => document.getElementById(id);
const [box, status, fault, list, more, chosen, filter, choices, sorting] = ["q", "status", "fel", "traffar", "fler", "valda", "filter", "forslag", "sortering"].map(at);
const here = new URL(".", location.href), root = new URL("..", here), step = 20;
const kinds = { agreement: "Avtal", body: "Organ", decision: "Beslut", item: "Ärendepunkt", meeting: "Möte", page: "Sida", person: "Person", principal: "Huvudman", terms: "Uppdragsbeskrivning" };
const states = { comingIntoForce: "börjar gälla senare", ended: "har upphört", endsSoon: "upphör snart", inForce: "gäller", replaced: "ersatt" };
const names = { typ: "Typ", organ: "Organ", huvudman: "Huvudman", ar: "År", beslut: "Bara beslut", galler: "Bara det som gäller i dag" };
const lostText = "En del av sökregistret gick inte att hämta, så träffar kan saknas. Sök igen om en stund, eller bläddra i registren nedan.";

function make(name, text = "", attributes = {}) {
  const made = document.createElement(name);
  made.textContent = text;
  for (const key in attributes) if (attributes[key]) made.setAttribute(key, attributes[key]);
  return made;
}

const asked = () => {
  const from = new URLSearchParams(location.search), out = { q: (from.get("q") || "").trim() };
  for (const name of [...Object.keys(names), "sortera"]) if (from.get(name)) out[name] = from.get(name);
  return out;
};
const address = (query) => {
  const kept = Object.entries(query).filter(([, value]) => value);
  return kept.length ? `?${new URLSearchParams(kept)}` : here.pathname;
};
const link = (text, change, attributes) => make("a", text, { href: address({ ...asked(), ...change }), ...attributes });

let engine;
const opened = () => (engine ||= open(here).catch(() => { engine = undefined; return undefined; }));

// The words of the text that the query asked for become <mark>.
function marked(parent, text, stems) {
  let last = 0;
  for (const word of text.matchAll(/[\p{L}\p{N}]+/gu)) {
    if (!stems(word[0])) continue;
    parent.append(text.slice(last, word.index), make("mark", word[0]));
    last = word.index + word[0].length;
  }
  parent.append(text.slice(last));
  return last;
}

function row(unit, stems) {
  const item = make("li"), anchor = make("a", "", { href: new URL(unit.url, root).href });
  marked(anchor, unit.title, stems);
  item.append(anchor);
  if (unit.withheld) item.append(" ", make("strong", "EJ JUSTERAT", { class: "tag is-soon" }));
  if (states[unit.status]) item.append(" ", make("span", states[unit.status], { class: unit.status === "inForce" ? "tag is-good" : "tag" }));
  const date = unit.date && new Date(unit.date).toLocaleDateString("sv-SE", { dateStyle: "long", timeZone: "UTC" });
  item.append(make("span", [kinds[unit.kind], unit.body, date, unit.place].filter(Boolean).join(" · "), { class: "meta" }));
  const text = make("p", "", { class: "excerpt" });
  const isMarked = marked(text, unit.text || "", stems);
  if (unit.text) item.append(text);
  if (!isMarked && anchor.querySelector("mark") === null) watcher.observe(Object.assign(item, { unit, stems, text }));
  return item;
}

// Where neither the title nor the beginning of the text has a word of the query, the page itself is read for one, once the row is seen.
const watcher = new IntersectionObserver((seen) => seen.filter((one) => one.isIntersecting).forEach(async ({ target }) => {
  watcher.unobserve(target);
  const { unit, stems, text } = target, [path, id] = unit.url.split("#");
  const page = await fetch(new URL(path, root)).then((answer) => answer.text()).catch(() => "");
  const part = new DOMParser().parseFromString(page, "text/html").querySelector(id ? `[id="${CSS.escape(id)}"]` : "main");
  for (const block of part ? part.querySelectorAll("p, li, td, dd") : []) {
    const whole = block.textContent.replace(/\s+/g, " ");
    const word = [...whole.matchAll(/[\p{L}\p{N}]+/gu)].find(([one]) => stems(one));
    if (!word) continue;
    const start = word.index > 70 ? whole.indexOf(" ", word.index - 60) + 1 : 0;
    text.replaceChildren();
    marked(text, (start ? "… " : "") + whole.slice(start, start + 170) + (whole.length > start + 170 ? " …" : ""), stems);
    target.append(text);
    return;
  }
}));

// An item and its decisions are one row: what weighs most, and links to the rest of it.
function rowsOf(units, stems) {
  const rows = new Map();
  for (const unit of units) {
    const key = unit.url.replace(/-beslut-\d+$/, "");
    const known = rows.get(key);
    if (!known) { rows.set(key, row(unit, stems)); continue; }
    const others = known.querySelector("ul") || known.appendChild(make("ul", "", { class: "same" })), item = make("li");
    item.append(`${kinds[unit.kind]}: `, make("a", unit.kind === "decision" ? unit.text : unit.title, { href: new URL(unit.url, root).href }));
    others.append(item);
  }
  return [...rows.values()];
}

function told(query, result) {
  const { count, corrected, loosened, exact, met } = result, quoted = (text) => `”${text}”`;
  if (!count) return `Inget hittades för ${quoted(query)}. Pröva färre eller andra ord, eller bara början av ett ord.`;
  const number = `${result.isLeast ? "Minst " : ""}${count.toLocaleString("sv-SE")} ${count === 1 ? "träff" : "träffar"}`;
  const instead = corrected.map(([, to]) => to.map(quoted).join(" och ")).join(", ");
  if (loosened === "all") return `Inget har alla orden. Visar resultat för ${[...new Set([...met.filter((word) => !corrected.some(([from]) => from === word)).map(quoted), ...(instead ? [instead] : [])])].join(", ")}: ${number}.`;
  if (instead) return `Inget hittades för ${corrected.map(([from]) => quoted(from)).join(", ")}. Visar resultat för ${instead}: ${number}.`;
  if (loosened) return `${exact === 1 ? "1 träff" : `${exact} träffar`} med alla orden i ${quoted(query)}, sedan ${count - exact} som har de flesta.`;
  return query ? `${number} för ${quoted(query)}.` : `${number}.`;
}

function filters(counts, query) {
  filter.replaceChildren();
  const group = (name, rows) => {
    if (!rows.length || query[name]) return;
    const box = make("details", "", { open: name === "typ" && innerWidth > 700 ? "open" : "" }), items = make("ul");
    for (const [slug, label, count] of rows) {
      const item = make("li");
      item.append(link(label, { [name]: slug }), ` ${count.toLocaleString("sv-SE")}`);
      items.append(item);
    }
    box.append(make("summary", names[name]), items);
    filter.append(box);
  };
  const only = (name, count) => { if (!query[name] && count) filter.append(make("p")), filter.lastChild.append(link(names[name], { [name]: "1" }), ` ${count.toLocaleString("sv-SE")}`); };
  const decisions = counts.typ.find(([slug]) => slug === "beslut");
  only("beslut", query.typ ? 0 : decisions && decisions[2]);
  only("galler", counts.galler);
  if (!query.beslut) group("typ", counts.typ);
  for (const name of ["organ", "huvudman", "ar"]) group(name, counts[name].sort((a, b) => name === "ar" ? 0 : b[2] - a[2]));
  filter.hidden = !filter.children.length;
}

function choice(query, facets) {
  chosen.replaceChildren(...Object.keys(names).filter((name) => query[name]).map((name) => {
    const row = name !== "galler" && facets && facets[name] && facets[name].find(([slug]) => slug === query[name]);
    const text = row ? `${names[name]}: ${row[1]}` : query[name] === "1" ? names[name] : `${names[name]}: ${query[name]}`;
    const item = make("li");
    item.append(link(`${text} ✕`, { [name]: "" }, { "aria-label": `Ta bort urvalet ${text}` }));
    return item;
  }));
  const byDate = query.sortera === "datum";
  sorting.replaceChildren(byDate ? link("Sortera efter relevans", { sortera: "" }) : link("Sortera efter datum", { sortera: "datum" }));
}

let turn = 0, showMore = () => {};

async function search() {
  const mine = ++turn, query = asked();
  const isEmpty = !Object.keys(query).some((name) => name !== "sortera" && query[name]);
  const ready = isEmpty ? undefined : await opened();
  const result = ready && await ready.search(query.q, query);
  if (mine !== turn) return;
  fault.hidden = true;
  if (!result) {
    list.hidden = more.hidden = filter.hidden = true;
    sorting.replaceChildren();
    chosen.replaceChildren();
    status.textContent = "";
    if (!isEmpty) {
      fault.textContent = location.protocol === "file:" ? "Sökningen fungerar när webbplatsen hämtas från en webbserver, inte från en fil." : "Sökregistret gick inte att hämta. Allt finns också i registren nedan.";
      fault.hidden = false;
    }
    return;
  }
  const terms = result.words.map((word) => ready.analysis.term(word)).filter((term) => !ready.analysis.optional.has(term.word));
  const spelt = new Set(result.corrected.flatMap(([, to]) => to));
  const stems = (word) => {
    const [run] = ready.analysis.runs(word), own = run && ready.analysis.term(run.text);
    return own && (spelt.has(run.text) || terms.some((term) => own.key === term.key || term.key.length > 3 && own.key.includes(term.key)));
  };
  const show = async (from) => {
    const units = await ready.records(result.hits.slice(from, from + step).map(([unit]) => unit));
    if (mine !== turn) return;
    if (units.includes(null) || result.lost) { fault.textContent = lostText; fault.hidden = false; }
    const rows = rowsOf(units.filter(Boolean), stems);
    if (from) list.append(...rows); else list.replaceChildren(...rows);
    list.hidden = !list.children.length;
    more.hidden = from + step >= result.hits.length;
    status.textContent = told(query.q, result);
    showMore = () => { const before = list.children.length; return show(from + step).then(() => list.children[before]?.querySelector("a").focus()); };
    if (from) return;
    const [counts, facets] = await Promise.all([ready.counts(result.hits), ready.facets()]);
    if (mine !== turn) return;
    choice(query, facets);
    if (counts) filters(counts, query);
  };
  await show(0);
}

async function go(change, isNew) {
  const to = address({ ...asked(), ...change });
  if (isNew && to !== (location.search || here.pathname)) history.pushState(null, "", to); else history.replaceState(null, "", to);
  await search();
}

async function suggest() {
  const ready = await opened(), rows = ready ? await ready.suggest(box.value) : [];
  const own = rows.filter(([, title]) => undotted(title.toLowerCase()) !== undotted(box.value.trim().toLowerCase()));
  choices.replaceChildren(...own.map(([kind, title], i) => {
    const option = make("li", title, { role: "option", id: `forslag-${i}` });
    option.append(make("span", kinds[kind], { class: "meta" }));
    option.addEventListener("pointerdown", (event) => { event.preventDefault(); take(title); });
    return option;
  }));
  showChoices(own.length > 0 && document.activeElement === box);
}
function showChoices(isOpen) {
  choices.hidden = !isOpen;
  box.setAttribute("aria-expanded", isOpen);
  box.removeAttribute("aria-activedescendant");
}
function take(title) {
  box.value = title;
  showChoices(false);
  go({ q: title }, true);
}

for (const [name, value] of Object.entries({ role: "combobox", "aria-expanded": "false", "aria-controls": "forslag", "aria-autocomplete": "list" })) box.setAttribute(name, value);

let pause;
box.addEventListener("input", () => {
  clearTimeout(pause);
  pause = setTimeout(() => { go({ q: box.value.trim() }); suggest(); }, 200);
});
box.addEventListener("blur", () => showChoices(false));
box.addEventListener("keydown", (event) => {
  const options = [...choices.children], now = options.findIndex((one) => one.getAttribute("aria-selected"));
  if (event.key === "Escape" && !choices.hidden) { event.preventDefault(); showChoices(false); }
  if (event.key === "Enter" && !choices.hidden && now >= 0) { event.preventDefault(); take(options[now].firstChild.data); }
  if (!["ArrowDown", "ArrowUp"].includes(event.key) || !options.length) return;
  event.preventDefault();
  showChoices(true);
  const next = (now + (event.key === "ArrowDown" ? 1 : now < 0 ? 0 : -1) + options.length) % options.length;
  options.forEach((one, i) => i === next ? one.setAttribute("aria-selected", "true") : one.removeAttribute("aria-selected"));
  box.setAttribute("aria-activedescendant", options[next].id);
});
box.form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(pause);
  showChoices(false);
  go({ q: box.value.trim() }, true);
});
more.addEventListener("click", () => showMore());
// A choice stays on the page; a link of its own can still be opened beside.
document.addEventListener("click", (event) => {
  const to = event.target.closest("#filter a, #valda a, #sortering a");
  if (!to || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  event.preventDefault();
  history.pushState(null, "", to.href);
  search().then(() => status.focus());
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName)) return;
  event.preventDefault();
  box.focus();
});
addEventListener("popstate", () => { box.value = asked().q; search(); });

box.value = asked().q || box.value;
if (location.search) search(); else box.focus();
