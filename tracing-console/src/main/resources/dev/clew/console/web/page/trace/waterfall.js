// The rows of a trace against time. Only rows in sight exist: elements are used again as one
// scrolls, so that a hundred thousand spans scroll like a hundred.

import { duration, ticks } from '../parts/format.js';
import { line, qualified } from '../parts/text.js';

const HEIGHT = 26;
const SPARE = 6;

/** From which per cent on a time has no room to the right of its line. */
const LATE = 88;

export class Waterfall {
  /**
   * @param on `choose(span)` and `fold(span, folded)`, told what people do
   */
  constructor(trace, rows, on) {
    this.trace = trace;
    this.rows = rows;
    this.on = on;
    this.chosen = -1;
    this.from = 0;
    this.to = Math.max(1, trace.duration);
    this.pool = [];
    this.element = build('div', 'panel');
    this.axis = build('div', 'axis');
    this.body = build('div', 'rows');
    this.space = build('div', 'space');
    this.body.append(this.space);
    this.element.append(this.axis, this.body);
    describe(this.body, { role: 'treegrid', tabindex: '0', 'aria-label': 'Spans of the trace' });
    this.body.addEventListener('scroll', () => this.soon(), { passive: true });
    this.body.addEventListener('keydown', (event) => this.key(event));
    this.body.addEventListener('click', (event) => this.click(event));
    new ResizeObserver(() => this.draw()).observe(this.body);
  }

  soon() {
    this.frame ??= requestAnimationFrame(() => { this.frame = null; this.draw(); });
  }

  zoom(from, to) {
    this.from = from;
    this.to = Math.max(from + 1, to);
    this.draw();
  }

  choose(i, reveal = true) {
    this.chosen = i;
    if (i >= 0 && reveal) this.scrollTo(i);
    this.draw();
  }

  scrollTo(i) {
    if (this.rows.placeOf(i) < 0) this.rows.reveal(i);
    const top = this.rows.placeOf(i) * HEIGHT;
    const sight = this.body.clientHeight;
    if (top < this.body.scrollTop || top + HEIGHT > this.body.scrollTop + sight) this.body.scrollTop = top - sight / 3;
  }

  draw() {
    const visible = this.rows.visible;
    this.space.style.height = `${visible.length * HEIGHT}px`;
    this.body.setAttribute('aria-rowcount', visible.length);
    const first = Math.max(0, Math.floor(this.body.scrollTop / HEIGHT) - SPARE);
    const last = Math.min(visible.length, Math.ceil((this.body.scrollTop + this.body.clientHeight) / HEIGHT) + SPARE);
    for (let k = 0; k < Math.max(last - first, this.pool.length); k++) {
      const row = this.pool[k] ?? this.add();
      const shown = first + k < last;
      row.element.hidden = !shown;
      if (shown) this.fill(row, visible[first + k], first + k);
    }
    this.drawAxis();
  }

  add() {
    const row = { element: build('div', 'row') };
    const name = build('span', 'name');
    const time = build('span', 'time');
    row.fold = describe(build('button', 'fold'), { tabindex: '-1', 'aria-hidden': 'true' });
    row.mark = build('span', 'mark');
    row.pack = build('span', 'pack');
    row.label = build('span', 'label');
    row.of = build('span', 'of');
    row.tip = build('span', 'tip');
    name.append(row.fold, row.mark, row.pack, row.label, row.of, row.tip);
    row.bar = build('span', 'span');
    row.took = build('span', 'took');
    row.ways = build('span');
    time.append(row.bar, row.ways, row.took);
    describe(row.element, { role: 'row' });
    describe(name, { role: 'rowheader' });
    describe(time, { role: 'gridcell' });
    row.name = name;
    row.element.append(name, time);
    this.space.append(row.element);
    this.pool.push(row);
    return row;
  }

