// The search engine of /sok/, without a page: it reads the index that /data/ describes, and nothing else. What words are, and
// which forms belong together, it is told by the rules of the catalogue; Sources/Search reads the same ones.

const words = (text) => text.split(" ");
const isVowel = (letter) => letter !== undefined && "aeiouyåäö".includes(letter);
const hasVowel = (word) => [...word].some(isVowel);
const isNumber = (text) => /^\d+$/.test(text);
export const undotted = (word) => word.replace(/[åä]/g, "a").replace(/ö/g, "o");

/** What a text is made of, by the rules of the catalogue. */
export class Analysis {
  constructor(rules) {
    this.letters = new Map();
    for (let code = 65; code <= 90; code++) this.letters.set(code, String.fromCharCode(code + 32));
    for (const to in rules.letters) for (const letter of rules.letters[to]) this.letters.set(letter.charCodeAt(0), to);
    for (const letter of "abcdefghijklmnopqrstuvwxyz0123456789åäö") this.letters.set(letter.charCodeAt(0), letter);
    for (let code = 0xc0; code < 0x250; code++) {
      const lower = String.fromCharCode(code).toLowerCase().charCodeAt(0);
      if (lower !== code && this.letters.has(lower)) this.letters.set(code, this.letters.get(lower));
    }
    [this.irregular, this.verbs] = [rules.irregular, rules.verbs].map((table) => {
      const bases = new Map();
      for (const base in table) for (const form of words(table[base])) bases.set(form, base);
      return bases;
    });
    const not = new Set(words(rules.noForms));
    const generate = (base, root, endings) => {
      for (const form of endings.map((ending) => root + ending)) {
        if (not.has(form)) continue;
        if (!this.verbs.has(form)) this.verbs.set(form, base);
        if (form.length > 4 && !this.irregular.has(form)) this.irregular.set(form, base);
      }
    };
    for (const row of rules.strong) {
      const [base, past, supine] = words(row);
      generate(base, past, [""]);
      generate(base, supine, words(rules.strongForms));
    }
    for (const root of words(rules.weak)) {
      generate(root, root, words(rules.weakForms));
      if (root.endsWith("d")) generate(root, root.slice(0, -1), [isVowel(root[root.length - 2]) ? "tt" : "t"]);
    }
    for (const base of [...this.irregular.values(), ...this.verbs.values()]) if (!this.verbs.has(base)) this.verbs.set(base, base);
    this.longest = Math.max(...[...this.irregular.keys()].map((form) => form.length));
    this.neuter = new RegExp(`(${rules.neuter.replaceAll(" ", "|")})t$`);
    this.prefixes = new Set(words(rules.prefixes));
    this.dotted = new Map();
    for (const form of [...this.irregular.keys(), ...this.irregular.values(), ...this.verbs.keys(), ...this.verbs.values()]) if (undotted(form) !== form) this.dotted.set(undotted(form), form);
    this.whole = new Set(words(rules.keep));
    this.tails = words(rules.keep).filter((word) => word[0] === "-").map((word) => word.slice(1));
    this.endings = rules.strip.map((row) => row.split(" ")).sort((a, b) => b[0].length - a[0].length);
    this.spelling = rules.spelling.map((row) => row.split(" "));
    this.colonEndings = new Set(words(rules.colonEndings));
    this.months = new Map();
    for (const names of [rules.months, rules.shortMonths]) words(names).forEach((name, i) => this.months.set(name, i + 1));
    this.months.set("sept", 9);
    this.monthNames = words(rules.months);
    this.optional = new Set(words(rules.optional));
    this.references = new Set(words(rules.references));
  }

