package org.mercat.persistence.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mercat.application.payment.port.SamplePayments.NOW;
import static org.mercat.application.payment.port.SamplePayments.done;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mercat.application.booking.port.SampleBookings.Parties;
import org.mercat.application.payment.port.SamplePayments;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.OperationKey;
import org.mercat.domain.payment.Payment;
import org.mercat.domain.payment.Payment.Transition;
import org.mercat.domain.payment.RefundRequest;
import org.mercat.domain.shared.Role;
import org.mercat.persistence.booking.KnownBookings;
import org.mercat.persistence.shared.Sql;
import org.mercat.persistence.shared.TestDatabase;

/** Books that somebody has changed past every law of the database do not pass the check. */
class LedgerLawsTest {

  private final KnownBookings bookings = new KnownBookings();
  private final MyBatisPayments payments = new MyBatisPayments(TestDatabase.SESSIONS);
  private final MyBatisLedger ledger = new MyBatisLedger(TestDatabase.SESSIONS);

  /** Captured, partly refunded, and another refund under way. */
  @BeforeEach
  void money_has_moved() {
    var booking = bookings.any();
    var terms = booking.terms();
    var parties = new Parties(terms.client(), terms.provider(), terms.listing());
    var started = Payment.start(SamplePayments.charge(booking.id(), parties), NOW);
    var key = OperationKey.capture(booking.id());
    var refund = OperationKey.refund(booking.id(), 1);

    var payment = stored(started, it -> it.captured(key, new GatewayReference("pay_1"), NOW));
    payment = changed(payment, it -> it.refund(part(), NOW));
    payment = changed(payment, it -> it.refundPaid(refund, NOW));
    payment = changed(payment, it -> it.refund(part(), NOW));
    assertThat(payment.refunds()).isEqualTo(2);
  }

  @Test
  void right_books_pass() {
    assertThat(problems()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "update posting set amount_minor = amount_minor - 1 where account like '%:tip' # sums to",
        "update posting set amount_minor = 2 * amount_minor # is not what was posted",
        "update posting set account = 'rounding' where account like '%:tip' # rounding is not zero",
        "update posting set account = 'escrow:' || tx_id || ':tip' where account = "
            + "'gateway_clearing' # is overdrawn by",
        "delete from posting where account = 'refunds_payable' and amount_minor < 0 # overdrawn",
        "update account_balance set balance_minor = balance_minor - 1 # has a kept balance of",
        "delete from account_balance # has a kept balance of 0",
        "delete from posting where account = 'gateway_clearing' # took in",
        "update payment set refunded_tip_minor = refunded_tip_minor + 1 # but its entries say",
        "update payment set state = 'RELEASED', refunding = false, "
            + "refunding_service_minor = 0, refunding_tip_minor = 0, "
            + "owed_service_minor = 0, owed_tip_minor = 0, release_rate_ppm = 0, "
            + "release_rule = 'none', release_taxes = '[]' # but its entries say",
        "update payment_tax_line set refunding_minor = 0 # but its entries say"
      })
  void books_that_were_tampered_with_do_not(String change, String problem) throws SQLException {
    try (var connection = TestDatabase.superuser().getConnection()) {
      Sql.execute(connection, "set session_replication_role = replica");
      Sql.execute(connection, ofThisTenant(change));
    }

    assertThat(problems()).anyMatch(found -> found.contains(problem));
  }

  private String ofThisTenant(String change) {
    var tenant = "tenant_id = '%s'".formatted(bookings.parties().tenant().value());
    return change.contains(" where ")
        ? change.replace(" where ", " where " + tenant + " and ")
        : change + " where " + tenant;
  }

  private static RefundRequest part() {
    return new RefundRequest(
        SamplePayments.cad(1_000), SamplePayments.cad(100), Role.PROVIDER, "late");
  }

  private interface Command {
    Transition on(Payment payment);
  }

  private Payment stored(Payment started, Command command) {
    return bookings
        .unitOfWork()
        .run(
            () -> {
              payments.add(started);
              return kept(command.on(started));
            });
  }

  private Payment changed(Payment payment, Command command) {
    return bookings.unitOfWork().run(() -> kept(command.on(payment)));
  }

  private Payment kept(Transition transition) {
    var payment = done(transition);
    payments.update(payment);
    if (transition instanceof Transition.Done(_, var entries, _)) {
      entries.forEach(ledger::post);
    }
    return payments.find(payment.charge().booking()).orElseThrow();
  }

  private List<String> problems() {
    return bookings.unitOfWork().run(() -> ledger.audit()).problems();
  }
}
