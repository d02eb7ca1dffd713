package org.mercat.application.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mercat.application.Trade;
import org.mercat.application.booking.ActOnBooking.Act;
import org.mercat.application.booking.port.BookingReadModel.Phase;
import org.mercat.application.booking.port.BookingReadModel.Whereabouts;
import org.mercat.application.payment.port.GatewayInbox.Kind;
import org.mercat.application.shared.SystemEvents;
import org.mercat.domain.payment.Account;
import org.mercat.domain.payment.Claim.Status;
import org.mercat.domain.payment.Discrepancy;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.Payment.Refusal;

/** What stands still while a chargeback is open, and how one becomes known. */
class FrozenMoneyTest extends ContestedTrade {

  @Test
  void while_a_chargeback_is_open_nothing_is_released_and_then_by_itself() {
    var booking = booked();
    var dispute = contested(booking, PAID);

    trade.deliverAndConfirm(shop, client, booking);

    assertThat(trade.stand(booking)).isEqualTo(new Trade.Stand(Phase.COMPLETED, Whereabouts.HELD));
    assertThat(released(booking)).isEqualTo(new ReleasePayout.Outcome.Refused(Refusal.DISPUTED));
    ended(dispute, true);
    assertThat(trade.stand(booking))
        .isEqualTo(new Trade.Stand(Phase.COMPLETED, Whereabouts.RELEASED));
    assertThat(owes()).isEqualTo(-SHARE);
    trade.assertBooksBalance();
  }

  @Test
  void while_a_chargeback_is_open_nothing_is_given_back() {
    var booking = earned();
    var dispute = contested(booking, 11_300);

    assertThat(refunded(booking, Optional.of(cad(1_000))))
        .isEqualTo(new RefundBooking.Outcome.Refused(Refusal.DISPUTED));

    ended(dispute, true);
    assertThat(refunded(booking, Optional.of(cad(1_000))))
        .isEqualTo(new RefundBooking.Outcome.Started(booking));
  }

  @Test
  void what_a_cancelled_client_is_owed_goes_back_after_the_chargeback_is_won() {
    var booking = booked();
    var dispute = contested(booking, PAID);
    trade.act(client, booking, new Act.Cancel("Not needed."));
    assertThat(payment(booking).owed().total()).isEqualTo(cad(PAID));
    assertThat(trade.held(booking)).isEqualTo(PAID);

    ended(dispute, true);
    trade.runOperations(booking);

    assertThat(trade.stand(booking).money()).isEqualTo(Whereabouts.REFUNDED);
    assertThat(payment(booking).owed().isNothing()).isTrue();
    trade.assertBooksBalance();
  }

  @Test
  void a_cancelled_client_whose_bank_has_taken_it_back_is_owed_nothing() {
    var booking = booked();
    var dispute = contested(booking, PAID);
    trade.act(client, booking, new Act.Cancel("Not needed."));

    ended(dispute, false);
    trade.runOperations(booking);

    assertThat(payment(booking).owed().isNothing()).isTrue();
    assertThat(trade.held(booking)).isZero();
    assertThat(trade.balance(Account.GATEWAY_CLEARING)).isEqualTo(-DISPUTE_FEE);
    trade.assertBooksBalance();
  }

  @Test
  void what_is_contested_is_not_paid_out() {
    var contested = earned();
    var other = earned();
    var dispute = contested(contested, PAID);

    assertThat(aDayLater()).isEqualTo(1);

    assertThat(trade.market.in.payouts.all().getLast().amount()).isEqualTo(cad(SHARE));
    assertThat(trade.market.in.earnings.find(other).orElseThrow().due().isZero()).isTrue();
    ended(dispute, true);
    assertThat(aDayLater()).isEqualTo(1);
    assertThat(owes()).isZero();
    trade.assertBooksBalance();
  }

  @Test
  void an_inquiry_moves_nothing_and_stops_nothing() {
    var booking = booked();
    var dispute = bank.inquire(reference(booking), cad(PAID));
    told(dispute);

    trade.deliverAndConfirm(shop, client, booking);

    assertThat(trade.stand(booking).money()).isEqualTo(Whereabouts.RELEASED);
    assertThat(chargeback().claim().status()).isEqualTo(Status.INQUIRY);
    assertThat(balances()).isEqualTo(new Balances(0, 0, -SHARE, -FEE));
    bank.escalate(dispute);
    told(dispute);
    assertThat(balances()).isEqualTo(new Balances(PAID, DISPUTE_FEE, -SHARE, -FEE));
  }

  @Test
  void told_doubly_or_in_any_order_it_comes_to_the_same_end() {
    var booking = earned();
    aDayLater();
    var dispute = contested(booking, PAID);
    ended(dispute, false);
    var once = trade.market.in.ledger.linesOf(booking);

    told(dispute);
    told(dispute);
    anHourLater();

    assertThat(trade.market.in.ledger.linesOf(booking)).isEqualTo(once);
  }

  @Test
  void what_no_event_has_told_is_found_and_followed() {
    var booking = earned();
    var dispute = bank.contest(reference(booking), cad(PAID));

    anHourLater();
    assertThat(balances()).isEqualTo(new Balances(PAID, DISPUTE_FEE, -SHARE, -FEE));
    bank.end(dispute, false);
    anHourLater();

    assertThat(balances()).isEqualTo(new Balances(0, DISPUTE_FEE, 0, 0));
  }

  @Test
  void the_comparison_of_the_books_finds_a_dispute_that_is_not_posted_and_no_other() {
    var booking = earned();
    var dispute = bank.contest(reference(booking), cad(PAID));
    assertThat(differences())
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.kind()).isEqualTo(Discrepancy.Kind.UNPOSTED_DISPUTE);
              assertThat(it.reference()).isEqualTo(dispute);
              assertThat(it.atGateway()).isEqualTo(cad(-PAID));
            });

    told(dispute);
    assertThat(differences()).isEmpty();
    bank.end(dispute, true);
    assertThat(differences())
        .extracting(Discrepancy::kind)
        .containsOnly(Discrepancy.Kind.UNPOSTED_DISPUTE);
    told(dispute);
    assertThat(differences()).isEmpty();
  }

  @Test
  void whoever_runs_the_market_is_told_of_disputes_and_warnings_and_of_evidence_that_is_due() {
    var booking = earned();
    trade.told(Kind.FRAUD_WARNED, bank.warn(reference(booking)));
    told(bank.contest(reference(booking), cad(PAID)));
    trade.market.in.system.advance(Duration.ofDays(5));
    anHourLater();
    anHourLater();

    assertThat(trade.market.in.systemEvents.reported())
        .filteredOn(it -> it.source().equals("chargeback"))
        .extracting(SystemEvents.Event::what)
        .containsExactly(
            "A payer's bank warns of fraud.",
            "A payer's bank contests a payment.",
            "Evidence for a dispute is due soon.");
  }

  @Test
  void a_dispute_of_a_payment_that_nobody_knows_is_left_for_later() {
    trade.told(Kind.DISPUTE_CHANGED, new GatewayReference("dp_" + UUID.randomUUID()));

    assertThat(trade.market.in.chargebacks.all()).isEmpty();
  }
}
