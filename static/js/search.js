// With scripting a tick filters at once, so the button goes; on a narrow screen filters start closed.
const narrow = window.matchMedia("(max-width: 767px)");
let isOpen = !narrow.matches;

function arrange() {
  const filters = document.querySelector("[data-filters]");
  if (!filters) return;
  filters.open = isOpen;
  filters.querySelector("[data-without-script]")?.classList.add("is-hidden");
  filters.addEventListener("toggle", () => { isOpen = filters.open; });
}

arrange();
document.addEventListener("htmx:after:swap", arrange);
