// On a phone the places fold under one button.
export function foldMenu(page) {
  const button = page.querySelector("button.menu");
  const rail = page.querySelector("#rail");
  if (!button || !rail) return;
  const narrow = matchMedia("(max-width: 700px)");
  const fold = (closed) => {
    button.setAttribute("aria-expanded", String(!closed));
    rail.toggleAttribute("data-closed", closed && narrow.matches);
  };
  button.hidden = false;
  button.addEventListener("click", () => fold(button.getAttribute("aria-expanded") === "true"));
  narrow.addEventListener("change", () => fold(true));
  fold(true);
}
