// What breaks the rules of a page, as texts: names of fields and buttons, order of headings, ids, contrast of text.
(() => {
  const wrong = [];
  const all = (what) => [...document.querySelectorAll(what)];
  const seen = (e) => e.checkVisibility({ visibilityProperty: true });
  const named = (e) => (e.getAttribute("aria-label") || e.innerText || e.title || e.querySelector("[alt]")?.alt || "").trim();
  for (const e of all("input:not([type=hidden]), select, textarea"))
    if (!e.labels?.length && !e.getAttribute("aria-label")) wrong.push(`no label: ${e.outerHTML.slice(0, 90)}`);
  for (const e of all("a[href], button")) if (seen(e) && !named(e)) wrong.push(`no name: ${e.outerHTML.slice(0, 90)}`);
  let last = 0;
  for (const e of all("h1, h2, h3, h4").filter(seen)) {
    const level = Number(e.tagName[1]);
    if (level > last + 1) wrong.push(`heading jumps: ${e.innerText}`);
    last = level;
  }
  if (all("h1").length !== 1) wrong.push("not one h1");
  const ids = all("[id]").map((e) => e.id);
  for (const id of new Set(ids.filter((id, i) => ids.indexOf(id) !== i))) wrong.push(`id twice: ${id}`);
  if (!document.documentElement.lang) wrong.push("no lang");
  for (const e of all("th")) if (!e.scope) wrong.push(`th without scope: ${e.innerText}`);
  const parse = (colour) => {
    const parts = colour.match(/[\d.]+/g).map(Number);
    const rgb = parts.slice(0, 3).map((x) => (colour.startsWith("color(") ? x * 255 : x));
    return [...rgb, parts[3] ?? 1];
  };
  const light = (rgb) => {
    const [r, g, b] = rgb.map((v) => (v / 255 <= 0.03928 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = (e) => {
    for (; e; e = e.parentElement) {
      const colour = parse(getComputedStyle(e).backgroundColor);
      if (colour[3] > 0.9) return colour;
    }
    return [255, 255, 255];
  };
  const hasText = (e) => [...e.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
  for (const e of all("main *, nav *, header *").filter((e) => seen(e) && hasText(e) && !e.closest("svg"))) {
    const [a, b] = [parse(getComputedStyle(e).color), ground(e)].map((colour) => light(colour.slice(0, 3)));
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < 4.5) wrong.push(`contrast ${ratio.toFixed(1)}: ${e.innerText.slice(0, 40)}`);
  }
  return wrong;
})()
