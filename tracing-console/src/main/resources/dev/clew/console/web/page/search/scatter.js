// Traces as dots: when they began, and how long they took. Drag to ask for those in between.

import uPlot from '../lib/uPlot-esm.js';
import { duration } from '../parts/format.js';

const HEIGHT = 150;

/** So that no dot lies on an edge, where it cannot be dragged over. */
const roomy = (_, min, max) => { const room = (max - min || 1) * 0.02; return [min - room, max + room]; };

/** @param on `drawn(plot)`, `open(trace)`, `select({from, to, min, max})` in nanoseconds since 1970 and of duration */
export function scatter(place, traces, on) {
  const sorted = [...traces].sort((a, b) => a.startNanos - b.startNanos);
  const style = getComputedStyle(place);
  const colour = (name) => style.getPropertyValue(name).trim();
  const decades = (_, splits) => splits.map((t) => (t !== null && Number.isInteger(Math.round(Math.log10(t) * 1e6) / 1e6) ? t : null));
  const axis = { stroke: colour('--faint'), grid: { stroke: colour('--sunken'), width: 1 }, ticks: { show: false }, size: 34 };
  const dots = (stroke) => ({ paths: () => null, points: { show: true, size: 7, stroke, fill: stroke, width: 0 } });
  const of = (faulty) => sorted.map((trace) => (trace.errors > 0 === faulty ? Math.max(1, trace.durationNanos) : null));
  const plot = new uPlot(
    {
      width: place.clientWidth, height: HEIGHT, legend: { show: false }, padding: [8, 28, 0, 0],
      scales: { x: { range: roomy }, y: { distr: 3 } },
      axes: [axis, { ...axis, size: 64, grid: { ...axis.grid, filter: decades }, values: (_, ticks) => ticks.map((t) => (t === null ? '' : duration(t))) }],
      series: [{}, { ...dots(colour('--s0')) }, { ...dots(colour('--error')) }],
      cursor: { drag: { x: true, y: true, setScale: false }, points: { show: false } },
      hooks: {
        ready: [on.drawn],
        setSelect: [(u) => {
          const { left, top, width, height } = u.select;
          if (width < 4 || height < 4) return;
          on.select({
            from: u.posToVal(left, 'x') * 1e9, to: u.posToVal(left + width, 'x') * 1e9,
            max: u.posToVal(top, 'y'), min: u.posToVal(top + height, 'y'),
          });
          u.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
        }],
      },
    },
    [sorted.map((trace) => trace.startNanos / 1e9), of(false), of(true)],
    place,
  );
  plot.over.title = 'Drag to ask for these; click to open one';
  plot.over.addEventListener('click', () => { const i = plot.cursor.idx; if (i !== null && i !== undefined && sorted[i]) on.open(sorted[i]); });
  return plot;
}
