package org.mercat.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.mercat.bootstrap.e2e.Market.Place;

/** What clients of one provider pay on top of its price (C-29), to the cent: 5 %, 1.00 and HST. */
class CustomerFeeIT {

  private final Market market = Market.shared();

  @Test
  void what_is_quoted_is_paid_shown_refunded_with_its_base_and_released_to_the_platform() {
    var provider = market.provider(Place.TORONTO, Market.hourly(5_000));
    var client = market.client();
    var rule = market.admin().post("/admin/fees/rules", rule(provider)).expect(201).json();
    assertThat(rule.path("returnedInParts").asBoolean()).isTrue();

    var quote = client.get("/listings/" + provider.listing() + "/quote").expect(200).json();
    assertThat(quote.at("/total/amount").asLong()).isEqualTo(6_046);
    var path = "/bookings/" + market.paid(client, provider, "sbx_ok");
    var booked = client.get(path).expect(200).json();

    assertThat(booked.path("lines")).isEqualTo(quote.path("lines"));
    assertThat(Market.amount(booked, "total")).isEqualTo(6_046);
    assertThat(line(booked, "customer_fee").at("/amount/amount").asLong()).isEqualTo(350);
    assertThat(held(client, path, ":customer_fee")).isEqualTo(-350);
    assertThat(held(client, path, ":customer_fee_tax")).isEqualTo(-46);
    assertInvoiced(client.get(path + "/invoice").expect(200).json());

    var half = Map.of("amount", Map.of("amount", 2_500, "currency", "CAD"), "reason", "Late.");
    var kept = provider.api().post(path + "/refund", half).expect(200).json();
    assertThat(Market.amount(kept, "refunded")).isEqualTo(2_500 + 325 + 175 + 23);
    provider.api().post(path + "/deliver").expect(200);
    var done = client.post(path + "/confirm").expect(200).json();

    var fee = Market.amount(done, "platformFee") + Market.amount(done, "platformFeeTax");
    assertThat(Market.amount(done, "platformFee")).isEqualTo(375);
    assertThat(Market.amount(done, "payout")).isEqualTo(2_825 - fee);
    assertThat(held(client, path, "escrow:")).isZero();
    assertThat(held(client, path, "platform_revenue")).isEqualTo(-375 - 175);
    var explained = client.get(path + "/explain").expect(200).json().path("customerFee");
    assertThat(explained.path("rule").asText())
        .isEqualTo("promotion:" + rule.path("id").asText() + ":v1");
    assertThat(explained.at("/flat/amount").asLong()).isEqualTo(100);
    market.assertTheBooksAreRight();
  }

  @Test
  void all_of_it_goes_back_with_all_of_the_service() {
    var provider = market.provider(Place.TORONTO, Market.hourly(5_000));
    var client = market.client();
    var _ = market.admin().post("/admin/fees/rules", rule(provider)).expect(201);
    var path = "/bookings/" + market.paid(client, provider, "sbx_ok");

    var reason = Map.of("reason", "Closed.");
    var back = provider.api().post(path + "/cancel", reason).expect(200).json();

    assertThat(Market.amount(back, "refunded")).isEqualTo(6_046);
    assertThat(back.path("money").asText()).isEqualTo("REFUNDED");
    assertThat(held(client, path, "platform_revenue")).isZero();
    market.assertTheBooksAreRight();
  }

  @Test
  void what_is_for_clients_is_for_one_provider_or_for_all() {
    var level =
        Map.of(
            "direction", "customer_fee",
            "kind", "level",
            "level", "gold",
            "ratePpm", 1,
            "reason", "No.");
    var refused = market.admin().post("/admin/fees/rules", level).expect(422).json();
    assertThat(refused.at("/errors/0/pointer").asText()).isEqualTo("/kind");
    var flat =
        Map.of(
            "direction", "platform_fee",
            "kind", "level",
            "level", "gold",
            "flat", Map.of("amount", 1, "currency", "CAD"),
            "ratePpm", 1,
            "reason", "No.");
    var other = market.admin().post("/admin/fees/rules", flat).expect(422).json();
    assertThat(other.at("/errors/0/pointer").asText()).isEqualTo("/flat");
  }

  private static Map<String, Object> rule(Market.Provider provider) {
    return Map.of(
        "direction",
        "customer_fee",
        "kind",
        "promotion",
        "provider",
        provider.id(),
        "ratePpm",
        50_000,
        "flat",
        Map.of("amount", 100, "currency", "CAD"),
        "taxed",
        true,
        "reason",
        "A service for clients");
  }

  private static void assertInvoiced(JsonNode invoice) {
    assertThat(line(invoice, "customer_fee").at("/amount/amount").asLong()).isEqualTo(350);
    assertThat(invoice.at("/taxes/0").has("on")).isFalse();
    assertThat(invoice.at("/taxes/1/on").asText()).isEqualTo("customer_fee");
    assertThat(invoice.at("/taxes/1/amount/amount").asLong()).isEqualTo(46);
    assertThat(Market.amount(invoice, "total")).isEqualTo(6_046);
  }

  private static JsonNode line(JsonNode shown, String kind) {
    return StreamSupport.stream(shown.path("lines").spliterator(), false)
        .filter(line -> line.path("kind").asText().equals(kind))
        .findFirst()
        .orElseThrow();
  }

  private static long held(Api api, String path, String account) {
    return StreamSupport.stream(
            api.get(path + "/ledger").expect(200).json().path("balances").spliterator(), false)
        .filter(it -> isOf(account, it.path("account").asText()))
        .mapToLong(it -> it.at("/balance/amount").asLong())
        .sum();
  }

  private static boolean isOf(String part, String account) {
    return account.startsWith(part) || account.endsWith(part);
  }
}
