package org.mercat.payments.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mercat.application.payment.port.PaymentGateway;
import org.mercat.application.payment.port.PaymentGateway.Outcome;
import org.mercat.application.payment.port.PaymentGateway.PayeeProfile;
import org.mercat.application.payment.port.PaymentGateway.PayoutView;
import org.mercat.application.payment.port.PaymentGateway.ReversalView;
import org.mercat.application.payment.port.PaymentGateway.TransferView;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.OperationKey;
import org.mercat.domain.payment.PaymentMethod;
import org.mercat.domain.payment.PayoutId;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.Money;
import org.mercat.domain.tenancy.TenantId;
import org.mercat.payments.stripe.StripePlatform.AccountsApi;
import org.mercat.payments.stripe.fake.FakeCard;
import org.mercat.payments.stripe.fake.FakeRequest;
import org.mercat.payments.stripe.fake.FakeStripe;
import org.mercat.payments.stripe.fake.Fault;

/** What may go wrong on the way from the market's account to a payee's bank. */
class StripeTransferTrapsTest {

  private static final Money PRICE = Money.of(8_475, "CAD");
  private static final String TENANT = TenantId.DEFAULT.value().toString();
  private static final Map.Entry<String, String> INTERVAL =
      Map.entry("payments[payouts][schedule][interval]", "manual");

  private final FakeStripe stripe = FakeStripe.start(InstantSource.system());
  private final StripePlatform platform = StripeOnTrial.at(stripe, AccountsApi.V2);
  private final PaymentGateway gateway = platform.gateway();
  private final BookingId booking = new BookingId(UUID.randomUUID());
  private final OperationKey transferKey = OperationKey.transfer(booking, 1);
  private final OperationKey reversalKey = OperationKey.reverse(booking, 1);
  private final OperationKey payoutKey = OperationKey.payOut(new PayoutId(UUID.randomUUID()));
  private GatewayReference payment = new GatewayReference("none");
  private GatewayReference payee = new GatewayReference("none");

  @BeforeEach
  void pay() {
    var card = new PaymentMethod(FakeCard.OK.token());
    payment = gateway.capture(OperationKey.capture(booking), PRICE, card).required().reference();
    var profile = new PayeeProfile("Clean and Bright", "CA", "ada@example.org");
    var key = OperationKey.openPayee(new ProviderId(UUID.randomUUID()));
    payee = gateway.openPayee(key, profile).required().reference();
    assertThat(stripe.finishOnboarding(payee.value())).isTrue();
  }

  @AfterEach
  void close() {
    platform.close();
    stripe.close();
  }

  @Test
  void an_account_is_told_to_leave_payouts_to_the_market_before_its_payee_counts_as_payable() {
    stripe.next(Fault.UNAVAILABLE);

    assertThat(gateway.payee(payee)).isInstanceOf(Outcome.Unknown.class);
    assertThat(gateway.payee(payee).required().payoutsEnabled()).isTrue();

    assertThat(command().form()).containsOnly(INTERVAL);
    assertThat(command().header("Stripe-Account")).contains(payee.value());
    assertThat(transfer().required().amount()).isEqualTo(PRICE);
    stripe.letADayPass(payee.value(), "cad");
    assertThat(payOut().required().amount()).isEqualTo(PRICE);
  }

  @Test
  void an_account_that_knows_it_is_not_told_again() {
    var _ = gateway.payee(payee).required();
    var commands = stripe.commands().size();

    assertThat(gateway.payee(payee).required().payoutsEnabled()).isTrue();

    assertThat(stripe.commands()).hasSize(commands);
  }

  @Test
  void a_transfer_names_the_charge_that_its_money_comes_from_and_everything_else() {
    var transfer = transfer().required();

    assertThat(command().form())
        .containsOnly(
            Map.entry("amount", "8475"),
            Map.entry("currency", "cad"),
            Map.entry("destination", payee.value()),
            Map.entry("source_transaction", charge()),
            Map.entry("transfer_group", booking.value().toString()),
            Map.entry("metadata[operation_id]", transferKey.text()),
            Map.entry("metadata[tenant]", TENANT));
    assertThat(command().header("Idempotency-Key")).contains(TENANT + ":" + transferKey.text());
    assertThat(transfer.amount()).isEqualTo(PRICE);
  }

