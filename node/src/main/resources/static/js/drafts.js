// A form marked data-draft keeps what was typed in this tab until the node has accepted it: it survives a reload, a
// change of language, an error and a way back, and goes when the tab is closed. A page marked data-accepted says that
// what was sent last was accepted; pages that only confirm (data-confirms) stand between the two.
const PREFIX = "draft:";
const SENT = "sent-draft";

export function keepDrafts(page) {
  if (page.querySelector("[data-accepted]")) forgetSent();
  page.addEventListener("submit", (event) => noteSent(event.target));
  for (const form of page.querySelectorAll("form[data-draft]")) keep(form, PREFIX + form.dataset.draft);
}

function forgetSent() {
  const key = sessionStorage.getItem(SENT);
  if (key !== null) sessionStorage.removeItem(key);
  sessionStorage.removeItem(SENT);
}

function noteSent(form) {
  if (form.method !== "post" || "confirms" in form.dataset || "aside" in form.dataset) return;
  if (form.dataset.draft) sessionStorage.setItem(SENT, PREFIX + form.dataset.draft);
  else sessionStorage.removeItem(SENT);
}

function keep(form, key) {
  if (form.querySelector(".field.bad") === null) restore(form, key);
  const status = form.querySelector(".kept");
  form.addEventListener("input", () => {
    sessionStorage.setItem(key, JSON.stringify(values(form)));
    if (status) {
      const time = new Date().toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
      status.textContent = status.dataset.said.replace("{0}", time);
    }
  });
}

function values(form) {
  return [...new FormData(form)].filter(([name, value]) => name !== "_csrf" && typeof value === "string");
}

function restore(form, key) {
  const kept = JSON.parse(sessionStorage.getItem(key) ?? "null");
  if (kept === null) return;
  for (const control of form.elements) {
    if (!control.name || control.type === "hidden" || control.type === "file") continue;
    const own = kept.filter(([name]) => name === control.name).map(([, value]) => value);
    if (control.type === "checkbox" || control.type === "radio") control.checked = own.includes(control.value);
    else if (own.length > 0) control.value = own[0];
  }
}
