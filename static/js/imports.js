// Says before the upload that a file is too large, and keeps a second click from sending it again.
const form = document.querySelector(".import-form");
const note = form.querySelector("[data-too-large]");
const button = form.querySelector("button");
const limit = Number(form.dataset.limitMb) * 1024 * 1024;

function isTooLarge() {
  const [file] = form.elements.file.files;
  return Boolean(file) && file.size > limit;
}

form.elements.file.addEventListener("change", () => note.classList.toggle("is-hidden", !isTooLarge()));
form.addEventListener("submit", (event) => {
  if (isTooLarge()) {
    event.preventDefault();
    return;
  }
  button.disabled = true;
});
window.addEventListener("pageshow", () => { button.disabled = false; });
