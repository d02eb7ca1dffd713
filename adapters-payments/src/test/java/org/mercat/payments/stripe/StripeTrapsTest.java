package org.mercat.payments.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.Stripe;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mercat.application.payment.port.PaymentGateway;
import org.mercat.application.payment.port.PaymentGateway.Outcome;
import org.mercat.application.payment.port.PaymentGateway.PayeeProfile;
import org.mercat.application.payment.port.PaymentGateway.PaymentView;
import org.mercat.application.payment.port.PaymentGateway.Status;
import org.mercat.application.shared.Acting;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.payment.FailureCode;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.OperationKey;
import org.mercat.domain.payment.PaymentMethod;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.Money;
import org.mercat.domain.tenancy.TenantId;
import org.mercat.payments.stripe.StripePlatform.AccountsApi;
import org.mercat.payments.stripe.fake.FakeCard;
import org.mercat.payments.stripe.fake.FakeRequest;
import org.mercat.payments.stripe.fake.FakeStripe;
import org.mercat.payments.stripe.fake.Fault;

/** What is known to go wrong between a market and Stripe, and its library. */
class StripeTrapsTest {

  private static final Money PRICE = Money.of(8_475, "CAD");
  private static final PaymentMethod CARD = new PaymentMethod(FakeCard.OK.token());

  private final FakeStripe stripe = FakeStripe.start(InstantSource.system());
  private final StripePlatform platform = StripeOnTrial.at(stripe, AccountsApi.V2);
  private final PaymentGateway gateway = platform.gateway();
  private final OperationKey key = OperationKey.capture(new BookingId(UUID.randomUUID()));

  @AfterEach
  void close() {
    platform.close();
    stripe.close();
  }

  @ParameterizedTest
  @EnumSource(
      names = {"LOST_BEFORE", "LOST_AFTER", "FAULT_BEFORE", "FAULT_AFTER", "UNAVAILABLE", "PAGE"})
  void whatever_is_no_answer_is_sent_once_and_leaves_the_outcome_unknown(Fault fault) {
    stripe.next(fault);

    assertThat(pay()).isInstanceOf(Outcome.Unknown.class);

    assertThat(stripe.commands()).hasSize(1);
  }

