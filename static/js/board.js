// On top of the plain form: meetings can be dragged, and arrow keys go from cell to cell.
const board = document.querySelector(".board");
const form = document.querySelector("#board-form");
const MARKS = ["is-free", "is-blocked", "is-over"];

function clear() {
  for (const cell of board.querySelectorAll("[data-place]")) {
    cell.classList.remove(...MARKS);
    cell.removeAttribute("title");
  }
}

async function showPlaces(pair) {
  const address = new URL(board.dataset.places, location.href);
  address.searchParams.set("pair", pair);
  const answer = await fetch(address, { headers: { Accept: "application/json" } });
  if (!answer.ok) return;
  const reasons = await answer.json();
  for (const cell of board.querySelectorAll("[data-place]")) {
    const reason = reasons[cell.dataset.place];
    cell.classList.add(reason ? "is-blocked" : "is-free");
    if (reason) cell.title = reason;
  }
}

function move(meeting, place) {
  form.elements.pair.value = meeting.pair;
  form.elements.seen.value = meeting.seen;
  const chosen = document.createElement("input");
  Object.assign(chosen, { type: "hidden", name: "place", value: place });
  form.append(chosen);
  form.submit();
}

function makeDraggable() {
  let dragged = null;
  const cellOf = (event) => event.target.closest("[data-place]");
  const isFree = (cell) => cell && cell.classList.contains("is-free");
  board.addEventListener("dragstart", (event) => {
    const meeting = event.target.closest("[data-pair]");
    if (!meeting) return;
    dragged = { pair: meeting.dataset.pair, seen: meeting.dataset.seen };
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", dragged.pair);
    clear();
    showPlaces(dragged.pair);
  });
  board.addEventListener("dragover", (event) => isFree(cellOf(event)) && event.preventDefault());
  board.addEventListener("dragenter", (event) => cellOf(event)?.classList.add("is-over"));
  board.addEventListener("dragleave", (event) => event.target.matches("[data-place]") && event.target.classList.remove("is-over"));
  board.addEventListener("drop", (event) => {
    const cell = cellOf(event);
    if (!dragged || !isFree(cell)) return;
    event.preventDefault();
    move(dragged, cell.dataset.place);
  });
  board.addEventListener("dragend", () => {
    dragged = null;
    clear();
  });
}

function goByArrows(event) {
  const steps = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };
  const step = steps[event.key];
  const cell = event.target.closest("td");
  if (!step || !cell) return;
  let row = cell.parentElement.rowIndex;
  let column = cell.cellIndex;
  while (true) {
    row += step[0];
    column += step[1];
    const next = board.rows[row]?.cells[column];
    if (!next) return;
    const target = next.querySelector("button, a");
    if (!target) continue;
    event.preventDefault();
    target.focus();
    return;
  }
}

if (board) {
  board.addEventListener("keydown", goByArrows);
  if (board.dataset.canChange !== undefined) makeDraggable();
}
