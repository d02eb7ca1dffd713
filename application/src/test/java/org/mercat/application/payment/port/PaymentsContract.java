package org.mercat.application.payment.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mercat.application.payment.port.SamplePayments.NOW;
import static org.mercat.application.payment.port.SamplePayments.TWO_TAXES;
import static org.mercat.application.payment.port.SamplePayments.cad;
import static org.mercat.application.payment.port.SamplePayments.done;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.fee.CustomerFeeTerms;
import org.mercat.domain.fee.FeeTerms;
import org.mercat.domain.payment.Charge;
import org.mercat.domain.payment.FailureCode;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.MoneyState;
import org.mercat.domain.payment.OperationKey;
import org.mercat.domain.payment.Payment;
import org.mercat.domain.payment.RefundRequest;
import org.mercat.domain.shared.Rate;
import org.mercat.domain.shared.Role;

/** What every adapter of {@link Payments} promises. */
public interface PaymentsContract {

  GatewayReference CAPTURED = new GatewayReference("pay_1");
  FeeTerms TERMS = new FeeTerms(Rate.percent(15), "platform-fee:v1", TWO_TAXES);

  Payments payments();

  UnitOfWork unitOfWork();

  /** A charge for a booking that the adapter knows and nobody has paid for. */
  Charge charge();

  @Test
  default void finds_what_was_added() {
    var payment = added(Payment.start(charge(), NOW));

    assertThat(find(payment)).contains(payment);
  }

  @Test
  default void finds_nothing_for_a_booking_that_nobody_pays() {
    assertThat(find(Payment.start(charge(), NOW))).isEmpty();
  }

  @Test
  default void a_booking_has_one_payment() {
    var payment = added(Payment.start(charge(), NOW));

    assertThatThrownBy(() -> added(payment)).isInstanceOf(ConcurrencyConflict.class);
  }

  @Test
  default void every_state_of_a_payment_that_is_refunded_in_parts_is_kept_as_it_is() {
    var payment = updated(held());
    var part = new RefundRequest(cad(1_000), cad(500), Role.PROVIDER, "half the work");
    var refund = OperationKey.refund(payment.charge().booking(), 1);

    payment = updated(done(payment.refund(part, NOW)));
    payment = updated(done(payment.unanswered(NOW)));
    payment = updated(done(payment.refundPaid(refund, NOW)));
    var rest = new RefundRequest(cad(6_500), cad(0), Role.ADMIN, "the rest");
    payment = updated(done(payment.refund(rest, NOW)));
    payment = updated(done(payment.refundPaid(refund, NOW)));

    assertThat(payment.refunded()).isEqualTo(payment.charge().whole());
  }

  @Test
  default void every_state_of_a_payment_that_is_cancelled_is_kept_as_it_is() {
    var payment = updated(held());
    var refund = OperationKey.refund(payment.charge().booking(), 1);

    payment = updated(done(payment.cancel(cad(3_750), TERMS, NOW)));
    payment = updated(done(payment.refundFailed(refund, FailureCode.NOT_FOUND, NOW)));
    assertThat(payment.owed().tax()).isEqualTo(cad(562));
    var again = new RefundRequest(cad(3_750), cad(500), Role.ADMIN, "once more");
    payment = updated(done(payment.refund(again, NOW)));
    payment = updated(done(payment.refundPaid(refund, NOW)));

    assertThat(payment.releaseUnder()).contains(TERMS);
    assertThat(payment.money()).isInstanceOf(MoneyState.Released.class);
  }

