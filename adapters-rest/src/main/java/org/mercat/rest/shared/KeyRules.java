package org.mercat.rest.shared;

import java.util.List;

/** Which operations take an Idempotency-Key, and which do not go without one. */
enum KeyRules {
  REQUIRED,
  TAKEN,
  /** The operation may be sent again as it is, or its caller cannot know the header. */
  IGNORED;

  private static final List<String> MONEY =
      List.of("providers/me/payouts", "admin/payouts/*/retry", "admin/receivables/*/write-off");

  static KeyRules of(Address address) {
    if (!address.method().equals("POST") || PublicOperations.include(address)) {
      return IGNORED;
    }
    if (address.isWithin("auth") || address.isWithin("test")) {
      return IGNORED;
    }
    return movesMoneyOrTime(address) ? REQUIRED : TAKEN;
  }

  private static boolean movesMoneyOrTime(Address address) {
    return address.isWithin("bookings")
        || address.isWithin("payments")
        || MONEY.stream().anyMatch(address::matches);
  }
}
