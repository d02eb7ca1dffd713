package org.mercat.rest.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every operation of the contract has its class. */
class RouteClassTest {

  private static final Set<RouteClass> OF_READING =
      EnumSet.of(RouteClass.READ, RouteClass.SEARCH, RouteClass.ADMIN);

  @ParameterizedTest
  @CsvSource({
    "POST, auth/login, AUTH_LOGIN",
    "POST, auth/oidc, AUTH_LOGIN",
    "POST, auth/register, AUTH_REGISTER",
    "POST, auth/forgot-password, AUTH_MAIL",
    "POST, auth/resend-verification, AUTH_MAIL",
    "POST, auth/refresh, WRITE",
    "GET, auth/login, READ",
    "GET, search, SEARCH",
    "HEAD, search, SEARCH",
    "GET, listings, SEARCH",
    "GET, listings/a/slots, READ",
    "POST, listings, WRITE",
    "POST, bookings, BOOK",
    "POST, bookings/1/cancel, WRITE",
    "GET, bookings, READ",
    "POST, webhooks/sandbox, WEBHOOK",
    "POST, webhooks/stripe, WEBHOOK",
    "GET, admin/users, ADMIN",
    "PUT, admin/users/1/roles, ADMIN",
    "GET, nowhere, READ",
    "BREW, nowhere, WRITE",
  })
  void a_request_has_the_class_of_the_table(String method, String path, RouteClass type) {
    assertThat(RouteClass.of(address(method, path))).isEqualTo(type);
  }

  @Test
  void every_operation_that_reads_is_counted_as_one_and_no_other_is() {
    assertThat(operations().filter(each -> each.method().equals("GET")).map(RouteClass::of))
        .isNotEmpty()
        .isSubsetOf(OF_READING);
    assertThat(operations().filter(each -> !each.method().equals("GET")).map(RouteClass::of))
        .isNotEmpty()
        .doesNotContain(RouteClass.READ, RouteClass.SEARCH, RouteClass.ADDRESS);
  }

  @Test
  void the_operations_that_the_limits_are_for_are_in_the_contract() {
    assertThat(operations().map(RouteClass::of))
        .contains(
            RouteClass.AUTH_LOGIN,
            RouteClass.AUTH_REGISTER,
            RouteClass.SEARCH,
            RouteClass.BOOK,
            RouteClass.WEBHOOK,
            RouteClass.ADMIN);
  }

  @Test
  void guesses_mails_and_bookings_are_counted_one_by_one() {
    assertThat(Stream.of(RouteClass.values()).filter(RouteClass::isExact))
        .containsExactly(
            RouteClass.AUTH_LOGIN, RouteClass.AUTH_REGISTER, RouteClass.AUTH_MAIL, RouteClass.BOOK);
  }

  private static Stream<Address> operations() {
    return OpenApiDocument.whole().tree().path("paths").properties().stream()
        .flatMap(
            path ->
                List.copyOf(OpenApiDocument.METHODS).stream()
                    .filter(path.getValue()::has)
                    .map(method -> address(method.toUpperCase(Locale.ROOT), path.getKey())));
  }

  private static Address address(String method, String path) {
    return new Address(method, Address.segments(path));
  }
}
