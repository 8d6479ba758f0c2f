// The search engine of /sok/, without a page: it reads the index that /data/ describes, and nothing else. What words are, and
// which forms belong together, it is told by the rules of the catalogue; Sources/Search reads the same ones. What few
// questions need is in search-rare.js.

export const words = (text) => text.split(" ");
const hasVowel = (text) => /[aeiouyåäö]/.test(text);
export const isNumber = (text) => /^\d+$/.test(text);
export const plainNumber = (text) => isNumber(text) ? text.replace(/^0+(?=\d)/, "") : text;
export const undotted = (word) => word.replace(/[åä]/g, "a").replace(/ö/g, "o");

/** What a text is made of, by the rules of the catalogue. */
export class Analysis {
  constructor(rules) {
    this.rules = rules;
    this.letters = new Map();
    for (const letter of "abcdefghijklmnopqrstuvwxyz0123456789åäö") this.letters.set(letter, letter);
    for (const to in rules.letters) for (const letter of rules.letters[to]) this.letters.set(letter, to);
    for (let code = 65; code < 0x250; code++) {
      const upper = String.fromCharCode(code), [lower] = upper.toLowerCase();
      if (!this.letters.has(upper) && this.letters.has(lower)) this.letters.set(upper, this.letters.get(lower));
    }
    this.irregular = new Map();
    // Those that may end any word; the others only follow a prefix of the list.
    this.lasts = new Set();
    const note = (form, base, isLast) => {
      if (this.irregular.has(form)) return;
      this.irregular.set(form, base);
      if (isLast) this.lasts.add(form);
    };
    const each = (table, use) => { for (const base in table) for (const form of words(table[base])) use(form, base); };
    each(rules.irregular, (form, base) => note(form, base, form.length > 3 || form.length === 3 && /[åäö]/.test(form)));
    each(rules.verbs, (form, base) => note(form, base));
    const not = words(rules.noForms);
    const generate = (base, root, endings) => {
      for (const form of words(endings).map((ending) => root + ending)) if (!not.includes(form)) note(form, base, form.length > 4);
    };
    for (const row of rules.strong) {
      const [base, past, supine] = words(row);
      generate(base, past, "");
      generate(base, supine, rules.strongForms);
    }
    for (const root of words(rules.weak)) {
      generate(root, root, rules.weakForms);
      if (root.endsWith("d")) generate(root, root.slice(0, -1), hasVowel(root[root.length - 2]) ? "tt" : "t");
    }
    for (const base of [...this.irregular.values()]) note(base, base);
    this.longest = Math.max(...[...this.irregular.keys()].map((form) => form.length));
    this.prefixes = new Set(words(rules.prefixes));
    this.neuter = new RegExp(`(${rules.neuter.replaceAll(" ", "|")})t$`);
    this.whole = new Set(words(rules.keep));
    this.tails = words(rules.keep).filter((word) => word[0] === "-").map((word) => word.slice(1));
    // By their last letter, the longest first.
    this.endings = {};
    for (const row of rules.strip.map(words).sort((a, b) => b[0].length - a[0].length)) (this.endings[row[0].at(-1)] ||= []).push(row);
    this.spelling = rules.spelling.map(words);
    this.colonEndings = new Set(words(rules.colonEndings));
    this.optional = new Set(words(`${rules.optional} ${undotted(rules.optional)}`));
  }

