// What the page /sok/ shows beside the hits: how they can be narrowed, suggestions while a query is typed, and excerpts of pages.
import { address, asked, at, go, kinds, make, marked, opened, root, search } from "./search.js";
import { eachUnit, undotted } from "./search-engine.js";
import "./slash.js";

const [box, status, chosen, fold, filter, options, sorting] = ["q", "status", "valda", "avgransa", "filter", "forslag", "sortering"].map(at);
const link = (text, change, attributes) => make("a", text, { href: address({ ...asked(), ...change }), ...attributes });
const names = { typ: "Typ", organ: "Organ", huvudman: "Huvudman", ar: "År", beslut: "Bara beslut", galler: "Bara det som gäller i dag" };
const groups = ["typ", "organ", "huvudman", "ar"];

/** The units that the choices of an address leave; undefined when it cannot be told. */
export async function allowed(engine, query, chosen) {
  const facets = await engine.facets();
  if (!facets) return undefined;
  const sets = chosen.map((name) => {
    const slug = name === "beslut" ? name : String(query[name]), units = new Set();
    const row = name === "galler" ? [slug, "", facets.galler] : (facets[name === "beslut" ? "typ" : name] || []).find(([own]) => own === slug);
    if (row) eachUnit(row[2], (unit) => units.add(unit));
    return units;
  });
  return new Set([...sets[0]].filter((unit) => sets.every((set) => set.has(unit))));
}

/** How many of the hits have each value: `{ typ: [[slug, label, count]], …, galler: count }`. */
function counts(engine, hits, facets) {
  const places = new Map();
  hits.forEach(([unit, , others], place) => { for (const one of [unit, ...others]) places.set(one, place); });
  const count = (runs) => {
    const met = new Set();
    eachUnit(runs, (unit) => { if (places.has(unit)) met.add(places.get(unit)); });
    return met.size;
  };
  const rows = groups.map((name) => [name, (facets[name] || []).map(([slug, label, runs]) => [slug, label, count(runs)]).filter((row) => row[2])]);
  return { ...Object.fromEntries(rows), galler: count(facets.galler) };
}

/** Shows what is chosen and what can be. Without a result there is nothing to choose. */
export async function choose(query, engine, result, isCurrent) {
  const facets = engine && await engine.facets();
  if (engine && !isCurrent()) return;
  chosen.replaceChildren();
  sorting.replaceChildren();
  fold.hidden = !facets;
  if (!engine) return;
  for (const name of Object.keys(names).filter((name) => query[name])) {
    const row = facets && Array.isArray(facets[name]) && facets[name].find(([slug]) => slug === query[name]);
    const text = row ? `${names[name]}: ${row[1]}` : query[name] === "1" ? names[name] : `${names[name]}: ${query[name]}`;
    const item = make("li");
    item.append(link(`${text} ✕`, { [name]: "" }, { "aria-label": `Ta bort urvalet ${text}` }));
    chosen.append(item);
  }
  sorting.append(query.sortera === "datum" ? link("Sortera efter relevans", { sortera: "" }) : link("Sortera efter datum", { sortera: "datum" }));
  if (facets) filters(counts(engine, result.hits, facets), query);
}

function filters(counts, query) {
  filter.replaceChildren();
  const isWide = matchMedia("(min-width: 60rem)").matches;
  const line = (parent, text, change, count) => parent.append(link(text, change), ` ${count.toLocaleString("sv-SE")}`);
  const only = (name, count) => { if (!query[name] && count) line(filter.appendChild(make("p")), names[name], { [name]: "1" }, count); };
  const decisions = counts.typ.find(([slug]) => slug === "beslut");
  only("beslut", query.typ ? 0 : decisions && decisions[2]);
  only("galler", counts.galler);
  for (const name of groups) {
    const rows = name === "ar" ? counts[name] : counts[name].sort((a, b) => b[2] - a[2]);
    if (!rows.length || query[name] || name === "typ" && query.beslut) continue;
    const group = make("details", "", { open: name === "typ" && isWide ? "open" : "" }), items = make("ul");
    for (const [slug, label, count] of rows) line(items.appendChild(make("li")), label, { [name]: slug }, count);
    group.append(make("summary", names[name]), items);
    filter.append(group);
  }
  fold.hidden = !filter.children.length;
  if (isWide) fold.open = true;
}

