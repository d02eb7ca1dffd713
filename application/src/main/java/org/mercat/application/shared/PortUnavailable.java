package org.mercat.application.shared;

/** What stands behind a port does not answer now; the same request may succeed later. */
public final class PortUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1;

  public PortUnavailable(String message) {
    super(message);
  }

  public PortUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
