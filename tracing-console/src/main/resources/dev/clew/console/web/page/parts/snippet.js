// Text that is meant to be taken elsewhere.

import { html } from '../lib/lit-html.js';

export const snippet = (name, text) => html`<div class="snippet"><pre class="mono" tabindex="0" aria-label=${name}>${text}</pre>
  <button @click=${(event) => copy(event.currentTarget, text)} aria-label="Copy: ${name}">Copy</button></div>`;

/** Puts text into the clipboard; the button says whether that went well. */
async function copy(button, text) {
  try {
    await navigator.clipboard.writeText(text);
    button.textContent = 'Copied';
  } catch {
    button.textContent = 'The browser forbids it';
  }
  setTimeout(() => { button.textContent = 'Copy'; }, 2000);
}
