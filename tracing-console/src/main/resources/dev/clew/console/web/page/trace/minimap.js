// The whole trace, small: drag over it to look closer, click twice to see all again.

export class Minimap {
  /** @param zoom told from where to where, in nanoseconds from the trace's start; nothing for all */
  constructor(trace, zoom) {
    this.trace = trace;
    this.zoomed = zoom;
    this.whole = Math.max(1, trace.duration);
    this.range = null;
    this.element = document.createElement('div');
    this.element.className = 'minimap';
    this.element.title = 'Drag to look closer; click twice to see all';
    this.canvas = document.createElement('canvas');
    this.element.append(this.canvas);
    this.element.addEventListener('pointerdown', (event) => this.begin(event));
    this.element.addEventListener('pointermove', (event) => this.move(event));
    this.element.addEventListener('pointerup', () => this.end());
    this.element.addEventListener('dblclick', () => this.set(null));
    new ResizeObserver(() => this.draw()).observe(this.element);
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.draw());
  }

  set(range) {
    this.range = range;
    this.draw();
    this.zoomed(range);
  }

  at(event) {
    const box = this.element.getBoundingClientRect();
    return Math.min(1, Math.max(0, (event.clientX - box.left) / box.width)) * this.whole;
  }

  begin(event) {
    this.element.setPointerCapture(event.pointerId);
    this.start = this.at(event);
  }

  move(event) {
    if (this.start === undefined) return;
    const here = this.at(event);
    this.drag = [Math.min(this.start, here), Math.max(this.start, here)];
    this.draw();
  }

  end() {
    const drag = this.drag;
    this.start = this.drag = undefined;
    if (drag && drag[1] - drag[0] > this.whole / 500) this.set(drag); else this.draw();
  }

  draw() {
    const { clientWidth: width, clientHeight: height } = this.element;
    const scale = window.devicePixelRatio || 1;
    if (!width) return;
    this.canvas.width = width * scale;
    this.canvas.height = height * scale;
    const pen = this.canvas.getContext('2d');
    const style = getComputedStyle(this.element);
    pen.scale(scale, scale);
    this.drawSpans(pen, width, height, style);
    const [from, to] = (this.drag ?? this.range ?? [0, this.whole]).map((t) => (t / this.whole) * width);
    pen.globalAlpha = 0.55;
    pen.fillStyle = style.getPropertyValue('--sunken');
    pen.fillRect(0, 0, from, height);
    pen.fillRect(to, 0, width - to, height);
  }

  drawSpans(pen, width, height, style) {
    const { spans } = this.trace;
    const colours = Array.from({ length: 10 }, (_, k) => style.getPropertyValue(`--s${k}`));
    const step = Math.max(1, Math.floor(spans.length / 4000));
    const tall = Math.max(1, Math.min(5, (height - 4) / (spans.length / step)));
    for (let i = 0; i < spans.length; i += step) {
      const span = spans[i];
      pen.fillStyle = span.status === 'error' ? style.getPropertyValue('--error') : colours[span.service % 10];
      pen.fillRect((span.start / this.whole) * width, 2 + (i / spans.length) * (height - 4), Math.max(1, (span.duration / this.whole) * width), Math.max(1, tall - 0.5));
    }
  }
}
