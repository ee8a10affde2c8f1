// Draws what stands around an enterprise: five columns, a click opens what was clicked.
const COLUMNS = ["supplier", "material", "product", "use", "customer"];
const WIDTH = 190;
const HEIGHT = 40;
const ROOM = 70;
const NARROW = 640;

const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

// The column with the most boxes; the frame grows with it, so that letters keep their size.
function tallest(neighbours) {
  return Math.max(4, ...COLUMNS.map((side) => neighbours.filter((each) => each.side === side).length));
}

// The columns in use; the middle one stays, with the enterprise itself where it has no products.
function columnsOf(neighbours) {
  return COLUMNS.filter((side) => side === "product" || neighbours.some((each) => each.side === side));
}

function places(neighbours) {
  const used = columnsOf(neighbours);
  const rows = Object.fromEntries(COLUMNS.map((side) => [side, neighbours.filter((each) => each.side === side)]));
  return (each) => {
    const column = rows[each.side];
    const gap = (tallest(neighbours) * HEIGHT) / column.length;
    return { x: used.indexOf(each.side) * WIDTH, y: (column.indexOf(each) + 0.5) * gap };
  };
}

function nodesOf(data) {
  const place = places(data.neighbours);
  const middle = { x: columnsOf(data.neighbours).indexOf("product") * WIDTH, y: (tallest(data.neighbours) * HEIGHT) / 2 };
  const own = { data: { id: "own", name: data.name, side: "own" } };
  const others = data.neighbours.map((each) => ({
    data: { ...each, id: `${each.side} ${each.code}`, parent: each.side === "product" ? "own" : undefined },
    position: place(each),
  }));
  const holds = data.neighbours.some((each) => each.side === "product");
  return [holds ? own : { ...own, position: middle, classes: "is-alone" }, ...others];
}

function edgesOf(data) {
  return data.neighbours.flatMap((each) => {
    const id = `${each.side} ${each.code}`;
    if (each.side === "supplier") return [{ data: { source: id, target: "own" } }];
    if (each.side === "customer") return [{ data: { source: "own", target: id } }];
    return each.linked.map((code) => {
      const product = `product ${code}`;
      return { data: each.side === "material" ? { source: id, target: product } : { source: product, target: id } };
    });
  });
}

function style() {
  const box = { label: "data(name)", shape: "round-rectangle", width: 150, height: 30, "font-size": 12, "text-wrap": "ellipsis", "text-max-width": 140, "text-valign": "center", color: colour("--cm-ink"), "border-width": 1, "font-family": colour("--cm-font") };
  const side = (name, line, fill) => ({ selector: `node[side = "${name}"]`, style: { "background-color": colour(fill), "border-color": colour(line) } });
  return [
    { selector: "node", style: box },
    side("supplier", "--tblr-border-color", "--tblr-body-bg"),
    side("customer", "--tblr-border-color", "--tblr-body-bg"),
    side("material", "--cm-upstream", "--cm-upstream-lt"),
    side("product", "--tblr-primary", "--tblr-primary-lt"),
    side("use", "--cm-downstream", "--cm-downstream-lt"),
    { selector: 'node[side = "own"]', style: { "background-color": "#fff", "border-color": colour("--tblr-primary"), "border-width": 2, "text-valign": "top", "text-margin-y": -4, "font-weight": "bold", padding: 12 } },
    { selector: ".is-alone", style: { "text-valign": "center", "text-margin-y": 0, padding: 0 } },
    { selector: "edge", style: { width: 1.2, "line-color": "#b6c2d0", "target-arrow-color": "#b6c2d0", "target-arrow-shape": "triangle", "arrow-scale": 0.7, "curve-style": "bezier" } },
    { selector: ".is-lit", style: { "line-color": colour("--tblr-primary"), "target-arrow-color": colour("--tblr-primary"), width: 2 } },
  ];
}

async function draw(container) {
  const answer = await fetch(container.dataset.around, { headers: { Accept: "application/json" } });
  if (!answer.ok) return;
  const data = await answer.json();
  if (container.clientWidth >= NARROW) container.style.height = `${tallest(data.neighbours) * HEIGHT + ROOM}px`;
  const picture = window.cytoscape({
    container,
    elements: [...nodesOf(data), ...edgesOf(data)],
    style: style(),
    layout: { name: "preset", fit: true, padding: 20 },
    minZoom: 0.3,
    maxZoom: 1.2,
    userZoomingEnabled: false,
    autoungrabify: true,
  });
  if (container.clientWidth < NARROW) {
    picture.zoom(0.85); // the whole would be too small to read: show the middle, the rest by dragging
    picture.center(picture.getElementById("own"));
  }
  picture.on("tap", "node", (event) => {
    const address = event.target.data("address");
    if (address) location.assign(address);
  });
  picture.on("mouseover", "node", (event) => event.target.connectedEdges().addClass("is-lit"));
  picture.on("mouseout", "node", (event) => event.target.connectedEdges().removeClass("is-lit"));
}

for (const container of document.querySelectorAll("[data-around]")) draw(container);
