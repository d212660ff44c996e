// A form marked data-draft keeps what was typed in this tab until it is sent: it survives a reload, a change of
// language and a way back, and goes when the tab is closed.
const PREFIX = "draft:";

export function keepDrafts(page) {
  for (const key of page.querySelectorAll("[data-draft-done]")) sessionStorage.removeItem(PREFIX + key.dataset.draftDone);
  for (const form of page.querySelectorAll("form[data-draft]")) keep(form, PREFIX + form.dataset.draft);
}

function keep(form, key) {
  if (form.querySelector("[aria-invalid=true]") === null) restore(form, key);
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
    if (!control.name || control.type === "hidden") continue;
    const own = kept.filter(([name]) => name === control.name).map(([, value]) => value);
    if (control.type === "checkbox" || control.type === "radio") control.checked = own.includes(control.value);
    else if (own.length > 0) control.value = own[0];
  }
}
