package org.mercat.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.mercat.bootstrap.e2e.Market.Place;

/** The gateway's books and ours are compared, and agree. */
class ReconciliationIT {

  private static final String PATH = "/admin/reconciliation";

  private final Market market = Market.shared();

  @Test
  void what_was_paid_is_found_in_the_books_of_the_gateway() {
    var begun = today();
    var provider = market.provider(Place.TORONTO, Market.hourly(5_000));
    var booking = market.paid(market.client(), provider, "sbx_ok");

    var movements = Stream.of(begun, today()).distinct().mapToInt(this::compared).sum();

    assertThat(movements).isPositive();
    assertThat(operations()).noneMatch(operation -> operation.contains(booking));
  }

  @Test
  void only_administrators_compare_and_only_days_that_have_begun() {
    var client = market.client();
    client.get(PATH).expectProblem(403, "FORBIDDEN");
    client.post(PATH, asked(today().toString())).expectProblem(403, "FORBIDDEN");

    var admin = market.admin();
    admin.post(PATH, asked(today().plusDays(2).toString())).expectProblem(409, "WRONG_STATE");
    admin.post(PATH, asked("some day")).expectProblem(422, "UNACCEPTABLE_REQUEST");
  }

  private int compared(LocalDate day) {
    var answer = market.admin().post(PATH, asked(day.toString())).expect(200).json();
    assertThat(answer.path("day").asText()).isEqualTo(day.toString());
    return answer.path("movements").asInt();
  }

  private Stream<String> operations() {
    var items = market.admin().get(PATH + "?limit=100").expect(200).json().path("items");
    return StreamSupport.stream(items.spliterator(), false)
        .map(item -> item.path("operation").asText());
  }

  private static Map<String, String> asked(String day) {
    return Map.of("day", day);
  }

  private static LocalDate today() {
    return LocalDate.now(Clock.systemUTC());
  }
}
