package org.mercat.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mercat.bootstrap.e2e.Market.Place;

/** A client lets the gateway keep a card, pays with it, and takes it away again. */
class PaymentMethodsIT {

  private static final String METHODS = "/users/me/payment-methods";

  private final Market market = Market.shared();
  private final Market.Provider provider = market.provider(Place.TORONTO, Market.hourly(5_000));
  private final Api client = market.client();

  @Test
  void a_saved_card_pays_until_it_is_taken_away() {
    var method = saved("sbx_ok");

    assertThat(book(client, method).expect(201).json().path("money").asText()).isEqualTo("HELD");
    book(market.client(), method).expectProblem(402, "PAYMENT_DECLINED");

    client.send(client.request(METHODS + "/" + method).DELETE()).expect(204);
    book(client, method).expectProblem(402, "PAYMENT_DECLINED");
    assertThat(client.get(METHODS).expect(200).json().path("items")).isEmpty();
    market.assertTheBooksAreRight();
  }

  @Test
  void a_bank_that_asks_is_answered_on_the_gateways_page() {
    var method = saved("sbx_requires_action");
    var shown = client.get(METHODS + "/" + method).expect(200).json();
    assertThat(shown.path("status").asText()).isEqualTo("pending");

    market.anybody().post(shown.at("/nextStep/url").asText() + "?answer=agree").expect(200);

    Market.await(() -> client.get(METHODS + "/" + method).expect(200).text().contains("\"saved\""));
    var preferred = client.put(METHODS + "/" + method + "/preferred", Map.of()).expect(200);
    assertThat(preferred.json().path("preferred").asBoolean()).isTrue();
  }

  @Test
  void nobody_else_sees_a_card_not_even_an_administrator() {
    var method = saved("sbx_ok");

    market.client().get(METHODS + "/" + method).expectProblem(404, "NOT_FOUND");
    market.admin().get(METHODS + "/" + method).expectProblem(404, "NOT_FOUND");
    assertThat(market.admin().get(METHODS).expect(200).text()).doesNotContain(method);
  }

  private String saved(String token) {
    return client.post(METHODS, Map.of("paymentMethod", token, "consent", true)).expect(201).id();
  }

  private Api.Answer book(Api by, String method) {
    var order =
        Map.of(
            "listing",
            provider.listing(),
            "start",
            market.slot(provider, 7),
            "paymentMethod",
            method);
    return by.post("/bookings", order);
  }
}
