// How many traces took how long: beside the dots, on their axis. Drag over it to ask for some of them.

import { html, render, svg } from '../lib/lit-html.js';
import { count, duration } from '../parts/format.js';

const BARS = 18;
const LEAST_DRAG = 4;

/** @param plot of the dots @param select told `{min, max}` in nanoseconds */
export function histogram(place, plot, traces, select) {
  const scale = window.devicePixelRatio || 1;
  const top = plot.bbox.top / scale;
  const high = plot.bbox.height / scale;
  const wide = place.clientWidth;
  if (!wide || !traces.length) return;
  const bars = barsOf(traces, Math.log10(plot.scales.y.min), Math.log10(plot.scales.y.max));
  const most = Math.max(1, ...bars.map((bar) => bar.count));
  const step = high / BARS;
  let from = null;
  const at = (event) => Math.min(top + high, Math.max(top, event.clientY - place.getBoundingClientRect().top));
  const draw = (to) => {
    const box = from === null || to === undefined ? null : { y: Math.min(from, to), height: Math.abs(to - from) };
    render(html`<svg width=${wide} height=${plot.height}>
      ${bars.map((bar, k) => svg`<rect class="bar" x="0" y=${top + high - (k + 1) * step} height=${Math.max(1, step - 1)} width=${(bar.count / most) * (wide - 8)}><title>${count(bar.count, 'trace')}: ${duration(bar.from)} to ${duration(bar.to)}</title></rect>`)}
      ${box ? svg`<rect class="chosen" x="0" y=${box.y} width=${wide} height=${box.height}/>` : ''}</svg>`, place);
  };
  place.onpointerdown = (event) => { place.setPointerCapture(event.pointerId); from = at(event); };
  place.onpointermove = (event) => { if (from !== null) draw(at(event)); };
  place.onpointerup = (event) => {
    const [high, low] = [Math.min(from, at(event)), Math.max(from, at(event))].map((y) => plot.posToVal(y - top, 'y'));
    const enough = Math.abs(at(event) - from) >= LEAST_DRAG;
    from = null;
    draw();
    if (enough) select({ min: low, max: high });
  };
  draw();
}

/** Of equal width on the logarithmic axis. */
function barsOf(traces, low, high) {
  const step = (high - low) / BARS || 1;
  const bars = Array.from({ length: BARS }, (_, k) => ({ from: 10 ** (low + k * step), to: 10 ** (low + (k + 1) * step), count: 0 }));
  for (const trace of traces) {
    const k = Math.floor((Math.log10(Math.max(1, trace.durationNanos)) - low) / step);
    bars[Math.min(BARS - 1, Math.max(0, k))].count++;
  }
  return bars;
}
