// The page /sok/: reads the address, asks the engine, and shows what it answers. Text is never read as markup. Choices,
// suggestions and excerpts are in search-choices.js, which comes after the first answer.
import { choosable, open } from "./search-engine.js";

export const at = (id) => document.getElementById(id);
const [box, status, fault, list, more] = ["q", "status", "fel", "traffar", "fler"].map(at);
const here = new URL(".", location.href), step = 20;
export const root = new URL("..", here);
// What each kind of unit is called, the page says.
export const kinds = list.dataset;
const states = { comingIntoForce: "börjar gälla senare", ended: "har upphört", endsSoon: "upphör snart", inForce: "gäller", replaced: "ersatt" };

export function make(name, text = "", attributes = {}) {
  const made = document.createElement(name);
  made.textContent = text;
  for (const key in attributes) if (attributes[key]) made.setAttribute(key, attributes[key]);
  return made;
}

export const asked = () => {
  const from = new URLSearchParams(location.search), out = { q: (from.get("q") || "").trim() };
  for (const name of [...choosable, "sortera"]) if (from.get(name)) out[name] = from.get(name);
  return out;
};
export const address = (query) => {
  const kept = Object.entries(query).filter(([, value]) => value);
  return kept.length ? `?${new URLSearchParams(kept)}` : here.pathname;
};

let engine;
export const opened = () => (engine ||= open(here).catch(() => { engine = undefined; return undefined; }));
let later;
const choices = () => (later ||= import("./search-choices.js").catch(() => later = undefined));

/** Appends a text, in which the words that the query asked for become <mark>; tells whether any did. */
export function marked(parent, text, isAsked) {
  let last = 0;
  for (const word of text.matchAll(/[\p{L}\p{N}]+/gu)) {
    if (!isAsked(word[0])) continue;
    parent.append(text.slice(last, word.index), make("mark", word[0]));
    last = word.index + word[0].length;
  }
  parent.append(text.slice(last));
  return last > 0;
}

const href = (unit) => new URL(unit.url, root).href;

/** A hit: its unit, and the decisions of the same item. */
function row([unit, ...others], isAsked) {
  const item = make("li"), anchor = make("a", "", { href: href(unit) }), text = make("p", "", { class: "excerpt" });
  const isTitle = marked(anchor, unit.title, isAsked), isText = marked(text, unit.text || "", isAsked);
  item.append(anchor);
  if (unit.withheld) item.append(" ", make("strong", "EJ JUSTERAT", { class: "tag is-mixed" }));
  if (states[unit.status]) item.append(" ", make("span", states[unit.status], { class: unit.status === "inForce" ? "tag is-good" : "tag" }));
  const date = unit.date && new Date(unit.date).toLocaleDateString("sv-SE", { dateStyle: "long", timeZone: "UTC" });
  item.append(make("span", [kinds[unit.kind], unit.body, date, unit.place].filter(Boolean).join(" · "), { class: "meta" }), text);
  // The title stands above already.
  const decisions = others.filter((other) => other && other.kind === "decision" && other.text !== unit.text);
  if (decisions.length) item.append(make("ul", "", { class: "same" }));
  for (const other of decisions) {
    const line = make("li", "Beslut: "), link = make("a", "", { href: href(other) });
    marked(link, other.text || other.title, isAsked);
    line.append(link);
    item.lastChild.append(line);
  }
  if (!isTitle && !isText && !item.querySelector("mark")) choices().then((module) => module?.watch(item, unit, isAsked, text));
  return item;
}

/** How many hits there are; the rest is said where something else is shown than was asked. */
async function told(query, result) {
  const number = `${result.isLeast ? "Minst " : ""}${result.count.toLocaleString("sv-SE")} ${result.count === 1 ? "träff" : "träffar"}`;
  if (!result.count || result.loosened || result.corrected.length) return (await import("./search-rare.js")).told(result, query, number);
  return query ? `${number} för ”${query}”.` : `${number}.`;
}

/** The page has the words for what can go wrong. */
function fail(what) {
  fault.textContent = fault.dataset[what];
  fault.hidden = false;
}

let turn = 0, showMore;

export async function search() {
  const mine = ++turn, query = asked();
  const isEmpty = !["q", ...choosable].some((name) => query[name]);
  const ready = isEmpty ? undefined : await opened();
  const result = ready && await ready.search(query.q, query).catch(() => undefined);
  if (mine !== turn) return;
  fault.hidden = true;
  if (!result) {
    list.hidden = more.hidden = true;
    status.textContent = "";
    if (later || !isEmpty) choices().then((module) => mine === turn && module?.choose(query));
    if (isEmpty) return;
    fail(location.protocol === "file:" ? "file" : "index");
    return;
  }
  const { analysis } = ready;
  const isAsked = (word) => {
    const [run] = analysis.runs(word), own = run && analysis.term(run.text);
    return own && result.terms.some(({ key }) => own.key === key || key.length > 3 && own.key.includes(key));
  };
  const show = async (from) => {
    const units = await Promise.all(result.hits.slice(from, from + step).map(([unit, , others]) => ready.records([unit, ...others])));
    const text = await told(query.q, result);
    if (mine !== turn) return;
    status.textContent = text;
    if (result.lost || units.flat().includes(null)) fail("part");
    const rows = units.filter(([unit]) => unit).map((one) => row(one, isAsked));
    if (from) list.append(...rows); else list.replaceChildren(...rows);
    list.hidden = !list.children.length;
    more.hidden = from + step >= result.hits.length;
    showMore = () => { const before = list.children.length; return show(from + step).then(() => list.children[before]?.querySelector("a").focus()); };
  };
  await show(0);
  if (mine === turn) choices().then((module) => module?.choose(query, ready, result, () => mine === turn));
}

export async function go(change, isNew) {
  const to = address({ ...asked(), ...change });
  if (isNew && to !== (location.search || here.pathname)) history.pushState(null, "", to); else history.replaceState(null, "", to);
  await search();
}

// Before anything is asked nothing waits for them: they come when the reader begins.
for (const event of ["keydown", "pointerdown"]) addEventListener(event, choices, { once: true });
let pause;
box.addEventListener("input", () => {
  clearTimeout(pause);
  pause = setTimeout(() => { go({ q: box.value.trim() }); choices().then((module) => module?.suggest()); }, 200);
});
box.form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(pause);
  go({ q: box.value.trim() }, true);
});
more.addEventListener("click", () => showMore());
addEventListener("popstate", () => { box.value = asked().q; search(); });

box.value = asked().q || box.value;
if (!location.search) box.focus();
search();