  fill(row, i, place) {
    const span = this.trace.spans[i];
    const folded = this.rows.folded.has(i);
    const parent = this.rows.isParent(i);
    const element = row.element;
    element.dataset.span = i;
    element.id = `row-${i}`;
    element.style.transform = `translateY(${place * HEIGHT}px)`;
    element.className = `row s${span.service % 10}${parent ? ' parent' : ''}${i === this.chosen ? ' chosen' : ''}${this.rows.matches && !this.rows.matches[i] ? ' dim' : ''}`;
    describe(element, { 'aria-level': span.depth + 1, 'aria-rowindex': place + 1, 'aria-selected': i === this.chosen });
    if (parent) element.setAttribute('aria-expanded', !folded); else element.removeAttribute('aria-expanded');
    row.name.style.paddingLeft = `${4 + Math.min(span.depth, 40) * 14}px`;
    row.fold.textContent = folded ? '\u25b8' : '\u25be';
    row.mark.textContent = span.status === 'error' ? '!' : '';
    row.mark.title = span.status === 'error' ? 'ended with an error' : '';
    const name = line(span.name);
    const [packages, rest] = qualified(name);
    row.pack.textContent = packages;
    row.label.textContent = rest;
    row.name.title = name;
    row.of.textContent = line(this.trace.services[span.service]) + (folded ? ` +${this.rows.descendants(i)}` : '');
    row.tip.textContent = span.insights?.length ? '\u25c6' : '';
    row.tip.title = span.insights?.map((insight) => line(insight.title)).join('\n') ?? '';
    this.drawBar(row, span);
    if (i === this.chosen) this.body.setAttribute('aria-activedescendant', element.id);
  }

  drawBar(row, span) {
    const share = (nanos) => ((nanos - this.from) / (this.to - this.from)) * 100;
    const left = share(span.start);
    const width = (span.duration / (this.to - this.from)) * 100;
    row.bar.className = span.status === 'error' ? 'span faulty' : 'span';
    // What is at the very end is still in sight.
    row.bar.style.left = left > 100 ? '101%' : `min(${clamp(left, -1, 100)}%, 100% - 2px)`;
    row.bar.style.width = `${clamp(left + width, -1, 101) - clamp(left, -1, 101)}%`;
    row.took.textContent = duration(span.duration);
    const after = left + width < 85;
    const before = !after && left > 15;
    row.took.className = after || before ? 'took' : 'took over';
    row.took.style.left = after ? `${clamp(left + width, 0, 100)}%` : before ? '' : `calc(${clamp(left, 0, 100)}% + 4px)`;
    row.took.style.right = before ? `${clamp(100 - left, 0, 100)}%` : '';
    row.ways.replaceChildren(...span.critical.map(([from, to]) => {
      const way = build('span', 'way');
      way.style.left = `${clamp(share(from), -1, 101)}%`;
      way.style.width = `${clamp(share(to), -1, 101) - clamp(share(from), -1, 101)}%`;
      return way;
    }));
  }

  drawAxis() {
    const names = build('span', 'names');
    names.textContent = 'Span';
    const times = build('span', 'times');
    for (const t of ticks(this.from, this.to, Math.max(2, this.body.clientWidth / 260))) {
      const tick = build('span');
      tick.textContent = duration(t) === '0' ? '0' : duration(t);
      const share = ((t - this.from) / (this.to - this.from)) * 100;
      tick.className = share > LATE ? 'late' : '';
      tick.style[share > LATE ? 'right' : 'left'] = `${share > LATE ? 100 - share : share}%`;
      times.append(tick);
    }
    this.axis.style.setProperty('--names', getComputedStyle(this.body).getPropertyValue('--names'));
    this.axis.style.paddingRight = `${this.body.offsetWidth - this.body.clientWidth}px`;
    this.axis.replaceChildren(names, times);
  }

  click(event) {
    const element = event.target.closest('.row');
    if (!element) return;
    const i = Number(element.dataset.span);
    if (event.target.closest('.fold')) this.on.fold(i, !this.rows.folded.has(i));
    else this.on.choose(i);
  }

  key(event) {
    const visible = this.rows.visible;
    const place = this.chosen < 0 ? -1 : this.rows.placeOf(this.chosen);
    const page = Math.max(1, Math.floor(this.body.clientHeight / HEIGHT) - 1);
    const steps = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -visible.length, End: visible.length };
    if (event.key in steps && visible.length) {
      this.on.choose(visible[clamp(place + steps[event.key], 0, visible.length - 1)]);
    } else if (event.key === 'ArrowLeft' && this.chosen >= 0) {
      if (this.rows.isParent(this.chosen) && !this.rows.folded.has(this.chosen)) this.on.fold(this.chosen, true);
      else if (this.rows.parent(this.chosen) >= 0) this.on.choose(this.rows.parent(this.chosen));
    } else if (event.key === 'ArrowRight' && this.chosen >= 0) {
      if (this.rows.folded.has(this.chosen)) this.on.fold(this.chosen, false);
      else if (this.rows.isParent(this.chosen)) this.on.choose(this.chosen + 1);
    } else {
      return;
    }
    event.preventDefault();
  }
}

const clamp = (value, least, most) => Math.min(most, Math.max(least, value));

function build(tag, name = '') {
  const element = document.createElement(tag);
  element.className = name;
  return element;
}

function describe(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}