  /** Runs of letters and digits: `{ text, gap, quoted }`, where `gap` is what stands before. */
  runs(text) {
    const runs = [];
    let run = "", gap = "";
    const end = () => {
      if (!run) return;
      runs.push({ text: run.slice(0, 64), gap });
      run = gap = "";
    };
    for (let i = 0; i < text.length; i++) {
      const one = text[i], letter = this.letters.get(one);
      if (letter) run += letter;
      // Dots and rings that stand after their letter.
      else if (one === "\u0308") run = run.replace(/a$/, "ä").replace(/o$/, "ö");
      else if (one === "\u030a") run = run.replace(/a$/, "å");
      else if (!/[\u0300-\u036f'\u2019\u00ad\u200b-\u200d]/.test(one)) {
        end();
        const mark = /[ \n\r\t\u00a0\u202f]/.test(one) ? " " : /[-\u2010-\u2015\u2212]/.test(one) ? "-" : /[/.:]/.test(one) ? one : "x";
        if (gap.length < 3 && !(mark === " " && gap.endsWith(" "))) gap += mark;
      }
    }
    end();
    return this.colons(runs);
  }

  /** "SIP:en" is "SIP", "19:e" is "19". */
  colons(runs) {
    return runs.filter((run, i) => i === 0 || run.gap !== ":"
      || (isNumber(runs[i - 1].text) ? run.text !== "e" && run.text !== "a" : !this.colonEndings.has(run.text)));
  }

  irregularOf(word) {
    for (let i = Math.max(0, word.length - this.longest); i <= word.length - 2; i++) {
      const tail = word.slice(i), base = this.irregular.get(tail), before = base && word.slice(0, i);
      if (base && (!i || this.prefixes.has(before) || i > 1 && this.lasts.has(tail) && hasVowel(before))) return before + base;
    }
    return undefined;
  }

  strip(word, least) {
    if (this.whole.has(word) || this.tails.some((tail) => word.endsWith(tail))) return word;
    for (const [ending, instead, shortest, ...conditions] of this.endings[word.at(-1)] || []) {
      if (!word.endsWith(ending)) continue;
      const rest = word.slice(0, word.length - ending.length), last = rest[rest.length - 1];
      if (rest.length < Math.max(+shortest, +shortest > 2 ? least : 0) || !hasVowel(rest)) continue;
      if (shortest === "2" && rest.length < 3 && !instead && hasVowel(last)) continue;
      if (conditions.some((one) => one[0] === "+" ? !one.includes(last) : word.endsWith(one))) continue;
      return rest + instead;
    }
    return word;
  }

  /** The stem by which forms of one word meet, as well as one look can tell. */
  stem(word) {
    if (word.length < 3 || /\d/.test(word)) return word;
    for (const [ending, least] of [["", 0], ["s", 0], ["na", 5], ["nas", 6]]) {
      const known = word.length >= least && word.endsWith(ending) && this.irregularOf(word.slice(0, word.length - ending.length));
      if (known) return known;
    }
    const rest = this.strip(word, 3);
    if (rest.length >= 5 && this.neuter.test(rest)) return rest.slice(0, -1);
    return rest.length > 2 && /mm$|nn$/.test(rest) ? rest.slice(0, -1) : rest;
  }

  /** What is left when nothing more can be taken from a stem: where doubtful forms meet, too. */
  root(stem) {
    let word = stem;
    if (/\d/.test(word)) return word;
    for (let turn = 0; turn < 4; turn++) {
      const next = smooth(word.length < 4 ? word : this.strip(word, 4));
      if (next === word) break;
      word = this.irregularOf(next) || next;
    }
    return word;
  }

  /** The key of a root: without dots, and with one spelling for those that names are written in. */
  fold(root) {
    let word = undotted(root);
    for (const [from, to, before] of this.spelling) {
      const start = from[0] === "^", end = from.endsWith("$");
      const what = from.slice(start ? 1 : 0, end ? -1 : undefined);
      if (start ? word.startsWith(what) && (!before || before.includes(word[what.length])) : end && word.endsWith(what)) {
        word = start ? to + word.slice(what.length) : word.slice(0, -what.length) + to;
      } else if (!start && !end) word = word.split(what).join(to);
    }
    return word;
  }

  keyOf(stem) { return /^[dn]:/.test(stem) ? stem : this.fold(this.root(stem)); }

  /** A word as the index knows it. */
  term(word) {
    if (/^[dn]:/.test(word)) return { word, stem: word, root: word, key: word };
    const stem = this.stem(word), root = this.root(stem);
    return { word, stem, root, key: this.fold(root) };
  }
}

/** Without the half of a doubled letter, and what an elided "e" stood before. */
function smooth(word) {
  if (word.length > 2 && /mm$|nn$/.test(word)) return word.slice(0, -1);
  if (word.length > 4 && /[^aeiouyåäö]el$/.test(word)) return word.slice(0, -2) + "l";
  return word.length > 3 && /[tdgkpbvf]r$|[ktpvxsd]n$|[kpgbdfjlmrv]t$|[äöiugmr]nt$/.test(word) ? word.slice(0, -1) : word;
}

/** What a posting of each tier is worth; 7 to 9 stand in the title. */
const worth = [0.12, 0.2, 0.34, 0.48, 0.6, 0.72, 0.82, 0.18, 0.8, 1];
const titleShare = [0, 0, 0, 0, 0, 0, 0, 0.2, 1, 1];

/** Numbers to the base of 26: capitals, and a small letter that ends each. */
export function* numbers(text) {
  let value = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    value = value * 26 + code - (code < 97 ? 65 : 97);
    if (code < 97) continue;
    yield value;
    value = 0;
  }
}

