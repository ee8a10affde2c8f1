// The ledger: on a narrow screen the filters start folded, so that the list comes first.
const narrow = window.matchMedia("(max-width: 767px)");
let isOpen = !narrow.matches;

function arrange() {
  const filters = document.querySelector("[data-filters]");
  if (!filters) return;
  filters.open = isOpen;
  filters.addEventListener("toggle", () => { isOpen = filters.open; });
}

arrange();
document.addEventListener("htmx:after:swap", arrange);
