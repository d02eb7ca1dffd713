package org.mercat.application.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mercat.application.payment.port.GatewayBooks.Movement;
import org.mercat.application.payment.port.InMemoryLedger;
import org.mercat.application.payment.port.InMemoryPaymentOperations;
import org.mercat.application.shared.InMemoryUnitOfWork;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.payment.Account;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.OperationKey;
import org.mercat.domain.payment.PaymentOperation;
import org.mercat.domain.payment.PaymentOperation.Request;
import org.mercat.domain.payment.PayoutId;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.Money;

/** What a gateway keeps is posted to whatever it was kept of. */
class PostGatewayFeeTest {

  private static final Instant NOW = Instant.parse("2030-01-01T09:00:00Z");
  private static final Money FEE = Money.of(25, "CAD");

  private final InMemoryLedger ledger = new InMemoryLedger();
  private final InMemoryPaymentOperations operations = new InMemoryPaymentOperations();
  private final PostGatewayFee postGatewayFee =
      new PostGatewayFee(ledger, operations, new InMemoryUnitOfWork(), InstantSource.fixed(NOW));

  @Test
  void a_fee_of_a_payout_or_of_an_account_is_posted_though_it_is_of_no_booking() {
    assertThat(posted(Movement.Kind.PAYOUT, payout(), Optional.empty())).isTrue();
    assertThat(posted(Movement.Kind.FEE, account(), Optional.empty())).isTrue();

    assertThat(ledger.balance(Account.GATEWAY_FEES, FEE.currency())).isEqualTo(Money.of(50, "CAD"));
  }

  @Test
  void a_fee_of_a_refund_by_hand_is_of_the_booking_whose_payment_it_is() {
    var booking = new BookingId(UUID.randomUUID());
    var payment = asked(OperationKey.capture(booking));

    assertThat(posted(Movement.Kind.REFUND, Optional.empty(), payment)).isTrue();

    assertThat(ledger.linesOf(booking)).hasSize(2);
  }

  @Test
  void that_of_a_dispute_and_that_of_nobody_are_left_to_others() {
    var payment = asked(OperationKey.capture(new BookingId(UUID.randomUUID())));

    assertThat(posted(Movement.Kind.DISPUTE, Optional.empty(), payment)).isFalse();
    assertThat(posted(Movement.Kind.CHARGE, Optional.empty(), Optional.empty())).isFalse();

    assertThat(ledger.balances(Account.GATEWAY_FEES)).isEmpty();
  }

  @Test
  void that_of_what_another_installation_has_asked_for_is_not_ours() {
    var strange = Optional.of(OperationKey.capture(new BookingId(UUID.randomUUID())));

    assertThat(posted(Movement.Kind.CHARGE, strange, Optional.empty())).isFalse();

    assertThat(ledger.balances(Account.GATEWAY_FEES)).isEmpty();
  }

  private boolean posted(
      Movement.Kind kind, Optional<OperationKey> key, Optional<OperationKey> payment) {
    var movement =
        new Movement(
            UUID.randomUUID().toString(),
            kind,
            new GatewayReference("some"),
            key,
            payment,
            Money.of(-100, "CAD"),
            FEE,
            NOW);
    return postGatewayFee.handle(new PostGatewayFee.Command(movement));
  }

  private Optional<OperationKey> payout() {
    return asked(OperationKey.payOut(new PayoutId(UUID.randomUUID())));
  }

  private Optional<OperationKey> account() {
    return asked(OperationKey.openPayee(new ProviderId(UUID.randomUUID())));
  }

  private Optional<OperationKey> asked(OperationKey key) {
    operations.add(
        PaymentOperation.sent(key, new Request.OpenPayee("Clean", "CA", "ada@example.org"), NOW));
    return Optional.of(key);
  }
}
