// Works for the public's pages where the line is bad: pages read before open again, and a report that could not be sent
// is kept in this browser and sent once when the line is back. Officers' pages are never touched.
"use strict";
const PAGES = "trang-cong-dan-1";
const KEPT = "/cong/da-luu/";
const isPublic = (url) => url.origin === location.origin && /^\/(cong|gui-phan-anh)\//.test(url.pathname) && !url.pathname.startsWith("/cong/mo/");
const isOurs = (url) => url.origin === location.origin && url.pathname.startsWith("/static/");

self.addEventListener("install", (event) => event.waitUntil(caches.open(PAGES).then((cache) => cache.add(KEPT)).then(() => self.skipWaiting())));
self.addEventListener("activate", (event) => event.waitUntil(
  caches.keys().then((names) => Promise.all(names.filter((name) => name !== PAGES).map((name) => caches.delete(name)))).then(() => self.clients.claim())
));
self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method === "POST" && isPublic(url)) event.respondWith(send(event.request));
  else if (event.request.method === "GET" && (isOurs(url) || (isPublic(url) && event.request.mode === "navigate"))) event.respondWith(read(event.request));
});
self.addEventListener("sync", (event) => { if (event.tag === "gui-lai") event.waitUntil(flush()); });
self.addEventListener("message", (event) => { if (event.data === "gui-lai") event.waitUntil(flush()); });

async function read(request) {
  const cache = await caches.open(PAGES);
  try {
    const answer = await fetch(request);
    if (answer.ok && answer.type === "basic" && (isOurs(new URL(request.url)) || !new URL(request.url).search)) await cache.put(request, answer.clone());
    return answer;
  } catch (lost) {
    const held = await cache.match(request) || await cache.match(request, { ignoreSearch: true });
    if (held) return held;
    throw lost;
  }
}

async function send(request) {
  const copy = request.clone();
  try {
    return await fetch(request);
  } catch (lost) {
    const form = await copy.formData();
    if (!form.get("sent_key") || form.has("xem-truoc")) throw lost; // only what the server takes once may be sent again
    await keep(copy.url, form);
    if (self.registration.sync) await self.registration.sync.register("gui-lai").catch(() => {});
    return await caches.match(KEPT) || Response.error();
  }
}

// --- What waits: the fields of a form by its key. A key that was used for other words gets a new one, since the server
// takes each key once.
function store(mode, act) {
  return new Promise((done, failed) => {
    const opening = indexedDB.open("cong-dan", 1);
    opening.onupgradeneeded = () => { opening.result.createObjectStore("cho-gui"); opening.result.createObjectStore("da-dung"); };
    opening.onerror = () => failed(opening.error);
    opening.onsuccess = () => {
      const database = opening.result, work = database.transaction(["cho-gui", "da-dung"], mode);
      const result = act(work.objectStore("cho-gui"), work.objectStore("da-dung"));
      work.oncomplete = () => { database.close(); done(result && "result" in result ? result.result : undefined); };
      work.onerror = work.onabort = () => { database.close(); failed(work.error); };
    };
  });
}

const wordsOf = (fields) => JSON.stringify(fields.filter(([name, value]) => typeof value === "string" && !["sent_key", "csrfmiddlewaretoken", "_once"].includes(name)));

async function keep(address, form) {
  const fields = [...form.entries()], words = wordsOf(fields);
  const used = await store("readonly", (_, keys) => keys.get(form.get("sent_key")));
  const key = used === undefined || used === words ? form.get("sent_key") : crypto.randomUUID();
  const kept = fields.map(([name, value]) => [name, name === "sent_key" ? key : value]);
  await store("readwrite", (waiting, keys) => { keys.put(words, key); return waiting.put({ address, fields: kept, at: Date.now(), url: "" }, key); });
}

let isFlushing = false;
async function flush() {
  if (isFlushing) return;
  isFlushing = true;
  try {
    const keys = await store("readonly", (waiting) => waiting.getAllKeys());
    for (const key of keys) await sendKept(key);
  } finally { isFlushing = false; }
}

async function sendKept(key) {
  const kept = await store("readonly", (waiting) => waiting.get(key));
  if (!kept || kept.url) return;
  const form = new FormData();
  for (const [name, value] of kept.fields) form.append(name, value);
  const answer = await fetch(kept.address, { method: "POST", body: form, credentials: "same-origin" });
  if (answer.status >= 500 || answer.status === 429) throw new Error(String(answer.status));
  kept.url = answer.ok && answer.redirected ? answer.url : "khong-nhan";
  if (answer.ok && answer.redirected) kept.fields = [];
  await store("readwrite", (waiting) => waiting.put(kept, key));
  for (const client of await self.clients.matchAll({ type: "window", includeUncontrolled: true })) client.postMessage("da-gui");
}