  @Test
  default void every_state_of_a_payment_that_is_refunded_after_its_release_is_kept_as_it_is() {
    var payment = updated(held());
    var refund = OperationKey.refund(payment.charge().booking(), 1);
    payment = updated(done(payment.release(TERMS, NOW)));

    var part = new RefundRequest(cad(1_000), cad(500), Role.PROVIDER, "half the work");
    assertThat(isRefunding(payment)).isFalse();
    payment = updated(done(payment.refund(part, NOW)));
    assertThat(isRefunding(payment)).isTrue();
    payment = updated(done(payment.refundFailed(refund, FailureCode.NOT_FOUND, NOW)));
    assertThat(isRefunding(payment)).isFalse();
    payment = updated(done(payment.refund(part, NOW)));
    payment = updated(done(payment.refundPaid(refund, NOW)));
    var rest = new RefundRequest(cad(6_500), cad(0), Role.ADMIN, "the rest");
    payment = updated(done(payment.refund(rest, NOW)));
    payment = updated(done(payment.refundPaid(refund, NOW)));

    assertThat(payment.refunded()).isEqualTo(payment.charge().whole());
  }

  @Test
  default void every_state_of_a_payment_that_is_tried_again_is_kept_as_it_is() {
    var payment = added(Payment.start(charge(), NOW));

    payment = updated(done(payment.declined(FailureCode.CARD_DECLINED, NOW)));
    payment = updated(done(payment.retry(NOW)));

    assertThat(payment.version()).isEqualTo(2);
  }

  @Test
  default void a_charge_without_taxes_is_kept_as_it_is() {
    var with = charge();
    var without =
        new Charge(
            with.booking(), with.client(), with.provider(), with.service(), List.of(), with.tip());

    var payment = added(Payment.start(without, NOW));

    assertThat(find(payment)).contains(payment);
  }

  @Test
  default void what_is_paid_on_top_is_kept_through_all_refunds() {
    var with = charge();
    var fee =
        new CustomerFeeTerms(Rate.percent(5), Optional.of(cad(100)), TWO_TAXES, true, "everybody")
            .on(with.service());
    var charge =
        new Charge(
            with.booking(),
            with.client(),
            with.provider(),
            with.service(),
            with.taxes(),
            with.tip(),
            fee);
    var payment = added(Payment.start(charge, NOW));
    var key = OperationKey.capture(charge.booking());
    payment = updated(done(payment.captured(key, CAPTURED, NOW)));
    var refund = OperationKey.refund(charge.booking(), 1);
    var part = new RefundRequest(cad(1_000), cad(0), Role.PROVIDER, "late");

    payment = updated(done(payment.refund(part, NOW)));
    payment = updated(done(payment.refundFailed(refund, FailureCode.REJECTED, NOW)));
    payment = updated(done(payment.refund(part, NOW)));
    payment = updated(done(payment.refundPaid(refund, NOW)));
    payment = updated(done(payment.release(TERMS, NOW)));

    assertThat(payment.refunded().customerFee()).isEqualTo(cad(63));
    assertThat(payment.refunded().customerFeeTaxes()).containsExactly(cad(3), cad(6));
  }

  @Test
  default void update_refuses_a_stale_version() {
    var stale = held();
    updated(stale);

    assertThatThrownBy(() -> updated(stale)).isInstanceOf(ConcurrencyConflict.class);
  }

  private boolean isRefunding(Payment payment) {
    var euro = Currency.getInstance("EUR");
    var provider = payment.charge().provider();
    assertThat(unitOfWork().run(() -> payments().isRefunding(provider, euro))).isFalse();
    return unitOfWork().run(() -> payments().isRefunding(provider, cad(0).currency()));
  }

  private Payment held() {
    var started = added(Payment.start(charge(), NOW));
    return done(started.captured(OperationKey.capture(started.charge().booking()), CAPTURED, NOW));
  }

  private Payment added(Payment payment) {
    return unitOfWork()
        .run(
            () -> {
              payments().add(payment);
              return payment;
            });
  }

  @CanIgnoreReturnValue
  private Payment updated(Payment payment) {
    var stored =
        unitOfWork()
            .run(
                () -> {
                  payments().update(payment);
                  return payments().find(payment.charge().booking()).orElseThrow();
                });
    assertThat(stored).usingRecursiveComparison().ignoringFields("version").isEqualTo(payment);
    assertThat(stored.version()).isEqualTo(payment.version() + 1);
    return stored;
  }

  private Optional<Payment> find(Payment payment) {
    return unitOfWork().run(() -> payments().find(payment.charge().booking()));
  }
}
