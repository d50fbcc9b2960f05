// The public's pages on a bad line: what was written without one is told of, and sent when it is back.
"use strict";
(() => {
  const box = document.getElementById("cho-gui");
  if (!("serviceWorker" in navigator) || !box) return;
  navigator.serviceWorker.register(box.dataset.worker, { scope: "/" }).then(() => navigator.serviceWorker.ready).then(() => { push(); tell(); }).catch(() => {});
  navigator.serviceWorker.addEventListener("message", () => tell());
  window.addEventListener("online", () => push());
  box.addEventListener("click", (event) => {
    const { gui, bo } = event.target.dataset;
    if (gui !== undefined) push();
    if (bo) change((waiting) => waiting.delete(bo)).then(tell);
  });

  // What was not taken as it stood is put back into its form, photos too, for its writer to mend.
  const kept = new URLSearchParams(location.search).get("giu"), form = document.querySelector("form [name=sent_key]")?.form;
  if (kept && form) change((waiting) => waiting.get(kept)).then((one) => {
    const photos = new DataTransfer();
    for (const [name, value] of one ? one.fields : []) {
      const field = form.elements[name];
      if (value instanceof File) { if (value.size) photos.items.add(value); }
      else if (field && field.type === "checkbox") field.checked = true;
      else if (field && !["csrfmiddlewaretoken", "_once", "stamp"].includes(name)) field.value = value;
    }
    const files = form.querySelector("input[type=file]");
    if (files && photos.files.length) files.files = photos.files;
    form.addEventListener("submit", () => { change((waiting) => waiting.delete(kept)); });
  });

  function push() {
    navigator.serviceWorker.ready.then((ready) => { if (ready.active && navigator.onLine) ready.active.postMessage("gui-lai"); });
  }

  function change(act) {
    return new Promise((done) => {
      const opening = indexedDB.open("cong-dan", 1);
      opening.onupgradeneeded = () => { opening.result.createObjectStore("cho-gui"); opening.result.createObjectStore("da-dung"); };
      opening.onsuccess = () => {
        const database = opening.result, work = database.transaction("cho-gui", "readwrite"), waiting = work.objectStore("cho-gui");
        const asked = act(waiting);
        work.oncomplete = () => { database.close(); done(asked && asked.result); };
      };
      opening.onerror = () => done(undefined);
    });
  }

  async function tell() {
    const keys = await change((waiting) => waiting.getAllKeys()) || [], all = await change((waiting) => waiting.getAll()) || [];
    box.hidden = !all.length;
    box.replaceChildren(...all.map((one, i) => line(one, String(keys[i]))));
  }

  function line(one, key) {
    const says = document.createElement("p"), words = (one.fields.find(([name]) => name === "text") || ["", ""])[1];
    const state = !one.url ? box.dataset.waits : one.url === "khong-nhan" ? box.dataset.refused : box.dataset.sent;
    says.append(`${state} ${typeof words === "string" ? words.slice(0, 80) : ""} `);
    if (one.url) {
      const link = document.createElement("a"), wasTaken = one.url !== "khong-nhan";
      link.href = wasTaken ? one.url : `${one.address}?giu=${key}`;
      link.textContent = wasTaken ? box.dataset.look : box.dataset.again;
      says.append(link, " ");
    }
    const button = document.createElement("button");
    button.type = "button"; button.className = "plain";
    if (!one.url) { button.dataset.gui = ""; button.textContent = box.dataset.now; } else { button.dataset.bo = key; button.textContent = box.dataset.drop; }
    says.append(button);
    return says;
  }
})();
