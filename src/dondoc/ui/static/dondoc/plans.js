// The review page: keys, and the marked place of the document in view. The page works without it.
"use strict";
(() => {
  const $ = (selector) => document.querySelector(selector);
  const isTyping = (el) => el && (el.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(el.tagName));

  // The pane scrolls, not the page.
  const show = (pane, place) => {
    if (!pane || !place) return;
    const shift = place.getBoundingClientRect().top - pane.getBoundingClientRect().top;
    pane.scrollTop += shift - pane.clientHeight / 3;
  };
  document.addEventListener("DOMContentLoaded", () => {
    const link = $(".to-source");
    const place = link && document.getElementById(link.hash.slice(1));
    show($(".source"), place || $(".source .marked"));
  });

  const press = {
    j: () => $(".draft-nav [rel=next]"),
    k: () => $(".draft-nav [rel=prev]"),
    n: () => [...document.querySelectorAll(".draft-nav a")].find((a) => !a.rel),
    a: () => $("#nut-nhan"),
    "?": () => $("[popovertarget=phim-tat]"),
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape" && isTyping(event.target)) { event.target.blur(); return; }
    if (isTyping(event.target)) return;
    if (event.key === "e") { event.preventDefault(); $("#id_content")?.focus(); return; }
    const target = press[event.key]?.();
    if (target) { event.preventDefault(); target.click(); }
  });
})();
