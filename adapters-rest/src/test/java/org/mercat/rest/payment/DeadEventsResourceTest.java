package org.mercat.rest.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mercat.rest.shared.Bodies.json;
import static org.mercat.rest.shared.Requests.body;
import static org.mercat.rest.shared.Requests.plain;
import static org.mercat.rest.shared.Requests.refusal;

import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mercat.application.payment.port.GatewayInbox;
import org.mercat.application.payment.port.GatewayInbox.Kind;
import org.mercat.application.payment.port.GatewayInbox.Message;
import org.mercat.rest.booking.MemoryTrade;
import org.mercat.rest.shared.SignedIn;

/** Events that could not be acted on, and a second life for them. */
class DeadEventsResourceTest {

  private final MemoryTrade market = new MemoryTrade();
  private final GatewayInbox inbox = market.market.in.inbox;
  private final DeadEventsResource resource =
      new DeadEventsResource(market.market.deadEventList, market.market.reviveEvent);
  private final SignedIn admin = SignedIn.as(market.trade.admin());

  @Test
  void an_event_of_what_nobody_knows_is_set_aside_after_a_day_and_tried_again_when_asked() {
    receive();
    for (var time = 0; time < GatewayInbox.TRIES; time++) {
      assertThat(body(list(admin).getEntity()).path("items")).isEmpty();
      assertThat(market.market.processGatewayEvents.handle()).isEqualTo(1);
      market.market.in.system.advance(Duration.ofHours(12));
    }

    var dead = body(list(admin).getEntity()).path("items");
    assertThat(dead).hasSize(1);
    assertThat(dead.path(0).path("event").asText()).isEqualTo("evt_odd");
    assertThat(dead.path(0).path("kind").asText()).isEqualTo("payment_changed");
    assertThat(dead.path(0).path("reference").asText()).isEqualTo("pay_nobody_knows");
    assertThat(dead.path(0).has("body")).isFalse();
    assertThat(market.market.processGatewayEvents.handle()).isZero();

    var id = UUID.fromString(dead.path(0).path("id").asText());
    assertThat(replay(id, admin).getStatus()).isEqualTo(204);
    assertThat(market.market.processGatewayEvents.handle()).isEqualTo(1);
    assertThat(refusal(replay(id, admin))).isEqualTo("404 NOT_FOUND");
  }

  @Test
  void only_administrators_see_to_them_and_a_replay_has_no_members() {
    var client = SignedIn.as(market.client);

    assertThat(refusal(list(client))).isEqualTo("403 FORBIDDEN");
    assertThat(refusal(replay(UUID.randomUUID(), client))).isEqualTo("403 FORBIDDEN");
    assertThat(refusal(resource.replay(UUID.randomUUID(), json("{'when': 'now'}"), plain(), admin)))
        .isEqualTo("422 UNACCEPTABLE_REQUEST /when UNKNOWN_MEMBER");
  }

  private void receive() {
    var message =
        new Message(
            "sandbox", "evt_odd", Kind.PAYMENT_CHANGED, Optional.of("pay_nobody_knows"), "{}");
    var kept =
        market.market.in.unitOfWork.run(
            () -> inbox.keep(message, market.market.in.system.instant()));
    assertThat(kept).isTrue();
  }

  private Response list(SignedIn caller) {
    return resource.list(plain(), caller);
  }

  private Response replay(UUID event, SignedIn caller) {
    return resource.replay(event, json("{}"), plain(), caller);
  }
}
