// A click on an identifier copies it and says so, aloud too.
const SHOWN_MS = 1600;

export function listenForCopies(page) {
  page.addEventListener("click", async (event) => {
    const button = event.target.closest("button[data-copy]");
    if (!button) return;
    await navigator.clipboard.writeText(button.dataset.copy);
    button.dataset.done = button.dataset.said;
    const voice = page.querySelector("#voice");
    if (voice) voice.textContent = button.dataset.said;
    setTimeout(() => delete button.dataset.done, SHOWN_MS);
  });
}
