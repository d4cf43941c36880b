// The trace as a flame graph: a span's width is how long it took, its row how deep it is.

import { duration } from '../parts/format.js';
import { line, qualified } from '../parts/text.js';

const HEIGHT = 20;
const HINT = 'Point at a span to see what it is, click for all that it says.';

export class Flame {
  constructor(trace, choose) {
    this.trace = trace;
    this.element = document.createElement('div');
    this.element.className = 'flame';
    this.canvas = document.createElement('canvas');
    this.canvas.setAttribute('role', 'img');
    this.canvas.setAttribute('aria-label', 'Flame graph of the trace; the waterfall shows the same as rows');
    this.label = document.createElement('div');
    this.label.className = 'label mono';
    this.label.textContent = HINT;
    this.element.append(this.canvas, this.label);
    this.lanes = lanesOf(trace.spans);
    this.canvas.addEventListener('pointermove', (event) => this.point(event));
    this.canvas.addEventListener('click', (event) => { const i = this.at(event); if (i >= 0) choose(i); });
    new ResizeObserver(() => this.draw()).observe(this.element);
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.draw());
  }

  draw() {
    const width = this.element.clientWidth;
    const height = (this.lanes.count + 1) * HEIGHT;
    const scale = window.devicePixelRatio || 1;
    if (!width) return;
    this.canvas.width = width * scale;
    this.canvas.height = Math.min(height, 16_000) * scale;
    this.canvas.style.width = `${width}px`;
    this.canvas.style.height = `${Math.min(height, 16_000)}px`;
    const pen = this.canvas.getContext('2d');
    const style = getComputedStyle(this.element);
    pen.scale(scale, scale);
    pen.font = '12px ' + style.getPropertyValue('--mono');
    this.perNano = width / Math.max(1, this.trace.duration);
    this.trace.spans.forEach((span, i) => this.drawSpan(pen, style, span, i));
  }

  drawSpan(pen, style, span, i) {
    const x = span.start * this.perNano;
    const wide = Math.max(1, span.duration * this.perNano);
    const y = this.lanes.of[i] * HEIGHT;
    pen.fillStyle = span.status === 'error' ? style.getPropertyValue('--error') : style.getPropertyValue(`--s${span.service % 10}`);
    pen.fillRect(x, y, Math.max(0.6, wide - 0.6), HEIGHT - 1);
    if (wide > 40) {
      pen.save();
      pen.beginPath();
      pen.rect(x, y, wide - 4, HEIGHT);
      pen.clip();
      pen.fillStyle = style.getPropertyValue('--ground');
      pen.fillText(qualified(line(span.name))[1], x + 4, y + 14);
      pen.restore();
    }
  }

  at(event) {
    const time = event.offsetX / this.perNano;
    const lane = Math.floor(event.offsetY / HEIGHT);
    return this.trace.spans.findIndex((span, i) => this.lanes.of[i] === lane && span.start <= time && time <= span.start + Math.max(span.duration, 1 / this.perNano));
  }

  point(event) {
    const i = this.at(event);
    const span = this.trace.spans[i];
    this.label.textContent = span ? `${line(this.trace.services[span.service])}: ${line(span.name)}, ${duration(span.duration)}, by itself ${duration(span.self)}` : HINT;
  }
}

/** A row each so that no two spans overlap: below the parent, and below what runs at the same time. */
function lanesOf(spans) {
  const of = new Int32Array(spans.length);
  const free = [];
  let count = 0;
  const path = [];
  spans.forEach((span, i) => {
    path.length = span.depth;
    let lane = span.depth ? (path[span.depth - 1] ?? 0) + 1 : 0;
    while ((free[lane] ?? -1) > span.start) lane++;
    free[lane] = span.start + span.duration;
    of[i] = path[span.depth] = lane;
    count = Math.max(count, lane + 1);
  });
  return { of, count };
}
