package org.mercat.application.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mercat.application.payment.port.InMemoryPaymentGateway.OK;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.payment.Account;
import org.mercat.domain.payment.Charge;
import org.mercat.domain.payment.Earning;
import org.mercat.domain.payment.FailureCode;
import org.mercat.domain.payment.JournalEntry;
import org.mercat.domain.payment.PayeeEvent;
import org.mercat.domain.payment.Payment;
import org.mercat.domain.payment.PayoutPlan;
import org.mercat.domain.payment.PayoutSchedule;
import org.mercat.domain.payment.Posting;

/** Who is paid out every month does not wait a month for what went wrong, or was too much. */
class PayoutsTriedAgainTest extends PaidOut {

  private static final Instant NEXT_MONTH = Instant.parse("2026-12-16T05:00:00Z");

  @BeforeEach
  void every_month() {
    var now = trade.market.in.market.instant();
    var zone = trade.market.in.plans.zoneOf(shop.provider());
    trade.market.in.plans.add(PayoutPlan.first(shop.provider(), zone, now));
    schedule(new PayoutSchedule.Monthly(16));
    assertThat(plan().nextAt()).contains(Instant.parse("2026-11-16T05:00:00Z"));
  }

  @Test
  void a_conflict_is_tried_again_after_a_quarter_of_an_hour() {
    earned(OK);
    trade.market.in.market.advance(Duration.ofDays(1));

    assertThat(trade.market.runPayouts(overtakenTwice()).handle()).isZero();

    assertThat(trade.market.in.payouts.all()).isEmpty();
    assertThat(after(PayoutPlan.PATIENCE.minusSeconds(1))).isZero();
    assertThat(after(Duration.ofSeconds(1))).isEqualTo(1);
    assertThat(bankGot()).isEqualTo(SHARE);
    assertThat(plan().nextAt()).contains(NEXT_MONTH);
  }

  @Test
  void money_that_was_not_there_is_tried_again_the_same_day() {
    earned(OK);
    trade.market.in.gateway.shortOfMoney(true);
    assertThat(aDayLater()).isEqualTo(1);
    assertThat(failure(payout())).contains(FailureCode.BALANCE_INSUFFICIENT);
    trade.market.in.gateway.shortOfMoney(false);

    assertThat(after(PayoutPlan.AFTER_FAILURE.minusSeconds(1))).isZero();
    assertThat(after(Duration.ofSeconds(1))).isEqualTo(1);

    assertThat(bankGot()).isEqualTo(SHARE);
    assertThat(plan().nextAt()).contains(NEXT_MONTH);
    trade.assertBooksBalance();
  }

  @Test
  void who_is_paid_out_at_once_is_not_tried_again_at_once() {
    earned(OK);
    schedule(new PayoutSchedule.Immediate());
    trade.market.in.gateway.shortOfMoney(true);

    assertThat(trade.market.runPayouts.handle()).isEqualTo(1);

    assertThat(failure(payout())).contains(FailureCode.BALANCE_INSUFFICIENT);
    trade.market.in.gateway.shortOfMoney(false);
    assertThat(after(PayoutPlan.PATIENCE.minusSeconds(1))).isZero();
    assertThat(after(Duration.ofSeconds(1))).isEqualTo(1);
    assertThat(bankGot()).isEqualTo(SHARE);
  }

  @Test
  void what_was_earned_while_a_payout_was_under_way_is_looked_at_again_the_same_day() {
    earned(OK);
    trade.market.in.gateway.loseNextAnswer();
    trade.market.in.market.advance(Duration.ofDays(1));
    assertThat(trade.market.runPayouts.handle()).isEqualTo(1);
    earned(OK);
    schedule(new PayoutSchedule.Monthly(17));
    assertThat(aDayLater()).isZero();
    recover();
    recover();
    assertThat(bankGot()).isEqualTo(SHARE);

    assertThat(after(PayoutPlan.AFTER_FAILURE)).isEqualTo(1);

    assertThat(bankGot()).isEqualTo(2 * SHARE);
    assertThat(plan().nextAt()).contains(Instant.parse("2026-12-17T05:00:00Z"));
    trade.assertBooksBalance();
  }

  @Test
  void an_account_that_is_not_in_order_on_the_day_is_looked_at_again_the_same_day() {
    earned(OK);
    enable(false);
    assertThat(aDayLater()).isZero();
    enable(true);

    assertThat(after(PayoutPlan.AFTER_FAILURE)).isEqualTo(1);

    assertThat(bankGot()).isEqualTo(SHARE);
  }

  @Test
  void what_is_more_than_goes_into_one_payout_goes_into_the_next_one_at_once() {
    var paid = trade.booked(client, shop, OK);
    for (var number = 1; number <= DecidePayouts.LEGS; number++) {
      earned(paid, number, 40);
    }
    earned(paid, DecidePayouts.LEGS + 1, 500);

    assertThat(aDayLater()).isEqualTo(2);

    assertThat(trade.market.in.payouts.all())
        .extracting(payout -> payout.amount().minor())
        .containsExactly(20_000L, 500L);
    assertThat(bankGot()).isEqualTo(20_500);
    assertThat(plan().nextAt()).contains(NEXT_MONTH);
  }

  /** A part of the money of one booking, as if it had been earned with another. */
  private void earned(BookingId paid, int number, long amount) {
    var in = trade.market.in;
    var one = in.payments.find(paid).orElseThrow();
    var id = new BookingId(new UUID(9, number));
    var charge =
        new Charge(
            id,
            one.charge().client(),
            shop.provider(),
            one.charge().service(),
            one.charge().taxes(),
            one.charge().tip());
    in.payments.add(
        new Payment(
            charge,
            one.money(),
            one.reference(),
            one.refunded(),
            one.owed(),
            one.refunds(),
            one.outcomeUnknown(),
            one.releaseUnder(),
            one.contest(),
            0));
    var at = in.market.instant().plusSeconds(number);
    in.earnings.add(Earning.released(id, shop.provider(), cad(amount), at));
    in.ledger.post(
        new JournalEntry(
            "test:" + number,
            JournalEntry.Kind.RELEASE,
            PayeeEvent.subject(shop.provider()),
            List.of(
                new Posting(Account.provider(shop.provider()), cad(-amount)),
                new Posting(new Account("elsewhere"), cad(amount))),
            at));
  }

  private int after(Duration time) {
    trade.market.in.market.advance(time);
    return trade.market.runPayouts.handle();
  }

  /** Both times that a provider has its turn, somebody else was faster. */
  private UnitOfWork overtakenTwice() {
    var left = new AtomicInteger(2);
    return new UnitOfWork() {
      @Override
      public <T> T run(Supplier<T> work) {
        return trade.market.in.unitOfWork.run(
            () -> {
              var result = work.get();
              if (result instanceof Optional<?> turn
                  && turn.isPresent()
                  && left.getAndDecrement() > 0) {
                throw new ConcurrencyConflict("payout plan");
              }
              return result;
            });
      }
    };
  }
}