  /** Runs of letters and digits: `{ text, gap, quoted }`, where `gap` is what stands before. */
  runs(text) {
    const runs = [];
    let run = "", gap = "", number = 0;
    const end = () => {
      if (!run) return;
      runs.push({ text: run.slice(0, 64), gap });
      run = gap = "";
    };
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      const letter = this.letters.get(code);
      if (letter) { run += letter; continue; }
      if (code >= 0x300 && code < 0x370) {
        const last = run[run.length - 1];
        if (code === 0x308 && (last === "a" || last === "o")) run = run.slice(0, -1) + (last === "a" ? "ä" : "ö");
        if (code === 0x30a && last === "a") run = run.slice(0, -1) + "å";
        continue;
      }
      if (code === 0x27 || code === 0x2019 || code === 0xad || code >= 0x200b && code <= 0x200d) continue;
      end();
      const mark = code === 32 || code === 10 || code === 13 || code === 9 || code === 0xa0 || code === 0x202f ? " "
        : code === 45 || code >= 0x2010 && code <= 0x2015 || code === 0x2212 ? "-"
        : code === 47 ? "/" : code === 46 ? "." : code === 58 ? ":" : "x";
      if (gap.length < 3 && !(mark === " " && gap.endsWith(" "))) gap += mark;
    }
    end();
    return this.colons(runs);
  }

  /** "SIP:en" is "SIP", "19:e" is "19". */
  colons(runs) {
    return runs.filter((run, i) => i === 0 || run.gap !== ":"
      || (isNumber(runs[i - 1].text) ? run.text !== "e" && run.text !== "a" : !this.colonEndings.has(run.text)));
  }

  /** Days, months and diarienummer: `{ from, to, keys, words }` by the places of their runs. */
  specials(runs) {
    const found = [];
    for (let i = 0; i < runs.length;) {
      const date = this.date(runs, i), next = this.date(runs, i + 1), reference = next && next.iso ? undefined : this.reference(runs, i);
      if (date) found.push(date);
      if (reference && !(date && date.keys[0].length === 12 && date.iso)) found.push(reference);
      i = Math.max(i + 1, date ? date.to : 0);
    }
    return found;
  }

  date(runs, i) {
    if (!runs[i]) return undefined;
    const text = (offset) => runs[i + offset] ? runs[i + offset].text : "";
    const gap = (offset) => runs[i + offset] ? runs[i + offset].gap : "";
    const two = (value) => (value < 10 ? "0" : "") + value;
    const numeral = (offset, most) => isNumber(text(offset)) && text(offset).length <= most ? +text(offset) : -1;
    const day = (length, y, m, d, iso) => {
      if (!(m >= 1 && m <= 12 && d >= 1 && d <= (m === 2 ? (y % 4 ? 28 : 29) : [4, 6, 9, 11].includes(m) ? 30 : 31))) return undefined;
      const short = `d:${two(m)}-${two(d)}`;
      if (y < 0) return { from: i, to: i + length, keys: [short], words: [] };
      if (y < 1900 || y > 2099) return undefined;
      return { from: i, to: i + length, iso, keys: [`d:${y}-${two(m)}-${two(d)}`, `d:${y}-${two(m)}`, short], words: [`${y}`, this.monthNames[m - 1]] };
    };
    const month = (length, y, m) => m >= 1 && m <= 12 && y >= 1900 && y <= 2099
      ? { from: i, to: i + length, keys: [`d:${y}-${two(m)}`], words: [`${y}`, this.monthNames[m - 1]] } : undefined;
    const first = numeral(0, 8);
    if (first < 0) {
      const m = this.months.get(text(0));
      return m && text(1).length === 4 && (gap(1) === " " || gap(1) === ". ") ? month(2, numeral(1, 4), m) : undefined;
    }
    if (text(0).length === 8) return day(1, Math.floor(first / 10000), Math.floor(first / 100) % 100, first % 100);
    const mark = gap(1), isMark = mark === "-" || mark === "/" || mark === ".";
    if (text(0).length === 4 && isMark) {
      const whole = gap(2) === mark ? day(3, first, numeral(1, 2), numeral(2, 2), mark === "-" && text(1).length === 2 && text(2).length === 2) : undefined;
      return whole || (mark === "-" && text(1).length === 2 && gap(2) !== "-" ? month(2, first, numeral(1, 2)) : undefined);
    }
    if (text(0).length > 2) return undefined;
    const year = (offset, marks) => !marks.includes(gap(offset)) ? -1 : text(offset).length === 4 ? numeral(offset, 4)
      : text(offset).length === 2 && mark === "/" && gap(offset) !== " " && numeral(offset, 2) >= 0 ? 2000 + numeral(offset, 2) : -1;
    if (isMark) {
      const y = year(2, [mark, ...(mark === "/" ? [" ", "-", " -"] : [])]);
      return y >= 1900 ? day(3, y, numeral(1, 2), first) : mark === "/" ? day(2, -1, numeral(1, 2), first) : undefined;
    }
    const m = mark === " " ? this.months.get(text(1)) : undefined;
    if (!m) return undefined;
    const y = text(2).length === 4 && (gap(2) === " " || gap(2) === ". ") ? numeral(2, 4) : -1;
    return (y >= 1900 ? day(3, y, m, first) : undefined) || day(2, -1, m, first);
  }

  reference(runs, i) {
    let letters = "", place = i;
    const numbers = [];
    const mixed = /^([a-zåäö]{2,6})(\d+)$/.exec(runs[i].text);
    if (mixed) {
      letters = mixed[1];
      numbers.push(mixed[2]);
      place++;
    } else if (/^[a-zåäö]{1,6}$/.test(runs[i].text)) {
      const gap = runs[i + 1] ? runs[i + 1].gap : "";
      if (gap !== " " && gap !== "-" && gap !== "/" || this.references.has(runs[i].text)) return undefined;
      letters = runs[i].text;
      place++;
    }
    const start = place;
    let slash = letters && runs[start] && runs[start].gap === "/";
    for (; place < runs.length && numbers.length < 4 && /^\d{1,8}$/.test(runs[place].text); place++) {
      if (numbers.length && !["-", "/", ":"].includes(runs[place].gap)) break;
      numbers.push(runs[place].text);
    }
    const plain = numbers.map((number) => number.replace(/^0+(?=\d)/, ""));
    const year = plain.findIndex((number) => /^(19|20)\d\d$/.test(number));
    if (plain.length < 2 ? !(slash && numbers[0] && numbers[0].length > 2) : year < 0 && plain.length < 3 && !(letters.length > 1 && numbers.length === 2 && numbers[0].length === 2 && numbers[1].length > 2)) return undefined;
    if (year > 0) plain.unshift(...plain.splice(year, 1));
    const number = plain.join("-");
    return { from: i, to: place, keys: [...(letters ? [`n:${undotted(letters)}-${number}`] : []), ...(plain.length > 1 ? [`n:${number}`] : [])], words: [] };
  }

  /** Everything that a text is found by: `[[word or key, position]]`; what was put together has the position -1. */
  tokens(text) {
    const runs = this.runs(text), out = [];
    runs.forEach((run, i) => out.push([plainNumber(run.text), i]));
    for (const { from, to, text: joined } of this.hyphened(runs)) out.push([joined, -1]);
    for (const special of this.specials(runs)) for (const key of [...special.keys, ...special.words]) out.push([key, -1]);
    return out;
  }

  /** Words written with hyphens, as one: "e-hälsa" is also "ehälsa". */
  hyphened(runs) {
    const out = [];
    for (let i = 0; i < runs.length; i++) {
      let to = i + 1;
      while (to < runs.length && to - i < 4 && runs[to].gap === "-" && !isNumber(runs[to].text)) to++;
      if (to - i < 2 || isNumber(runs[i].text)) continue;
      out.push({ from: i, to, text: runs.slice(i, to).map((run) => run.text).join("").slice(0, 64) });
      i = to - 1;
    }
    return out;
  }

  irregularOf(word) {
    for (let i = Math.max(0, word.length - this.longest); i <= word.length - 2; i++) {
      const tail = word.slice(i);
      const base = this.irregular.get(tail);
      if (base && (i === 0 || i >= 2 && hasVowel(word.slice(0, i)) && (tail.length > 3 || tail.length === 3 && /[åäö]/.test(tail)))) return word.slice(0, i) + base;
    }
    for (let i = 0; i <= word.length - 2; i++) {
      const base = this.verbs.get(word.slice(i));
      if (base && (i === 0 || this.prefixes.has(word.slice(0, i)))) return word.slice(0, i) + base;
    }
    return undefined;
  }

  /** An irregular form that is typed without its dots, with them. */
  redotted(word) {
    for (let i = Math.max(0, word.length - this.longest); i <= word.length - 3; i++) {
      const form = this.dotted.get(word.slice(i));
      if (form && (i === 0 || form.length > 3)) return word.slice(0, i) + form;
    }
    return undefined;
  }

  strip(word, least) {
    if (this.whole.has(word) || this.tails.some((tail) => word.endsWith(tail))) return word;
    for (const [ending, instead, shortest, ...conditions] of this.endings) {
      if (!word.endsWith(ending)) continue;
      const rest = word.slice(0, word.length - ending.length), last = rest[rest.length - 1];
      if (rest.length < Math.max(+shortest, +shortest > 2 ? least : 0) || !hasVowel(rest)) continue;
      if (shortest === "2" && rest.length < 3 && !instead && isVowel(last)) continue;
      if (conditions.some((one) => one[0] === "+" ? !one.includes(last) : word.endsWith(one))) continue;
      return rest + instead;
    }
    return word;
  }

  /** The stem by which forms of one word meet, as well as one look can tell. */
  stem(word) {
    if (word.length < 3 || /\d/.test(word)) return word;
    const known = this.irregularOf(word) || (word.endsWith("s") && this.irregularOf(word.slice(0, -1)))
      || (word.length > 4 && word.endsWith("na") && this.irregularOf(word.slice(0, -2))) || (word.endsWith("nas") && this.irregularOf(word.slice(0, -3)));
    if (known) return known;
    const rest = this.strip(word, 3), [b, c] = [rest[rest.length - 2], rest[rest.length - 1]];
    if (rest.length >= 5 && this.neuter.test(rest)) return rest.slice(0, -1);
    return rest.length > 2 && b === c && (c === "m" || c === "n") ? rest.slice(0, -1) : rest;
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

  /** A word as the index knows it. */
  term(word) {
    if (/^[dn]:/.test(word)) return { word, stem: word, root: word, key: word };
    const stem = this.stem(word), root = this.root(stem);
    return { word, stem, root, key: this.fold(root) };
  }
}

