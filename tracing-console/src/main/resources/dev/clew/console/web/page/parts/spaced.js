// Browsers refuse to change the address more often than some times a second.

const MILLIS = 400;

/** Does something at once, or if it was just done, once more a little later. */
export class Spaced {
  constructor(what) {
    this.what = what;
  }

  soon() {
    this.due = true;
    if (!this.timer) this.now();
  }

  now() {
    this.close();
    if (!this.due) return;
    this.due = false;
    this.timer = setTimeout(() => this.now(), MILLIS);
    this.what();
  }

  close() {
    clearTimeout(this.timer);
    this.timer = null;
  }
}
