package org.mercat.rest.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mercat.application.payment.port.InMemoryPaymentGateway.OK;
import static org.mercat.rest.shared.Bodies.json;
import static org.mercat.rest.shared.Requests.plain;
import static org.mercat.rest.shared.Requests.query;
import static org.mercat.rest.shared.Requests.refusal;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mercat.application.Offers;
import org.mercat.application.Trade;
import org.mercat.application.Trade.Shop;
import org.mercat.application.WholeMarket;
import org.mercat.application.payment.port.GatewayInbox.Kind;
import org.mercat.application.shared.Caller;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.shared.Money;
import org.mercat.rest.shared.Requests;
import org.mercat.rest.shared.SignedIn;

/** What administrators and providers see and do of chargebacks, on the wire. */
class ChargebackResourcesTest {

  private static final String ANSWER = "{'answers': {'serviceDate': 'Tuesday'}, 'submit': true}";

  private final Trade trade = new Trade();
  private final WholeMarket market = trade.market;
  private final Shop shop = trade.shop(Offers.PORTRAIT);
  private final Caller client = trade.client();
  private final Caller admin = trade.admin();
  private final ChargebacksResource all =
      new ChargebacksResource(
          market.chargebacks.list, market.chargebacks.details, market.chargebacks.giveEvidence);
  private final BookingChargebackResource own =
      new BookingChargebackResource(market.chargebacks.ofBooking, market.chargebacks.tell);
  private final ChargebackPolicyResource policy =
      new ChargebackPolicyResource(market.chargebacks.policyInForce, market.chargebacks.setPolicy);
  private final BookingId booking = trade.booked(client, shop, OK);

  @Test
  void administrators_see_what_is_contested() {
    assertThat(body(list("")).path("items")).isEmpty();
    var dispute = contested();

    var listed = body(list("status=needs_response&provider=" + shop.provider().value()));
    assertThat(listed.path("items")).hasSize(1);
    var shown = listed.at("/items/0");
    assertThat(shown.path("dispute").asText()).isEqualTo(dispute.value());
    assertThat(shown.path("amount")).isEqualTo(json("{'amount': 23600, 'currency': 'CAD'}"));
    assertThat(shown.path("frozen").asBoolean()).isTrue();
    assertThat(body(list("status=won")).path("items")).isEmpty();
    assertThat(refusal(all.list(plain(), SignedIn.as(client)))).isEqualTo("403 FORBIDDEN");
    assertThat(refusal(all.details(id(), plain(), SignedIn.as(client)))).isEqualTo("403 FORBIDDEN");
    assertThat(refusal(all.details(UUID.randomUUID(), plain(), SignedIn.as(admin))))
        .isEqualTo("404 NOT_FOUND");
  }

  @Test
  void evidence_is_submitted_once() {
    contested();
    assertThat(refusal(evidence(admin, "{'answers': {}, 'submit': true}")))
        .isEqualTo("422 UNACCEPTABLE_REQUEST /answers OUT_OF_RANGE");
    assertThat(refusal(evidence(client, ANSWER))).isEqualTo("403 FORBIDDEN");
    assertThat(refusal(all.evidence(UUID.randomUUID(), json(ANSWER), plain(), SignedIn.as(admin))))
        .isEqualTo("404 NOT_FOUND");

    var staged = body(evidence(admin, "{'answers': {'receipt': 'file_1'}, 'submit': false}"));
    assertThat(staged.at("/chargeback/evidence").asText()).isEqualTo("staged");
    var given = body(evidence(admin, ANSWER));

    assertThat(given.at("/chargeback/evidence").asText()).isEqualTo("submitted");
    assertThat(given.path("answers"))
        .isEqualTo(json("{'receipt': 'file_1', 'serviceDate': 'Tuesday'}"));
    assertThat(refusal(evidence(admin, ANSWER))).isEqualTo("409 WRONG_STATE");
  }

