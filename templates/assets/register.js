// Registers: the rows of a page's tables are chosen by what stands in their columns, and sorted by a column. What is chosen is
// in the address. Without this script the tables are whole, in their own order.
const tables = [...document.querySelectorAll("table.register")];
const rows = tables.flatMap((table) => [...table.tBodies].flatMap((body) => [...body.rows].filter((row) => !row.matches(".group"))));
const headings = tables.flatMap((table) => [...table.tHead.rows[0].cells]);
// A heading that is a link stays one, and nothing is sorted by it.
const sortable = headings.filter((heading) => !heading.closest("table").matches(".matrix"));
const collator = new Intl.Collator("sv", { numeric: true });

function make(name, text, attributes = {}) {
  const made = document.createElement(name);
  made.append(text);
  for (const key in attributes) made.setAttribute(key, attributes[key]);
  return made;
}

const cell = (row, label) => {
  const heading = [...row.closest("table").tHead.rows[0].cells].find((one) => one.dataset.label === label);
  return heading && row.cells[heading.cellIndex];
};
const text = (node) => (node?.textContent || "").replace(/\s+/g, " ").trim();

/** What a row has in a column: many of what is listed there, the year of a day, or what the cell marks as its value. */
function values(row, { label, kind }) {
  if (kind === "group") return [text(row.parentNode.querySelector(".group th") || row.closest("section")?.querySelector("h2").firstChild)];
  const own = cell(row, label);
  if (own?.dataset.values) return own.dataset.values.split("|");
  if (kind === "year") return [(own?.querySelector("time")?.dateTime || "").slice(0, 4)];
  return [text(own?.querySelector("[data-value]") || own)];
}

const key = (row, label) => {
  const own = cell(row, label);
  return own?.querySelector("time")?.dateTime || text(own).replace(/^–$/, "");
};

for (const heading of headings) heading.dataset.label = text(heading);
const filters = new Map();
for (const table of tables) if (table.dataset.group) filters.set(table.dataset.group, { kind: "group", name: table.dataset.group });
for (const { dataset: { label, filter, name } } of headings) if (filter !== undefined) filters.set(name || label, { label, kind: filter, name: name || label });
const slug = (name) => name.toLowerCase().replaceAll(" ", "-");
const selects = [];
let sorted = "";
// Where rows are cards there is no heading to press.
const order = make("select", make("option", "Som de står", { value: "" }));

const box = make("details", make("summary", "Välj rader")), bar = make("div", "", { class: "filters" });
const status = make("p", "", { role: "status" });
const reset = make("button", "Visa alla", { type: "button", hidden: "" });

function choice(name, select) {
  const made = make("div", make("label", name, { for: `val-${slug(name)}` }));
  select.id = `val-${slug(name)}`;
  made.append(select);
  bar.append(made);
  return made;
}

for (const filter of filters.values()) {
  const counts = new Map();
  for (const row of rows) for (const value of values(row, filter)) if (value && value !== "–") counts.set(value, (counts.get(value) || 0) + 1);
  if (counts.size < 2) continue;
  const found = [...counts.keys()];
  if (filter.kind !== "group") found.sort(filter.kind === "year" ? (a, b) => b - a : collator.compare);
  const select = make("select", make("option", "Alla", { value: "" }), { name: slug(filter.name) });
  for (const value of found) select.append(make("option", `${value} (${counts.get(value)})`, { value }));
  select.filter = filter;
  selects.push(select);
  choice(filter.name, select);
}

function show() {
  for (const row of rows) row.hidden = selects.some(({ value, filter }) => value && !values(row, filter).includes(value));
  for (const table of tables) {
    for (const body of table.tBodies) {
      const own = [...body.rows].filter((row) => !row.matches(".group"));
      body.hidden = own.length > 0 && own.every((row) => row.hidden);
    }
    const section = table.closest("section") || table, shown = rows.filter((row) => !row.hidden && table.contains(row)).length;
    section.hidden = !shown;
    const count = section.querySelector("h2 > .count");
    if (count) count.textContent = `(${shown})`;
  }
  const isChosen = selects.some(({ value }) => value), shown = rows.filter((row) => !row.hidden).length;
  reset.hidden = !isChosen;
  status.textContent = isChosen ? `Visar ${shown} av ${rows.length} rader.` : "";
}

/** By a column, each part of the page in itself; "-" before its name turns the order round. What has nothing there comes last. */
function sort(by) {
  sorted = by;
  const isDown = by.startsWith("-"), label = by.replace(/^-/, "");
  for (const heading of sortable) {
    if (slug(heading.dataset.label) === label) heading.setAttribute("aria-sort", isDown ? "descending" : "ascending");
    else heading.removeAttribute("aria-sort");
  }
  const name = sortable.find((heading) => heading.ariaSort)?.dataset.label;
  if (!name) return;
  order.value = by;
  for (const body of tables.flatMap((table) => [...table.tBodies])) {
    const keyed = [...body.rows].filter((row) => !row.matches(".group")).map((row) => [key(row, name), row]);
    keyed.sort(([a], [b]) => !a - !b || (isDown ? collator.compare(b, a) : collator.compare(a, b)));
    body.append(...keyed.map(([, row]) => row));
  }
}

function keep() {
  const kept = new URLSearchParams(selects.filter(({ value }) => value).map(({ name, value }) => [name, value]));
  if (sorted) kept.set("sortera", sorted);
  history.replaceState(null, "", kept.size ? `?${kept}` : location.pathname);
}

const place = document.querySelector(".choose"), narrow = matchMedia("(max-width: 64rem)");
if (rows.length < 5) place?.remove();
else {
  for (const heading of sortable) {
    const { label } = heading.dataset, button = make("button", label, { type: "button" });
    heading.replaceChildren(button);
    // As cards the headings are only heard: they are no stops for the Tab key.
    const fit = () => button.tabIndex = narrow.matches ? -1 : 0;
    narrow.addEventListener("change", fit);
    fit();
    button.addEventListener("click", () => {
      sort(heading.ariaSort === "ascending" ? `-${slug(label)}` : slug(label));
      status.textContent = `Sorterat efter ${label.toLowerCase()}, ${heading.ariaSort === "ascending" ? "stigande" : "fallande"}.`;
      keep();
    });
  }
  for (const label of new Set(sortable.map(({ dataset }) => dataset.label))) {
    order.append(make("option", label, { value: slug(label) }), make("option", `${label}, fallande`, { value: `-${slug(label)}` }));
  }
  order.addEventListener("change", () => { if (order.value) { sort(order.value); keep(); } else { sorted = ""; keep(); location.reload(); } });
  if (sortable.length) choice("Sortera efter", order).className = "order";
  bar.addEventListener("change", () => { show(); keep(); });
  reset.addEventListener("click", () => {
    for (const select of selects) select.value = "";
    show();
    keep();
    selects[0].focus();
  });
  bar.append(reset);
  box.append(bar);
  place.append(box, status);
  const asked = new URLSearchParams(location.search);
  for (const select of selects) if ([...select.options].some(({ value }) => value === asked.get(select.name))) select.value = asked.get(select.name);
  if (asked.get("sortera")) sort(asked.get("sortera"));
  show();
  box.open = !narrow.matches || location.search !== "";
}
