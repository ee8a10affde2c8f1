// Draws what a query found: bars, lines, or the nodes and links themselves.
const style = getComputedStyle(document.documentElement);
const colour = (name) => style.getPropertyValue(name).trim();

// Bars lie, so that Chinese names can be read; lines run from left to right.
function axes(picture, text) {
  const names = { type: "category", data: picture.names, axisLabel: { ...text, width: 130, overflow: "truncate" } };
  const values = { type: "value", axisLabel: text };
  return picture.kind === "bar" ? { xAxis: values, yAxis: { ...names, inverse: true } } : { xAxis: names, yAxis: values };
}

function drawSeries(container, picture) {
  const chart = window.echarts.init(container, null, { renderer: "svg" });
  const text = { color: colour("--cm-ink"), fontFamily: colour("--cm-font") };
  chart.setOption({
    animation: false,
    textStyle: text,
    color: [colour("--cm-upstream"), colour("--cm-downstream"), colour("--cm-midstream"), colour("--cm-landed")],
    tooltip: { trigger: "axis" },
    legend: picture.series.length > 1 ? { top: 4 } : undefined,
    grid: { left: 12, right: 24, top: picture.series.length > 1 ? 36 : 16, bottom: 8, containLabel: true },
    ...axes(picture, text),
    series: picture.series.map((each) => ({ name: each.name, type: picture.kind, data: each.values, barMaxWidth: 36 })),
  });
  new ResizeObserver(() => chart.resize()).observe(container);
}

const HUES = { ChainNode: "--cm-midstream", Enterprise: "--cm-upstream", Chain: "--cm-downstream", Region: "--tblr-secondary", Project: "--cm-landed" };

function drawGraph(container, picture) {
  const nodes = picture.nodes.map((each) => ({ data: each }));
  const links = picture.links.map((each) => ({ data: each }));
  const hue = Object.entries(HUES).map(([label, name]) => ({ selector: `node[label = "${label}"]`, style: { "background-color": colour(name) } }));
  window.cytoscape({
    container,
    elements: [...nodes, ...links],
    minZoom: 0.1,
    maxZoom: 1.4,
    style: [
      { selector: "node", style: { label: "data(name)", width: 16, height: 16, "font-size": 11, "font-family": colour("--cm-font"), color: colour("--cm-ink"), "text-valign": "bottom", "text-margin-y": 3, "background-color": "#8694a4" } },
      ...hue,
      { selector: "edge", style: { width: 1.2, "line-color": "#b6c2d0", "target-arrow-color": "#b6c2d0", "target-arrow-shape": "triangle", "arrow-scale": 0.7, "curve-style": "bezier" } },
    ],
    layout: { name: "cose", animate: false, fit: true, padding: 20 },
  });
}

const container = document.querySelector("[data-picture]");
if (container) {
  const picture = JSON.parse(document.querySelector("[data-picture-of]").textContent);
  if (picture.kind === "graph") drawGraph(container, picture);
  else drawSeries(container, picture);
}
