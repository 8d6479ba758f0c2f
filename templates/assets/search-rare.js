// What is fetched when a question needs it: days, diarienummer, hyphens and phrases; and, where little is found, parts of
// compounds, other spellings, and what has most of the words.
import { add, eachPosting, isNumber, plainNumber, undotted, words } from "./search-engine.js";

/** What is asked: words, each with the ways to be met, and phrases. */
export function parse(engine, query) {
  const { analysis } = engine, asked = [], phrases = [], references = words(analysis.rules.references);
  query.split(/["”“„»«″]/).forEach((piece, place, pieces) => {
    const isPhrase = place % 2 === 1 && place < pieces.length - 1;
    const runs = analysis.runs(piece), terms = runs.map((run) => analysis.term(plainNumber(run.text)));
    const days = specials(analysis, runs), joined = hyphened(runs);
    for (let i = 0; i < runs.length; i++) {
      const { text } = runs[i], own = days.filter((one) => one.from === i), whole = joined.find((one) => one.from === i);
      if (own.length) {
        // A day is met by the day, a diarienummer by the whole; a word before a number may be none of it.
        const to = Math.max(...own.map((one) => one.to)), isNumbered = own.every(({ keys }) => keys[0][0] === "n");
        const ways = own.map(({ keys }) => ({ terms: [analysis.term(keys[0])], factor: 1 }));
        for (const { keys } of own) if (keys[0][0] === "n" && keys[1]) ways.push({ terms: [analysis.term(keys[1])], factor: 0.5 });
        if (isNumbered && /^[a-zåäö]{4,}$/.test(text)) ways.push({ terms: terms.slice(i, to), factor: 0.4 });
        asked.push({ text: runs.slice(i, to).map((run, at) => (at ? run.gap.replace("x", " ") : "") + run.text).join(""), ways });
        i = to - 1;
      } else if (whole) {
        const parts = terms.slice(i, whole.to).filter((term) => term.word.length > 1);
        asked.push({ text: whole.text, ways: [{ terms: [analysis.term(whole.text)], factor: 1 }, { terms: parts, factor: 0.9 }] });
        i = whole.to - 1;
      } else if (!references.includes(text) || runs.length === 1 || isPhrase) asked.push({ ...engine.ask(text, isPhrase), isPhrase });
    }
    if (isPhrase && terms.length > 1) phrases.push(terms);
  });
  return { asked, phrases };
}

/** Other ways to meet the words of a query: what they are put together from or into, forms that two words share, and what is
 *  near those that are nowhere. Adds to `met`. */
export async function widen(engine, asked, met, result) {
  const { analysis } = engine, dotted = undottedForms(analysis);
  const also = analysis.rules.also.map(words);
  await Promise.all(asked.map(async ({ term, text }, i) => {
    if (!term) return;
    const ways = also.filter((row) => row.includes(term.stem)).flat().filter((word) => word !== term.stem).map((word) => [[analysis.term(word)], 0.5, 0.5]);
    const form = /[åäö]/.test(text) ? undefined : redotted(dotted, text), parts = split(engine, term);
    if (form) ways.push([[analysis.term(form)], 0.9, 1]);
    // Where the word itself stands somewhere, its parts weigh little.
    if (parts) ways.push([parts, 0.55, met[i].units.size ? 0.35 : 1]);
    for (const [terms, factor, worth] of ways) {
      const found = await engine.matchAll(terms, factor);
      if (found.units.size) result.terms.push(...terms);
      add(met[i], found, worth);
    }
  }));
  await Promise.all(asked.map(async ({ text, term, optional }, i) => {
    if (!term || optional) return;
    const { isExact } = met[i], isNowhere = !met[i].units.size;
    const ways = (await near(engine, term, i === asked.length - 1, isExact)).filter(({ kind }) => isNowhere || kind === "part");
    if (!ways.length) return;
    add(met[i], await engine.meet(ways), isExact ? 0.35 : 1);
    result.terms.push(...ways.flatMap(({ terms }) => terms));
    if (ways[0].kind === "spelling") result.corrected.push([text, [...new Set(ways.map(({ form }) => form))].slice(0, 3)]);
  }));
}

