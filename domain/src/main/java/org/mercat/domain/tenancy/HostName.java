package org.mercat.domain.tenancy;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A name under which a market is reached, without a port, written in one way only (RFC 1123). */
public record HostName(String value) {

  public static final int LONGEST = 253;

  private static final Pattern FORM =
      Pattern.compile(
          "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*+");

  public HostName {
    if (value.length() > LONGEST || !FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not the name of a host");
    }
  }

  /**
   * Reads what a person typed or a client sent: upper case and a dot at the end do not count.
   *
   * @throws IllegalArgumentException if it is no such name
   */
  public static HostName of(String text) {
    var lower = text.toLowerCase(Locale.ROOT);
    return new HostName(lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower);
  }

  /** The same; empty if it is no such name, such as an address of IPv6. */
  public static Optional<HostName> parse(String text) {
    try {
      return Optional.of(of(text));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
