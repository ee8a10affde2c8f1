// The combobox of the top bar: htmx fills the list, this moves through it (ARIA combobox pattern).
const box = document.querySelector("#search-box");
const list = document.querySelector("#search-options");

const options = () => [...list.querySelectorAll('[role="option"]')];
const current = () => list.querySelector('[aria-selected="true"]');

function select(option) {
  current()?.setAttribute("aria-selected", "false");
  option?.setAttribute("aria-selected", "true");
  option?.scrollIntoView({ block: "nearest" });
  if (option) box.setAttribute("aria-activedescendant", option.id);
  else box.removeAttribute("aria-activedescendant");
}

function show(isShown) {
  list.hidden = !isShown;
  box.setAttribute("aria-expanded", String(isShown));
  if (!isShown) select(null);
}

function move(step) {
  const all = options();
  if (!all.length) return;
  if (list.hidden) show(true);
  const next = all.indexOf(current()) + step;
  select(next < -1 ? all.at(-1) : all[next] ?? null);
}

const keys = {
  ArrowDown: () => move(1),
  ArrowUp: () => move(-1),
  Escape: () => show(false),
  Enter: () => current()?.click(),
};

box.addEventListener("keydown", (event) => {
  const isChoosing = event.key.startsWith("Arrow") ? options().length : !list.hidden && (event.key === "Escape" || current());
  if (event.isComposing || !keys[event.key] || !isChoosing) return;
  event.preventDefault();
  keys[event.key]();
});

list.addEventListener("pointermove", (event) => {
  const option = event.target.closest('[role="option"]');
  if (option && option !== current()) select(option);
});

document.addEventListener("htmx:after:swap", () => {
  if (list.dataset.shown === list.innerHTML) return;
  list.dataset.shown = list.innerHTML;
  show(list.childElementCount > 0 && document.activeElement === box);
});
box.addEventListener("focus", () => show(list.childElementCount > 0));
document.addEventListener("pointerdown", (event) => {
  if (!event.target.closest(".search-box")) show(false);
});
box.form.addEventListener("focusout", (event) => {
  if (!box.form.contains(event.relatedTarget)) show(false);
});
box.form.addEventListener("submit", () => show(false));