/** The hits, and after those what has most of the words; or of those that only a question has, when no other is met. */
export function loosen(hits, needed, met, may, scored, result) {
  if (hits.length > 4 || hits.length && needed.length < 2) return hits;
  // Where only words of a question are met, those with the rarest of them are enough: the others say nothing.
  const rarest = met.filter((one) => one.units.size).sort((a, b) => a.units.size - b.units.size).slice(0, 1);
  const have = new Set(hits.map(([unit]) => unit)), some = needed.some((one) => one.units.size) ? needed : rarest;
  const more = [...new Set(some.flatMap((one) => [...one.units.keys()]))].filter((unit) => !have.has(unit) && may(unit)).map(scored);
  const best = more.reduce((most, one) => Math.max(most, one[2]), 0), value = ([, score, covered]) => 10 * covered + score * covered ** 2;
  const near = more.filter((one) => one[2] >= Math.max(best * 0.6, hits.length ? 0.4 : 0)).sort((a, b) => value(b) - value(a) || a[0] - b[0]);
  if (near.length) result.loosened = hits.length ? "more" : "all";
  return [...hits, ...near.slice(0, 500)];
}

/** What the page says of an answer that is not what was asked. */
export function told({ count, corrected, loosened, exact, met }, query, number) {
  const quoted = (text) => `”${text}”`, from = corrected.map(([word]) => word);
  if (!count) return `Inget hittades för ${quoted(query)}. Pröva färre eller andra ord, eller bara början av ett ord.`;
  const instead = corrected.map(([, to]) => to.map(quoted).join(" och ")).join(", ");
  const shown = [...new Set([...met.filter((word) => !from.includes(word)).map(quoted), ...(instead ? [instead] : [])])].join(", ");
  if (loosened === "all") return `Inget har alla orden. Visar ${shown ? `resultat för ${shown}` : "det närmaste"}: ${number}.`;
  if (instead) return `Inget hittades för ${from.map(quoted).join(", ")}. Visar resultat för ${instead}: ${number}.`;
  return `${exact === 1 ? "1 träff" : `${exact} träffar`} med alla orden i ${quoted(query)}, sedan ${count - exact} som har de flesta.`;
}

const partsOf = (engine) => engine.parts ||= new Set(words(engine.catalogue.parts));

/** A compound in two, by the words that others here are put together from: the longest last part that leaves a first. */
function split(engine, { stem, word }) {
  const { analysis } = engine, parts = partsOf(engine);
  if (word.length < 7 || /[\d:]/.test(word)) return undefined;
  for (let i = 3; i <= stem.length - 3; i++) {
    const left = stem.slice(0, i), right = analysis.term(stem.slice(i));
    if (!parts.has(right.key)) continue;
    for (const head of [left, left.replace(/s$/, ""), left.replace(/[aeou]$/, "")]) {
      const term = analysis.term(head);
      if (head.length > 2 && parts.has(term.key)) return [term, right];
    }
  }
  return undefined;
}

/** An irregular form that is typed without its dots has them put back. */
function redotted(forms, word) {
  for (let i = 0; i <= word.length - 3; i++) {
    const form = forms.get(word.slice(i));
    if (form && (i === 0 || form.length > 3)) return word.slice(0, i) + form;
  }
  return undefined;
}
const undottedForms = ({ irregular }) => new Map([...irregular.keys()].filter((form) => undotted(form) !== form).map((form) => [undotted(form), form]));

