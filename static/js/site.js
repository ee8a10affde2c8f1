// Sends the CSRF token with every htmx request, focuses the search box on "/", closes menus,
// and hears a double click on a form's button once (the server takes a second one well, too).
const token = document.querySelector('meta[name="csrf-token"]').content;

document.addEventListener("htmx:config:request", (event) => {
  event.detail.ctx.request.headers["X-CSRFToken"] = token;
});

function focusSearch(event) {
  const typing = event.target.closest("input, textarea, select, [contenteditable]");
  const box = document.querySelector("#search-box");
  if (typing || !box || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  box.focus();
  box.select();
}

function closeMenus(except) {
  for (const menu of document.querySelectorAll("details[data-menu][open]")) {
    if (!except || !menu.contains(except)) menu.open = false;
  }
}

document.addEventListener("keydown", (event) => {
  if (event.key === "/") focusSearch(event);
  if (event.key === "Escape") closeMenus();
});
document.addEventListener("click", (event) => closeMenus(event.target));

const DOUBLE_CLICK = 1000;
const sent = new WeakMap();

document.addEventListener("submit", (event) => {
  if (event.target.method !== "post" || event.defaultPrevented) return;
  const isAgain = event.timeStamp - (sent.get(event.target) ?? -Infinity) < DOUBLE_CLICK;
  if (isAgain) event.preventDefault();
  else sent.set(event.target, event.timeStamp);
});