const plainNumber = (text) => isNumber(text) ? text.replace(/^0+(?=\d)/, "") : text;

function smooth(word) {
  const [a, b, c] = [word[word.length - 3], word[word.length - 2], word[word.length - 1]];
  if (word.length > 2 && b === c && (c === "m" || c === "n")) return word.slice(0, -1);
  if (word.length < 4) return word;
  if (word.length > 4 && b === "e" && c === "l" && !isVowel(a)) return word.slice(0, -2) + "l";
  if (c === "r" && "tdgkpbvf".includes(b) || c === "n" && "ktpvxsd".includes(b)
    || c === "t" && ("kpgbdfjlmrv".includes(b) || b === "n" && "äöiugmr".includes(a))) return word.slice(0, -1);
  return word;
}

/** What a posting of each tier is worth; 7 to 9 stand in the title. */
const worth = [0.12, 0.2, 0.34, 0.48, 0.6, 0.72, 0.82, 0.5, 0.8, 1];
const titleShare = [0, 0, 0, 0, 0, 0, 0, 0.5, 1, 1];

/** Numbers to the base of 26: capitals, and a small letter that ends each. */
function* numbers(text) {
  let value = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 97) { value = value * 26 + code - 65; continue; }
    yield value * 26 + code - 97;
    value = 0;
  }
}

