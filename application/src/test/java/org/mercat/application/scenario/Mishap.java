package org.mercat.application.scenario;

/** What may go wrong with a command on its way to a gateway, there, or on its way back. */
public enum Mishap {
  /** The connection breaks before anything is done. */
  LOST_BEFORE,
  /** Everything is done, then the connection breaks. */
  LOST_AFTER,
  /** Nothing is done, and a fault is answered, also to the same call later. */
  FAULT_BEFORE,
  /** Everything is done, and yet a fault is answered. */
  FAULT_AFTER,
  /** Something that stands before the gateway says that it is away. */
  UNAVAILABLE,
  /** Too many requests. */
  TOO_MANY,
  /** A request under the same key is still in work. */
  IN_USE,
  /** Everything is done, and a page for people is answered. */
  PAGE
}
