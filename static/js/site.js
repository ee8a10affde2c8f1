// Sends the CSRF token with every htmx request and focuses the search box on "/".
const token = document.querySelector('meta[name="csrf-token"]').content;

document.addEventListener("htmx:config:request", (event) => {
  event.detail.ctx.request.headers["X-CSRFToken"] = token;
});

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select, [contenteditable]");
  if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  const box = document.querySelector("#search-box");
  if (!box) return;
  event.preventDefault();
  box.focus();
  box.select();
});
