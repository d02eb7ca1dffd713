package org.mercat.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mercat.bootstrap.e2e.Market.Place;

/** A client whose bank wants to be asked goes where the gateway says, and the booking follows. */
class PayerActionIT {

  private final Market market = Market.shared();
  private final Market.Provider provider = market.provider(Place.TORONTO, Market.hourly(5_000));
  private final Api client = market.client();

  @Test
  void a_client_who_agrees_on_the_gateways_page_has_paid() {
    var booking = waiting();

    var page = page(booking);
    assertThat(market.anybody().get(page).expect(200).text()).contains("<button>");
    market.anybody().post(page + "?answer=agree").expect(200);

    Market.await(() -> text(booking).contains("CONFIRMED"));
    assertThat(progress(booking)).isEqualTo("succeeded");
    market.assertTheBooksAreRight();
  }

  @Test
  void a_client_who_refuses_there_may_pay_otherwise() {
    var booking = waiting();

    market.anybody().post(page(booking) + "?answer=refuse").expect(200);

    Market.await(() -> progress(booking).equals("failed"));
    var paid = client.post(path(booking) + "/pay", Map.of("paymentMethod", "sbx_ok")).expect(200);
    assertThat(paid.json().path("lifecycle").asText()).isEqualTo("CONFIRMED");
    market.assertTheBooksAreRight();
  }

  @Test
  void nobody_but_the_client_is_told_where() {
    var booking = waiting();

    provider.api().get(path(booking) + "/payment").expectProblem(403, "FORBIDDEN");
    market.client().get(path(booking) + "/payment").expectProblem(404, "NOT_FOUND");
    market.admin().get(path(booking) + "/payment").expectProblem(404, "NOT_FOUND");
    assertThat(text(booking)).doesNotContain("sandbox/payer");
    client.post(path(booking) + "/cancel", Map.of("reason", "too long")).expect(200);
  }

  private String waiting() {
    var order =
        Map.of(
            "listing",
            provider.listing(),
            "start",
            market.slot(provider, 7),
            "paymentMethod",
            "sbx_requires_action");
    var booking = client.post("/bookings", order).expect(201).json();
    assertThat(booking.path("lifecycle").asText()).isEqualTo("AWAITING_PAYMENT");
    return booking.path("id").asText();
  }

  private String page(String booking) {
    var next = client.get(path(booking) + "/payment").expect(200).json();
    assertThat(next.path("status").asText()).isEqualTo("requires_action");
    return next.at("/nextStep/url").asText();
  }

  private String progress(String booking) {
    return client.get(path(booking) + "/payment").expect(200).json().path("status").asText();
  }

  private String text(String booking) {
    return client.get(path(booking)).expect(200).text();
  }

  private static String path(String booking) {
    return "/bookings/" + booking;
  }
}
