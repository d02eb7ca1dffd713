package org.mercat.rest.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mercat.application.identity.AdminSecondFactor;
import org.mercat.application.identity.port.InMemorySecondFactors;
import org.mercat.application.identity.port.SampleUsers;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.InMemoryUnitOfWork;
import org.mercat.domain.identity.SecondFactor;
import org.mercat.domain.identity.SessionId;
import org.mercat.domain.identity.TotpSecret;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.shared.Role;

class SecondFactorFilterTest {

  private final InMemorySecondFactors factors = new InMemorySecondFactors();
  private final SecondFactorFilter filter =
      new SecondFactorFilter(new AdminSecondFactor(factors, new InMemoryUnitOfWork(factors)));
  private final UserId user = new UserId(UUID.randomUUID());
  private final Optional<SessionId> session = Optional.of(new SessionId(UUID.randomUUID()));

  @ParameterizedTest
  @ValueSource(strings = {"/admin/users", "/bookings", "/users/me", "/authority"})
  void an_administrator_without_one_gets_no_further(String path) throws Exception {
    factors.want(true);

    assertThat(code("GET", path, Role.ADMIN)).isEqualTo("SECOND_FACTOR_MISSING");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/auth/totp", "/auth/totp/activate", "/auth/logout", "/auth/me"})
  void an_administrator_without_one_can_set_one_up(String path) throws Exception {
    factors.want(true);

    assertThat(code("POST", path, Role.ADMIN)).isEmpty();
  }

  @Test
  void an_administrator_with_one_goes_on() throws Exception {
    factors.want(true);
    var now = SampleUsers.REGISTERED_AT;
    factors.put(SecondFactor.begin(user, TotpSecret.of("a"), now));
    assertThat(code("GET", "/bookings", Role.ADMIN)).isEqualTo("SECOND_FACTOR_MISSING");

    factors.activate(user, now);

    assertThat(code("GET", "/bookings", Role.ADMIN)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"ADMIN, false", "CLIENT, true", "PROVIDER, true"})
  void nobody_else_is_asked(Role role, boolean wanted) throws Exception {
    factors.want(wanted);

    assertThat(code("GET", "/bookings", role)).isEmpty();
  }

  @Test
  void neither_are_guests_and_programs() throws Exception {
    factors.want(true);
    var program = new CallerPrincipal(caller(Role.ADMIN), Optional.empty());

    assertThat(through(new Exchange("GET", "/bookings").by(program))).isEmpty();
    assertThat(through(new Exchange("GET", "/search"))).isEmpty();
  }

  private String code(String method, String path, Role role) throws Exception {
    return through(new Exchange(method, path).by(new CallerPrincipal(caller(role), session)));
  }

  private Caller caller(Role role) {
    return new Caller(user, Set.of(role));
  }

  /** The code of the problem; empty if the request goes on. */
  private String through(Exchange exchange) throws Exception {
    return exchange.through(filter, (_, _) -> Exchange.write(exchange.response, 200, "{}")).code();
  }
}
