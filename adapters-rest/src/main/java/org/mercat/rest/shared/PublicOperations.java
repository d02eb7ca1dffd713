package org.mercat.rest.shared;

import java.util.List;
import java.util.Set;

/** What may be asked without a token; everything else needs one. */
final class PublicOperations {

  private static final Set<String> READING = Set.of("GET", "HEAD");

  private static final List<String> READ_BY_ANYBODY =
      List.of(
          "listings",
          "listings/*",
          "listings/*/slots",
          "listings/*/reviews",
          "search",
          "providers/*",
          "providers/*/reviews",
          ".well-known/jwks.json");

  private static final List<String> POSTED_BY_ANYBODY =
      List.of(
          "auth/register",
          "auth/login",
          "auth/refresh",
          "auth/oidc",
          "auth/verify-email",
          "auth/forgot-password",
          "auth/reset-password",
          "webhooks/*");

  /** Whose address is a secret in itself. */
  private static final List<String> WITH_A_SECRET =
      List.of("sandbox/onboarding/*", "sandbox/payer/*");

  private PublicOperations() {}

  static boolean include(Address address) {
    if (anyMatches(WITH_A_SECRET, address)) {
      return true;
    }
    if (READING.contains(address.method())) {
      return !address.matches("providers/me") && anyMatches(READ_BY_ANYBODY, address);
    }
    return address.method().equals("POST") && anyMatches(POSTED_BY_ANYBODY, address);
  }

  private static boolean anyMatches(List<String> patterns, Address address) {
    return patterns.stream().anyMatch(address::matches);
  }
}
