package org.mercat.bootstrap.launch;

/** The demo cannot go on; the message is one line that says what to do about it. */
final class DemoStopped extends Exception {
  private static final long serialVersionUID = 1L;

  DemoStopped(String message) {
    super(message);
  }

  DemoStopped(String message, Throwable cause) {
    super(message, cause);
  }
}
