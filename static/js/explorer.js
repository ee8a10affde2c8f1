// The map explorer: draws what the server has laid out, opens the side sheet, keeps the address.
const HUES = { upstream: "--cm-upstream", midstream: "--cm-midstream", downstream: "--cm-downstream" };
const LINES = { supplies: "#b6c2d0", makes: "#d5dce5", trades: "#7da3d1", planned: "#a85507" };
const MANY = 800; // from here on speed counts more than looks (scripts/bench_map)
const READABLE = 0.7;

const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const canvas = document.querySelector("[data-canvas]");
const sheet = document.querySelector("#sheet");
const source = document.querySelector("#explorer-data");
const data = source ? JSON.parse(source.textContent) : null;

// A point or line as the server wrote it.
const pointOf = ([key, kind, name, title, stage, mark, count, [x, y, width, height], level, address]) => ({ key, kind, name, title, stage, mark, count, x, y, width, height, level, address });

function addressWith(changes) {
  const query = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(changes)) value ? query.set(name, value) : query.delete(name);
  return `${location.pathname}?${query}`;
}

async function open(changes) {
  const address = addressWith(changes);
  const answer = await fetch(address, { headers: { "HX-Request": "true" } });
  if (!answer.ok) return;
  sheet.innerHTML = await answer.text();
  window.htmx?.process(sheet);
  history.replaceState(null, "", address);
  showSheet();
}

function showSheet() {
  sheet.hidden = !sheet.querySelector(".card-body");
  if (!sheet.hidden) sheet.querySelector("h2")?.focus({ preventScroll: true });
}

function choose(point) {
  if (point.address) location.assign(point.address);
  else if (point.kind === "project") location.assign(`/projects/${encodeURIComponent(point.key.slice("project:".length))}`);
  else open({ open: point.key, to: "" });
}

function close(event) {
  event.preventDefault();
  sheet.hidden = true;
  sheet.innerHTML = "";
  history.replaceState(null, "", addressWith({ open: "", to: "" }));
}

// ── the layered graph ──

const wordsOf = (point) => (point.count ? `${point.name}  ${point.count}` : point.name);

function elementsOf(points) {
  const heads = data.heads.map(([name, stage, x, width]) => ({ data: { id: `head ${x}`, label: name, width, height: 20 }, position: { x: x + width / 2, y: 14 }, classes: `head ${stage}`, selectable: false, grabbable: false }));
  const nodes = points.map((point, number) => ({
    data: { id: String(number), number, label: point.height > 12 ? wordsOf(point) : "", width: point.width, height: point.height },
    position: { x: point.x + point.width / 2, y: point.y + point.height / 2 },
    classes: `${point.kind} ${point.stage} ${point.mark}`,
  }));
  const edges = data.lines.map(([start, end, kind, count]) => ({ data: { source: String(start), target: String(end), kind, width: Math.min(5, 1 + Math.log2(Math.max(1, count)) * 0.6) }, classes: kind }));
  return [...heads, ...nodes, ...edges];
}

function style(isMany) {
  const ink = colour("--cm-ink");
  const stages = Object.entries(HUES).map(([stage, name]) => ({ selector: `node.${stage}`, style: { "background-color": colour(`${name}-lt`), "border-color": colour(name) } }));
  const small = Object.entries(HUES).map(([stage, name]) => ({ selector: `node.enterprise.${stage}[height <= 12]`, style: { "background-color": colour(name) } }));
  return [
    { selector: "node", style: { shape: "round-rectangle", width: "data(width)", height: "data(height)", label: "data(label)", color: ink, "font-size": 13, "font-family": colour("--cm-font"), "text-valign": "center", "text-wrap": "ellipsis", "text-max-width": "data(width)", "min-zoomed-font-size": 6, "border-width": 1, "background-color": "#eef2f6", "border-color": "#5b6775" } },
    ...stages,
    { selector: "node.enterprise", style: { "background-color": "#fff" } },
    ...small,
    { selector: "node.enterprise[height <= 12]", style: { shape: "ellipse", "border-width": 0 } },
    { selector: "node.enterprise[height <= 20], node.project", style: { "font-size": 10.5 } },
    { selector: "node.project", style: { "background-color": "#fff", "border-color": colour("--cm-landed"), color: colour("--cm-landed"), "border-style": "dashed" } },
    { selector: "node.group", style: { "border-style": "double", "border-width": 4 } },
    { selector: "node.single", style: { "border-width": 2.5, "font-weight": "bold" } },
    { selector: "node.gap", style: { "background-color": "#fff", "border-color": colour("--cm-gap"), "border-style": "dashed", "border-width": 1.5, color: colour("--cm-gap") } },
    ...Object.entries(HUES).map(([stage, name]) => ({ selector: `node.head.${stage}`, style: { "background-opacity": 0, "border-width": 0, color: colour(name), "font-size": 15, "font-weight": "bold", events: "no" } })),
    { selector: "edge", style: { width: "data(width)", "line-color": LINES.supplies, ...(isMany ? { "curve-style": "haystack" } : { "curve-style": "bezier", "source-endpoint": "90deg", "target-endpoint": "270deg", "target-arrow-shape": "triangle", "arrow-scale": 0.7, "target-arrow-color": LINES.supplies }) } },
    ...Object.entries(LINES).map(([kind, line]) => ({ selector: `edge.${kind}`, style: { "line-color": line, ...(isMany ? {} : { "target-arrow-color": line }), "line-style": kind === "planned" ? "dashed" : "solid" } })),
    { selector: ".is-lit", style: { "line-color": colour("--tblr-primary"), ...(isMany ? {} : { "target-arrow-color": colour("--tblr-primary") }), "z-index": 9 } },
    { selector: "node.is-chosen", style: { "border-color": colour("--tblr-primary"), "border-width": 3 } },
  ];
}

