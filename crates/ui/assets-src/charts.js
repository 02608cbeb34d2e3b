// Trends, drawn by the parts of ECharts that they need. Bundled by `cargo xtask assets`. Every text comes finished from
// the server: nothing is formatted here.
import * as echarts from "echarts/core";
import { CustomChart, LineChart } from "echarts/charts";
import { GridComponent, MarkLineComponent, MarkPointComponent, TooltipComponent } from "echarts/components";
import { CanvasRenderer } from "echarts/renderers";

echarts.use([CustomChart, LineChart, GridComponent, MarkLineComponent, MarkPointComponent, TooltipComponent, CanvasRenderer]);

const drawn = new Map();

// Colours of the current theme: light-dark() is resolved by letting the browser compute it.
function colours(element) {
  const probe = document.createElement("i");
  element.append(probe);
  const read = (name) => {
    probe.style.color = `var(${name})`;
    return getComputedStyle(probe).color;
  };
  const found = {
    accent: read("--accent"), ink: read("--ink"), soft: read("--ink-2"), line: read("--line"), edge: read("--line-2"),
    surface: read("--surface"), raised: read("--raised"),
  };
  probe.remove();
  return found;
}

function draw(element) {
  const spec = JSON.parse(element.dataset.chart);
  document.fonts.ready.then(() => {
    const before = drawn.get(element);
    const chart = before?.chart ?? echarts.init(element, null, { renderer: "canvas" });
    drawn.set(element, { chart, spec });
    paint(element);
    if (!before) new ResizeObserver(() => paint(element)).observe(element);
  });
}

function paint(element) {
  const { chart, spec } = drawn.get(element) ?? {};
  if (!chart || chart.isDisposed() || !element.isConnected) return;
  chart.resize();
  chart.setOption(option(spec, element), true);
  chart.off("click");
  chart.on("click", ({ dataIndex }) => {
    const href = spec.points[dataIndex]?.href;
    if (href) location.assign(href);
  });
}

function option(spec, element) {
  const c = colours(element);
  const style = getComputedStyle(element);
  const text = { fontFamily: style.fontFamily, fontSize: 13, color: c.soft };
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const { points } = spec;
  const last = points.findLastIndex((point) => point.v !== null);
  const wide = element.clientWidth > 480;
  const end = wide && spec.goal ? 84 : 44;
  return {
    animation: !still,
    animationDuration: 160,
    textStyle: { fontFamily: text.fontFamily },
    grid: { left: 4, right: end, top: 14, bottom: 4, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
    tooltip: {
      trigger: "axis", confine: true, backgroundColor: c.raised, borderColor: c.line, padding: [8, 12],
      extraCssText: "border-radius:8px", axisPointer: { lineStyle: { color: c.edge } },
      formatter: ([{ dataIndex }]) => tip(points[dataIndex]),
    },
    xAxis: {
      type: "category", boundaryGap: points.length === 1, data: points.map((point) => point.label),
      axisLine: { show: false }, axisTick: { show: false },
      axisLabel: {
        ...text, margin: 12, hideOverlap: true, alignMinLabel: "left",
        interval: (place) => points[place].tick !== "", formatter: (_, place) => said(points[place].tick),
      },
    },
    yAxis: {
      type: "value", min: spec.min, max: spec.max, splitLine: { lineStyle: { color: c.line } },
      axisLabel: { ...text, margin: 10, customValues: spec.ticks.map(([value]) => value), formatter: (value) => label(spec, value) },
      axisTick: { customValues: spec.ticks.map(([value]) => value), show: false },
      interval: spec.ticks.length > 1 ? spec.ticks[1][0] - spec.ticks[0][0] : undefined,
    },
    series: [
      { type: "custom", silent: true, z: 1, data: points.map((_, place) => [place]), renderItem: band(points, c.accent), tooltip: { show: false } },
      {
        type: "line", z: 3, data: points.map((point) => point.v), lineStyle: { color: c.accent, width: 2 }, connectNulls: false,
        itemStyle: { color: c.accent, borderColor: c.surface, borderWidth: 2 }, symbol: "circle",
        symbolSize: (_, { dataIndex }) => (dataIndex === last || alone(points, dataIndex) ? 10 : 7),
        showAllSymbol: true, showSymbol: points.length <= 40,
        markPoint: last < 0 ? undefined : {
          silent: true, symbol: "circle", symbolSize: 1, itemStyle: { color: "transparent" },
          data: [{ coord: [last, points[last].v] }],
          label: { ...text, show: true, position: "right", distance: 10, formatter: spec.last, color: c.ink, fontWeight: 600 },
        },
        markLine: spec.goal && {
          silent: true, symbol: "none", lineStyle: { color: c.edge, type: [3, 3] }, data: [{ yAxis: spec.goal[0] }],
          label: { ...text, show: wide, position: "end", formatter: spec.goal[1] },
        },
      },
    ],
  };
}

// The canvas writes from left to right: the mark keeps a Persian or Arabic date in its own order, day before month.
const said = (text) => (text && document.dir === "rtl" ? `\u200f${text}` : text);
const label = (spec, value) => spec.ticks.find(([tick]) => Math.abs(tick - value) < 1e-9)?.[1] ?? "";
const alone = (points, place) => points[place].v !== null && (points[place - 1]?.v ?? null) === null && (points[place + 1]?.v ?? null) === null;

// The range as a filled band between neighbouring points; a lone point gets a bar of its own.
function band(points, colour) {
  return (_, api) => {
    const place = api.value(0);
    const [here, next] = [points[place], points[place + 1]];
    if (here.lo === null || here.hi === null) return null;
    const at = (x, y) => api.coord([x, y]);
    const style = { fill: colour, opacity: 0.16 };
    if (alone(points, place)) {
      const [x, high] = at(place, here.hi);
      return { type: "rect", shape: { x: x - 5, y: high, width: 10, height: at(place, here.lo)[1] - high, r: 3 }, style };
    }
    if (!next || next.lo === null || next.hi === null) return null;
    return {
      type: "polygon",
      shape: { points: [at(place, here.hi), at(place + 1, next.hi), at(place + 1, next.lo), at(place, here.lo)] },
      style,
    };
  };
}

function tip(point) {
  const box = document.createElement("div");
  box.className = "tip";
  box.dir = "auto";
  const [value, range, answers] = point.text;
  for (const [tag, text] of [["span", point.label], ["b", value], ["span", range], ["span", answers]]) {
    if (!text) continue;
    const line = document.createElement(tag);
    line.textContent = text;
    box.append(line);
  }
  return box;
}

const repaint = () => {
  for (const element of drawn.keys()) {
    if (element.isConnected) paint(element); else { drawn.get(element).chart.dispose(); drawn.delete(element); }
  }
};
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", repaint);

window.nabzCharts = { draw };
