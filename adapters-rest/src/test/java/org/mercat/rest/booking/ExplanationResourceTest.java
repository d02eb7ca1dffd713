package org.mercat.rest.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mercat.rest.shared.Bodies.json;
import static org.mercat.rest.shared.Requests.body;
import static org.mercat.rest.shared.Requests.plain;
import static org.mercat.rest.shared.Requests.refusal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mercat.application.Offers;
import org.mercat.application.Order;
import org.mercat.application.Trade;
import org.mercat.application.Trade.Shop;
import org.mercat.application.booking.ExplainBooking;
import org.mercat.application.fee.SetPlatformFee;
import org.mercat.application.payment.port.InMemoryPaymentGateway;
import org.mercat.application.shared.AccessRules;
import org.mercat.application.shared.Caller;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.shared.Rate;
import org.mercat.domain.shared.Role;
import org.mercat.rest.shared.SignedIn;

/** Where each cent of a portrait for 200.00 with a tip of 10.00 in Ontario goes. */
class ExplanationResourceTest {

  private final Trade trade = new Trade();
  private final Shop shop = trade.shop(Offers.PORTRAIT);
  private final Caller client = trade.client();
  private final ExplanationResource resource =
      new ExplanationResource(new ExplainBooking(new AccessRules(), trade.market.bookingDetails));

  @Test
  void each_cent_has_its_base_its_rate_and_its_rule() {
    assertThat(
            trade.market.setPlatformFee.handle(
                new SetPlatformFee.Command(trade.admin(), 0, Rate.percent(15), true)))
        .isInstanceOf(SetPlatformFee.Outcome.Set.class);
    var booking = trade.booked(client, shop, InMemoryPaymentGateway.OK);

    var explained = explained(booking, shop.owner());

    assertThat(explained.at("/total/amount").asLong()).isEqualTo(23_600);
    assertThat(explained.path("taxes")).containsExactly(tax(20_000, 2_600));
    assertThat(explained.at("/platformFee/taxes")).containsExactly(tax(3_000, 390));
    assertThat(explained.at("/platformFee/base/amount").asLong()).isEqualTo(20_000);
    assertThat(explained.at("/platformFee/ratePpm").asLong()).isEqualTo(150_000);
    assertThat(explained.at("/platformFee/source").asText()).isEqualTo("tenant");
    assertThat(explained.at("/platformFee/rule").asText()).isEqualTo("platform-fee:v1");
    assertThat(explained.at("/platformFee/ruleVersion").asLong()).isEqualTo(1);
    assertThat(explained.at("/platformFee/agreed").asBoolean()).isTrue();
    assertThat(explained.at("/payout/amount").asLong()).isEqualTo(23_600 - 3_000 - 390);
    assertThat(explained(booking, trade.admin())).isEqualTo(explained);
  }

  @Test
  void the_client_is_told_what_he_pays_and_not_what_the_provider_does() {
    var explained = explained(trade.booked(client, shop, InMemoryPaymentGateway.OK), client);

    assertThat(explained.at("/service/amount").asLong()).isEqualTo(20_000);
    assertThat(explained.at("/tip/amount").asLong()).isEqualTo(1_000);
    assertThat(explained.at("/refunded/amount").asLong()).isZero();
    assertThat(explained.has("platformFee") || explained.has("payout")).isFalse();
  }

  @Test
  void before_it_is_confirmed_the_fee_is_that_of_now() {
    var onHold = trade.booked(Order.of(client, shop).command());

    var explained = explained(onHold, shop.owner());

    assertThat(explained.at("/platformFee/agreed").asBoolean()).isFalse();
    assertThat(explained.at("/platformFee/rule").asText()).isEqualTo("platform-fee:v0");
  }

  @Test
  void nobody_else_is_told() {
    var booking = trade.booked(client, shop, InMemoryPaymentGateway.OK);

    assertThat(refused(booking.value(), trade.client())).isEqualTo("404 NOT_FOUND");
    assertThat(refused(UUID.randomUUID(), client)).isEqualTo("404 NOT_FOUND");
    assertThat(refusal(resource.explain(booking.value(), plain(), SignedIn.as(Role.DRIVER))))
        .isEqualTo("403 FORBIDDEN");
  }

  private String refused(UUID booking, Caller caller) {
    return refusal(resource.explain(booking, plain(), SignedIn.as(caller)));
  }

  private JsonNode explained(BookingId booking, Caller caller) {
    return body(resource.explain(booking.value(), plain(), SignedIn.as(caller)).getEntity());
  }

  private static JsonNode tax(long base, long amount) {
    return json(
        """
        {'component': 'HST', 'base': {'amount': %d, 'currency': 'CAD'}, 'ratePpm': 130000,
         'rounding': 'half_up', 'rule': 'ca-on-hst-2010-07-01',
         'amount': {'amount': %d, 'currency': 'CAD'}}
        """
            .formatted(base, amount));
  }
}