function drawGraph() {
  const points = data.points.map(pointOf);
  const isMany = points.length + data.lines.length > MANY;
  canvas.dataset.drawn = "";
  fitHeight(points);
  const picture = window.cytoscape({
    container: canvas,
    elements: elementsOf(points),
    style: style(isMany),
    layout: { name: "preset", fit: false },
    minZoom: 0.04,
    maxZoom: 3,
    autoungrabify: true,
    boxSelectionEnabled: false,
    userZoomingEnabled: false,
    // Many elements: a finished picture is moved while dragging, not each line drawn anew.
    textureOnViewport: isMany,
    pixelRatio: isMany ? 1 : "auto",
  });
  startReadable(picture);
  const tip = makeTip();
  const edges = (point) => picture.getElementById(String(point)).connectedEdges();
  picture.on("tap", "node", (event) => {
    const number = event.target.data("number");
    picture.$(".is-chosen").removeClass("is-chosen");
    event.target.addClass("is-chosen");
    if (number !== undefined) choose(points[number]);
  });
  picture.on("tap", "edge", (event) => {
    const [start, end] = [event.target.source(), event.target.target()].map((node) => points[node.data("number")]);
    if ([start, end].every((point) => point.kind === "node" || point.kind === "enterprise")) open({ open: start.key, to: end.key });
  });
  picture.on("mouseover", "node", (event) => {
    const point = points[event.target.data("number")];
    if (!point) return;
    tip.say(point.title, event.renderedPosition);
    if (!isMany) edges(event.target.id()).addClass("is-lit");
  });
  picture.on("mouseout", "node", (event) => {
    tip.hide();
    if (!isMany) edges(event.target.id()).removeClass("is-lit");
  });
  canvas.addEventListener("pointerdown", () => picture.userZoomingEnabled(true)); // until then the wheel scrolls the page
  canvas.addEventListener("pointerleave", () => picture.userZoomingEnabled(false));
  const step = (factor) => picture.zoom({ level: picture.zoom() * factor, renderedPosition: { x: picture.width() / 2, y: picture.height() / 2 } });
  addZoom({ in: () => step(1.4), out: () => step(1 / 1.4), fit: () => fit(picture) });
  canvas.picture = picture; // for scripts/bench_map and the browser tests
}

// A low picture does not leave half of the frame empty.
function fitHeight(points) {
  const wide = Math.max(1, ...points.map((point) => point.x + point.width));
  const high = Math.max(1, ...points.map((point) => point.y + point.height));
  const scale = Math.min(1.1, Math.max(READABLE, canvas.clientWidth / wide));
  canvas.style.height = `${Math.min(canvas.clientHeight, Math.max(260, high * scale + 40))}px`;
}

// Shows the whole in the middle of the frame.
function fit(picture, most = 3) {
  const box = picture.elements().boundingBox();
  const zoom = Math.min(most, (canvas.clientWidth - 20) / Math.max(1, box.w), (canvas.clientHeight - 20) / Math.max(1, box.h));
  picture.zoom(zoom);
  picture.pan({ x: picture.width() / 2 - (zoom * (box.x1 + box.x2)) / 2, y: picture.height() / 2 - (zoom * (box.y1 + box.y2)) / 2 });
}

// A whole that would be too small to read starts at its left upper corner instead.
function startReadable(picture) {
  fit(picture, 1.1);
  if (picture.zoom() >= READABLE || picture.elements().length > MANY) return;
  picture.zoom(READABLE);
  picture.pan({ x: 8, y: 8 });
}

