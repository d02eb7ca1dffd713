package org.mercat.domain.identity;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * From where a session is used, for its owner to know it again. Personal: never in an event or log.
 *
 * @param userAgent what the device says it is, as it came but for what cannot be printed
 * @param address of the device in the network
 */
public record SessionOrigin(Optional<String> userAgent, Optional<String> address) {

  public static final int LONGEST_USER_AGENT = 400;

  /** An IPv6 address that ends in an IPv4 one. */
  public static final int LONGEST_ADDRESS = 45;

  public static final SessionOrigin UNKNOWN = new SessionOrigin(Optional.empty(), Optional.empty());

  private static final Pattern UNPRINTABLE = Pattern.compile("[^\\x20-\\x7E]+");

  public SessionOrigin {
    userAgent = userAgent.flatMap(text -> printable(text, LONGEST_USER_AGENT));
    address = address.flatMap(text -> printable(text, LONGEST_ADDRESS));
  }

  private static Optional<String> printable(String text, int most) {
    var clean = UNPRINTABLE.matcher(text).replaceAll(" ").strip();
    return Optional.of(clean.substring(0, Math.min(clean.length(), most)).strip())
        .filter(rest -> !rest.isEmpty());
  }

  @Override
  public String toString() {
    return "SessionOrigin[...]";
  }
}
