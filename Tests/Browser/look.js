// What the tests ask of a page in the browser: each function returns the places that break a promise, in words.
{
  const shown = (element) => element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0;
  const hiddenFromSight = (element) => element.closest(".visually-hidden, thead") && getComputedStyle(element.closest(".visually-hidden, thead")).clipPath !== "none";
  const name = (element) => {
    const kind = typeof element.className === "string" && element.className ? "." + element.className.replaceAll(" ", ".") : "";
    return `<${element.localName}${kind}> ${(element.textContent || element.ariaLabel || "").replace(/\s+/g, " ").trim().slice(0, 40)}`;
  };
  const reached = () => [...document.querySelectorAll("a[href], button, input, select, summary, [tabindex='0']")]
    .filter((element) => !element.disabled && shown(element) && !hiddenFromSight(element));

  /** Where text stands, line by line; what only a screen reader is told stands nowhere, and a picture's words are also in a list. */
  function lines() {
    const found = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node; (node = walker.nextNode());) {
      const element = node.parentElement;
      if (!node.data.trim() || !shown(element) || element.closest("svg, option") || hiddenFromSight(element)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const box of range.getClientRects()) if (box.width > 1) found.push({ element, box });
    }
    return found;
  }

  const tabbed = [];
  document.addEventListener("focusin", ({ target }) => tabbed.push(target));

  globalThis.look = {
    /** How far the page can be scrolled sideways. */
    width: () => document.documentElement.scrollWidth,

    size: () => document.querySelectorAll("*").length,

    /** Text that is cut, or lies on other text. */
    cut() {
      const wrong = [];
      for (const element of document.body.querySelectorAll("*")) {
        const { overflowX, overflowY } = getComputedStyle(element);
        if (overflowX === "visible" && overflowY === "visible" || element.closest("svg") || hiddenFromSight(element) || !shown(element)) continue;
        if (overflowX !== "auto" && element.scrollWidth > element.clientWidth + 1) wrong.push(`cut sideways: ${name(element)}`);
        if (overflowY !== "auto" && element.scrollHeight > element.clientHeight + 1) wrong.push(`cut below: ${name(element)}`);
      }
      // The middle half of each line: two lines of one text may touch.
      const all = lines().map(({ element, box }) => ({ element, left: box.left + 1, right: box.right - 1, top: box.top + box.height / 4, bottom: box.bottom - box.height / 4 }));
      all.sort((a, b) => a.top - b.top);
      all.forEach((one, at) => {
        for (let next = at + 1; next < all.length && all[next].top < one.bottom; next += 1) {
          const other = all[next];
          if (other.element !== one.element && other.left < one.right && one.left < other.right) wrong.push(`${name(one.element)} lies on ${name(other.element)}`);
        }
      });
      return wrong;
    },

    /** A reader who tabs goes down and to the right, never back up to what stands before. */
    order() {
      const wrong = [...document.querySelectorAll("[tabindex]")].filter((element) => element.tabIndex > 0).map((element) => `tabindex: ${name(element)}`);
      let before;
      for (const element of reached().filter((element) => !element.matches(".skip"))) {
        const box = element.getClientRects()[0];
        // What is out of sight in something that scrolls stands nowhere yet.
        let above = element.parentElement;
        while (above && !(getComputedStyle(above).overflowY === "auto" && box.bottom > above.getBoundingClientRect().bottom)) above = above.parentElement;
        if (above) continue;
        if (before && box.bottom <= before.box.top + 1 && box.left <= before.box.left + 1) wrong.push(`${name(element)} stands before ${name(before.element)}`);
        if (before && Math.abs(box.top - before.box.top) < 2 && box.right <= before.box.left + 1) wrong.push(`${name(element)} stands left of ${name(before.element)}`);
        before = { element, box };
      }
      return wrong;
    },

    /** Everything that takes focus shows it by a ring that nothing hides. */
    focus() {
      const wrong = [];
      for (const element of reached()) {
        element.focus();
        if (document.activeElement !== element) { wrong.push(`takes no focus: ${name(element)}`); continue; }
        const style = getComputedStyle(element), ring = parseFloat(style.outlineWidth) + parseFloat(style.outlineOffset);
        // "auto" is the browser's own ring: the not-found page has no stylesheet where the site has no address.
        if (style.outlineStyle !== "auto" && (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2)) { wrong.push(`no ring: ${name(element)}`); continue; }
        const boxes = [...element.getClientRects()];
        // The part of it that the window shows.
        const parts = boxes.map((box) => [Math.max(box.left, 0), Math.max(box.top, 0), Math.min(box.right, innerWidth), Math.min(box.bottom, innerHeight)])
          .filter(([left, top, right, bottom]) => left < right && top < bottom);
        const points = parts.flatMap(([left, top, right, bottom]) => [[.5, .5], [.1, .2], [.9, .2], [.1, .8], [.9, .8]]
          .map(([x, y]) => [left + x * (right - left), top + y * (bottom - top)]));
        const covered = points.map(([x, y]) => document.elementFromPoint(x, y)).find((top) => top && !element.contains(top) && !top.contains(element));
        if (!points.length) wrong.push(`out of sight: ${name(element)}`);
        else if (covered) wrong.push(`${name(element)} is covered by ${name(covered)}`);
        for (let above = element.parentElement; above !== document.body; above = above.parentElement) {
          const { overflowX, overflowY } = getComputedStyle(above);
          if (overflowX === "visible" && overflowY === "visible") continue;
          const frame = above.getBoundingClientRect();
          const cut = boxes.some((box) => box.left - ring < frame.left - 1 && box.left >= frame.left || box.right + ring > frame.right + 1 && box.right <= frame.right
            || box.top - ring < frame.top - 1 && box.top >= frame.top || box.bottom + ring > frame.bottom + 1 && box.bottom <= frame.bottom);
          if (cut) wrong.push(`the ring is cut by ${name(above).slice(0, 40)}: ${name(element)}`);
        }
      }
      scrollTo(0, 0);
      return wrong;
    },

    /** Begins to note what takes focus while the caller presses Tab. */
    watch() {
      document.activeElement.blur();
      tabbed.length = 0;
    },
    tabbed() {
      const wrong = [];
      for (const [at, element] of tabbed.entries()) {
        const before = tabbed[at - 1];
        // A short page begins anew.
        if (at && element === tabbed[0]) break;
        if (before && !(before.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING)) wrong.push(`Tab goes from ${name(before)} back to ${name(element)}`);
      }
      return tabbed.length ? wrong : ["Tab reaches nothing"];
    },

    /** The colours of text, each on the nearest ground behind it, and whether it is large as WCAG counts: 24 px, or bold from 18.66. */
    colours() {
      const found = new Set();
      // The not-found page of a site without an address has the browser's own colours.
      if (!document.styleSheets.length) return [];
      for (const element of new Set(lines().map((line) => line.element))) {
        const { color, fontSize, fontWeight } = getComputedStyle(element), size = parseFloat(fontSize);
        let ground = element;
        while (ground !== document.body && getComputedStyle(ground).backgroundColor === "rgba(0, 0, 0, 0)") ground = ground.parentElement;
        found.add(`${color} on ${getComputedStyle(ground).backgroundColor}${size >= 24 || size >= 18.66 && fontWeight >= 700 ? ", large" : ""}`);
      }
      return [...found].sort();
    },

    /** What is a box by its colour alone must have a border when the reader's own colours come instead. */
    forced(boxes) {
      const wrong = [];
      for (const element of document.querySelectorAll(boxes)) {
        if (!shown(element)) continue;
        const style = getComputedStyle(element), canvas = getComputedStyle(document.body).backgroundColor;
        const sides = ["Top", "Right", "Bottom", "Left"].filter((side) => parseFloat(style[`border${side}Width`]) >= 1 && style[`border${side}Style`] !== "none"
          && style[`border${side}Color`] !== canvas);
        if (!sides.length) wrong.push(`no border: ${name(element)}`);
      }
      const link = reached().find((element) => element.matches("main a, main button, main summary"));
      if (link) {
        link.focus();
        const { outlineStyle, outlineColor } = getComputedStyle(link);
        if (outlineStyle === "none" || outlineColor === getComputedStyle(document.body).backgroundColor) wrong.push(`no ring: ${name(link)}`);
      }
      return [...new Set(wrong)];
    },

    text: () => document.querySelector("main").innerText.replace(/\s+/g, " ").trim(),
  };
}