function makeTip() {
  const box = document.createElement("div");
  box.className = "explorer-tip";
  box.hidden = true;
  canvas.append(box);
  return {
    say(text, place) {
      box.textContent = text;
      box.hidden = false;
      box.style.left = `${Math.min(place.x + 12, canvas.clientWidth - box.offsetWidth - 4)}px`;
      box.style.top = `${Math.min(place.y + 12, canvas.clientHeight - box.offsetHeight - 4)}px`;
    },
    hide() { box.hidden = true; },
  };
}

function addZoom(acts) {
  const bar = document.querySelector("[data-zoom]");
  bar.hidden = false;
  bar.addEventListener("click", (event) => acts[event.target.closest("[data-act]")?.dataset.act]?.());
}

// ── the Sankey diagram ──

function sankeyOption(points) {
  const used = new Set(data.flows.flatMap(([start, end]) => [start, end]));
  const levels = [...new Set([...used].map((number) => points[number].level))].sort((a, b) => a - b);
  const nodes = [...used].map((number) => {
    const point = points[number];
    const isGap = point.mark === "gap";
    return {
      name: point.key,
      depth: levels.indexOf(point.level),
      itemStyle: { color: isGap ? "#fff" : colour(HUES[point.stage] ?? "--tblr-secondary"), borderColor: isGap ? colour("--cm-gap") : "transparent", borderType: isGap ? "dashed" : "solid", borderWidth: isGap ? 1.5 : 0 },
      label: { formatter: wordsOf(point), color: isGap ? colour("--cm-gap") : colour("--cm-ink"), fontWeight: point.mark ? "bold" : "normal" },
    };
  });
  const links = data.flows.map(([start, end, value, told]) => ({ source: points[start].key, target: points[end].key, value, told, names: `${points[start].name} → ${points[end].name}` }));
  const titles = new Map(points.map((point) => [point.key, point.title]));
  return {
    animation: false,
    tooltip: { renderMode: "richText", formatter: ({ dataType, data: each }) => (dataType === "edge" ? `${each.names}  ${each.told}` : titles.get(each.name)) },
    series: [{ type: "sankey", data: nodes, links, left: 8, right: 150, top: 10, bottom: 10, nodeAlign: "left", nodeGap: 17, nodeWidth: 14, draggable: false, emphasis: { focus: "adjacency" }, lineStyle: { color: "source", opacity: 0.28, curveness: 0.5 }, labelLayout: { hideOverlap: true }, label: { fontSize: 12, fontFamily: colour("--cm-font"), width: 140, overflow: "truncate" } }],
  };
}

function tallest(points) {
  const rows = new Map();
  for (const number of new Set(data.flows.flatMap(([start, end]) => [start, end]))) rows.set(points[number].level, (rows.get(points[number].level) ?? 0) + 1);
  return Math.max(1, ...rows.values());
}

function drawSankey() {
  const points = data.points.map(pointOf);
  canvas.dataset.drawn = "";
  canvas.style.height = `${Math.max(420, tallest(points) * 34 + 20)}px`;
  const chart = window.echarts.init(canvas);
  const option = sankeyOption(points);
  chart.setOption(option);
  const byKey = new Map(points.map((point) => [point.key, point]));
  chart.on("click", ({ dataType, data: each }) => {
    if (dataType === "node") choose(byKey.get(each.name));
    else if ([each.source, each.target].every((key) => byKey.get(key).kind === "node")) open({ open: each.source, to: each.target });
  });
  window.addEventListener("resize", () => chart.resize());
  for (const button of document.querySelectorAll("[data-save]")) {
    button.hidden = false;
    button.addEventListener("click", () => save(button.dataset.save, chart, option));
  }
}

function save(form, chart, option) {
  const link = document.createElement("a");
  link.download = `chainmatch-sankey.${form}`;
  if (form === "png") link.href = chart.getDataURL({ pixelRatio: 2, backgroundColor: "#fff" });
  else {
    const still = window.echarts.init(null, null, { renderer: "svg", ssr: true, width: chart.getWidth(), height: chart.getHeight() });
    still.setOption(option);
    link.href = URL.createObjectURL(new Blob([still.renderToSVGString()], { type: "image/svg+xml" }));
    still.dispose();
  }
  link.click();
}

if (sheet) {
  document.addEventListener("htmx:after:swap", showSheet);
  sheet.addEventListener("click", (event) => event.target.closest("[data-close]") && close(event));
}
document.querySelector("[data-state]")?.form.addEventListener("submit", () => { document.querySelector("[data-state]").value = location.search.slice(1); });
// Choosing a chain leaves the centre, so that the choice is not silently overruled.
document.querySelector("#chain")?.addEventListener("change", () => { document.querySelector("#centre").value = ""; });
if (data && canvas?.dataset.canvas === "sankey") drawSankey();
else if (data) drawGraph();
