package org.mercat.payments.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.net.Webhook;
import jakarta.ws.rs.WebApplicationException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mercat.application.audit.port.InMemorySystemEvents;
import org.mercat.application.payment.ReceiveGatewayEvent;
import org.mercat.application.payment.port.GatewayInbox.Kind;
import org.mercat.application.payment.port.GatewayInbox.Message;
import org.mercat.application.payment.port.InMemoryGatewayInbox;
import org.mercat.application.payment.port.PaymentGateway.Outcome;
import org.mercat.application.payment.port.PaymentGateway.PayeeProfile;
import org.mercat.application.payment.port.PaymentGateway.PayeeView;
import org.mercat.application.shared.Acting;
import org.mercat.application.shared.InMemoryUnitOfWork;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.payment.OperationKey;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.tenancy.TenantId;
import org.mercat.payments.shared.Spoiled;
import org.mercat.payments.stripe.EventCounts.End;
import org.mercat.payments.stripe.SingleSendClient.Patience;
import org.mercat.payments.stripe.StripePlatform.AccountsApi;
import org.mercat.payments.stripe.fake.FakeStripe;

class StripeWebhookResourceTest {

  private static final Instant NOW = Instant.parse("2026-11-16T12:00:00Z");
  private static final TenantId TENANT = new TenantId(UUID.randomUUID());

  private final FakeStripe stripe = FakeStripe.start(InstantSource.fixed(NOW));
  private final StripePlatform platform =
      StripePlatform.open(
          StripeOnTrial.place(stripe, AccountsApi.V2), Patience.USUAL, InstantSource.fixed(NOW));
  private final InMemoryGatewayInbox inbox = new InMemoryGatewayInbox();
  private final InMemorySystemEvents systemEvents = new InMemorySystemEvents();
  private final List<TenantId> tenants = new ArrayList<>();
  private final UnitOfWork unitOfWork =
      new UnitOfWork() {
        @Override
        public <T> T run(Supplier<T> work) {
          tenants.add(Acting.now().tenant());
          return new InMemoryUnitOfWork(inbox).run(work);
        }
      };
  private final StripeWebhookResource resource =
      new StripeWebhookResource(
          platform,
          new ReceiveGatewayEvent(inbox, unitOfWork, InstantSource.fixed(NOW)),
          systemEvents);

  @AfterEach
  void close() {
    platform.close();
    stripe.close();
  }

  @ParameterizedTest
  @CsvSource({
    "payment_intent.succeeded, PAYMENT_CHANGED",
    "payment_intent.payment_failed, PAYMENT_CHANGED",
    "payment_intent.requires_action, PAYMENT_CHANGED",
    "payment_intent.processing, PAYMENT_CHANGED",
    "payment_intent.canceled, PAYMENT_CHANGED",
    "refund.created, REFUND_CHANGED",
    "refund.updated, REFUND_CHANGED",
    "refund.failed, REFUND_CHANGED",
    "charge.refund.updated, REFUND_CHANGED",
    "account.updated, PAYEE_CHANGED",
    "transfer.created, TRANSFER_CHANGED",
    "transfer.updated, TRANSFER_CHANGED",
    "transfer.reversed, TRANSFER_CHANGED",
  })
  void an_event_about_something_of_ours_is_kept_for_its_tenant(String type, Kind kind) {
    assertThat(post(marked("evt_1", type))).isEqualTo(200);

    assertThat(kept())
        .singleElement()
        .satisfies(
            message -> {
              assertThat(message.gateway()).isEqualTo("stripe");
              assertThat(message.event()).isEqualTo("evt_1");
              assertThat(message.kind()).isEqualTo(kind);
              assertThat(message.object()).contains("pi_1");
              assertThat(message.body()).isEqualTo(marked("evt_1", type));
            });
    assertThat(tenants).containsExactly(TENANT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "payout.created",
        "payout.updated",
        "payout.paid",
        "payout.failed",
        "payout.canceled"
      })
  void a_payout_is_named_with_the_account_that_it_leaves(String type) {
    var event = marked("evt_1", type).replaceFirst("\\{", "{\"account\":\"acct_7\",");

    assertThat(post(event)).isEqualTo(200);

    assertThat(kept())
        .singleElement()
        .satisfies(
            message -> {
              assertThat(message.kind()).isEqualTo(Kind.PAYOUT_CHANGED);
              assertThat(message.object()).contains("acct_7:pi_1");
            });
  }

  @Test
  void a_refund_by_hand_is_told_by_the_charge_and_about_its_payment() {
    var names = "\"id\":\"ch_1\",\"payment_intent\":\"pi_1\"";
    var event = marked("evt_1", "charge.refunded").replace("\"id\":\"pi_1\"", names);

    assertThat(post(event)).isEqualTo(200);
    assertThat(kept())
        .extracting(told -> told.kind() + " " + told.object().orElseThrow())
        .containsExactly("PAYMENT_CHANGED pi_1");
  }

