package org.mercat.application.shared;

/** Another call has the same key in work or has done it; the unit of work did nothing. */
public final class KeyInFlight extends RuntimeException {

  private static final long serialVersionUID = 1;

  public KeyInFlight() {
    super("the key is in use");
  }
}
