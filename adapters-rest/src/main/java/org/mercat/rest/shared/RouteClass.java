package org.mercat.rest.shared;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What kinds of requests are counted apart. */
public enum RouteClass {
  /** Every request of one address, whoever sends it; it is counted beside its own class. */
  ADDRESS(false),
  /** Where a password or another secret could be guessed. */
  AUTH_LOGIN(true),
  AUTH_REGISTER(true),
  /** What sends a mail or a text message to somebody. */
  AUTH_MAIL(true),
  WEBHOOK(false),
  SEARCH(false),
  /** What takes somebody's time. */
  BOOK(true),
  ADMIN(false),
  READ(false),
  WRITE(false);

  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  /** What is in no line is a read or a write by its method. */
  private static final List<Line> TABLE =
      List.of(
          new Line("POST", "auth/login", AUTH_LOGIN),
          new Line("POST", "auth/oidc", AUTH_LOGIN),
          new Line("POST", "auth/reset-password", AUTH_LOGIN),
          new Line("POST", "auth/change-password", AUTH_LOGIN),
          new Line("POST", "auth/verify-email", AUTH_LOGIN),
          new Line("POST", "auth/verify-phone", AUTH_LOGIN),
          new Line("POST", "auth/totp", AUTH_LOGIN),
          new Line("POST", "auth/totp/activate", AUTH_LOGIN),
          new Line("POST", "auth/totp/recovery-codes", AUTH_LOGIN),
          new Line("DELETE", "auth/totp", AUTH_LOGIN),
          new Line("POST", "auth/register", AUTH_REGISTER),
          new Line("POST", "auth/forgot-password", AUTH_MAIL),
          new Line("POST", "auth/resend-verification", AUTH_MAIL),
          new Line("POST", "auth/change-email", AUTH_MAIL),
          new Line("POST", "auth/phone", AUTH_MAIL),
          new Line("POST", "webhooks/*", WEBHOOK),
          new Line("GET", "search", SEARCH),
          new Line("GET", "listings", SEARCH),
          new Line("POST", "bookings", BOOK));

  private final boolean isExact;

  RouteClass(boolean isExact) {
    this.isExact = isExact;
  }

  /** One line of the table; GET stands for everything that reads. */
  private record Line(String method, String path, RouteClass type) {

    boolean fits(Address address) {
      var isAsked =
          method.equals(address.method())
              || (method.equals("GET") && READING.contains(address.method()));
      return isAsked && address.matches(path);
    }
  }

  /** The class of a request in the words of this API: an alias is to be translated before. */
  static RouteClass of(Address address) {
    if (address.isWithin("admin")) {
      return ADMIN;
    }
    return TABLE.stream()
        .filter(line -> line.fits(address))
        .findFirst()
        .map(Line::type)
        .orElse(READING.contains(address.method()) ? READ : WRITE);
  }

  /** The name that callers and settings know it by, such as {@code auth-login}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Whether each request is counted at once for all nodes, and refused with 503 when it cannot be;
   * otherwise a node may take tokens ahead, and goes on when the store does not answer.
   */
  public boolean isExact() {
    return isExact;
  }
}
