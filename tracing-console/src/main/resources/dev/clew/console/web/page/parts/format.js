// Numbers and times as people read them.

const UNITS = [[60e9, 'min'], [1e9, 's'], [1e6, 'ms'], [1e3, 'µs'], [1, 'ns']];

/** A duration of nanoseconds, in three digits or so. */
export function duration(nanos) {
  if (!(nanos > 0)) return '0';
  const [size, name] = UNITS.find(([unit]) => nanos >= unit) ?? UNITS[UNITS.length - 1];
  const value = nanos / size;
  return `${value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2)} ${name}`;
}

/** A point of time from nanoseconds since 1970, given as text because they exceed a double. */
export function instant(epochNanos) {
  const date = new Date(Number(BigInt(epochNanos) / 1_000_000n));
  return date.toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'medium' });
}

/** How long a point of time of milliseconds since 1970 is gone; of older ones, which it is. */
export function ago(millis, now = Date.now()) {
  const seconds = Math.round((now - millis) / 1000);
  if (seconds >= 0 && seconds < 60) return seconds < 2 ? 'just now' : `${seconds} s ago`;
  if (seconds >= 0 && seconds < 3600) return `${Math.floor(seconds / 60)} min ago`;
  const date = new Date(millis);
  return date.toLocaleString(undefined, date.toDateString() === new Date(now).toDateString() ? { timeStyle: 'medium' } : { dateStyle: 'medium', timeStyle: 'short' });
}

export const count = (n, one, many = one + 's') => `${n.toLocaleString('en')} ${n === 1 ? one : many}`;

/** Round steps for an axis from a to b, at most so many. */
export function ticks(a, b, most) {
  const rough = (b - a) / Math.max(1, most);
  if (!(rough > 0)) return [a];
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((m) => m * power).find((s) => s >= rough);
  const all = [];
  for (let t = Math.ceil(a / step) * step; t <= b; t += step) all.push(t);
  return all;
}