const unitRuns = (text) => {
  const units = new Set();
  let next = 0, start = -1;
  for (const number of numbers(text)) {
    if (start < 0) { start = next + number; continue; }
    for (let unit = start; unit <= start + number; unit++) units.add(unit);
    next = start + number + 1;
    start = -1;
  }
  return units;
};

/** Edits between two words, letters that changed places being one; more than `most` is told as `most` + 1. The end of
 *  `typed` may be an ending that the rules did not know. */
function distance(typed, key, most) {
  let before = [], row = Array.from({ length: typed.length + 1 }, (_, i) => i);
  for (let i = 1; i <= key.length; i++) {
    const next = [i];
    let least = i;
    for (let j = 1; j <= typed.length; j++) {
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (key[i - 1] === typed[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && key[i - 1] === typed[j - 2] && key[i - 2] === typed[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1);
      least = Math.min(least, next[j]);
    }
    if (least > most) return most + 1;
    [before, row] = [row, next];
  }
  return row[typed.length];
}

/** Opens the index below a URL: the folder of the search page. Rejects when its catalogue cannot be had. */
export async function open(base) {
  const engine = new Engine(base);
  await engine.start();
  return engine;
}

export class Engine {
  constructor(base) {
    this.base = new URL("index/", base);
    this.files = new Map();
    this.lost = false;
  }

  async start() {
    this.catalogue = await this.load("katalog", "no-cache");
    if (!this.catalogue) throw new Error("katalog");
    this.analysis = new Analysis(this.catalogue.rules);
    this.parts = new Set(words(this.catalogue.parts));
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

  /** The last of the ranges that begins no later than the key. */
  range(ranges, key) {
    let low = 0, high = ranges.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (ranges[middle][0] <= key) low = middle + 1; else high = middle;
    }
    return Math.max(0, low - 1);
  }

  /** The row of a key: `[key, stem, units, postings, stem, …]`. */
  async row(key, isWhole) {
    const { big: all = {} } = this.catalogue, big = Object.hasOwn(all, key) && all[key];
    if (!this.catalogue.terms.length) return undefined;
    const file = await this.load(big && isWhole ? big : this.catalogue.terms[this.range(this.catalogue.terms, key)][1]);
    return file ? file.terms.find((row) => row[0] === key) : undefined;
  }

  /** The units that a term is in: `{ units: Map of unit to [worth, share of title], count, end }`. `end` is the last unit of
   *  a list that was cut. */
  async match(term, factor, isWhole) {
    const found = { units: new Map(), count: 0, end: Infinity };
    const row = await this.row(term.key, isWhole);
    if (!row) return found;
    const dots = /[åäö]/.test(term.root), variants = [];
    for (let i = 1; i < row.length; i += 3) {
      const stem = row[i] || term.key, root = /^[dn]:/.test(stem) ? stem : this.analysis.root(stem);
      const kin = stem === term.stem ? 1 : root === term.root ? 0.85 : undotted(root) !== undotted(term.root) ? 0.5 : dots ? 0 : 0.55;
      variants.push([kin, row[i + 1], row[i + 2]]);
    }
    // Written with its dots, a word is that word; but what is nowhere so may be written otherwise.
    if (variants.every(([kin]) => kin === 0)) for (const variant of variants) variant[0] = 0.5;
    if (!dots && variants.every(([kin]) => kin < 0.6)) for (const variant of variants) variant[0] = Math.max(variant[0], 0.9 * (variant[0] > 0.5));
    for (const [kin, count, text] of variants) {
      if (!kin) continue;
      found.count = Math.max(found.count, count);
      let tier = 0, next = 0, value = 0, decoded = 0;
      for (let i = 0; i < text.length; i++) {
        const code = text.charCodeAt(i);
        if (code < 58) { tier = code - 48; next = 0; continue; }
        if (code < 97) { value = value * 26 + code - 65; continue; }
        const unit = next + value * 26 + code - 97;
        value = 0;
        next = unit + 1;
        decoded++;
        const worthHere = worth[tier] * kin * factor, share = titleShare[tier] * kin * factor;
        const known = found.units.get(unit);
        if (known) { if (worthHere > known[0]) known[0] = worthHere; if (share > known[1]) known[1] = share; }
        else found.units.set(unit, [worthHere, share]);
      }
      if (decoded < count) found.end = Math.min(found.end, next - 1);
    }
    found.count = Math.max(found.count, found.end === Infinity ? found.units.size : 0);
    return found;
  }

  /** The units of all of several terms, or of the first that has any. */
  async matchAll(terms, factor, isWhole) {
    const found = await Promise.all(terms.map((term) => this.match(term, factor, isWhole)));
    if (found.length < 2) return found[0] || { units: new Map(), count: 0, end: Infinity };
    const [least, ...rest] = found.sort((a, b) => a.units.size - b.units.size);
    const units = new Map();
    for (const [unit, [value, share]] of least.units) {
      if (!rest.every((one) => one.units.has(unit) || unit > one.end)) continue;
      const all = [[value, share], ...rest.map((one) => one.units.get(unit) || [0.1, 0])];
      units.set(unit, [all.reduce((sum, one) => sum + one[0], 0) / all.length, Math.min(...all.map((one) => one[1]))]);
    }
    return { units, count: units.size, end: Infinity };
  }

  /** What is asked: words, each with the ways to be met, and phrases. */
  parse(query) {
    const asked = [], phrases = [], joins = [];
    query.split(/["”“„»«″]/).forEach((piece, place, pieces) => {
      const isPhrase = place % 2 === 1 && place < pieces.length - 1;
      const runs = this.analysis.runs(piece).filter((run) => run.text);
      const taken = new Map();
      for (const special of this.analysis.specials(runs)) {
        for (let i = special.from; i < special.to; i++) if (!taken.has(i)) taken.set(i, special);
        special.all = [...(special.all || []), ...special.keys];
      }
      const hyphened = new Map(this.analysis.hyphened(runs).map((one) => [one.from, one]));
      const specials = this.analysis.specials(runs);
      const phrase = [];
      let last;
      for (let i = 0; i < runs.length; i++) {
        const text = plainNumber(runs[i].text);
        phrase.push(this.analysis.term(text));
        const special = specials.filter((one) => one.from === i);
        if (special.length) {
          // A day is met by the day, a diarienummer by the whole; a word before a number may be none of it.
          const keys = special.map((one) => one.keys[0]);
          const ways = keys.map((key) => ({ terms: [this.analysis.term(key)], factor: 1 }));
          const to = Math.max(...special.map((one) => one.to));
          for (const one of special) if (one.keys[0][0] === "n" && one.keys[1]) ways.push({ terms: [this.analysis.term(one.keys[1])], factor: 0.5 });
          const label = runs.slice(i, to).map((run, place) => (place ? run.gap.replace("x", " ") : "") + run.text).join("");
          const isNamed = keys.every((key) => key[0] === "n") && /^[a-zåäö]{4,}$/.test(runs[i].text);
          if (isNamed) ways.push({ terms: runs.slice(i, to).map((run) => this.analysis.term(plainNumber(run.text))), factor: 0.4 });
          asked.push({ text: label, special: true, ways });
          for (let inside = i + 1; inside < to; inside++) phrase.push(this.analysis.term(plainNumber(runs[inside].text)));
          i = to - 1;
          last = undefined;
          continue;
        }
        if (this.analysis.references.has(text) && runs.length > 1 && !isPhrase) { last = undefined; continue; }
        const whole = hyphened.get(i);
        if (whole) {
          const parts = runs.slice(i, whole.to).map((run) => this.analysis.term(run.text));
          asked.push({ text: whole.text, ways: [{ terms: [this.analysis.term(whole.text)], factor: 1 }, { terms: parts.filter((term) => term.word.length > 1), factor: 0.9 }] });
          for (let inside = i + 1; inside < whole.to; inside++) phrase.push(this.analysis.term(runs[inside].text));
          i = whole.to - 1;
          last = undefined;
          continue;
        }
        const term = this.analysis.term(text);
        const unit = { text, term, optional: !isPhrase && (this.analysis.optional.has(text) || text.length === 1 && !isNumber(text)), ways: [{ terms: [term], factor: 1 }] };
        const split = this.split(term);
        if (split) unit.ways.push({ terms: split, factor: 0.55 });
        const dotted = /[åäö]/.test(text) ? undefined : this.analysis.redotted(text);
        if (dotted) unit.ways.push({ terms: [this.analysis.term(dotted)], factor: 0.9 });
        asked.push(unit);
        if (last && !isNumber(text) && !isNumber(last.text) && !isPhrase) {
          for (const joint of ["", "s"]) joins.push([asked.length - 2, asked.length - 1, this.analysis.term(last.text + joint + text)]);
        }
        last = unit;
      }
      if (isPhrase && phrase.length > 1) phrases.push(phrase);
    });
    if (asked.every((one) => one.optional)) for (const one of asked) one.optional = false;
    return { asked, phrases, joins };
  }

  /** A compound in two, by the words that others here are put together from: the longest last part that leaves a first. */
  split({ stem, word }) {
    if (word.length < 7 || /[\d:]/.test(word)) return undefined;
    for (let i = 3; i <= stem.length - 3; i++) {
      const left = stem.slice(0, i), tail = this.analysis.term(stem.slice(i));
      const right = { ...tail, key: this.analysis.fold(this.analysis.root(stem.slice(i))), stem: stem.slice(i) };
      if (!this.parts.has(right.key)) continue;
      for (const head of [left, left.endsWith("s") ? left.slice(0, -1) : "", /[aeou]$/.test(left) ? left.slice(0, -1) : ""]) {
        if (head.length < 3) continue;
        const term = this.analysis.term(head);
        if (this.parts.has(term.key)) return [term, right];
      }
    }
    return undefined;
  }

  /** Words that are nowhere: those that begin or end so, or are spelt nearly so. `[{ term, factor, form, kind }]` */
  async near(term, isLast) {
    const { words: starts, ends } = this.catalogue, key = term.key;
    const typed = this.analysis.fold(term.word);
    if (!starts.length || typed.length < 3 || /[\d:]/.test(key)) return [];
    const back = [...key].reverse().join("");
    const names = new Set([starts[this.range(starts, key)][1], starts[this.range(starts, typed)][1], ends[this.range(ends, back)][1],
      ends[this.range(ends, [...typed].reverse().join(""))][1]]);
    const rows = new Map();
    for (const file of await Promise.all([...names].map((name) => this.load(name)))) {
      for (const [other, form] of file ? file.words : []) rows.set(other, form || other);
    }
    // A compound that nobody wrote, of two words that somebody did.
    const halves = [];
    for (let i = 3; i <= key.length - 3; i++) {
      if (!rows.has(key.slice(i))) continue;
      const head = [key.slice(0, i), key.slice(0, i - 1)].find((one) => one.length > 2 && (rows.has(one) || rows.has(this.analysis.term(one).key)));
      if (head) halves.push({ terms: [rows.has(head) ? head : this.analysis.term(head).key, key.slice(i)].map((one) => ({ word: one, stem: one, root: one, key: one })), factor: 0.5, form: rows.get(key.slice(i)), kind: "part" });
    }
    if (halves.length) return halves.slice(0, 2);
    const close = [], parts = [], most = key.length >= 8 || typed.length >= 8 ? 2 : key.length >= 4 || typed.length >= 4 ? 1 : 0;
    for (const [other, form] of rows) {
      const near = (factor, kind) => ({ term: { word: form, stem: other, root: other, key: other, any: true }, factor, form, kind });
      if (key.length >= 2 && other.length > key.length + 2 && (!/[åäö]/.test(term.word) || form.includes(term.root)) && (other.endsWith(key) || typed.length > 3 && (this.analysis.fold(form).includes(typed, 3) || this.analysis.fold(form).includes(this.analysis.fold(term.stem), 3)))) parts.push(near(0.4, "part"));
      else if (other.length > key.length && (other.startsWith(key) || other.startsWith(typed)) && (isLast || key.length >= 4)) parts.push(near(0.45 * Math.exp((key.length - other.length) / 12), "part"));
      if (!most || Math.abs(other.length - key.length) > most + 1 && Math.abs(other.length - typed.length) > most + 1) continue;
      const form2 = this.analysis.fold(form);
      const edits = Math.min(distance(key, other, most), distance(typed, form2, most), distance(typed, other, most));
      if (edits <= most && edits > 0) close.push([edits, near(edits === 1 ? 0.6 : 0.35, "spelling")]);
    }
    close.sort((a, b) => a[0] - b[0] || (a[1].term.key < b[1].term.key ? -1 : 1));
    const best = close.filter((one) => one[0] === close[0][0]).slice(0, 6).map((one) => one[1]);
    parts.sort((a, b) => b.factor - a.factor || (a.term.key < b.term.key ? -1 : 1));
    return parts.length ? [...parts.slice(0, 8), ...best.slice(0, parts.length ? 2 : 6)] : best;
  }

  /** Of several ways to meet a word, in each unit the best. */
  async meet(ways, isWhole) {
    const met = { units: new Map(), count: 0, end: Infinity };
    for (const found of await Promise.all(ways.map((way) => this.matchAll(way.terms, way.factor, isWhole)))) {
      merge(met.units, found.units);
      met.count = Math.max(met.count, found.count);
      met.end = Math.min(met.end, found.end);
    }
    met.count = Math.max(met.count, met.end === Infinity ? met.units.size : 0);
    return met;
  }

  /** Only the units in which the words of a phrase follow on each other. A word that stands nearly everywhere has no places,
   *  and is any word. */
  async follows(phrase) {
    const lists = await Promise.all(phrase.map(async (term) => {
      const { places } = this.catalogue;
      if (!places.length) return undefined;
      const file = await this.load(places[this.range(places, term.key)][1]);
      const row = file && file.places.find((row) => row[0] === term.key);
      if (!row) return undefined;
      const i = new Map();
      for (let place = 1; place < row.length; place += 2) {
        let unit = -1, left = -1, stands = 0, list;
        for (const number of numbers(row[place + 1])) {
          if (left === -1) { unit += number + 1; left = 0; list = i.get(unit) || new Set(); i.set(unit, list); continue; }
          if (left === 0) { left = number; stands = 0; continue; }
          stands += number;
          list.add(stands);
          if (--left === 0) left = -1;
        }
      }
      return i;
    }));
    const known = lists.map((list, i) => [list, i]).filter(([list]) => list);
    if (!known.length) return undefined;
    const units = new Set();
    const [first, offset] = known.reduce((a, b) => a[0].size <= b[0].size ? a : b);
    for (const [unit, stands] of first) {
      for (const stand of stands) {
        if (known.every(([list, i]) => list.has(unit) && list.get(unit).has(stand - offset + i))) { units.add(unit); break; }
      }
    }
    return units;
  }

  /** The answer to a query: `{ hits: [[unit, score]], count, isLeast, loosened, corrected: [[from, to]], words, lost }`. */
  async search(query, options = {}) {
    this.lost = false;
    const { asked, phrases, joins } = this.parse(query);
    const result = { hits: [], count: 0, isLeast: false, loosened: false, corrected: [], words: asked.map((one) => one.text), lost: false };
    const chosen = ["typ", "organ", "huvudman", "ar", "beslut", "galler"].filter((name) => options[name]);
    const allowed = chosen.length ? this.allowed(options, chosen) : undefined;
    if (!asked.length && !chosen.length) return result;
    const isWhole = asked.length > 1 || chosen.length > 0 || options.sortera === "datum" || phrases.length > 0;
    const [met, joined, runs] = await Promise.all([
      Promise.all(asked.map((one) => this.meet(one.ways, isWhole))),
      Promise.all(joins.map(([, , term]) => this.match(term, 0.9, isWhole))),
      Promise.all(phrases.map((phrase) => this.follows(phrase))),
    ]);
    joins.forEach(([first, second], i) => { merge(met[first].units, joined[i].units); merge(met[second].units, joined[i].units); });
    await Promise.all(asked.map(async (one, i) => {
      if (met[i].units.size || !one.term || one.optional) return;
      const near = await this.near(one.term, i === asked.length - 1);
      if (!near.length) return;
      met[i] = await this.meet(near.map(({ term, terms = [term], factor }) => ({ terms, factor })), true);
      const spelt = near.find(({ kind }) => kind === "spelling");
      if (near[0].kind === "spelling" && spelt) result.corrected.push([one.text, [...new Set(near.map((other) => other.form))].slice(0, 3)]);
    }));
    const permitted = await allowed;
    if (chosen.length && !permitted) { result.lost = true; return result; }
    const may = (unit) => (!permitted || permitted.has(unit)) && runs.every((units) => !units || units.has(unit));
    const n = this.catalogue.units;
    const idf = met.map((one) => Math.log(1 + (n - Math.min(n, one.count) + 0.5) / (Math.min(n, one.count) + 0.5)));
    const needed = asked.map((one, i) => i).filter((i) => !asked[i].optional);
    const total = idf.reduce((sum, value, i) => sum + (asked[i].optional ? 0.3 * value : value), 0) || 1;
    const score = (unit) => {
      let sum = 0, title = 0, covered = 0;
      for (let i = 0; i < met.length; i++) {
        const found = met[i].units.get(unit);
        const weight = asked[i].optional ? 0.3 * idf[i] : idf[i];
        if (found) { sum += weight * found[0]; title += weight * found[1]; }
        if (found || unit > met[i].end) covered += weight;
      }
      return [sum + 2 * title * (title / total) ** 2, covered / total];
    };
    let units = [];
    if (!asked.length) units = [...permitted].filter(may);
    else {
      const by = needed.map((i) => met[i]).sort((a, b) => a.units.size - b.units.size);
      units = [...by[0].units.keys()].filter((unit) => may(unit) && by.every((one) => one.units.has(unit) || unit > one.end));
    }
    const hits = units.map((unit) => [unit, score(unit)[0]]);
    result.isLeast = met.some((one) => one.end !== Infinity) && asked.length > 0;
    result.count = hits.length;
    if (!isWhole && met.length === 1 && met[0].end !== Infinity) { result.count = met[0].count; result.isLeast = false; }
    const order = options.sortera === "datum"
      ? (a, b) => (a[0] < this.catalogue.undated) - (b[0] < this.catalogue.undated) || a[0] - b[0] : (a, b) => b[1] - a[1] || a[0] - b[0];
    hits.sort(order);
    if (hits.length < 5 && needed.length > 1 || hits.length === 0) {
      const have = new Set(units), more = new Map();
      for (const i of needed) for (const unit of met[i].units.keys()) if (!have.has(unit) && may(unit) && !more.has(unit)) more.set(unit, score(unit));
      let near = [...more].map(([unit, [sum, covered]]) => [unit, sum * covered ** 2, covered]);
      const best = near.reduce((most, one) => Math.max(most, one[2]), 0);
      near = near.filter((one) => one[2] >= Math.max(best * 0.6, hits.length ? 0.4 : 0)).sort((a, b) => b[2] * 10 + b[1] - (a[2] * 10 + a[1]) || a[0] - b[0]);
      if (near.length) { result.loosened = hits.length === 0 ? "all" : "more"; result.exact = hits.length; }
      for (const [unit, sum] of near.slice(0, 500)) hits.push([unit, sum]);
      result.count = hits.length;
    }
    result.hits = hits;
    result.met = asked.filter((one, i) => met[i].units.size && !one.optional).map((one) => one.text);
    result.lost = this.lost;
    return result;
  }

  facets() { return this.load(this.catalogue.facets); }

  async allowed(options, chosen) {
    const facets = await this.facets();
    if (!facets) return undefined;
    let allowed;
    for (const name of chosen) {
      const values = name === "galler" ? [["1", "", facets.galler]] : facets[name === "beslut" ? "typ" : name] || [];
      const row = values.find(([slug]) => slug === (name === "beslut" ? "beslut" : String(options[name])));
      const units = row || name === "galler" ? unitRuns(name === "galler" ? facets.galler : row[2]) : new Set();
      allowed = allowed ? new Set([...allowed].filter((unit) => units.has(unit))) : units;
    }
    return allowed;
  }

  /** How many of the hits have each value: `{ typ: [[slug, label, count]], …, galler: count }`. */
  async counts(hits) {
    const facets = await this.facets();
    if (!facets) return undefined;
    const found = new Set(hits.map(([unit]) => unit));
    const count = (runs) => {
      let sum = 0, next = 0, start = -1;
      for (const number of numbers(runs)) {
        if (start < 0) { start = next + number; continue; }
        if (number > found.size * 4) { for (const unit of found) if (unit >= start && unit <= start + number) sum++; }
        else for (let unit = start; unit <= start + number; unit++) if (found.has(unit)) sum++;
        next = start + number + 1;
        start = -1;
      }
      return sum;
    };
    const out = { galler: count(facets.galler) };
    for (const name of ["typ", "organ", "huvudman", "ar"]) {
      out[name] = (facets[name] || []).map(([slug, label, runs]) => [slug, label, count(runs)]).filter((row) => row[2]);
    }
    return out;
  }

  /** What is shown of units, in their order; null for what cannot be had. */
  async records(units) {
    const size = this.catalogue.unitsPerFile;
    return Promise.all(units.map(async (unit) => {
      const file = await this.load(this.catalogue.records[Math.floor(unit / size)]);
      return file && file.units[unit % size];
    }));
  }

  /** Titles with a word that begins as the typed text, or with all its words. */
  async suggest(text) {
    const file = await this.load(this.catalogue.suggestions);
    const typed = this.analysis.runs(text).map((run) => undotted(run.text));
    if (!file || !typed.length || typed.join("").length < 2) return [];
    return file.suggestions.filter(([, title]) => {
      const own = this.analysis.runs(title).map((run) => undotted(run.text));
      return typed.every((one) => own.some((other) => other.startsWith(one)));
    }).slice(0, 7);
  }
}

function merge(into, units) {
  for (const [unit, [value, share]] of units) {
    const known = into.get(unit);
    if (!known) into.set(unit, [value, share]);
    else { known[0] = Math.max(known[0], value); known[1] = Math.max(known[1], share); }
  }
}