  @Test
  void a_payout_of_the_market_itself_is_of_no_interest() {
    assertThat(post(marked("evt_1", "payout.paid"))).isEqualTo(200);

    assertThat(kept()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2022-11-15", "2025-09-30.clover", "2099-01-01.tomorrow"})
  void the_version_of_an_event_does_not_matter(String version) {
    var event = marked("evt_1", "payment_intent.succeeded").replace("2026-07-29.dahlia", version);

    assertThat(post(event)).isEqualTo(200);

    assertThat(kept()).extracting(Message::kind).containsExactly(Kind.PAYMENT_CHANGED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"balance.available", "charge.succeeded", "payment_intent.created", "new.thing"})
  void an_event_of_another_type_is_taken_and_nothing_is_to_be_done_about_it(String type) {
    assertThat(post(marked("evt_1", type))).isEqualTo(200);

    assertThat(kept()).isEmpty();
    assertThat(inbox.keep(ignored("evt_1"), NOW)).isFalse();
  }

  @Test
  void an_event_about_what_somebody_else_has_made_is_taken_and_ignored() {
    assertThat(post(unmarked("evt_1", "payment_intent.succeeded"))).isEqualTo(200);

    assertThat(kept()).isEmpty();
  }

  @Test
  void a_thin_event_about_an_account_is_kept_for_the_tenant_that_has_opened_it() {
    var account = open().reference().value();

    assertThat(post(thin("evt_1", account))).isEqualTo(200);

    assertThat(kept())
        .singleElement()
        .satisfies(
            message -> {
              assertThat(message.kind()).isEqualTo(Kind.PAYEE_CHANGED);
              assertThat(message.object()).contains(account);
            });
    assertThat(tenants).containsExactly(TENANT);
  }

  @Test
  void a_thin_event_about_a_foreign_account_is_ignored() {
    assertThat(post(thin("evt_1", stripe.openForeignAccount()))).isEqualTo(200);
    assertThat(post(thin("evt_2", "acct_nobody"))).isEqualTo(200);

    assertThat(kept()).isEmpty();
  }

  @Test
  void a_thin_event_is_to_be_sent_again_while_stripe_does_not_say_whose_it_is() {
    stripe.close();

    assertThat(post(thin("evt_1", "acct_1"))).isEqualTo(503);

    assertThat(platform.counts().of(End.PUT_OFF)).isEqualTo(1);
    assertThat(kept()).isEmpty();
  }

  @Test
  void the_same_event_again_is_taken_and_kept_once() {
    assertThat(post(marked("evt_1", "refund.created"))).isEqualTo(200);
    assertThat(post(marked("evt_1", "refund.created"))).isEqualTo(200);

    assertThat(kept()).hasSize(1);
    assertThat(platform.counts().of(End.DUPLICATE)).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "-301, 400",
    "-300, 200",
    "-299, 200",
    "299, 200",
    "300, 200",
    "301, 400",
    "86400, 400",
    "-86400, 400"
  })
  void only_what_was_signed_about_now_is_taken(long secondsAway, int status) {
    var body = marked("evt_1", "refund.created");
    var header = signed(body, "whsec_new", NOW.plusSeconds(secondsAway));

    assertThat(answer(header, bytes(body))).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({"whsec_new, 200", "whsec_old, 200", "whsec_gone, 400"})
  void every_secret_that_is_in_use_is_tried(String secret, int status) {
    var body = marked("evt_1", "refund.created");

    assertThat(answer(signed(body, secret, NOW), bytes(body))).isEqualTo(status);
  }

  @Test
  void it_is_counted_by_which_secret_events_are_signed_and_how_many_are_not() {
    var body = marked("evt_1", "refund.created");
    var bytes = bytes(body);
    assertThat(answer(signed(body, "whsec_old", NOW), bytes)).isEqualTo(200);
    assertThat(answer(signed(body, "whsec_gone", NOW), bytes)).isEqualTo(400);
    assertThat(answer(null, bytes)).isEqualTo(400);

    assertThat(platform.counts().bySecret()).containsEntry("1", 0L).containsEntry("2", 1L);
    assertThat(platform.counts().byEnd()).containsEntry("unsigned", 2L).containsEntry("kept", 1L);
  }

  @Test
  void an_event_about_real_money_is_refused_and_counted_where_money_is_not_real() {
    var event =
        marked("evt_1", "payment_intent.succeeded")
            .replace("\"livemode\":false", "\"livemode\":true");

    assertThat(post(event)).isEqualTo(400);

    assertThat(platform.counts().of(End.WRONG_MODE)).isEqualTo(1);
    assertThat(systemEvents.reported()).hasSize(1);
    assertThat(kept()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "t=abc,v1=0000",
        "t=1794830400,v1",
        "t=1794830400",
        "v1=0000",
        "t=,v1=",
        ",",
        "",
        "t=99999999999999999999,v1=00"
      })
  void a_header_that_is_none_is_refused(String header) {
    var body = marked("evt_1", "refund.created");

    assertThat(answer(header, bytes(body))).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "\"event\"",
        "{\"object\":\"event\",\"id\":1,\"type\":\"x\",\"livemode\":false}",
        "{\"object\":\"event\",\"id\":\"evt_1\",\"type\":\"x\"}",
        "{\"object\":\"charge\",\"id\":\"evt_1\",\"type\":\"x\",\"livemode\":false}",
        "{\"object\":\"event\",\"id\":\"evt_1\",\"id\":\"evt_2\",\"type\":\"x\",\"livemode\":false}",
        "{\"object\":\"event\",\"id\":\"evt_1\",\"type\":\"x\",\"livemode\":false} {}",
        "{\"object\":\"event\",\"id\":\"a\\u0000b\",\"type\":\"x\",\"livemode\":false}"
      })
  void a_signed_body_that_is_no_event_is_refused(String body) {
    assertThat(post(body)).isEqualTo(400);

    assertThat(platform.counts().of(End.UNREADABLE)).isEqualTo(1);
    assertThat(kept()).isEmpty();
  }

  @Test
  void a_body_beyond_the_limit_is_not_looked_at() {
    assertThat(answer("t=1,v1=00", new byte[256 * 1024 + 1])).isEqualTo(413);
  }

  /** Ten thousand headers and bodies, half of them signed, from nonsense to nearly right. */
  @Test
  void whatever_is_sent_is_taken_or_refused_and_never_fails() {
    var dice = new Random(20_261_121);
    for (var shot = 0; shot < 10_000; shot++) {
      var body = Spoiled.of(bytes(marked("evt_" + shot, "payment_intent.succeeded")), dice);
      var header = signed(new String(body, StandardCharsets.UTF_8), "whsec_new", NOW);
      var sent =
          dice.nextBoolean()
              ? header
              : new String(Spoiled.of(bytes(header), dice), StandardCharsets.ISO_8859_1);

      assertThat(answer(sent, body)).isIn(200, 400, 413);
    }
  }

  private PayeeView open() {
    var key = OperationKey.openPayee(new ProviderId(UUID.randomUUID()));
    var profile = new PayeeProfile("Clean", "CA", "ada@example.org");
    var opened =
        Acting.of(TENANT)
            .<Outcome<PayeeView>, RuntimeException>call(
                () -> platform.gateway().openPayee(key, profile));
    assertThat(opened).isInstanceOf(Outcome.Done.class);
    return ((Outcome.Done<PayeeView>) opened).value();
  }

  private int post(String body) {
    return answer(signed(body, "whsec_new", NOW), bytes(body));
  }

  private int answer(@Nullable String header, byte[] body) {
    try (var response = resource.receive(header, body)) {
      return response.getStatus();
    } catch (WebApplicationException refused) {
      return refused.getResponse().getStatus();
    }
  }

  private List<Message> kept() {
    return inbox.lease(NOW, 100);
  }

  /** By Stripe's own library. */
  private static String signed(String body, String secret, Instant at) {
    try {
      return Webhook.Signature.generateSignatureHeader(body, secret, at.getEpochSecond());
    } catch (GeneralSecurityException failure) {
      throw new AssertionError(failure);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Message ignored(String event) {
    return new Message("stripe", event, Kind.IGNORED, Optional.empty(), "");
  }

  private static String marked(String id, String type) {
    return snapshot(
        id,
        type,
        "{\"operation_id\":\"booking:1:capture:1:1\",\"tenant\":\"%s\"}".formatted(TENANT.value()));
  }

  private static String unmarked(String id, String type) {
    return snapshot(id, type, "{}");
  }

  private static String snapshot(String id, String type, String marks) {
    return """
    {"id":"%s","object":"event","api_version":"2026-07-29.dahlia","created":1794830400,\
    "data":{"object":{"id":"pi_1","object":"payment_intent","metadata":%s}},\
    "livemode":false,"type":"%s"}"""
        .formatted(id, marks, type);
  }

  private static String thin(String id, String account) {
    return """
    {"id":"%s","object":"v2.core.event","created":"2026-11-16T12:00:00Z","livemode":false,\
    "related_object":{"id":"%s","type":"v2.core.account","url":"/v2/core/accounts/%s"},\
    "type":"v2.core.account[configuration.recipient].capability_status_updated"}"""
        .formatted(id, account, account);
  }
}
