// Who calls whom: services, databases and queues, with what goes along each edge.

import '../lib/dagre-min.js';
import { html, nothing, svg } from '../lib/lit-html.js';
import { ask } from '../parts/api.js';
import { count, duration } from '../parts/format.js';
import { Loader } from '../parts/loader.js';
import { period, since } from '../parts/period.js';
import { line } from '../parts/text.js';
import { quote } from '../search/query.js';

const WIDE = 136;
const HIGH = 46;

/** Seconds below which a rate would be a guess. */
const SHORTEST = 10;

export class MapView extends Loader {
  /** @param on `asked(last)` */
  constructor(place, state, on) {
    super(place);
    this.on = on;
    this.last = state.last ?? '1h';
    this.load();
  }

  /** Where the traces are that have all this. */
  search(...conditions) {
    return `#/search?${new URLSearchParams({ q: conditions.filter(Boolean).join(' '), last: this.last })}`;
  }

  async question(signal) {
    this.on.asked(this.last);
    return arrange(await ask('map', since(this.last), signal));
  }

  page(map) {
    return html`<section class="map" aria-label="Map">
      <header><h1>Map</h1>${period(this.last, (last) => { this.last = last; this.load(); })}
        ${map?.nodes.length && !this.busy ? html`<span class="faint" role="status">${map.cut ? 'of the latest ' : ''}${count(map.traces, 'trace')}; click for its traces</span>` : nothing}</header>
      ${this.state('Drawing the map')}
      ${map && !map.nodes.length ? html`<p class="empty">No calls in this time. Ask for a longer one.</p>` : nothing}
      ${map?.nodes.length ? html`<div class="scroll" tabindex="0" role="group" aria-label="Drawing">${this.drawing(map)}</div>${this.table(map)}` : nothing}
    </section>`;
  }

  drawing(map) {
    return html`<svg viewBox="0 0 ${map.width} ${map.height}" width=${map.width} height=${map.height} role="group" aria-label="Services and their calls; the table below says the same">
      <defs><marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0 8 4 0 8z" class="arrow"/></marker></defs>
      ${map.edges.map((edge) => svg`<g class="edge ${edge.errors ? 'faulty' : ''}" @click=${() => { location.hash = this.ofEdge(edge); }}><path class="hit" d=${edge.path} fill="none"/><path d=${edge.path} marker-end="url(#arrow)"/>
        <text x=${edge.x} y=${edge.y - 6}>${rate(edge.calls, map)} \u00b7 p95 ${duration(edge.p95Nanos)}</text>
        ${edge.errors ? svg`<text class="errors" x=${edge.x} y=${edge.y + 14}>${share(edge)} errors</text>` : nothing}</g>`)}
      ${map.nodes.map((node) => svg`<a href=${this.ofNode(node)} aria-label="Traces of ${node.kind} ${line(node.name)}"><g class="node ${node.kind}" transform="translate(${node.x - WIDE / 2} ${node.y - HIGH / 2})">
        <rect width=${WIDE} height=${HIGH} rx=${node.kind === 'service' ? 8 : 22}/><text x=${WIDE / 2} y="20">${cut(node.name || 'callers')}</text><text x=${WIDE / 2} y="36" class="kind">${node.system || node.kind}</text></g></a>`)}
    </svg>`;
  }

  ofNode(node) {
    const attribute = ATTRIBUTES[node.kind];
    if (node.kind === 'service') return this.search(`service:${quote(node.name)}`);
    return this.search(attribute && `${attribute}=${quote(node.name)}`);
  }

  /** Both ends are in one span only where the caller says whom it asks. */
  ofEdge({ source, target, errors }) {
    const asked = ATTRIBUTES[target.kind];
    if (source.kind !== 'service') return this.ofNode(target);
    return this.search(`service:${quote(source.name)}`, asked && `${asked}=${quote(target.name)}`, errors && 'error');
  }

  table(map) {
    return html`<div class="scroll" tabindex="0" role="group" aria-label="Calls"><table class="plain"><thead><tr><th>From</th><th>To</th><th class="number">Calls</th><th class="number">Rate</th><th class="number">Errors</th><th class="number">Median</th><th class="number">p95</th></tr></thead>
      <tbody>${map.edges.map((edge) => html`<tr><td>${line(edge.source.name || 'callers')}</td><td><a href=${this.ofEdge(edge)} aria-label="Calls from ${line(edge.source.name || 'callers')} to ${line(edge.target.name)}">${line(edge.target.name)}</a></td><td class="number">${edge.calls.toLocaleString('en')}</td><td class="number">${rate(edge.calls, map)}</td>
        <td class="number">${edge.errors ? html`<span class="badge error">${edge.errors.toLocaleString('en')}</span> ${share(edge)}` : ''}</td><td class="number">${duration(edge.p50Nanos)}</td><td class="number">${duration(edge.p95Nanos)}</td></tr>`)}</tbody></table></div>`;
  }
}

/** What a span says of whom it asks. */
const ATTRIBUTES = { database: 'db.namespace', queue: 'messaging.destination.name', remote: 'server.address' };
const idOf = (node) => `${node.kind} ${node.system} ${node.name}`;
const share = (edge) => `${((edge.errors / edge.calls) * 100).toFixed(1)} %`;
/** How often, of what was looked at; just how many where that is no time to speak of. */
function rate(calls, { seconds }) {
  if (seconds < SHORTEST) return count(calls, 'call');
  const each = [['s', 1], ['min', 60], ['h', 3600]].find(([, length]) => (calls / seconds) * length >= 1) ?? ['h', 3600];
  return `${((calls / seconds) * each[1]).toPrecision(2) * 1} / ${each[0]}`;
}
const cut = (name) => { const text = line(name); return text.length > 19 ? `${text.slice(0, 18)}\u2026` : text; };

function arrange(map) {
  const graph = new window.dagre.graphlib.Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'LR', nodesep: 26, ranksep: 16, marginx: 16, marginy: 16 });
  graph.setDefaultEdgeLabel(() => ({}));
  map.nodes.forEach((node) => graph.setNode(idOf(node), { ...node, width: WIDE, height: HIGH }));
  map.edges.forEach((edge, k) => graph.setEdge(idOf(edge.from), idOf(edge.to), { ...edge, width: 116, height: 28, labelpos: 'c' }, String(k)));
  window.dagre.layout(graph);
  const { width = 0, height = 0 } = graph.graph();
  return {
    width, height, traces: map.traces, cut: map.cut, seconds: map.seconds,
    nodes: graph.nodes().map((id) => graph.node(id)),
    edges: graph.edges().map((key) => {
      const edge = graph.edge(key);
      return { ...edge, source: graph.node(key.v), target: graph.node(key.w), path: curve(edge.points) };
    }),
  };
}

/** A line through points, with round corners. */
function curve(points) {
  const middle = (a, b) => `${(a.x + b.x) / 2} ${(a.y + b.y) / 2}`;
  let path = `M${points[0].x} ${points[0].y}`;
  for (let k = 1; k < points.length - 1; k++) path += ` Q${points[k].x} ${points[k].y} ${middle(points[k], points[k + 1])}`;
  const last = points[points.length - 1];
  return `${path} L${last.x} ${last.y}`;
}
