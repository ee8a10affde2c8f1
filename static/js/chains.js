// Lights up the links of the node under the pointer or the focus, and marks the chosen one.
const picture = document.querySelector("[data-picture]");

function light(code) {
  picture.classList.toggle("is-focused", Boolean(code));
  for (const link of picture.querySelectorAll(".picture-link")) {
    link.classList.toggle("is-lit", link.dataset.start === code || link.dataset.end === code);
  }
}

function choose(node) {
  for (const other of picture.querySelectorAll(".is-chosen")) other.classList.remove("is-chosen");
  node.classList.add("is-chosen");
}

if (picture) {
  const nodeOf = (event) => event.target.closest("[data-node]");
  for (const name of ["mouseover", "focusin"]) {
    picture.addEventListener(name, (event) => light(nodeOf(event)?.dataset.node));
  }
  for (const name of ["mouseleave", "focusout"]) picture.addEventListener(name, () => light());
  picture.addEventListener("click", (event) => nodeOf(event) && choose(nodeOf(event)));
}
