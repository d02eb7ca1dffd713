package org.mercat.rest.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mercat.application.shared.Acting;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.InMemoryRateLimits;
import org.mercat.application.shared.RateLimit;
import org.mercat.application.shared.SettableClock;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.integration.ApiKeyId;
import org.mercat.domain.shared.Role;
import org.mercat.domain.tenancy.TenantId;

class LimiterTest {

  private static final Acting GUEST = Acting.guest(TenantId.DEFAULT);

  private final List<String> seen = new ArrayList<>();
  private final FilterChain chain = (_, _) -> seen.add("seen");
  private final SettableClock system = new SettableClock(Instant.parse("2026-11-21T09:00:00Z"));
  private final Limiter limiter =
      new Limiter(new InMemoryRateLimits(system), limits(2, Duration.ofSeconds(60)));
  private final Filter byAddress = new AddressLimitFilter(limiter);
  private final Filter byCaller = new CallerLimitFilter(limiter);
  private final Filter byAccount = new AccountLimitFilter(limiter);

  @Test
  void an_answer_tells_the_limits_and_what_is_left() throws Exception {
    var exchange =
        new Exchange("GET", "/listings")
            .from("203.0.113.9")
            .through(byAddress, chain)
            .through(byCaller, chain);

    assertThat(exchange.response.getHeaders("RateLimit-Policy"))
        .containsExactly("\"address\";q=2;w=60", "\"search\";q=2;w=60");
    assertThat(exchange.response.getHeaders("RateLimit"))
        .containsExactly("\"address\";r=1;t=30", "\"search\";r=1;t=30");
    assertThat(seen).hasSize(2);
  }

  @Test
  void beyond_the_limit_is_a_problem_that_says_when_to_come_back() throws Exception {
    useUp(byAddress, "203.0.113.9");
    system.advance(Duration.ofSeconds(10));

    var refused = new Exchange("GET", "/x").from("203.0.113.9").through(byAddress, chain);

    assertThat(refused.answer().status()).isEqualTo(429);
    assertThat(refused.response.getHeader("Retry-After")).isEqualTo("20");
    var body = Json.MAPPER.readTree(refused.answer().body());
    assertThat(body.path("code").asText()).isEqualTo("TOO_MANY_REQUESTS");
    assertThat(body.path("violated-policies").path(0).asText()).isEqualTo("address");
    assertThat(seen).hasSize(2);
    system.advance(Duration.ofSeconds(20));
    assertThat(status(new Exchange("GET", "/x").from("203.0.113.9"), byAddress)).isEqualTo(200);
  }

  @Test
  void networks_are_counted_apart_and_an_ipv6_customer_has_one() throws Exception {
    useUp(byAddress, "2001:db8::1");

    assertThat(status(new Exchange("GET", "/x").from("2001:db8::ffff"), byAddress)).isEqualTo(429);
    assertThat(status(new Exchange("GET", "/x").from("2001:db8:0:1::1"), byAddress)).isEqualTo(200);
  }

  @Test
  void people_behind_one_address_are_counted_apart() throws Exception {
    var ada = GUEST.as(caller());
    var bob = GUEST.as(caller());

    assertThat(booked(ada)).isEqualTo(200);
    assertThat(booked(ada)).isEqualTo(200);
    assertThat(booked(ada)).isEqualTo(429);
    assertThat(booked(bob)).isEqualTo(200);
  }

  @Test
  void keys_of_one_person_are_counted_apart_and_from_the_person() throws Exception {
    var ada = caller();
    var till = GUEST.by(new ApiKeyId(UUID.randomUUID()), ada);
    var shop = GUEST.by(new ApiKeyId(UUID.randomUUID()), ada);

    for (var program : List.of(till, shop)) {
      assertThat(booked(program)).isEqualTo(200);
      assertThat(booked(program)).isEqualTo(200);
    }
    assertThat(booked(till)).isEqualTo(429);
    assertThat(booked(GUEST.as(ada))).isEqualTo(200);
  }

  @Test
  void a_replay_costs_nothing() throws Exception {
    for (var turn = 0; turn < 5; turn++) {
      new Exchange("POST", "/bookings")
          .from("203.0.113.9")
          .through(
              byCaller,
              (_, response) ->
                  ((HttpServletResponse) response).setHeader(IdempotencyFilter.REPLAYED, "true"));
    }

    assertThat(status(book(), byCaller)).isEqualTo(200);
    assertThat(status(book(), byCaller)).isEqualTo(200);
    assertThat(status(book(), byCaller)).isEqualTo(429);
  }

  @Test
  void an_account_is_counted_from_wherever_it_is_tried() throws Exception {
    assertThat(login("{\"email\": \"ada@example.org\"}").status()).isEqualTo(200);
    assertThat(login("{\"email\": \" ADA@example.org\"}").status()).isEqualTo(200);

    var refused = login("{\"email\": \"ada@example.org\"}");
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.body()).doesNotContain("ada");
    assertThat(login("{\"email\": \"bob@example.org\"}").status()).isEqualTo(200);
    assertThat(login("no json").status()).isEqualTo(200);
  }

  @Test
  void every_class_needs_a_limit() {
    assertThatThrownBy(() -> new Limiter(new InMemoryRateLimits(system), Map.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private KeptAnswer login(String body) throws Exception {
    return new Exchange("POST", "/auth/login")
        .body(body)
        .through(
            new BodyFilter(), (request, response) -> byAccount.doFilter(request, response, chain))
        .answer();
  }

  private static Exchange book() throws Exception {
    return new Exchange("POST", "/bookings").from("203.0.113.9");
  }

  private void useUp(Filter filter, String peer) throws Exception {
    assertThat(status(new Exchange("GET", "/x").from(peer), filter)).isEqualTo(200);
    assertThat(status(new Exchange("GET", "/x").from(peer), filter)).isEqualTo(200);
  }

  private int status(Exchange exchange, Filter filter) throws Exception {
    return exchange.through(filter, chain).answer().status();
  }

  private int booked(Acting acting) throws Exception {
    return acting.<Integer, Exception>call(() -> status(book(), byCaller));
  }

  private static Caller caller() {
    return new Caller(new UserId(UUID.randomUUID()), Set.of(Role.CLIENT));
  }

  private static Map<RouteClass, RateLimit> limits(int quota, Duration window) {
    var limits = new EnumMap<RouteClass, RateLimit>(RouteClass.class);
    for (var type : RouteClass.values()) {
      limits.put(type, new RateLimit(type.text(), quota, window, type.isExact()));
    }
    return limits;
  }
}
