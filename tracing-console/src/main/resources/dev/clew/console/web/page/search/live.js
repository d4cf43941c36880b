// What comes in, as it comes: the collector tells it (server-sent events), at most once a second.

import { address } from '../parts/api.js';

const AGAIN = 3000;

export class Live {
  /** @param on `begun()` each time the line stands, `came(traces, omitted)`, `broken(why)` while there is none */
  constructor(parameters, on) {
    this.address = address('tail', parameters);
    this.on = on;
    this.connect();
  }

  connect() {
    this.source = new EventSource(this.address);
    this.source.onopen = () => this.on.begun();
    this.source.onerror = () => this.mend();
    this.source.addEventListener('traces', (event) => {
      const { traces, omitted } = JSON.parse(event.data);
      this.on.came(traces, omitted);
    });
  }

  /** A browser tries again by itself, but not where it was turned away. */
  async mend() {
    this.on.broken('The line to the collector is broken.');
    if (this.source.readyState !== EventSource.CLOSED) return;
    this.timer = setTimeout(() => this.connect(), AGAIN);
    const why = await this.why();
    if (why && this.timer) this.on.broken(why);
  }

  /** An event source does not tell what it was answered. */
  async why() {
    const asking = new AbortController();
    try {
      const response = await fetch(this.address, { signal: asking.signal });
      return response.ok ? '' : (await response.json()).error;
    } catch {
      return '';
    } finally {
      asking.abort();
    }
  }

  close() {
    clearTimeout(this.timer);
    this.timer = null;
    this.source.close();
  }
}
