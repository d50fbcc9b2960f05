// What a page does beyond plain HTML. Everything here is a comfort: each page works without it.
"use strict";
(() => {
  const $ = (selector, root = document) => root.querySelector(selector);
  const isTyping = (el) => el && (el.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(el.tagName));

  // "/" goes to the search box.
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    const box = $("input[type=search]");
    if (box) { event.preventDefault(); box.focus(); box.select(); }
  });

  // A form is sent once; the button says so. The server keeps the same promise by the form's key.
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.method !== "post" || event.defaultPrevented) return;
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = "1";
    delete form.dataset.changed;
    setTimeout(() => form.querySelectorAll("button").forEach((b) => b.setAttribute("aria-disabled", "true")));
  });
  window.addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach((form) => {
    delete form.dataset.sent;
    form.querySelectorAll("button[aria-disabled]").forEach((b) => b.removeAttribute("aria-disabled"));
  }));

  // Leaving with typed but unsent text asks first.
  document.addEventListener("input", (event) => {
    const form = event.target.form;
    if (form && form.classList.contains("form") && form.method === "post") form.dataset.changed = "1";
  });
  window.addEventListener("beforeunload", (event) => { if ($("form[data-changed]")) event.preventDefault(); });

  // A field that knows its ends gets a slider beside it; the field is what is sent.
  document.addEventListener("DOMContentLoaded", () => document.querySelectorAll("input[data-least]").forEach((field) => {
    const slider = Object.assign(document.createElement("input"), { type: "range", min: field.dataset.least, max: field.dataset.most, step: "0.01" });
    const follow = () => { slider.value = field.value.replace(",", "."); };
    slider.setAttribute("aria-label", field.labels[0].textContent);
    slider.addEventListener("input", () => { field.value = slider.value.replace(".", ","); });
    slider.addEventListener("change", () => field.dispatchEvent(new Event("change", { bubbles: true })));
    field.addEventListener("change", follow);
    follow();
    field.after(slider);
  }));

  // Errors are read first.
  const attend = (root) => { const box = $(".errors[tabindex]", root); if (box) box.focus(); };
  document.addEventListener("DOMContentLoaded", () => attend(document));
  document.addEventListener("htmx:afterSwap", (event) => attend(event.target));

  // What HTMX could not send is said, not swallowed.
  const say = (text) => {
    const toast = $("#thong-bao");
    if (!toast) return;
    toast.textContent = text;
    toast.hidden = false;
    clearTimeout(say.timer);
    say.timer = setTimeout(() => { toast.hidden = true; }, 8000);
  };
  document.addEventListener("htmx:sendError", () => say($("#thong-bao").dataset.offline));
  document.addEventListener("htmx:responseError", () => say($("#thong-bao").dataset.fault));

  // An open menu closes by Escape or a click elsewhere.
  const closeMenus = (except) => document.querySelectorAll("details.menu[open]").forEach((m) => { if (m !== except) m.open = false; });
  document.addEventListener("click", (event) => closeMenus(event.target.closest("details.menu")));
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") closeMenus(null); });
})();
