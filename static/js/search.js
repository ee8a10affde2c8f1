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

// What nobody filled in has no place in an address that people pass on.
document.addEventListener("htmx:config:request", ({ detail: { ctx } }) => {
  if (!ctx.sourceElement.matches("form.filters")) return;
  for (const [name, value] of [...ctx.request.body]) {
    if (value === "") ctx.request.body.delete(name);
  }
});
