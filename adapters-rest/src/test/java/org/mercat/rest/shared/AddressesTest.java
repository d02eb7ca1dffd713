package org.mercat.rest.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressesTest {

  private static final String ID = "0193f0c4-2a11-7c3e-9b1a-0c5d3e2f1a00";

  @ParameterizedTest
  @CsvSource({
    "marketplace/listings, listings, BOOKINGS",
    "vendors/profile, providers/register, BOOKINGS",
    "vendors/1/verify, providers/1/verify, BOOKINGS",
    "marketplace/providers/me, providers/me, BOOKINGS",
    "catalog/services, listings, BOOKINGS",
    "catalog/services/1, listings/1, BOOKINGS",
    "catalog/search, search, BOOKINGS",
    "messages/threads/1, conversations/1, BOOKINGS",
    "transactions, bookings, TRANSACTIONS",
    "marketplace/transactions/1/complete, bookings/1/deliver, TRANSACTIONS",
    "transactions/1/cancel, bookings/1/cancel, TRANSACTIONS",
    "bookings/1/confirm_completion, bookings/1/confirm, BOOKINGS",
    "bookings/1/complete, bookings/1/complete, BOOKINGS",
    "bookings, bookings, BOOKINGS"
  })
  void the_names_of_the_seeds_lead_to_the_same_resource(
      String asked, String canonical, StatusWords words) {
    var path = Address.segments(asked);

    assertThat(Aliases.canonical(path)).isEqualTo(Address.segments(canonical));
    assertThat(Aliases.words(path)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, listings, true",
    "GET, listings/dog-walk/slots, true",
    "HEAD, search, true",
    "GET, providers/1, true",
    "GET, providers/me, false",
    "GET, providers/me/weekly-hours, false",
    "POST, listings, false",
    "POST, auth/register, true",
    "POST, auth/login, true",
    "POST, auth/logout, false",
    "GET, auth/me, false",
    "POST, webhooks/sandbox, true",
    "POST, webhooks/stripe, true",
    "GET, sandbox/onboarding/secret, true",
    "POST, sandbox/onboarding/secret, true",
    "POST, sandbox/payer/secret, true",
    "GET, bookings, false",
    "GET, nowhere, false"
  })
  void little_is_public(String method, String path, boolean expected) {
    assertThat(PublicOperations.include(new Address(method, Address.segments(path))))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "POST, bookings, REQUIRED",
    "POST, bookings/1/pay, REQUIRED",
    "POST, payments/capture, REQUIRED",
    "POST, providers/me/payouts, REQUIRED",
    "POST, admin/payouts/1/retry, REQUIRED",
    "POST, admin/receivables/1/write-off, REQUIRED",
    "POST, listings, TAKEN",
    "POST, providers/me/stripe-connect, TAKEN",
    "POST, api-keys, TAKEN",
    "POST, api-keys/1/rotate, TAKEN",
    "POST, admin/tenants, TAKEN",
    "POST, auth/logout, IGNORED",
    "POST, auth/login, IGNORED",
    "POST, webhooks/sandbox, IGNORED",
    "POST, webhooks/stripe, IGNORED",
    "POST, sandbox/onboarding/secret, IGNORED",
    "POST, sandbox/payer/secret, IGNORED",
    "POST, test/sandbox/events/deliver, IGNORED",
    "PUT, providers/1/verify, IGNORED",
    "GET, bookings, IGNORED"
  })
  void what_moves_money_or_time_needs_a_key(String method, String path, KeyRules rule) {
    assertThat(KeyRules.of(new Address(method, Address.segments(path)))).isEqualTo(rule);
  }

  @ParameterizedTest
  @CsvSource({
    "bookings/" + ID + "/pay, POST /bookings/{id}/pay",
    "listings/dog-walk/publish, POST /listings/{id}/publish",
    "bookings, POST /bookings"
  })
  void a_route_leaves_out_what_it_is_called_with(String path, String route) {
    assertThat(new Address("POST", Address.segments(path)).route()).isEqualTo(route);
  }
}
