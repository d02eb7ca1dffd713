package org.mercat.domain.notification;

import java.util.regex.Pattern;

/** A token or a code that lets whoever has it act; it may stand in a link, and never in a log. */
public record Secret(String value) {

  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._~-]{4,512}");

  public Secret {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("a secret is 4 to 512 characters that a link may hold");
    }
  }

  @Override
  public String toString() {
    return "Secret";
  }
}