  @Test
  void a_reversal_names_its_amount_and_its_transfer() {
    var transfer = transfer().required().reference();
    var reversal = reverse(transfer).required();

    assertThat(command().path()).isEqualTo("/v1/transfers/" + transfer.value() + "/reversals");
    assertThat(command().form())
        .containsOnly(
            Map.entry("amount", "8475"),
            Map.entry("metadata[operation_id]", reversalKey.text()),
            Map.entry("metadata[tenant]", TENANT));
    assertThat(reversal.reference().value()).startsWith(transfer.value() + ":");
  }

  @Test
  void a_payout_is_made_in_the_name_of_the_payee() {
    assertThat(transfer()).isInstanceOf(Outcome.Done.class);
    var payout = payOut().required();

    assertThat(command().header("Stripe-Account")).contains(payee.value());
    assertThat(command().form())
        .containsOnly(
            Map.entry("amount", "8475"),
            Map.entry("currency", "cad"),
            Map.entry("metadata[operation_id]", payoutKey.text()),
            Map.entry("metadata[tenant]", TENANT));
    assertThat(payout.reference().value()).startsWith(payee.value() + ":");
  }

  @ParameterizedTest
  @EnumSource(names = {"LOST_AFTER", "FAULT_AFTER", "PAGE"})
  void whatever_becomes_of_an_answer_money_is_passed_on_taken_back_and_paid_out_once(Fault fault) {
    stripe.next(fault);
    assertThat(transfer()).isInstanceOf(Outcome.Unknown.class);
    var transfer = transfer().required();
    assertThat(stripe.transfers()).hasSize(1);

    stripe.next(fault);
    assertThat(payOut()).isInstanceOf(Outcome.Unknown.class);
    var payout = payOut().required();
    assertThat(stripe.payouts()).hasSize(1);
    stripe.completePayout(payout.reference().value().replaceFirst(".*:", ""), false);

    stripe.next(fault);
    assertThat(reverse(transfer.reference())).isInstanceOf(Outcome.Unknown.class);
    assertThat(reverse(transfer.reference()).required().amount()).isEqualTo(PRICE);
    assertThat(gateway.transfer(transfer.reference()).required().reversed()).isEqualTo(PRICE);
  }

  @Test
  void after_the_keys_are_forgotten_everything_is_found_by_its_marks() {
    stripe.next(Fault.LOST_AFTER);
    assertThat(transfer()).isInstanceOf(Outcome.Unknown.class);
    var transfer = gateway.findTransfer(transferKey).required().orElseThrow();
    stripe.next(Fault.LOST_AFTER);
    assertThat(payOut()).isInstanceOf(Outcome.Unknown.class);
    var payout = gateway.findPayout(payoutKey, payee).required().orElseThrow();
    stripe.completePayout(payout.reference().value().replaceFirst(".*:", ""), false);
    stripe.next(Fault.LOST_AFTER);
    assertThat(reverse(transfer.reference())).isInstanceOf(Outcome.Unknown.class);
    stripe.forgetKeys();

    assertThat(gateway.findReversal(reversalKey, transfer.reference()).required())
        .map(ReversalView::amount)
        .contains(PRICE);
    assertThat(transfer.amount()).isEqualTo(PRICE);
    assertThat(payout.amount()).isEqualTo(PRICE);
  }

  @Test
  void a_transfer_of_the_whole_is_repeated_although_something_was_given_back_since() {
    var first = transfer().required();
    var refund = OperationKey.refund(booking, 1);
    assertThat(gateway.refund(refund, payment, Money.of(100, "CAD")))
        .isInstanceOf(Outcome.Done.class);

    assertThat(transfer()).isEqualTo(new Outcome.Done<>(first, true));
  }

  private Outcome<TransferView> transfer() {
    return gateway.transfer(transferKey, payee, PRICE, payment);
  }

  private Outcome<ReversalView> reverse(GatewayReference transfer) {
    return gateway.reverse(reversalKey, transfer, PRICE);
  }

  private Outcome<PayoutView> payOut() {
    return gateway.payOut(payoutKey, payee, PRICE);
  }

  private String charge() {
    return stripe.payments().getFirst().path("latest_charge").asText();
  }

  /** The last command. */
  private FakeRequest command() {
    return stripe.commands().getLast();
  }
}