  @Test
  void evidence_whose_answer_was_lost_is_sent_again_by_itself() {
    contested();
    market.in.gateway.loseNextAnswer();

    var given = body(evidence(admin, ANSWER));
    assertThat(given.at("/chargeback/evidence").asText()).isEqualTo("submitting");
    assertThat(refusal(evidence(admin, ANSWER))).isEqualTo("409 WRONG_STATE");
    market.in.system.advance(Duration.ofHours(1));
    assertThat(market.chargebacks.refresh.handle()).isPositive();

    assertThat(market.in.chargebacks.all().getLast().claim().submissions()).isOne();
    assertThat(body(own(shop.owner())).path("evidence").asText()).isEqualTo("submitted");
  }

  @Test
  void no_evidence_is_taken_when_the_time_is_over() {
    contested();
    market.in.system.advance(Duration.ofDays(7));

    assertThat(refusal(evidence(admin, ANSWER))).isEqualTo("409 WRONG_STATE");
  }

  @Test
  void a_provider_sees_its_own_and_tells_of_it() {
    assertThat(refusal(own(shop.owner()))).isEqualTo("404 NOT_FOUND");
    assertThat(refusal(tell(shop.owner()))).isEqualTo("404 NOT_FOUND");
    var dispute = contested();

    assertThat(refusal(own(client))).isEqualTo("403 FORBIDDEN");
    assertThat(refusal(tell(client))).isEqualTo("403 FORBIDDEN");
    assertThat(refusal(own(trade.vendor()))).isEqualTo("404 NOT_FOUND");
    var told = body(tell(shop.owner()));
    assertThat(told.at("/material/0/text").asText()).isEqualTo("I was there.");
    assertThat(told.has("answers")).isFalse();

    market.in.gateway.disputes().end(dispute, true);
    trade.told(Kind.DISPUTE_CHANGED, dispute);
    assertThat(refusal(tell(shop.owner()))).isEqualTo("409 WRONG_STATE");
  }

  @Test
  void administrators_decide_who_bears_chargebacks() {
    assertThat(body(policy.inForce(plain(), SignedIn.as(admin))))
        .isEqualTo(json("{'bearer': 'provider', 'feePassedOn': false}"));
    var next = json("{'bearer': 'platform', 'feePassedOn': true}");

    assertThat(body(policy.set(next, plain(), SignedIn.as(admin)))).isEqualTo(next);

    assertThat(body(policy.inForce(plain(), SignedIn.as(admin)))).isEqualTo(next);
    assertThat(refusal(policy.set(next, plain(), SignedIn.as(client)))).isEqualTo("403 FORBIDDEN");
    assertThat(refusal(policy.inForce(plain(), SignedIn.as(client)))).isEqualTo("403 FORBIDDEN");
    assertThat(refusal(policy.set(json("{}"), plain(), SignedIn.as(admin))))
        .startsWith("422 UNACCEPTABLE_REQUEST");
  }

  @CanIgnoreReturnValue
  private GatewayReference contested() {
    var payment = market.in.payments.find(booking).orElseThrow().reference().orElseThrow();
    var dispute = market.in.gateway.disputes().contest(payment, Money.of(23_600, "CAD"));
    trade.told(Kind.DISPUTE_CHANGED, dispute);
    return dispute;
  }

  private UUID id() {
    return market.in.chargebacks.all().getLast().id().value();
  }

  private Response list(String query) {
    return all.list(query(query), SignedIn.as(admin));
  }

  private Response evidence(Caller caller, String body) {
    return all.evidence(id(), json(body), plain(), SignedIn.as(caller));
  }

  private Response own(Caller caller) {
    return own.ofBooking(booking.value(), plain(), SignedIn.as(caller));
  }

  private Response tell(Caller caller) {
    var text = json("{'text': 'I was there.'}");
    return own.tell(booking.value(), text, plain(), SignedIn.as(caller));
  }

  private static JsonNode body(Response response) {
    return Requests.body(response.getEntity());
  }
}
