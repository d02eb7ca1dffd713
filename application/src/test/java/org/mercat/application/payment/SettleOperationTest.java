package org.mercat.application.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mercat.application.payment.port.InMemoryEarnings;
import org.mercat.application.payment.port.InMemoryLedger;
import org.mercat.application.payment.port.InMemoryPayees;
import org.mercat.application.payment.port.InMemoryPayers;
import org.mercat.application.payment.port.InMemoryPaymentOperations;
import org.mercat.application.payment.port.InMemoryPayments;
import org.mercat.application.payment.port.InMemoryPayoutPlans;
import org.mercat.application.payment.port.InMemoryPayouts;
import org.mercat.application.payment.port.InMemorySavedMethods;
import org.mercat.application.shared.InMemoryEventOutbox;
import org.mercat.application.shared.InMemoryUnitOfWork;
import org.mercat.application.shared.OvertakenOnce;
import org.mercat.application.shared.Reactions;
import org.mercat.application.shared.SettableClock;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.OperationKey;
import org.mercat.domain.payment.Payee;
import org.mercat.domain.payment.PayeeEvent.PayeeOpened;
import org.mercat.domain.payment.PaymentOperation;
import org.mercat.domain.payment.PaymentOperation.Request.OpenPayee;
import org.mercat.domain.payment.PaymentOperation.State;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.Zone;

class SettleOperationTest {

  private static final Instant NOW = Instant.parse("2026-11-16T12:00:00Z");

  private final SettableClock clock = new SettableClock(NOW);
  private final ProviderId provider = new ProviderId(UUID.randomUUID());
  private final OperationKey key = OperationKey.openPayee(provider);
  private final State opened = new State.Done(NOW, new GatewayReference("acct_1"));
  private final InMemoryPaymentOperations operations = new InMemoryPaymentOperations();
  private final InMemoryPayments payments = new InMemoryPayments();
  private final InMemoryPayees payees = new InMemoryPayees();
  private final InMemoryEventOutbox outbox = new InMemoryEventOutbox(new Reactions());
  private final UnitOfWork unitOfWork = new InMemoryUnitOfWork(operations, payees, outbox);

  @Test
  void an_answer_is_settled_once_however_often_it_comes() {
    ask();
    var settle = settle(unitOfWork);

    assertThat(settle.handle(new SettleOperation.Command(key, opened)))
        .isEqualTo(new SettleOperation.Outcome.Succeeded());
    assertThat(settle.handle(new SettleOperation.Command(key, opened)))
        .isEqualTo(new SettleOperation.Outcome.Succeeded());

    assertThat(outbox.events()).containsExactly(new PayeeOpened(provider, NOW));
  }

  @Test
  void an_answer_that_another_one_overtakes_is_settled_all_the_same() {
    ask();

    assertThat(
            settle(new OvertakenOnce(unitOfWork)).handle(new SettleOperation.Command(key, opened)))
        .isEqualTo(new SettleOperation.Outcome.Succeeded());

    assertThat(outbox.events()).containsExactly(new PayeeOpened(provider, NOW));
  }

  @Test
  void nobody_has_asked_for_what_has_no_operation() {
    assertThat(settle(unitOfWork).handle(new SettleOperation.Command(key, opened)))
        .isEqualTo(new SettleOperation.Outcome.UnknownOperation());
  }

  private void ask() {
    operations.add(
        PaymentOperation.sent(key, new OpenPayee("Clean", "CA", "ada@example.org"), NOW));
    payees.add(Payee.asked(provider));
  }

  private SettleOperation settle(UnitOfWork work) {
    var ledger = new InMemoryLedger();
    var earnings = new InMemoryEarnings();
    var payouts = new InMemoryPayouts();
    var plans = new InMemoryPayoutPlans(earnings, _ -> Zone.UTC);
    var transfers = new RecordTransfers(earnings, operations, ledger, clock);
    var funds = new CountFunds(ledger, earnings);
    var earning = new RecordEarning(earnings, funds, transfers);
    var payout = new RecordPayout(payouts, plans, payees, operations, ledger, outbox, clock);
    var payment = new RecordPayment(payments, operations, ledger, earning, outbox, clock);
    return new SettleOperation(
        operations,
        payments,
        payees,
        payment,
        new TakeBackRefund(payments, earnings, payment, clock),
        new SettleTransfer(earnings, payouts, funds, transfers, payout, clock),
        new SettlePayout(payouts, payout, new TakeBackDebt(earnings, funds, transfers), clock),
        new SettlePayer(
            new InMemoryPayers(_ -> Optional.empty()),
            new InMemorySavedMethods(),
            operations,
            outbox,
            clock,
            clock),
        outbox,
        work,
        clock);
  }
}
