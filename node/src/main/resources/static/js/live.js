// A live search that fails says so where its results would be: what happened and what to do. What was found for other
// words is not left standing beside them; the words stay in the field.
export function watchLiveSearch(page) {
  page.addEventListener("htmx:responseError", (event) => show(page, event, kindOf(event.detail.xhr.status)));
  page.addEventListener("htmx:sendError", (event) => show(page, event, "away"));
  page.addEventListener("htmx:timeout", (event) => show(page, event, "away"));
  page.addEventListener("htmx:beforeSwap", (event) => {
    if (event.detail.shouldSwap && event.target.id === "results") show(page, event, "");
  });
}

function kindOf(status) {
  if (status === 401) return "session";
  return status < 500 ? "refused" : "fault";
}

function show(page, event, kind) {
  const trouble = page.querySelector("#trouble");
  const results = page.querySelector("#results");
  if (!trouble || !results) return;
  for (const note of trouble.querySelectorAll("[data-trouble]")) note.hidden = note.dataset.trouble !== kind;
  results.hidden = kind !== "";
}
