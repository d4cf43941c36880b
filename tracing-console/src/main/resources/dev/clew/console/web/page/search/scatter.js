// Traces as dots: when they began, and how long they took. Drag to ask for those in between.

import uPlot from '../lib/uPlot-esm.js';
import { duration } from '../parts/format.js';

/** @param on `open(trace)`, `select({from, to, min, max})` in nanoseconds since 1970 and of duration */
export function scatter(place, traces, on) {
  const sorted = [...traces].sort((a, b) => a.start - b.start);
  const style = getComputedStyle(place);
  const colour = (name) => style.getPropertyValue(name).trim();
  const axis = { stroke: colour('--faint'), grid: { stroke: colour('--sunken'), width: 1 }, ticks: { show: false } };
  const dots = (stroke) => ({ paths: () => null, points: { show: true, size: 7, stroke, fill: stroke, width: 0 } });
  const of = (wanted) => sorted.map((trace) => (trace.errors > 0 === wanted ? Math.max(1, trace.duration) : null));
  const plot = new uPlot(
    {
      width: place.clientWidth, height: 150, legend: { show: false }, padding: [8, 12, 0, 0],
      scales: { y: { distr: 3 } },
      axes: [axis, { ...axis, size: 64, values: (_, ticks) => ticks.map((t) => (t === null ? '' : duration(t))) }],
      series: [{}, { ...dots(colour('--s0')) }, { ...dots(colour('--error')) }],
      cursor: { drag: { x: true, y: true, setScale: false }, points: { show: false } },
      hooks: {
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
    [sorted.map((trace) => trace.start / 1e9), of(false), of(true)],
    place,
  );
  plot.over.addEventListener('click', () => { const i = plot.cursor.idx; if (i !== null && i !== undefined && sorted[i]) on.open(sorted[i]); });
  return plot;
}
