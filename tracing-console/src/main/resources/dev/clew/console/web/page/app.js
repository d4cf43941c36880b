// Which view is seen, by the address after #: /, /search?q=, /insights?service=, /compare?a=&b=, /trace/ID?view=&span=&find=&zoom=, /map, /health, /file.

import { html, nothing, render } from './lib/lit-html.js';
import { CompareView } from './compare/view.js';
import { InsightsView } from './insights/view.js';
import { MapView } from './map/view.js';
import { ask, Failed, view as viewOf } from './parts/api.js';
import { SearchView } from './search/view.js';
import { TraceView } from './trace/view.js';
import { HealthView } from './tracing/view.js';

const main = document.getElementById('main');
const nav = document.getElementById('nav');
const VIEWS = { search: 'Search', insights: 'Insights', map: 'Map', compare: 'Compare', health: 'Health' };
const FILE_LIMIT = 64 * 1024 * 1024;
let view;
let opening;
let settings;

function show(place) {
  view?.close();
  view = null;
  const element = document.createElement('div');
  main.replaceChildren(element);
  view = place(element);
}

async function route() {
  const [path, query = ''] = location.hash.replace(/^#\/?/, '').split('?');
  const state = Object.fromEntries(new URLSearchParams(query));
  const [name, id] = path.split('/');
  render(Object.entries(VIEWS).map(([key, label]) => html`<a href="#/${key}" aria-current=${key === (name || 'search') ? 'page' : nothing}>${label}</a>`), nav);
  if (name === 'trace' && id) return openTrace(id, state);
  if (name === 'file') return undefined;
  document.title = `Clew: ${VIEWS[name] ?? 'Search'}`;
  if (name === 'insights') return show((place) => new InsightsView(place, state, { asked: (service, last) => history.replaceState(null, '', `#/insights?${new URLSearchParams({ service, last })}`) }));
  if (name === 'compare') return show((place) => new CompareView(place, state, { asked: (asked) => history.replaceState(null, '', `#/compare?${new URLSearchParams(asked)}`) }));
  if (name === 'health') return show((place) => new HealthView(place, state));
  if (name === 'map') return show((place) => new MapView(place, state, { asked: (last) => history.replaceState(null, '', `#/map?${new URLSearchParams({ last })}`) }));
  return show((place) => new SearchView(place, state, {
    open: (traceId) => { location.hash = `#/trace/${traceId}`; },
    asked: (asked) => history.replaceState(null, '', `#/search?${new URLSearchParams(asked)}`),
  }));
}

async function openTrace(id, asked) {
  opening?.abort();
  opening = new AbortController();
  show((place) => { render(html`<p class="empty" role="status">Opening the trace\u2026 <button @click=${() => history.back()}>Cancel</button></p>`, place); return { close() { opening.abort(); } }; });
  try {
    settings ??= await ask('settings', {}, opening.signal);
    present(await ask(`view/${encodeURIComponent(id)}`, {}, opening.signal), asked, `api/v1/traces/${encodeURIComponent(id)}`);
  } catch (failure) {
    if (failure.name !== 'AbortError') say(failure);
  }
}

function present(trace, asked, source) {
  const isKept = location.hash.startsWith('#/trace/');
  document.title = `Clew: ${trace.spans[0]?.name ?? 'trace'}`;
  show((place) => new TraceView(place, trace, asked, {
    open: (traceId, span) => { location.hash = `#/trace/${traceId}?span=${span}`; },
    seen: (told) => { if (isKept) history.replaceState(null, '', `#/trace/${trace.traceId}${Object.keys(told).length ? `?${new URLSearchParams(told)}` : ''}`); },
    share: () => navigator.clipboard.writeText(location.href).then(() => notice('The link is in the clipboard.'), () => notice('The browser does not let the page copy: take the address above.')),
    logs: settings?.logs,
    isKept,
    compare: () => { location.hash = `#/compare?a=${trace.traceId}&last=`; },
    download: () => download(source, `trace-${trace.traceId}.json`),
  }));
}

function download(source, name) {
  const link = document.createElement('a');
  link.href = source;
  link.download = name;
  link.click();
}

async function openFile(file) {
  if (file.size > FILE_LIMIT) return notice(`${file.name} has ${(file.size / 1048576).toFixed(0)} MB; 64 MB can be shown.`, true);
  notice(`Reading ${file.name}\u2026`);
  try {
    const text = await file.text();
    const trace = await viewOf(text);
    location.hash = '#/file';
    present(trace, {}, URL.createObjectURL(new Blob([text], { type: 'application/json' })));
    return notice('');
  } catch (failure) {
    return say(failure);
  }
}

function notice(text, error = false) {
  const place = document.getElementById('notices');
  render(text ? html`<div class="notice ${error ? 'error' : ''}">${text} <button @click=${() => notice('')} aria-label="Close">\u2715</button></div>` : html``, place);
}

function say(failure) {
  if (!(failure instanceof Failed)) console.error(failure);
  notice(failure.message, true);
}

const chosen = document.getElementById('file');
document.getElementById('open').addEventListener('click', () => chosen.click());
chosen.addEventListener('change', () => { if (chosen.files[0]) openFile(chosen.files[0]); chosen.value = ''; });
addEventListener('hashchange', route);
addEventListener('dragover', (event) => { event.preventDefault(); document.body.classList.add('dropping'); });
addEventListener('dragleave', () => document.body.classList.remove('dropping'));
addEventListener('drop', (event) => {
  event.preventDefault();
  document.body.classList.remove('dropping');
  const file = event.dataTransfer.files[0];
  if (file) openFile(file);
});
route();
