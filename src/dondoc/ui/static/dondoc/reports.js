// The sheet of a report: what was typed is kept on this machine until the server has it. The page works without it.
"use strict";
(() => {
  const form = document.getElementById("to-khai"), bar = document.getElementById("ban-nho");
  if (!form || !bar) return;
  const place = `to-khai:${location.pathname}`;
  const typed = () => [...new FormData(form)].filter(([name, value]) => /^[atlncdpg]\d*-/.test(name) && typeof value === "string");
  const drop = () => { try { localStorage.removeItem(place); } catch { /* no storage: nothing was kept */ } };
  const keep = (which = () => true) => { try { localStorage.setItem(place, JSON.stringify({ at: Date.now(), typed: typed().filter(which) })); } catch { /* full or forbidden */ } };
  const before = JSON.stringify(typed());

  let copy = null;
  try { copy = JSON.parse(localStorage.getItem(place)); } catch { drop(); }
  // Of rows that the page has no more: what stands in another text of it has found its place.
  const lost = copy ? copy.typed.filter(([name, value]) => value && !/^c/.test(name) && !form.elements.namedItem(name)) : [];
  const texts = [...form.querySelectorAll("textarea")].map((area) => area.value);
  const stands = ([name, value]) => !value || form.elements.namedItem(name)?.value === value
    || texts.some((text) => text.includes(value)) || (/^[ac]/.test(name) && !form.elements.namedItem(name));
  const is_placed = lost.length > 0 && copy.typed.every(stands);
  if (copy && !is_placed && JSON.stringify(copy.typed) !== before) {
    bar.firstElementChild.textContent = `${bar.dataset.words} (${new Date(copy.at).toLocaleString("vi")})`;
    bar.hidden = false;
  } else if (!form.querySelector("[data-gone]")) drop();
  bar.addEventListener("click", (event) => {
    const act = event.target.dataset.copy;
    if (!act) return;
    if (act === "take") {
      const fields = new Map(copy.typed);
      for (const field of form.elements) {
        if (field.type === "checkbox" && /^c-/.test(field.name)) field.checked = fields.has(field.name);
        else if (fields.has(field.name)) field.value = fields.get(field.name);
      }
      for (const [name, value] of lost) { // the server says why the row is gone and where its words may go
        const field = Object.assign(document.createElement("input"), { type: "hidden", name, value });
        form.append(field);
      }
      form.dispatchEvent(new Event("input", { bubbles: true }));
    } else drop();
    bar.hidden = true;
  });

  form.addEventListener("input", () => { if (bar.hidden) keep(); });
  form.addEventListener("change", () => { if (bar.hidden) keep(); });
  form.addEventListener("submit", (event) => {
    const [verb, key] = (event.submitter?.value || "").split(":");
    if (verb === "drop") keep(([name]) => !name.endsWith(`-${key}`));
  });
  let sending = "";
  form.addEventListener("htmx:beforeRequest", () => { sending = JSON.stringify(typed()); });
  document.addEventListener("htmx:afterSwap", (event) => {
    if (event.target.id !== "da-luu" || !event.target.querySelector("[data-kept]") || sending !== JSON.stringify(typed())) return;
    drop();
    delete form.dataset.changed;
  });
})();
