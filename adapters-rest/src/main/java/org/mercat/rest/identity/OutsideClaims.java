package org.mercat.rest.identity;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mercat.application.identity.port.IdentityProvider;
import org.mercat.application.identity.port.IdentityProvider.Identity;
import org.mercat.application.identity.port.IdentityProvider.Vouched;
import org.mercat.domain.identity.EmailAddress;
import org.mercat.domain.identity.OidcIssuer;
import org.mercat.domain.identity.PersonName;

/** The claims of a token from outside. */
final class OutsideClaims {

  /** By so much the clock of the issuer may be ahead. */
  private static final Duration SKEW = Duration.ofSeconds(30);

  private static final int LONGEST_SUBJECT = 255;
  private static final Pattern DOT = Pattern.compile("\\.");

  private OutsideClaims() {}

  static Optional<String> issuer(Map<String, Object> claims) {
    return text(claims, "iss");
  }

  /** Empty if the claims are not the issuer's, not for us, or not of now. */
  static Optional<Vouched> read(
      OidcIssuer issuer, Map<String, Object> claims, String digest, Instant now) {
    var isOurs =
        issuer(claims).filter(issuer.issuer()::equals).isPresent()
            && texts(claims.get("aud")).contains(issuer.audience());
    return instant(claims, "exp")
        .filter(until -> isOurs && isOf(now, until, claims))
        .flatMap(
            until ->
                text(claims, "sub")
                    .filter(subject -> subject.length() <= LONGEST_SUBJECT)
                    .map(subject -> identity(subject, issuer, claims))
                    .map(identity -> new Vouched(identity, digest, until)));
  }

  private static Identity identity(String subject, OidcIssuer issuer, Map<String, Object> claims) {
    return new Identity(subject, email(claims), name(claims), roles(issuer, claims));
  }

  private static boolean isOf(Instant now, Instant until, Map<String, Object> claims) {
    return now.isBefore(until)
        && !until.isAfter(now.plus(IdentityProvider.LONGEST))
        && !instant(claims, "nbf").orElse(now).isAfter(now.plus(SKEW))
        && !instant(claims, "iat").orElse(now).isAfter(now.plus(SKEW));
  }

  /** Only an address of which the issuer says that it is shown to be the person's. */
  private static Optional<EmailAddress> email(Map<String, Object> claims) {
    try {
      return Boolean.TRUE.equals(claims.get("email_verified"))
          ? text(claims, "email").map(EmailAddress::of)
          : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static PersonName name(Map<String, Object> claims) {
    var first = part(claims, "given_name").or(() -> part(claims, "name"));
    return new PersonName(first.orElse("Guest"), part(claims, "family_name").orElse("-"));
  }

  private static Optional<String> part(Map<String, Object> claims, String name) {
    return text(claims, name)
        .map(String::strip)
        .filter(PersonName::isOneLine)
        .filter(part -> !part.isEmpty() && part.length() <= PersonName.LONGEST);
  }

  private static Set<String> roles(OidcIssuer issuer, Map<String, Object> claims) {
    var direct = claims.get(issuer.rolesClaim());
    return texts(direct == null ? within(claims, issuer.rolesClaim()) : direct);
  }

  private static @Nullable Object within(Map<String, Object> claims, String path) {
    @Nullable Object place = claims;
    for (var step : DOT.split(path, -1)) {
      place = place instanceof Map<?, ?> object ? object.get(step) : null;
    }
    return place;
  }

  private static Set<String> texts(@Nullable Object value) {
    return switch (value) {
      case String one -> Set.of(one);
      case Collection<?> many ->
          many.stream()
              .filter(String.class::isInstance)
              .map(String.class::cast)
              .collect(toUnmodifiableSet());
      case null, default -> Set.of();
    };
  }

  private static Optional<String> text(Map<String, Object> claims, String name) {
    return claims.get(name) instanceof String text && !text.isBlank()
        ? Optional.of(text)
        : Optional.empty();
  }

  private static Optional<Instant> instant(Map<String, Object> claims, String name) {
    try {
      return claims.get(name) instanceof Number seconds
          ? Optional.of(Instant.ofEpochSecond(seconds.longValue()))
          : Optional.empty();
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