// A choice stays on the page; a link of its own can still be opened beside.
document.addEventListener("click", (event) => {
  const to = event.target.closest("#filter a, #valda a, #sortering a");
  if (!to || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  event.preventDefault();
  history.pushState(null, "", to.href);
  search().then(() => status.focus());
});

/** Where a hit shows no word of the query, its page is read for one, once the row is seen. */
export function watch(item, unit, isAsked, text) {
  watcher.observe(Object.assign(item, { unit, isAsked, text }));
}
const watcher = new IntersectionObserver((seen) => seen.filter((one) => one.isIntersecting).forEach(async ({ target }) => {
  watcher.unobserve(target);
  const { unit, isAsked, text } = target, [path, id] = unit.url.split("#");
  const page = await fetch(new URL(path, root)).then((answer) => answer.text()).catch(() => "");
  const part = new DOMParser().parseFromString(page, "text/html").querySelector(id ? `[id="${CSS.escape(id)}"]` : "main");
  for (const block of part ? part.querySelectorAll("p, li, td, dd") : []) {
    const whole = block.textContent.replace(/\s+/g, " ");
    const word = [...whole.matchAll(/[\p{L}\p{N}]+/gu)].find(([one]) => isAsked(one));
    if (!word) continue;
    const start = word.index > 70 ? whole.indexOf(" ", word.index - 60) + 1 : 0;
    text.replaceChildren();
    marked(text, (start ? "… " : "") + whole.slice(start, start + 170) + (whole.length > start + 170 ? " …" : ""), isAsked);
    return;
  }
}));

/** Titles with words that begin as those that are typed. */
export async function suggest() {
  const engine = await opened(), file = engine && await engine.load(engine.catalogue.suggestions);
  const begun = (text) => engine.analysis.runs(text).map((run) => undotted(run.text));
  const typed = file ? begun(box.value) : [];
  const own = typed.join("").length < 2 ? [] : file.suggestions.filter(([, title]) => {
    const words = begun(title);
    return words.join(" ") !== typed.join(" ") && typed.every((one) => words.some((word) => word.startsWith(one)));
  }).slice(0, 7);
  options.replaceChildren(...own.map(([kind, title], i) => {
    const option = make("li", title, { role: "option", id: `forslag-${i}` });
    option.append(make("span", kinds[kind], { class: "meta" }));
    option.addEventListener("pointerdown", (event) => { event.preventDefault(); take(title); });
    return option;
  }));
  showOptions(own.length > 0 && document.activeElement === box);
}
function showOptions(isOpen) {
  options.hidden = !isOpen;
  box.setAttribute("aria-expanded", isOpen);
  box.removeAttribute("aria-activedescendant");
}
function take(title) {
  box.value = title;
  showOptions(false);
  go({ q: title }, true);
}

for (const [name, value] of Object.entries({ role: "combobox", "aria-expanded": "false", "aria-controls": "forslag", "aria-autocomplete": "list" })) box.setAttribute(name, value);
box.addEventListener("blur", () => showOptions(false));
box.form.addEventListener("submit", () => showOptions(false));
box.addEventListener("keydown", (event) => {
  const all = [...options.children], now = all.findIndex((one) => one.getAttribute("aria-selected"));
  if (event.key === "Escape" && !options.hidden) { event.preventDefault(); showOptions(false); }
  if (event.key === "Enter" && !options.hidden && now >= 0) { event.preventDefault(); take(all[now].firstChild.data); }
  if (!["ArrowDown", "ArrowUp"].includes(event.key) || !all.length) return;
  event.preventDefault();
  showOptions(true);
  const next = (now + (event.key === "ArrowDown" ? 1 : now < 0 ? 0 : -1) + all.length) % all.length;
  all.forEach((one, i) => i === next ? one.setAttribute("aria-selected", "true") : one.removeAttribute("aria-selected"));
  box.setAttribute("aria-activedescendant", all[next].id);
});
