package org.mercat.rest.shared;

/** The JSON, a header or a query cannot be read at all; the message is told to the caller. */
public final class UnreadableRequest extends RuntimeException {

  private static final long serialVersionUID = 1;

  public UnreadableRequest(String message) {
    super(message);
  }
}