/** Calls `use` with each unit of runs of units. */
export function eachUnit(text, use) {
  let next = 0, start = -1;
  for (const number of numbers(text)) {
    if (start < 0) { start = next + number; continue; }
    for (let unit = start; unit <= start + number; unit++) use(unit);
    next = start + number + 1;
    start = -1;
  }
}

/** Calls `use` with unit and tier of each posting. What is told is the last unit of a list that was cut, and its whole length. */
export function eachPosting(text, use) {
  const [list, all] = text.split("+");
  let tier = 0, next = 0, value = 0;
  for (let i = 0; i < list.length; i++) {
    const code = list.charCodeAt(i);
    if (code < 58) { tier = code - 48; next = 0; continue; }
    value = value * 26 + code - (code < 97 ? 65 : 97);
    if (code < 97) continue;
    use(next + value, tier);
    next += value + 1;
    value = 0;
  }
  return { end: all ? next - 1 : Infinity, all: +all };
}

/** Opens the index below a URL: the folder of the search page. Rejects when its catalogue cannot be had. */
export async function open(base) {
  const engine = new Engine(base), catalogue = await engine.load("katalog", "no-cache");
  if (!catalogue) throw new Error("katalog");
  return Object.assign(engine, { catalogue, analysis: new Analysis(catalogue.rules) });
}

/** What an address can choose among the hits. */
export const choosable = words("typ organ huvudman ar beslut galler");
const rare = () => import("./search-rare.js");
const bySize = (a, b) => a.units.size - b.units.size;
/** With fewer hits than this, what is near is looked for too. */
const few = 10;
export const nothing = () => ({ units: new Map(), count: 0, end: Infinity, isExact: false });

export class Engine {
  constructor(base) {
    this.base = new URL("index/", base);
    this.files = new Map();
    this.lost = false;
  }

