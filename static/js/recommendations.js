// Evidence of a step: hover and focus show it by CSS; a tap toggles it, Escape closes it.
// On a narrow screen the filters start closed.
const open = (element) => document.querySelectorAll("[data-evidence].is-open").forEach((other) => {
  if (other !== element) other.classList.remove("is-open");
});

document.addEventListener("click", (event) => {
  const step = event.target.closest("[data-evidence]");
  open(step);
  if (step) step.classList.toggle("is-open");
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  open(null);
  if (document.activeElement?.matches("[data-evidence]")) document.activeElement.blur();
});

const filters = document.querySelector("[data-filters]");
if (filters && window.matchMedia("(max-width: 767px)").matches) filters.open = false;
