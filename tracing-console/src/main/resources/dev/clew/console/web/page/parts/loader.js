// A view of one answer: asks, can be given up, and says what went wrong.

import { html, nothing, render } from '../lib/lit-html.js';
import { Failed } from './api.js';

/** Subclasses have `question(signal)`, which answers what they draw, and `page(answer)`. */
export class Loader {
  constructor(place) {
    this.place = place;
  }

  close() {
    this.asking?.abort();
  }

  async load() {
    this.asking?.abort();
    const asking = new AbortController();
    Object.assign(this, { asking, failure: null, busy: true });
    this.draw();
    try {
      this.answer = await this.question(asking.signal);
    } catch (failure) {
      if (failure.name !== 'AbortError' && !(failure instanceof Failed)) throw failure;
      this.failure = failure.name === 'AbortError' ? null : failure.message;
    }
    // A later question has taken its place.
    if (this.asking !== asking) return;
    this.busy = false;
    this.draw();
  }

  draw() {
    render(this.page(this.answer), this.place);
  }

  /** What is going on, above the answer. */
  state(doing) {
    if (this.failure) return html`<p class="badge error" role="alert">${this.failure}</p>`;
    return this.busy ? html`<p class="faint" role="status">${doing}\u2026 <button @click=${() => this.asking.abort()}>Cancel</button></p>` : nothing;
  }
}
