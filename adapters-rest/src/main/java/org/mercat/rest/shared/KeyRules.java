package org.mercat.rest.shared;

/** Which operations take an Idempotency-Key, and which do not go without one. */
enum KeyRules {
  REQUIRED,
  TAKEN,
  /** The operation may be sent again as it is, or its caller cannot know the header. */
  IGNORED;

  static KeyRules of(Address address) {
    if (!address.method().equals("POST") || PublicOperations.include(address)) {
      return IGNORED;
    }
    if (address.isWithin("auth") || address.isWithin("test")) {
      return IGNORED;
    }
    return address.isWithin("bookings") || address.isWithin("payments") ? REQUIRED : TAKEN;
  }
}
