package org.mercat.bootstrap;

import java.util.List;

/** The environment does not describe a server. */
public final class SettingsRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String line;

  SettingsRefused(List<String> reasons) {
    super(String.join(" ", reasons));
    this.line = String.join(" ", reasons);
  }

  /** Every reason, in one line. */
  public String line() {
    return line;
  }
}
