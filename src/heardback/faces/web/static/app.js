/* HeardBack: what a page can do beyond forms and links. Everything works without it, more slowly. */
(() => {
"use strict";
document.documentElement.classList.add("js");
const find = (s, root = document) => root.querySelector(s);
const all = (s, root = document) => [...root.querySelectorAll(s)];
const typing = (e) => /^(INPUT|TEXTAREA|SELECT)$/.test(e.target.tagName) || e.target.isContentEditable;

/* ---- keys ---- */
let prefix = "", prefixTimer = 0;
const rows = () => all("[data-row]");
const here = () => find("[data-row].here") || (document.activeElement && document.activeElement.closest("[data-row]"));
function move(step) {
  const list = rows();
  if (!list.length) return;
  const now = here();
  const next = list[Math.min(list.length - 1, Math.max(0, (now ? list.indexOf(now) : -1) + step))];
  list.forEach((row) => row.classList.toggle("here", row === next));
  const link = find("[data-open]", next);
  if (link) link.focus({ preventScroll: true });
  next.scrollIntoView({ block: "nearest" });
}
function showKeys() { const dialog = find("#keys"); if (dialog && !dialog.open) dialog.showModal(); }
function act(key) {
  const row = here();
  const target = (row && find(`[data-key="${key}"]`, row)) || find(`[data-key="${key}"]`);
  if (!target) return false;
  if (target.tagName === "INPUT") { target.focus(); target.select(); } else target.click();
  return true;
}
document.addEventListener("keydown", (e) => {
  if (e.altKey && e.key === "f") { const fix = find(".finding button[data-put]"); if (fix) { e.preventDefault(); fix.click(); } return; }
  if (e.key === "Escape" && typing(e)) { e.target.blur(); return; }
  if (typing(e) || e.ctrlKey || e.metaKey || e.altKey) return;
  if (prefix) {
    const done = act(`${prefix} ${e.key}`); prefix = "";
    if (done) e.preventDefault();
    return;
  }
  if (e.key === "g") { prefix = "g"; clearTimeout(prefixTimer); prefixTimer = setTimeout(() => { prefix = ""; }, 1200); return; }
  if (e.key === "j" || e.key === "k") { e.preventDefault(); move(e.key === "j" ? 1 : -1); return; }
  if (e.key === "?") { e.preventDefault(); showKeys(); return; }
  if ("dzxwu/".includes(e.key) && act(e.key)) e.preventDefault();
  if ("el".includes(e.key)) { const button = find(`[data-key="${e.key}"]`); if (button) { e.preventDefault(); button.focus(); } }
});
document.addEventListener("click", (e) => { if (e.target.closest("[data-show-keys]")) { e.preventDefault(); showKeys(); } });

/* ---- after a part of the page was exchanged: keep the place for whoever hears the page ---- */
document.addEventListener("htmx:afterSwap", (e) => { const page = find("#page"); if (e.detail.target && e.detail.target.id === "page" && page) { const undo = find(".notice button"); (undo || page).focus({ preventScroll: true }); } ready(); });
document.addEventListener("htmx:responseError", (e) => { say(`That did not work (${e.detail.xhr.status}). Nothing was changed.`); });
document.addEventListener("htmx:sendError", () => say("HeardBack does not answer. Is it still running? What you typed is kept in this browser."));
function say(text) {
  const place = find(".notice-place");
  if (!place) return;
  const notice = document.createElement("div");
  notice.className = "notice"; notice.textContent = text;
  place.replaceChildren(notice);
}

/* ---- the letter: kept as typed, proofread as typed ---- */
function letter(form) {
  const area = find("textarea", form), marks = find(".marks", form), kept = find("[data-kept]"), panel = find("#findings");
  const name = `typed:${form.dataset.letter}`;
  let timer = 0, asked = 0;
  const local = localStorage.getItem(name);
  if (local !== null && local !== area.value) { area.value = local; if (kept) kept.textContent = "Brought back what you had typed."; }
  const grow = () => { area.style.setProperty("height", "auto"); area.style.setProperty("height", `${area.scrollHeight}px`); };
  const draw = (spans) => {
    if (!marks) return;
    const text = area.value, parts = []; let at = 0;
    for (const [start, end, kind] of spans) { if (start < at || end > text.length) continue;
      parts.push(document.createTextNode(text.slice(at, start)));
      const mark = document.createElement("mark"); mark.className = kind; mark.textContent = text.slice(start, end); parts.push(mark); at = end; }
    parts.push(document.createTextNode(`${text.slice(at)}\n`));
    marks.replaceChildren(...parts);
  };
  const spansNow = () => all("[data-span]", panel || document).map((f) => [...f.dataset.span.split(" ").map(Number), f.dataset.kind]).sort((a, b) => a[0] - b[0]);
  const send = async () => {
    const mine = ++asked, body = new FormData(form);
    try {
      const answer = await fetch(form.dataset.check, { method: "POST", body: new URLSearchParams(body), headers: { "HX-Request": "true" } });
      if (mine !== asked) return;
      if (!answer.ok) throw new Error(String(answer.status));
      if (panel) panel.innerHTML = await answer.text();
      draw(spansNow());
    } catch { if (kept) kept.textContent = "Not proofread: HeardBack does not answer. What you type stays in this browser."; }
  };
  const typed = () => { localStorage.setItem(name, area.value); grow(); draw([]); clearTimeout(timer); timer = setTimeout(send, 350); };
  area.addEventListener("input", typed);
  find("input[name=subject]", form)?.addEventListener("input", typed);
  document.addEventListener("click", (e) => {
    const fix = e.target.closest("button[data-put]");
    if (fix) { const [start, end] = fix.dataset.at.split(" ").map(Number); area.setRangeText(fix.dataset.put, start, end, "end"); area.focus(); typed(); }
    const show = e.target.closest("[data-show]");
    if (show) { const [start, end] = show.dataset.show.split(" ").map(Number); area.focus(); area.setSelectionRange(start, end); }
  });
  const keepUrl = form.dataset.keep;
  let saved = area.value;
  const keep = async () => {
    if (!keepUrl || area.value === saved || area.value === area.defaultValue) return;
    const now = area.value;
    try {
      const answer = await fetch(keepUrl, { method: "POST", body: new URLSearchParams(new FormData(form)), headers: { "X-Quiet": "1" }, keepalive: now.length < 30000 });
      if (!answer.ok) throw new Error(String(answer.status));
      saved = now; if (area.value === now) localStorage.removeItem(name);
      if (kept) kept.textContent = "Kept as typed.";
    } catch { if (kept) kept.textContent = "Not kept on disk yet: HeardBack does not answer. It stays in this browser."; }
  };
  area.addEventListener("change", keep);
  setInterval(keep, 15000);
  document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden") keep(); });
  form.addEventListener("submit", () => localStorage.removeItem(name));
  grow(); draw(spansNow()); addEventListener("resize", grow);
  if (local !== null && local !== area.defaultValue) send(); else localStorage.removeItem(name);
}
document.addEventListener("click", async (e) => {
  const copy = e.target.closest("[data-copy]");
  if (!copy) return;
  e.preventDefault();
  const source = find(copy.dataset.copy);
  try { await navigator.clipboard.writeText(source.value ?? source.textContent); say("Copied."); } catch { source.select?.(); say("Select and copy by hand: this browser does not let pages copy."); }
});

/* ---- what is announced by the server: an import's progress, something new ---- */
function follow(place) {
  const stream = new EventSource(place.dataset.stream);
  stream.addEventListener("progress", (e) => {
    const now = JSON.parse(e.data);
    const bar = find("progress", place), words = find("[data-words]", place);
    if (now.total) { bar.max = now.total; bar.value = now.done; } else bar.removeAttribute("value");
    words.textContent = now.total ? `${now.stage}: ${now.done.toLocaleString()} of ${now.total.toLocaleString()}` : `${now.stage}: ${now.done.toLocaleString()}`;
    if (!now.running) { stream.close(); location.replace(place.dataset.then); }
  });
}
/* ---- dropping a mailbox on the page ---- */
function dropping(place) {
  const input = find("input[type=file]", place);
  for (const name of ["dragover", "dragleave", "drop"]) place.addEventListener(name, (e) => {
    e.preventDefault(); place.classList.toggle("over", name === "dragover");
    if (name === "drop" && e.dataTransfer.files.length) { input.files = e.dataTransfer.files; place.closest("form").requestSubmit(); }
  });
  const form = place.closest("form"), button = find("button", form);
  form.addEventListener("submit", () => { if (button) { button.disabled = true; button.textContent = "Taking it in …"; } });
  addEventListener("pageshow", () => { if (button) { button.disabled = false; button.textContent = "Read it"; } });
}
/* ---- what-if by dragging a date: the range goes into the form, the server answers ---- */
function sliding(range) {
  const out = find(`output[for=${range.id}]`), days = range.dataset.days.split("|");
  const tell = () => { out.textContent = days[Number(range.value)] || ""; };
  range.addEventListener("input", tell); tell();
}
/* ---- something new came in while the page was open ---- */
if (find("[data-news]")) {
  const news = new EventSource("/news");
  news.addEventListener("news", () => { const page = find("#page"); if (page && window.htmx && !typing({ target: document.activeElement })) window.htmx.ajax("GET", location.pathname, { target: "#page", select: "#page", swap: "outerHTML" }); });
  addEventListener("pagehide", () => news.close());
}
function ready() {
  all("form[data-letter]:not([data-on])").forEach((f) => { f.dataset.on = ""; letter(f); });
  all("[data-stream]:not([data-on])").forEach((p) => { p.dataset.on = ""; follow(p); });
  all("[data-drop]:not([data-on])").forEach((p) => { p.dataset.on = ""; dropping(p); });
  all("input[type=range][data-days]:not([data-on])").forEach((r) => { r.dataset.on = ""; sliding(r); });
}
ready();
})();
