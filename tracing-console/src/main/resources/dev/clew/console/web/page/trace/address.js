// What is seen of a trace, as its address says it: `?view=flame&span=ID&find=words&zoom=FROM-TO`, the last in
// nanoseconds from the trace's start. Whoever opens that sees the same.

const ZOOM = /^(\d{1,19})-(\d{1,19})$/;

/** What an address asks for; what is malformed, or not of this trace, is as if it were not there. */
export function seen({ view, span, find = '', zoom = '' }, trace, views) {
  const [, from, to] = (ZOOM.exec(zoom) ?? []).map(Number);
  return {
    tab: Object.hasOwn(views, view) ? view : Object.keys(views)[0],
    chosen: trace.spans.findIndex(({ id }) => id === span),
    words: find,
    zoom: from < to && to <= trace.duration ? [from, to] : null,
  };
}

/** The other way round. */
export function told({ tab, chosen, words, zoom }, trace, views) {
  return {
    ...(tab === Object.keys(views)[0] ? {} : { view: tab }),
    ...(chosen < 0 ? {} : { span: trace.spans[chosen].id }),
    ...(words ? { find: words } : {}),
    ...(zoom ? { zoom: zoom.map(Math.round).join('-') } : {}),
  };
}