/** Words written with hyphens, as one: "e-hälsa" is also "ehälsa". */
export function hyphened(runs) {
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

/** Days, months and diarienummer: `{ from, to, keys, words }` by the places of their runs. */
export function specials(analysis, runs) {
  const found = [], { rules } = analysis, months = new Map([["sept", 9]]);
  for (const names of [rules.months, rules.shortMonths]) words(names).forEach((name, i) => months.set(name, i + 1));
  const named = { months, names: words(rules.months) };
  for (let i = 0; i < runs.length;) {
    // A word before a day is no part of it.
    const day = date(named, runs, i), next = date(named, runs, i + 1), number = next && next.iso ? undefined : reference(analysis, runs, i);
    if (day) found.push(day);
    if (number && !(day && day.iso)) found.push(number);
    i = Math.max(i + 1, day ? day.to : 0);
  }
  return found;
}

function date({ months, names }, runs, i) {
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
    return { from: i, to: i + length, iso, keys: [`d:${y}-${two(m)}-${two(d)}`, `d:${y}-${two(m)}`, short], words: [`${y}`, names[m - 1]] };
  };
  const month = (length, y, m) => m >= 1 && m <= 12 && y >= 1900 && y <= 2099
    ? { from: i, to: i + length, keys: [`d:${y}-${two(m)}`], words: [`${y}`, names[m - 1]] } : undefined;
  const first = numeral(0, 8);
  if (first < 0) {
    const m = months.get(text(0));
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
  const m = mark === " " ? months.get(text(1)) : undefined;
  if (!m) return undefined;
  const y = text(2).length === 4 && (gap(2) === " " || gap(2) === ". ") ? numeral(2, 4) : -1;
  return (y >= 1900 ? day(3, y, m, first) : undefined) || day(2, -1, m, first);
}

function reference(analysis, runs, i) {
  let letters = "", place = i;
  const numbers = [];
  const mixed = /^([a-zåäö]{2,6})(\d+)$/.exec(runs[i].text);
  if (mixed) {
    letters = mixed[1];
    numbers.push(mixed[2]);
    place++;
  } else if (/^[a-zåäö]{1,6}$/.test(runs[i].text)) {
    const gap = runs[i + 1] ? runs[i + 1].gap : "";
    if (gap !== " " && gap !== "-" && gap !== "/" || words(analysis.rules.references).includes(runs[i].text)) return undefined;
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

const whole = (key) => ({ word: key, stem: key, root: key, key });

/** Ways to meet a word that is nowhere: by those that begin or end so, or are spelt nearly so; for one that is somewhere, by
 *  its compounds alone. `[{ terms, factor, form, kind }]` */
export async function near(engine, term, isLast, isExact) {
  const { analysis, catalogue: { terms, ends } } = engine, { key, word } = term, typed = analysis.fold(word);
  const hasDots = /[åäö]/.test(word), bare = hasDots ? (text) => text : undotted, own = bare(word), stem = bare(term.stem);
  if (!terms.length || typed.length < (hasDots ? 2 : 3) || /[\d:]/.test(key)) return [];
  const back = (text) => [...text].reverse().join("");
  const names = new Set([...[key, typed].map((one) => engine.range(terms, one)[1]), ...[term.stem, word].map((one) => engine.range(ends, back(undotted(one)))[1])]);
  // By key the form to show, the commonest or the stem, and its stem.
  const rows = new Map(), starts = [term.root, word].map((one) => undotted(one).slice(0, Math.max(2, Math.min(4, one.length - 1))));
  // Two edits leave one of four quarters as it was, though letters change places between them.
  const quarters = [typed, key].filter((one) => one.length >= 8).flatMap((one) => [0, 1, 2, 3].map((i) => one.slice(Math.floor(i * one.length / 4), Math.floor((i + 1) * one.length / 4))));
  const isLike = (form) => !quarters.length || quarters.some((quarter) => form.includes(quarter));
  // What a key costs is spared for those that are no compound of the word, no part of it, and too long or short to be meant.
  const mayBe = (form) => starts.some((start) => form.includes(start))
    || !isExact && (key.includes(form.slice(0, 4)) || Math.abs(form.length - typed.length) < 5 && isLike(form));
  for (const file of await Promise.all([...names].filter(Boolean).map((name) => engine.load(name)))) {
    for (let i = 0; file && file.terms && i < file.terms.length; i += 2) {
      const stem = file.terms[i], other = !/[\d:]/.test(stem) && mayBe(undotted(stem)) && analysis.keyOf(stem);
      if (other && other.length > 2 && !rows.has(other)) rows.set(other, [stem, stem]);
    }
    for (const form of file && file.words || []) {
      if (!mayBe(undotted(form))) continue;
      const one = analysis.term(form);
      rows.set(one.key, [form, one.stem]);
    }
  }
  const close = [], parts = [], longest = Math.max(key.length, typed.length), most = longest >= 8 ? 2 : longest >= 4 ? 1 : 0;
  const isCompound = (other) => [0, 1].some((joint) => [key, typed].some((head) => rows.has(other.slice(head.length + joint)) || partsOf(engine).has(other.slice(head.length + joint))));
  /** How a word that another is a part of is met: best where it ends that, whatever form either is in; a longer one may stand
   *  within. */
  const partOf = (other, form, ownStem) => {
    const shown = bare(form), ending = bare(ownStem);
    if (stem.length < 2 || shown.length < stem.length + 3) return 0;
    if ([own, stem].some((one) => shown.endsWith(one) || ending.endsWith(one))) return 0.4;
    if (other.endsWith(key) && key.length > 1 && (!hasDots || form.includes(term.root))) return 0.4;
    return own.length > 3 && (shown.includes(own, 3) || shown.includes(stem, 3)) ? 0.35 : 0;
  };
  for (const [other, [form, ownStem]] of rows) {
    if (other === key) continue;
    const way = (factor, kind) => ({ terms: [whole(other)], factor, form, kind }), shown = undotted(form), part = partOf(other, form, ownStem);
    if (part) parts.push({ ...way(part, "part"), isEnd: true });
    else if (other.length > key.length && (other.startsWith(key) || other.startsWith(typed)) && (isLast || key.length > 3) && (!hasDots || form.startsWith(term.root) || form.startsWith(word)) && (!isExact || isCompound(other))) {
      parts.push(way(0.45 * Math.exp((key.length - other.length) / 12), "part"));
    }
    if (isExact || !most) continue;
    const pairs = [[key, other], [typed, shown], [typed, other], [undotted(term.stem), undotted(ownStem)]];
    const edits = Math.min(...pairs.map(([from, to]) => Math.abs(from.length - to.length) > most ? most + 1 : distance(from, to, most)));
    // Without an edit it is the dots that differ.
    if (edits <= most) close.push([edits, way(edits < 2 ? 0.6 : 0.35, "spelling")]);
  }
  // A compound that nobody wrote, of two words that somebody did.
  const halves = [];
  for (let i = 3; !isExact && i <= key.length - 3; i++) {
    const last = [key.slice(i), analysis.term(key.slice(i)).key].find((one) => rows.has(one));
    const heads = [key.slice(0, i), key.slice(0, i - 1)].filter((one) => one.length > 2).flatMap((one) => [one, analysis.term(one).key]);
    const first = last && heads.find((one) => rows.has(one) || partsOf(engine).has(one));
    if (first) halves.push({ terms: [whole(first), whole(last)], factor: 0.5, form: rows.get(last)[0], kind: "part" });
  }
  if (halves.length && !parts.some((one) => one.isEnd) && !close.some(([edits]) => edits < 2)) return halves.slice(0, 2);
  const byKey = (a, b) => a.terms[0].key < b.terms[0].key ? -1 : 1;
  close.sort((a, b) => a[0] - b[0] || byKey(a[1], b[1]));
  const best = close.filter(([edits]) => edits === close[0][0]).map(([, way]) => way);
  parts.sort((a, b) => b.factor - a.factor || byKey(a, b));
  return [...parts.slice(0, 24), ...best.slice(0, parts.length ? 2 : 6)];
}

/** The units in which the words of a phrase follow on each other; undefined for all. A word that stands nearly everywhere has
 *  no places, and is any word. */
export async function follows(engine, phrase) {
  const lists = await Promise.all(phrase.map(async (term) => {
    const { key } = term, [, terms, name] = engine.range(engine.catalogue.terms, key);
    if (!name || engine.analysis.optional.has(term.word)) return undefined;
    const [file, own] = await Promise.all([engine.load(name), engine.load(terms)]), stands = new Map(), texts = new Map(await engine.row(key));
    for (const [stem, , place] of engine.rowOf(key, file && own)) {
      const own = file.places[place];
      if (!own && stem === term.stem) return undefined;
      if (!own) continue;
      // `Bc` for one place, `2bcd` for two more, `-` for none: in the order of the units.
      let read = 0;
      const next = () => {
        if (own[read] === "-") { read++; return []; }
        const more = /^\d*/.exec(own.slice(read, read + 5))[0], out = [];
        read += more.length;
        let place = 0, value = 0;
        while (out.length <= +more && read < own.length) {
          const code = own.charCodeAt(read++);
          value = value * 26 + code - (code < 97 ? 65 : 97);
          if (code < 97) continue;
          out.push(place += value);
          value = 0;
        }
        return out;
      };
      eachPosting(texts.get(stem), (unit, tier) => { if (tier) stands.set(unit, new Set([...stands.get(unit) || [], ...next()])); });
    }
    return stands;
  }));
  const known = lists.map((list, i) => [list, i]).filter(([list]) => list);
  if (!known.length) return undefined;
  const [first, offset] = known.reduce((a, b) => a[0].size <= b[0].size ? a : b);
  return new Set([...first.keys()].filter((unit) => [...first.get(unit)].some((stand) =>
    known.every(([list, i]) => list.has(unit) && list.get(unit).has(stand - offset + i)))));
}