  /** A file of the index, or null when it cannot be had; then it is asked for anew the next time. */
  load(name, cache = "default") {
    if (!this.files.has(name)) {
      const file = fetch(new URL(`${name}.sok`, this.base), { cache }).then(async (answer) => {
        if (!answer.ok) throw new Error(name);
        const bytes = await answer.arrayBuffer(), head = new Uint8Array(bytes, 0, 2);
        // Some hosts have opened it already.
        if (head[0] !== 0x1f || head[1] !== 0x8b) return JSON.parse(new TextDecoder().decode(bytes));
        return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).json();
      }).catch(() => { this.files.delete(name); this.lost = true; return null; });
      this.files.set(name, file);
    }
    return this.files.get(name);
  }

  /** The last of the ranges that begins no later than the key, or else the first. */
  range(ranges, key) { return ranges.findLast(([first]) => first <= key) || ranges[0] || []; }

  /** The stems of a key: `[[stem, postings, place in its file]]`. */
  async row(key) {
    const { big = {}, terms } = this.catalogue;
    return this.rowOf(key, await this.load(Object.hasOwn(big, key) ? big[key] : this.range(terms, key)[1]));
  }

  /** Stems stand in the order of their keys, which cost more to tell than a look costs. */
  rowOf(key, file) {
    const row = [], terms = file ? file.terms : [], keyOf = (i) => terms[i] && this.analysis.keyOf(terms[i]);
    let i = 0;
    // Leaps that halve, each of them taken where it does not go too far.
    for (let leap = 2 << 12; leap > 1; leap /= 2) if (keyOf(i + leap - 2) < key) i += leap;
    for (; keyOf(i) === key; i += 2) row.push([terms[i], terms[i + 1], i / 2]);
    return row;
  }

  /** The units that a term is in: `{ units: Map of unit to [worth, share of title], count, end }`. `end` is the last unit of
   *  a list that was cut. */
  async match(term, factor) {
    const found = nothing();
    if (!this.catalogue.terms.length) return found;
    const dots = /[åäö]/.test(term.root);
    const variants = (await this.row(term.key)).map(([stem, text]) => {
      const root = /^[dn]:/.test(stem) ? stem : this.analysis.root(stem);
      const kin = stem === term.stem ? 1 : root === term.root ? 0.85 : undotted(root) !== undotted(term.root) ? 0.5 : dots ? 0 : 0.55;
      return [kin, text];
    });
    const nearest = Math.max(0, ...variants.map(([kin]) => kin));
    found.isExact = nearest > 0.6;
    for (const [own, text] of variants) {
      // Written with its dots, a word is that word; but what is nowhere so may be written otherwise.
      const kin = nearest === 0 ? 0.5 : !dots && nearest < 0.6 && own > 0.5 ? 0.9 : own;
      if (!kin) continue;
      let count = 0;
      const { end, all } = eachPosting(text, (unit, tier) => {
        count++;
        better(found.units, unit, worth[tier] * kin * factor, titleShare[tier] * kin * factor);
      });
      found.count = Math.max(found.count, all || count);
      found.end = Math.min(found.end, end);
    }
    if (found.end === Infinity) found.count = Math.max(found.count, found.units.size);
    return found;
  }

  /** The units of all of several terms. */
  async matchAll(terms, factor) {
    const found = await Promise.all(terms.map((term) => this.match(term, factor)));
    if (found.length < 2) return found[0] || nothing();
    const both = nothing(), [least, ...rest] = found.sort(bySize);
    for (const [unit, own] of least.units) {
      if (!rest.every((one) => one.units.has(unit) || unit > one.end)) continue;
      const each = [own, ...rest.map((one) => one.units.get(unit) || [0.1, 0])];
      both.units.set(unit, [each.reduce((sum, [value]) => sum + value, 0) / each.length, Math.min(...each.map(([, share]) => share))]);
    }
    both.count = both.units.size;
    return both;
  }

  /** Of several ways to meet a word, in each unit the best. */
  async meet(ways) {
    const met = nothing();
    const all = await Promise.all(ways.map(({ terms, factor }) => this.matchAll(terms, factor)));
    all.forEach((found) => add(met, found));
    met.isExact = all[0].isExact;
    return met;
  }

  /** A word of a query, and the ways to meet it. */
  ask(text, isPhrase) {
    const term = this.analysis.term(plainNumber(text)), isLetter = text.length === 1 && !isNumber(text);
    return { text: term.word, term, optional: !isPhrase && (isLetter || this.analysis.optional.has(text)), ways: [{ terms: [term], factor: 1 }] };
  }

  /** The answer to a query: `{ hits: [[unit, score, its other units]], count, isLeast, loosened, exact, corrected: [[from, to]],
   *  terms that are shown as found, met, lost }`. An item and its decisions are one hit. */
  async search(query, options = {}) {
    this.lost = false;
    const chosen = choosable.filter((name) => options[name]);
    const isPlain = !/[^\p{L}\p{M}\s.,?!]/u.test(query);
    const { asked, phrases } = isPlain ? { asked: this.analysis.runs(query).map(({ text }) => this.ask(text)), phrases: [] } : (await rare()).parse(this, query);
    if (asked.every((one) => one.optional)) for (const one of asked) one.optional = false;
    const result = { hits: [], count: 0, corrected: [], terms: asked.flatMap(({ optional, ways }) => optional ? [] : ways.flatMap(({ terms }) => terms)) };
    if (!asked.length && !chosen.length) return result;
    const joins = this.joins(asked);
    const [facets, permitted, runs, met, joined] = await Promise.all([
      this.facets(),
      chosen.length ? import("./search-choices.js").then(({ allowed }) => allowed(this, options, chosen)) : undefined,
      Promise.all(phrases.map(async (phrase) => (await rare()).follows(this, phrase))),
      Promise.all(asked.map((one) => this.meet(one.ways))),
      Promise.all(joins.map(([, term]) => this.match(term, 0.9))),
    ]);
    joins.forEach(([both, term], place) => {
      if (!joined[place].units.size) return;
      result.terms.push(term);
      for (const i of both) { add(met[i], joined[place]); met[i].isExact = true; }
    });
    if (chosen.length && !permitted) { result.lost = true; return result; }
    const may = (unit) => runs.every((units) => !units || units.has(unit));
    const { undated } = this.catalogue;
    const order = options.sortera === "datum" ? (a, b) => (a[0] < undated) - (b[0] < undated) || a[0] - b[0] : (a, b) => b[1] - a[1] || a[0] - b[0];
    const needed = met.filter((_, i) => !asked[i].optional);
    /** The units that have all words, the best first: `[unit, score]`. */
    const ranked = () => {
      const [least, ...rest] = [...needed].sort(bySize);
      const units = !asked.length ? [...permitted] : [...least.units.keys()].filter((unit) => rest.every((one) => one.units.has(unit) || unit > one.end));
      return units.filter(may).map(this.scorer(asked, met)).sort(order);
    };
    // What is near is looked for before anything is chosen, so that a choice leaves what it promised.
    const chosenOf = (hits) => this.grouped(hits.filter(([unit]) => !permitted || permitted.has(unit)), facets);
    let hits = ranked();
    result.exact = chosenOf(hits).length;
    if (asked.length && (hits.length < few || met.some(({ isExact }, i) => !isExact && asked[i].term && !asked[i].optional))) {
      const { widen, loosen } = await rare();
      await widen(this, asked, met, result);
      hits = ranked();
      result.exact = chosenOf(hits).length;
      hits = loosen(hits, needed, met, may, this.scorer(asked, met), result);
    }
    result.hits = chosenOf(hits);
    result.count = result.hits.length;
    if (result.count === result.exact) result.loosened = "";
    result.isLeast = met.some(({ end }) => end !== Infinity);
    result.met = asked.filter((one, i) => met[i].units.size && !one.optional).map((one) => one.text);
    result.lost = this.lost;
    return result;
  }

  /** Neighbours that may be one word, in either order: `[[places of the two, the whole]]`. */
  joins(asked) {
    const { optional } = this.analysis;
    const all = [...asked.keys()].filter((i) => asked[i].term && !asked[i].isPhrase && !optional.has(asked[i].text) && !/\d/.test(asked[i].text));
    return all.slice(1).flatMap((second, i) => [[all[i], second], [second, all[i]]]).flatMap(([first, last]) => {
      const { word, stem } = asked[first].term;
      return [...new Set([word, word + "s", stem, stem + "s"])].map((head) => [[first, last], this.analysis.term(head + asked[last].text)]);
    });
  }

  /** A function that makes of a unit `[unit, score, share of the query that it has]`. */
  scorer(asked, met) {
    const n = this.catalogue.units;
    const weights = met.map(({ count }, i) => Math.log(1 + (n - Math.min(n, count) + 0.5) / (Math.min(n, count) + 0.5)) * (asked[i].optional ? 0.3 : 1));
    const total = weights.reduce((sum, weight) => sum + weight, 0) || 1;
    return (unit) => {
      let sum = 0, title = 0, covered = 0;
      met.forEach(({ units, end }, i) => {
        const found = units.get(unit);
        if (found) { sum += weights[i] * found[0]; title += weights[i] * found[1]; }
        if (found || unit > end) covered += weights[i];
      });
      return [unit, sum + 2 * title * (title / total) ** 2, covered / total];
    };
  }

  /** An item, its decisions and what is left of it to be done as one, where the first of them stands. They follow their item. */
  grouped(hits, facets) {
    if (!this.decisions && facets) {
      this.decisions = new Set();
      for (const [slug, , runs] of facets.typ || []) if (slug === "beslut" || slug === "balanslista") eachUnit(runs, (unit) => this.decisions.add(unit));
    }
    const groups = new Map();
    for (const [unit, score] of hits) {
      const item = this.itemOf(unit), group = groups.get(item);
      if (group) group[2].push(unit); else groups.set(item, [unit, score, []]);
    }
    return [...groups.values()];
  }

  itemOf(unit) {
    let item = unit;
    while (this.decisions && this.decisions.has(item)) item--;
    return item;
  }

  facets() { return this.load(this.catalogue.facets); }

  /** What is shown of units, in their order; null for what cannot be had. */
  async records(units) {
    const { records, unitsPerFile: size } = this.catalogue;
    return Promise.all(units.map(async (unit) => {
      const file = await this.load(records[Math.floor(unit / size)]);
      return file && file.units[unit % size];
    }));
  }
}

/** Keeps for a unit the greatest value and share of title. */
function better(units, unit, value, share) {
  const known = units.get(unit);
  if (!known) units.set(unit, [value, share]);
  else { known[0] = Math.max(known[0], value); known[1] = Math.max(known[1], share); }
}

/** Adds to what is met of a word what is found of it in another way: whole, or as a part of its worth and not as title. */
export function add(met, found, worth = 1) {
  for (const [unit, [value, share]] of found.units) better(met.units, unit, value * worth, worth < 1 ? 0 : share);
  met.count = Math.max(met.count, found.count);
  met.end = Math.min(met.end, found.end);
  if (met.end === Infinity) met.count = met.units.size;
}
