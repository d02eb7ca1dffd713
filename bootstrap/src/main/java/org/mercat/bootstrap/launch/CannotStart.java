package org.mercat.bootstrap.launch;

/** The server is not started; the message is one line that says what to do about it. */
final class CannotStart extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why, as the exit code of the process. 4 (old JDK) and 5 (build failed) are the script's. */
  enum Reason {
    PORT_TAKEN(2),
    ALREADY_RUNNING(3),
    FOLDER_UNUSABLE(6),
    SETTINGS_REFUSED(7),
    DATABASE_FAILED(8),
    SERVER_FAILED(9),
    USAGE(64);

    private final int exitCode;

    Reason(int exitCode) {
      this.exitCode = exitCode;
    }

    int exitCode() {
      return exitCode;
    }
  }

  private final Reason reason;

  CannotStart(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  CannotStart(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  Reason reason() {
    return reason;
  }
}