  @Test
  void a_body_that_does_not_come_in_time_is_no_answer() {
    stripe.next(Fault.STALLED_AFTER);
    try (var impatient = StripeOnTrial.impatient(stripe)) {
      assertThat(impatient.gateway().capture(key, PRICE, CARD))
          .isEqualTo(new Outcome.Unknown<PaymentView>("no answer: no answer in time"));
    }

    assertThat(pay().required().status()).isEqualTo(Status.SUCCEEDED);
    assertThat(stripe.taken()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(names = {"LOST_BEFORE", "LOST_AFTER", "UNAVAILABLE", "PAGE", "TOO_MANY", "IN_USE"})
  void the_same_key_again_takes_the_money_once(Fault fault) {
    stripe.next(fault);
    assertThat(pay()).isNotInstanceOf(Outcome.Done.class);

    assertThat(pay().required().status()).isEqualTo(Status.SUCCEEDED);

    assertThat(stripe.taken()).isEqualTo(1);
  }

  @Test
  void a_fault_that_stripe_repeats_is_looked_up_and_what_was_done_is_found() {
    stripe.next(Fault.FAULT_AFTER);
    assertThat(pay()).isInstanceOf(Outcome.Unknown.class);

    var found = pay();

    assertThat(found.required().status()).isEqualTo(Status.SUCCEEDED);
    assertThat(found).isEqualTo(new Outcome.Done<>(found.required(), true));
    assertThat(stripe.taken()).isEqualTo(1);
  }

  @Test
  void a_fault_that_stripe_repeats_and_that_made_nothing_frees_the_next_attempt() {
    stripe.next(Fault.FAULT_BEFORE);
    assertThat(pay()).isInstanceOf(Outcome.Unknown.class);

    assertThat(pay())
        .isInstanceOfSatisfying(
            Outcome.Rejected.class,
            rejected -> assertThat(rejected.why()).isEqualTo(FailureCode.NEVER_ARRIVED));

    assertThat(gateway.capture(key.next(), PRICE, CARD).required().status())
        .isEqualTo(Status.SUCCEEDED);
    assertThat(stripe.taken()).isEqualTo(1);
  }

  @Test
  void the_same_call_in_other_words_is_looked_up_and_not_taken_for_another_one() {
    stripe.next(Fault.LOST_AFTER);
    assertThat(pay()).isInstanceOf(Outcome.Unknown.class);

    try (var moved = StripeOnTrial.moved(stripe)) {
      var again = moved.gateway().capture(key, PRICE, CARD);
      assertThat(again).isEqualTo(new Outcome.Done<>(again.required(), true));
    }

    assertThat(stripe.taken()).isEqualTo(1);
  }

  @Test
  void too_many_requests_are_put_off_as_long_as_stripe_says() {
    stripe.next(Fault.TOO_MANY);

    assertThat(pay()).isEqualTo(new Outcome.Busy<PaymentView>(Duration.ofSeconds(7)));
  }

  @ParameterizedTest
  @EnumSource(names = {"LOCKED", "IN_USE"})
  void while_somebody_else_works_stripe_is_busy(Fault fault) {
    stripe.next(fault);

    assertThat(pay()).isEqualTo(new Outcome.Busy<PaymentView>(Duration.ofSeconds(1)));
  }

  @Test
  void a_refused_api_key_says_nothing_of_what_was_done_before() {
    stripe.next(Fault.LOST_AFTER, Fault.UNAUTHORIZED);
    assertThat(pay()).isInstanceOf(Outcome.Unknown.class);

    assertThat(pay()).isInstanceOf(Outcome.Unknown.class);

    assertThat(pay().required().status()).isEqualTo(Status.SUCCEEDED);
  }

  @Test
  void nobody_at_the_address_is_no_answer() {
    stripe.close();

    assertThat(pay()).isInstanceOf(Outcome.Unknown.class);
  }

  @Test
  void after_the_keys_are_forgotten_a_payment_is_found_and_not_made_again() {
    stripe.next(Fault.LOST_AFTER);
    assertThat(pay()).isInstanceOf(Outcome.Unknown.class);
    stripe.forgetKeys();

    assertThat(gateway.findPayment(key).required().map(PaymentView::status))
        .contains(Status.SUCCEEDED);
  }

  @Test
  void a_payment_that_waits_for_its_payer_is_found_although_nothing_is_charged_yet() {
    stripe.next(Fault.LOST_AFTER);
    var method = new PaymentMethod(FakeCard.REQUIRES_ACTION.token());
    assertThat(gateway.capture(key, PRICE, method)).isInstanceOf(Outcome.Unknown.class);
    takeOthers(120);

    assertThat(gateway.findPayment(key).required().map(PaymentView::status))
        .contains(Status.REQUIRES_ACTION);
  }

  @Test
  void a_payment_is_found_behind_the_first_page() {
    stripe.next(Fault.LOST_AFTER);
    assertThat(pay()).isInstanceOf(Outcome.Unknown.class);
    var another = key;
    for (var attempt = 0; attempt < 120; attempt++) {
      another = another.next();
      assertThat(gateway.capture(another, PRICE, CARD)).isInstanceOf(Outcome.Done.class);
    }

    assertThat(gateway.findPayment(key).required().map(PaymentView::key)).contains(key);
  }

  @Test
  void what_one_tenant_has_asked_for_another_one_does_not_find() {
    var payment = pay().required();

    Acting.of(new TenantId(UUID.randomUUID()))
        .run(
            () -> {
              assertThat(gateway.payment(payment.reference())).isInstanceOf(Outcome.Rejected.class);
              assertThat(gateway.findPayment(key).required()).isEmpty();
              assertThat(pay().required().reference()).isNotEqualTo(payment.reference());
            });
  }

  @Test
  void what_somebody_else_has_made_at_stripe_is_none_of_ours() {
    var account = new GatewayReference(stripe.openForeignAccount());

    assertThat(gateway.payee(account)).isInstanceOf(Outcome.Rejected.class);
  }

  @Test
  void a_payment_names_everything_that_stripe_needs_to_know() {
    var payment = pay().required();

    var asked = command();
    assertThat(asked.form())
        .containsEntry("amount", "8475")
        .containsEntry("currency", "cad")
        .containsEntry("confirm", "true")
        .containsEntry("capture_method", "automatic")
        .containsEntry("payment_method", CARD.token())
        .containsEntry("automatic_payment_methods[enabled]", "true")
        .containsEntry("return_url", StripeOnTrial.MARKET.toString())
        .containsEntry("transfer_group", key.subject().id().toString())
        .containsEntry("metadata[operation_id]", key.text())
        .containsEntry("metadata[tenant]", TenantId.DEFAULT.value().toString());
    assertThat(asked.header("Idempotency-Key"))
        .contains(TenantId.DEFAULT.value() + ":" + key.text());
    assertThat(asked.header("Stripe-Version")).contains(Stripe.API_VERSION);
    assertThat(payment.amount()).isEqualTo(PRICE);
  }

  @Test
  void a_refund_names_its_payment_its_amount_and_its_key() {
    var payment = pay().required();
    var refund = OperationKey.refund(key.booking(), 1);

    assertThat(gateway.refund(refund, payment.reference(), Money.of(100, "CAD")))
        .isInstanceOf(Outcome.Done.class);

    assertThat(command().form())
        .containsOnly(
            Map.entry("payment_intent", payment.reference().value()),
            Map.entry("amount", "100"),
            Map.entry("metadata[operation_id]", refund.text()),
            Map.entry("metadata[tenant]", TenantId.DEFAULT.value().toString()));
  }

  @Test
  void a_refund_of_the_whole_is_repeated_although_nothing_is_left() {
    var payment = pay().required();
    var refund = OperationKey.refund(key.booking(), 1);
    stripe.next(Fault.LOST_AFTER);
    assertThat(gateway.refund(refund, payment.reference(), PRICE))
        .isInstanceOf(Outcome.Unknown.class);

    var again = gateway.refund(refund, payment.reference(), PRICE);

    assertThat(again.required().amount()).isEqualTo(PRICE);
    assertThat(stripe.refunds()).hasSize(1);
  }

  @Test
  void an_account_is_opened_once_although_its_first_answer_is_lost() {
    var payee = OperationKey.openPayee(new ProviderId(UUID.randomUUID()));
    var profile = new PayeeProfile("Clean and Bright", "CA", "ada@example.org");
    stripe.next(Fault.LOST_AFTER);
    assertThat(gateway.openPayee(payee, profile)).isInstanceOf(Outcome.Unknown.class);

    assertThat(gateway.findPayee(payee).required()).isPresent();
    assertThat(gateway.openPayee(payee, profile)).isInstanceOf(Outcome.Done.class);

    assertThat(stripe.accounts()).isEqualTo(1);
  }

  @Test
  void nothing_is_sent_without_a_key_and_no_key_twice_with_another_body() {
    assertThat(pay()).isInstanceOf(Outcome.Done.class);
    var payee = OperationKey.openPayee(new ProviderId(UUID.randomUUID()));
    var account =
        gateway.openPayee(payee, new PayeeProfile("Clean", "CA", "ada@example.org")).required();
    assertThat(gateway.onboardingLink(account.reference())).isInstanceOf(Outcome.Done.class);
    assertThat(gateway.onboardingLink(account.reference())).isInstanceOf(Outcome.Done.class);

    assertThat(stripe.seen().stream().filter(request -> request.method().equals("POST")))
        .extracting(request -> request.header("Idempotency-Key"))
        .allMatch(Optional::isPresent)
        .doesNotHaveDuplicates();
  }

  @Test
  void stripe_learns_nothing_of_how_we_work() {
    assertThat(pay()).isInstanceOf(Outcome.Done.class);
    assertThat(gateway.findPayment(key)).isInstanceOf(Outcome.Done.class);

    assertThat(stripe.seen())
        .allSatisfy(
            request ->
                assertThat(request.headers())
                    .doesNotContainKeys("X-Stripe-Client-Telemetry", "X-Stripe-Client-User-Agent"));
    assertThat(Path.of(System.getProperty("user.home"), ".config", "stripe", "telemetry_id"))
        .satisfies(file -> assertThat(Files.exists(file)).isFalse());
  }

  @Test
  void the_api_key_is_never_told() {
    var place = StripeOnTrial.place(stripe, AccountsApi.V2);

    assertThat(place.toString() + gateway.name())
        .doesNotContain(FakeStripe.API_KEY)
        .doesNotContain("whsec")
        .contains("test");
  }

  private Outcome<PaymentView> pay() {
    return gateway.capture(key, PRICE, CARD);
  }

  private void takeOthers(int count) {
    IntStream.range(0, count)
        .mapToObj(_ -> OperationKey.capture(new BookingId(UUID.randomUUID())))
        .forEach(
            other ->
                assertThat(gateway.capture(other, PRICE, CARD)).isInstanceOf(Outcome.Done.class));
  }

  /** The last command. */
  private FakeRequest command() {
    return stripe.commands().getLast();
  }
}
