package org.mercat.rest.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mercat.rest.shared.Bodies.json;
import static org.mercat.rest.shared.Requests.body;
import static org.mercat.rest.shared.Requests.plain;
import static org.mercat.rest.shared.Requests.refusal;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mercat.application.shared.Caller;
import org.mercat.domain.payment.SavedMethod;
import org.mercat.rest.booking.MemoryTrade;
import org.mercat.rest.shared.SignedIn;

/** Cards that the gateway keeps for their owners. */
class PaymentMethodsResourceTest {

  private static final String KEEP = "{'paymentMethod': 'sbx_ok', 'consent': true}";
  private static final String KEEP_AFTER_ASKING =
      "{'paymentMethod': 'sbx_requires_action', 'consent': true}";

  private final MemoryTrade market = new MemoryTrade();
  private final PaymentMethodsResource resource = market.methods;
  private final Caller client = market.client;

  @Test
  void a_card_that_is_kept_is_shown_by_what_people_know_of_it() {
    var answer = save(client, KEEP);

    assertThat(answer.getStatus()).isEqualTo(201);
    var shown = body(answer.getEntity());
    assertThat(shown)
        .isEqualTo(
            json(
                """
                {'id': '%s', 'status': 'saved', 'brand': 'visa', 'lastDigits': '4242',
                 'expiry': {'month': 12, 'year': 2034}, 'preferred': true}
                """
                    .formatted(shown.path("id").asText())));
    assertThat(body(listed(client)).path("items").path(0)).isEqualTo(shown);
    assertThat(body(details(client, id(answer)).getEntity())).isEqualTo(shown);
  }

  @Test
  void the_next_step_is_shown_of_one_method_alone_and_kept_by_nobody() {
    var answer = save(client, KEEP_AFTER_ASKING);

    assertThat(body(answer.getEntity()).path("status").asText()).isEqualTo("pending");
    assertThat(body(answer.getEntity()).has("nextStep")).isFalse();
    var shown = details(client, id(answer));
    assertThat(body(shown.getEntity()).at("/nextStep/url").asText())
        .isEqualTo("memory://payer/seti_1");
    assertThat(shown.getHeaderString(HttpHeaders.CACHE_CONTROL)).isEqualTo("no-store");
    assertThat(refusal(prefer(client, id(answer)))).isEqualTo("409 WRONG_STATE");
  }

  @Test
  void nothing_is_kept_without_consent_or_by_the_number_of_a_card() {
    assertThat(refusal(save(client, "{'paymentMethod': 'sbx_ok', 'consent': false}")))
        .isEqualTo("422 UNACCEPTABLE_REQUEST /consent OUT_OF_RANGE");
    assertThat(refusal(save(client, "{'paymentMethod': '4242 4242 4242 4242', 'consent': true}")))
        .isEqualTo("422 UNACCEPTABLE_REQUEST /paymentMethod MALFORMED");
  }

  @Test
  void what_the_gateway_does_not_keep_is_402() {
    assertThat(refusal(save(client, "{'paymentMethod': 'sbx_declined', 'consent': true}")))
        .isEqualTo("402 PAYMENT_DECLINED");
  }

  @Test
  void a_gateway_that_does_not_answer_is_503_and_to_be_asked_again() {
    market.market.in.gateway.payers().loseNextAnswer();

    assertThat(refusal(save(client, KEEP))).isEqualTo("503 UNAVAILABLE");
  }

  @Test
  void the_twenty_first_is_409() {
    IntStream.range(0, SavedMethod.MOST)
        .forEach(_ -> assertThat(save(client, KEEP).getStatus()).isEqualTo(201));

    assertThat(refusal(save(client, KEEP))).isEqualTo("409 WRONG_STATE");
  }

  @Test
  void another_one_is_preferred_and_one_is_taken_away() {
    var first = id(save(client, KEEP));
    var second = id(save(client, KEEP));

    assertThat(body(prefer(client, second).getEntity()).path("preferred").asBoolean()).isTrue();
    assertThat(remove(client, first).getStatus()).isEqualTo(204);

    assertThat(refusal(details(client, first))).isEqualTo("404 NOT_FOUND");
    assertThat(refusal(remove(client, first))).isEqualTo("404 NOT_FOUND");
    assertThat(body(listed(client)).path("items")).hasSize(1);
  }

  @Test
  void nobody_else_finds_it_and_who_was_denied_may_do_nothing() {
    var method = id(save(client, KEEP));
    var stranger = market.trade.client();
    var denied = new Caller(client.user(), client.roles(), Set.of());

    assertThat(refusal(details(stranger, method))).isEqualTo("404 NOT_FOUND");
    assertThat(refusal(prefer(stranger, method))).isEqualTo("404 NOT_FOUND");
    assertThat(refusal(remove(stranger, method))).isEqualTo("404 NOT_FOUND");
    assertThat(refusal(details(denied, method))).isEqualTo("403 FORBIDDEN");
    assertThat(refusal(prefer(denied, method))).isEqualTo("403 FORBIDDEN");
    assertThat(refusal(remove(denied, method))).isEqualTo("403 FORBIDDEN");
    assertThat(refusal(save(denied, KEEP))).isEqualTo("403 FORBIDDEN");
    assertThat(refusal(resource.list(plain(), SignedIn.as(denied)))).isEqualTo("403 FORBIDDEN");
  }

  private Response save(Caller caller, String sent) {
    return resource.save(json(sent), plain(), SignedIn.as(caller));
  }

  private Object listed(Caller caller) {
    return resource.list(plain(), SignedIn.as(caller)).getEntity();
  }

  private Response details(Caller caller, UUID method) {
    return resource.details(method, plain(), SignedIn.as(caller));
  }

  private Response prefer(Caller caller, UUID method) {
    return resource.prefer(method, json("{}"), plain(), SignedIn.as(caller));
  }

  private Response remove(Caller caller, UUID method) {
    return resource.remove(method, plain(), SignedIn.as(caller));
  }

  private static UUID id(Response answer) {
    return UUID.fromString(body(answer.getEntity()).path("id").asText());
  }
}
