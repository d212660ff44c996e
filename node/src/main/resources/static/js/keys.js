// Keys for a person who works here all day. None fires while typing; `g` waits one second for its second letter.
const WAIT_MS = 1000;

let going = 0;

export function listenForKeys(page) {
  page.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      sendForm(event);
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (page.querySelector("dialog[open]")) return;
    if (press(page, event)) event.preventDefault();
  });
  for (const button of page.querySelectorAll("[data-keys]")) {
    button.addEventListener("click", () => showKeys(page));
  }
}

function press(page, event) {
  if (going && Date.now() - going < WAIT_MS) {
    going = 0;
    return /^[a-z]$/.test(event.key) && follow(page.querySelector(`.rail a[data-go="${event.key}"]`));
  }
  switch (event.key) {
    case "g": going = Date.now(); return true;
    case "?": return showKeys(page);
    case "/": return focusSearch(page);
    case "j": return step(page, 1);
    case "k": return step(page, -1);
    case "e": return follow(page.querySelector("[data-key='e']"));
    case "ArrowLeft": case "ArrowRight": return follow(page.querySelector(`[data-key="${event.key}"]`));
    case "y": case "n": case "u": return judge(page.querySelector(`[data-key="${event.key}"]`));
    default: return false;
  }
}

function isTyping(target) {
  return target.closest("input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]") !== null;
}

function sendForm(event) {
  const form = event.target.closest?.("form[data-sends]") ?? document.querySelector("form[data-sends]");
  if (!form) return;
  event.preventDefault();
  form.requestSubmit();
}

function showKeys(page) {
  page.querySelector("#keys")?.showModal();
  return true;
}

function focusSearch(page) {
  const search = page.querySelector("main [type=search]") ?? page.querySelector("[type=search]");
  search?.focus();
  search?.select();
  return search !== null;
}

function step(page, by) {
  const rows = [...page.querySelectorAll("main [data-rows] a[data-row]")].filter((row) => row.offsetParent !== null);
  if (rows.length === 0) return false;
  const here = rows.findIndex((row) => row === page.activeElement);
  const next = here < 0 ? (by > 0 ? 0 : rows.length - 1) : Math.min(rows.length - 1, Math.max(0, here + by));
  rows[next].focus();
  return true;
}

function follow(link) {
  link?.click();
  return link !== null && link !== undefined;
}

function judge(control) {
  control?.focus();
  control?.click();
  return control !== null;
}
