// Text from outside: it may be of any length and any character, and is shown as text.

const LIMIT = 20_000;
// Controls, ANSI's escape among them, and marks that turn the direction of what follows.
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** What can be shown of a value: unseen characters as code points, and cut with a mark. */
export function shown(value, limit = LIMIT) {
  const text = String(value);
  const cut = text.length > limit ? text.slice(0, limit) : text;
  const clean = cut.replace(UNSEEN, (c) => '\u2329' + 'U+' + c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0') + '\u232a');
  return text.length > limit ? `${clean}\u2026 (${(text.length - limit).toLocaleString('en')} more characters)` : clean;
}

/** For one line. */
export const line = (value) => shown(value, 300).replace(/[\n\t]+/g, ' ');

const QUALIFIED = /^((?:[a-z_$][\w$]*\.){2,})([A-Z].*)$/s;

/** A name in two: packages, which may be left out where there is no room, and what is looked for. */
export const qualified = (name) => { const [, packages = '', rest = name] = QUALIFIED.exec(name) ?? []; return [packages, rest]; };
