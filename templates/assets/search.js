"use strict";
// The search of /sok/. It reads the index beside the page, which /data/ describes, and nothing else.

const box = document.getElementById("q");
const count = document.getElementById("antal");
const list = document.getElementById("traffar");
const more = document.getElementById("fler");
const here = new URL(".", location.href);
const step = 20;

const letters = {
  æ: "ae", ð: "d", đ: "d", ħ: "h", ı: "i", ł: "l", ŋ: "n", ø: "o", œ: "oe", ß: "ss", ŧ: "t", þ: "th",
};

// The same words as Sources/Search/Words.swift makes of a text.
function wordsOf(text) {
  const plain = text.normalize("NFC").toLowerCase()
    .replace(/['’\u00ad\u0300-\u036f\u200b-\u200d]/g, "").replace(/[\u2010\u2011]/g, "-")
    .replace(/[^\0-\x7f]/g, (letter) => letters[letter]
      || (/[\u00c0-\u017f\u0218-\u021b]/.test(letter) && letter.normalize("NFD")[0].match(/[a-z]/)?.[0]) || " ");
  const runs = plain.match(/[a-z0-9]+(-[a-z0-9]+)*/g) || [];
  return runs.flatMap((run) => /^\d{4}-(0[1-9]|1[0-2])(-\d\d)?$/.test(run) ? run
    : run.replace(/\b([a-z])-(?=[a-z])/g, "$1").split("-").map((word) => word.slice(0, 64)))
    .filter((word) => word.length > 1 || /\d/.test(word));
}

const files = new Map();

// A file of the index, or null when it cannot be had; then it is asked for anew the next time.
function load(name) {
  if (!files.has(name)) {
    files.set(name, fetch(new URL(name, here)).then((answer) => answer.ok ? answer.json() : Promise.reject())
      .catch(() => { files.delete(name); return null; }));
  }
  return files.get(name);
}

// What each unit weighs for a word: the whole word is worth more than the beginning of one.
function unitsOf(word, terms) {
  const units = new Map();
  for (const term in terms) {
    if (!term.startsWith(word)) continue;
    for (const [unit, weight] of terms[term]) {
      const worth = weight + (term === word ? 4 : 0);
      if (worth > (units.get(unit) || 0)) units.set(unit, worth);
    }
  }
  return units;
}

// All units with all words, or those with the most of them: the heaviest first, then as the units are numbered.
async function find(words, catalogue) {
  const common = new Set(catalogue.common);
  const shards = new Set(catalogue.shards);
  const found = await Promise.all(words.map(async (word) => {
    const name = word.slice(0, 2);
    if (!shards.has(name)) return new Map();
    const file = await load(`index/${name}.json`);
    return file && unitsOf(word, file.terms);
  }));
  const onlyCommon = words.every((word) => common.has(word));
  const asked = words.map((word, at) => found[at] !== null && (onlyCommon || !common.has(word)));
  const hits = new Map();
  found.forEach((units, at) => units && units.forEach((weight, unit) => {
    const hit = hits.get(unit) || { unit, words: 0, weight: 0 };
    hit.words += asked[at];
    hit.weight += weight;
    hits.set(unit, hit);
  }));
  const most = Math.max(0, ...new Set([...hits.values()].map((hit) => hit.words)));
  return {
    hits: [...hits.values()].filter((hit) => most && hit.words === most)
      .sort((a, b) => b.weight - a.weight || a.unit - b.unit),
    most, asked: asked.filter(Boolean).length, isPart: found.includes(null),
  };
}

const kinds = {
  agreement: "Avtal", body: "Organ", item: "Ärendepunkt", meeting: "Möte", page: "Sida", person: "Person",
  principal: "Huvudman", terms: "Uppdragsbeskrivning",
};
const states = { comingIntoForce: "börjar gälla senare", ended: "har upphört", endsSoon: "upphör snart", replaced: "ersatt" };

function element(name, text, className) {
  const made = document.createElement(name);
  made.textContent = text;
  if (className) made.className = className;
  return made;
}

function row(unit) {
  const item = document.createElement("li");
  const link = element("a", unit.title);
  link.href = new URL(unit.url, new URL("..", here));
  item.append(link);
  if (unit.withheld) item.append(" ", element("strong", "EJ JUSTERAT", "tag is-soon"));
  if (states[unit.status]) item.append(" ", element("span", states[unit.status], "tag"));
  const date = unit.date && new Date(unit.date).toLocaleDateString("sv-SE", { dateStyle: "long", timeZone: "UTC" });
  item.append(element("span", [kinds[unit.kind], unit.body, date].filter(Boolean).join(" · "), "meta"));
  if (unit.text) item.append(element("p", unit.text));
  return item;
}

// The units of some hits, in their order; null for those that cannot be had.
function unitsFor(hits, catalogue) {
  return Promise.all(hits.map(async ({ unit }) => {
    const file = await load(`enheter/${Math.floor(unit / catalogue.unitsPerFile)}.json`);
    return file && file.units[unit - file.first];
  }));
}

function told(result, query) {
  const { hits, most, asked } = result;
  const lost = result.isPart ? " En del av sökregistret gick inte att hämta, så träffar kan saknas." : "";
  const number = hits.length.toLocaleString("sv-SE");
  if (!hits.length) return `Inget hittades för ”${query}”. Pröva ett annat ord, eller bara början av ordet.${lost}`;
  if (most === asked) return `${number} ${hits.length === 1 ? "träff" : "träffar"} för ”${query}”.${lost}`;
  return `Inget har alla orden. ${number} ${hits.length === 1 ? "träff" : "träffar"} med ${most} av ${asked} ord.${lost}`;
}

let turn = 0;
let shownMore = () => {};

async function search() {
  const mine = ++turn;
  const query = box.value.trim();
  const words = [...new Set(wordsOf(query))];
  history.replaceState(null, "", query ? `?${new URLSearchParams({ q: query })}` : here.pathname);
  const catalogue = words.length ? await load("katalog.json") : {};
  const result = words.length && catalogue ? await find(words, catalogue) : { hits: [] };
  const show = async (from) => {
    const some = result.hits.slice(from, from + step);
    const units = await unitsFor(some, catalogue);
    if (mine !== turn) return;
    if (units.includes(null)) result.isPart = true;
    const rows = units.filter(Boolean).map(row);
    if (from) list.append(...rows); else list.replaceChildren(...rows);
    list.hidden = !list.children.length;
    more.hidden = from + step >= result.hits.length;
    if (!catalogue) count.textContent = "Sökregistret gick inte att hämta. Allt finns också i registren nedan.";
    else count.textContent = words.length ? told(result, query) : query && "Skriv minst två bokstäver.";
    shownMore = () => show(from + step).then(() => rows[0] && list.children[from + step]?.querySelector("a").focus());
  };
  await show(0);
}

let pause;
box.addEventListener("input", () => { clearTimeout(pause); pause = setTimeout(search, 250); });
box.form.addEventListener("submit", (event) => { event.preventDefault(); clearTimeout(pause); search(); });
more.addEventListener("click", () => shownMore());

if (location.protocol === "file:") {
  count.textContent = "Sökningen fungerar när webbplatsen hämtas från en webbserver, inte från en fil.";
} else {
  box.value = new URLSearchParams(location.search).get("q") || box.value;
  if (box.value) search();
  else box.focus();
}
