// SPDX-License-Identifier: Apache-2.0
package dev.clew.engine;

/**
 * What is recorded of a span: written by one thread at a time, and laid out so that a thread which
 * reads while another writes sees a state that was true a moment ago, never a torn one.
 */
class Recording {

  /** {@code null} where it was not set. */
  private String name;

  private Object[] attributes;

  /** {@code null} for nothing. */
  private Extras extras;

  /** What few spans have, so that the others need no room for it. */
  private static final class Extras {
    private static final Extras NONE = new Extras();

    private SpanStatus status;
    private Object[] events;
    private Object[] links;
    private int droppedAttributes;
    private int droppedEvents;
    private int droppedLinks;
  }

  final String recordedName() {
    return name;
  }

  /** {@code null} for unset. */
  final SpanStatus status() {
    return extras().status;
  }

  /** As {@link Slots} has them; {@code null} for none. */
  final Object[] attributes() {
    return attributes;
  }

  final Object[] events() {
    return extras().events;
  }

  final Object[] links() {
    return extras().links;
  }

  final int droppedAttributes() {
    return extras().droppedAttributes;
  }

  final int droppedEvents() {
    return extras().droppedEvents;
  }

  final int droppedLinks() {
    return extras().droppedLinks;
  }

  /** To be read only. */
  private Extras extras() {
    Extras some = extras;
    return some == null ? Extras.NONE : some;
  }

  private Extras ownExtras() {
    if (extras == null) {
      extras = new Extras();
    }
    return extras;
  }

  final void recordName(String newName) {
    name = newName;
  }

  /** OK is final (OpenTelemetry Trace API, "Set Status"). */
  final void recordStatus(SpanStatus newStatus) {
    Extras own = ownExtras();
    if (own.status != SpanStatus.OK) {
      own.status = newStatus;
    }
  }

  /** Makes room for so many, unless there is some already. */
  final void expectAttributes(int pairs) {
    if (attributes == null) {
      attributes = Slots.room(pairs);
    }
  }

  final void recordAttribute(String key, Object value, int max) {
    Object[] target = Slots.put(attributes, key, value, max);
    if (target == null) {
      countDroppedAttribute();
    } else if (target != attributes) {
      attributes = target;
    }
  }

  final void countDroppedAttribute() {
    ownExtras().droppedAttributes++;
  }

  final void recordEvent(Event event, int max) {
    Extras own = ownExtras();
    Object[] target = Slots.add(own.events, event, max);
    if (target == null) {
      own.droppedEvents++;
    } else {
      own.events = target;
    }
  }

  final void recordLink(Link link, int max) {
    Extras own = ownExtras();
    Object[] target = Slots.add(own.links, link, max);
    if (target == null) {
      own.droppedLinks++;
    } else {
      own.links = target;
    }
  }

  /**
   * Sets what a span has from the start.
   *
   * @param pairs attributes, as {@link Slots} has them; {@code null} for none
   * @param more what else there is; {@code null} for nothing. Both are taken over, so not to be
   *     used afterwards
   */
  final void begin(String firstName, Object[] pairs, Recording more) {
    name = firstName;
    attributes = pairs;
    if (more != null) {
      extras = more.extras;
    }
  }

  /** Lets go of what has been encoded. */
  final void release() {
    attributes = null;
    extras = null;
  }

  /** A recording of its own with what this has, and after that what {@code later} has. */
  final Recording followedBy(Recording later, Limits limits) {
    Recording all = new Recording();
    all.append(this, limits);
    all.append(later, limits);
    return all;
  }

  private void append(Recording other, Limits limits) {
    if (other.name != null) {
      name = other.name;
    }
    if (other.status() != null) {
      recordStatus(other.status());
    }
    Object[] pairs = other.attributes;
    for (int i = 0, used = Slots.used(pairs); i + 1 < used; i += 2) {
      recordAttribute((String) pairs[i], pairs[i + 1], limits.attributes());
    }
    Object[] happened = other.events();
    for (int i = 0, used = Slots.used(happened); i < used; i++) {
      recordEvent((Event) happened[i], limits.events());
    }
    Object[] linked = other.links();
    for (int i = 0, used = Slots.used(linked); i < used; i++) {
      recordLink((Link) linked[i], limits.links());
    }
    if (other.extras != null) {
      Extras own = ownExtras();
      own.droppedAttributes += other.droppedAttributes();
      own.droppedEvents += other.droppedEvents();
      own.droppedLinks += other.droppedLinks();
    }
  }
}
