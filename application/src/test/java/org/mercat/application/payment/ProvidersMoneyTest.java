package org.mercat.application.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mercat.application.payment.port.InMemoryPaymentGateway.OK;
import static org.mercat.application.payment.port.InMemoryPaymentGateway.PAYOUT_FAILS_AFTER_PAID;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mercat.application.Offers;
import org.mercat.application.Trade;
import org.mercat.application.Trade.Shop;
import org.mercat.application.payment.port.GatewayInbox.Kind;
import org.mercat.application.payment.port.Statements.Line;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.application.shared.PageRequest;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.booking.BookingEvent;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.payment.Account;
import org.mercat.domain.payment.AgedDebt;
import org.mercat.domain.payment.JournalEntry;
import org.mercat.domain.payment.PaymentMethod;
import org.mercat.domain.payment.Payout;
import org.mercat.domain.payment.PayoutId;
import org.mercat.domain.payment.PayoutSchedule;
import org.mercat.domain.shared.Money;

/** What providers and administrators see and do of payouts; 206.00 of a booking are earned. */
class ProvidersMoneyTest {

  private static final long SHARE = 20_600;
  private static final PageRequest PAGE = new PageRequest(20, Optional.empty());

  private final Trade trade = new Trade();
  private final Shop shop = trade.shop(Offers.PORTRAIT);
  private final Caller client = trade.client();

  @Test
  void a_provider_sees_what_it_is_owed_until_it_is_in_the_bank() {
    assertThat(balances()).isEmpty();
    var booking = earned(OK);
    assertThat(balances()).containsExactly(SHARE, 0L, 0L);

    assertThat(payOut()).hasSize(1);

    assertThat(balances()).isEmpty();
    var statement = statement();
    assertThat(statement.page().items())
        .extracting(Line::kind)
        .containsExactly(JournalEntry.Kind.TRANSFER, JournalEntry.Kind.RELEASE);
    assertThat(statement.page().items().getFirst().about())
        .isEqualTo(BookingEvent.subject(booking));
    assertThat(statement.sums().closing()).isEqualTo(cad(0));
  }

  @Test
  void who_asks_is_paid_out_at_once_and_once() {
    earned(OK);

    var started = payOut();

    assertThat(started).hasSize(1);
    assertThat(started.getFirst().state()).isInstanceOf(Payout.State.Paid.class);
    assertThat(request(shop.owner())).isEqualTo(new RequestPayout.Outcome.NothingDue());
    assertThat(request(trade.client())).isEqualTo(new RequestPayout.Outcome.Forbidden());
    assertThat(request(trade.vendor())).isEqualTo(new RequestPayout.Outcome.NoProfile());
  }

  @Test
  void a_provider_chooses_its_schedule_before_and_after_it_has_earned_something() {
    var outcome = schedule(new PayoutSchedule.Monthly(1));
    assertThat(outcome.plan().nextAt()).contains(Instant.parse("2026-12-01T05:00:00Z"));

    assertThat(schedule(new PayoutSchedule.Manual()).plan().nextAt()).isEmpty();
    assertThat(
            trade.market.setPayoutSchedule.handle(
                new SetPayoutSchedule.Command(client, new PayoutSchedule.Daily())))
        .isEqualTo(new SetPayoutSchedule.Outcome.Forbidden());
  }

  @Test
  void a_provider_sees_its_payouts_and_nobody_elses() {
    var booking = earned(OK);
    var payout = payOut().getFirst();

    var list =
        Trade.as(
            OwnPayouts.Outcome.Listed.class,
            trade.market.ownPayouts.handle(new OwnPayouts.Query(shop.owner(), PAGE)));
    assertThat(list.page().items()).containsExactly(payout);
    var found = Trade.as(PayoutDetails.Outcome.Found.class, details(shop.owner(), payout.id()));
    assertThat(found.legs().getFirst().booking()).isEqualTo(booking);
    var other = trade.shop(Offers.PORTRAIT);
    assertThat(details(other.owner(), payout.id())).isEqualTo(new PayoutDetails.Outcome.NotFound());
    assertThat(details(client, payout.id())).isEqualTo(new PayoutDetails.Outcome.Forbidden());
  }

  @Test
  void an_administrator_sends_a_payout_that_came_back_once_more() {
    earned(PAYOUT_FAILS_AFTER_PAID);
    var payout = payOut().getFirst();
    var sent = Trade.as(Payout.State.Paid.class, payout.state()).reference();
    assertThat(retry(trade.admin(), payout.id())).isEqualTo(new RetryPayout.Outcome.Refused());
    trade.told(Kind.PAYOUT_CHANGED, sent);
    assertThat(request(shop.owner())).isEqualTo(new RequestPayout.Outcome.Paused());
    assertThat(balances()).containsExactly(0L, SHARE, 0L);

    var again =
        Trade.as(RetryPayout.Outcome.Started.class, retry(trade.admin(), payout.id())).payout();

    assertThat(again.state()).isInstanceOf(Payout.State.Paid.class);
    assertThat(balances()).isEmpty();
    assertThat(request(shop.owner())).isEqualTo(new RequestPayout.Outcome.NothingDue());
    assertThat(retry(shop.owner(), payout.id())).isEqualTo(new RetryPayout.Outcome.Forbidden());
    assertThat(retry(trade.admin(), new PayoutId(UUID.randomUUID())))
        .isEqualTo(new RetryPayout.Outcome.NotFound());
    assertThat(listed()).extracting(Payout::id).containsExactly(payout.id());
    trade.assertBooksBalance();
  }

  @Test
  void a_payout_that_came_back_is_sent_once_more_without_what_is_owed_since() {
    var booking = earned(PAYOUT_FAILS_AFTER_PAID);
    var payout = payOut().getFirst();
    refund(booking, 5_000);
    trade.told(Kind.PAYOUT_CHANGED, Trade.as(Payout.State.Paid.class, payout.state()).reference());

    var again =
        Trade.as(RetryPayout.Outcome.Started.class, retry(trade.admin(), payout.id())).payout();

    assertThat(again.amount()).isEqualTo(cad(15_700));
    assertThat(again.state()).isInstanceOf(Payout.State.Paid.class);
    assertThat(trade.runOperations(booking)).isEqualTo(new SettleOperation.Outcome.Succeeded());
    assertThat(balances()).isEmpty();
    trade.assertBooksBalance();
  }

  @Test
  void of_two_administrators_who_retry_at_the_same_moment_one_is_refused() {
    earned(PAYOUT_FAILS_AFTER_PAID);
    var payout = payOut().getFirst();
    trade.told(Kind.PAYOUT_CHANGED, Trade.as(Payout.State.Paid.class, payout.state()).reference());
    var overtaken = new AtomicBoolean();
    var unitOfWork =
        new UnitOfWork() {
          @Override
          public <T> T run(Supplier<T> work) {
            if (overtaken.compareAndSet(false, true)) {
              assertThat(retry(trade.admin(), payout.id()))
                  .isInstanceOf(RetryPayout.Outcome.Started.class);
              throw new ConcurrencyConflict("payout " + payout.id());
            }
            return trade.market.in.unitOfWork.run(work);
          }
        };

    var second =
        trade
            .market
            .retryPayout(unitOfWork)
            .handle(new RetryPayout.Command(trade.admin(), payout.id()));

    assertThat(second).isEqualTo(new RetryPayout.Outcome.Refused());
    assertThat(balances()).isEmpty();
  }

  @Test
  void what_a_provider_owes_is_aged_and_may_be_written_off() {
    var booking = earned(OK);
    assertThat(payOut()).hasSize(1);
    refund(booking, 5_000);
    trade.market.in.market.advance(Duration.ofDays(40));

    var debt = debts().getFirst();
    assertThat(debt.provider()).isEqualTo(shop.provider());
    assertThat(debt.ages())
        .extracting(AgedDebt.Part::amount)
        .containsExactly(cad(0), cad(4_900), cad(0), cad(0));
    assertThat(balances()).containsExactly(0L, 0L, 4_900L);

    assertThat(writeOff(shop.owner(), 4_900)).isEqualTo(new WriteOffDebt.Outcome.Forbidden());
    assertThat(writeOff(trade.admin(), 4_899))
        .isEqualTo(new WriteOffDebt.Outcome.Changed(cad(4_900)));
    assertThat(writeOff(trade.admin(), 4_900))
        .isEqualTo(new WriteOffDebt.Outcome.Done(shop.provider(), cad(4_900)));
    assertThat(debts()).isEmpty();
    assertThat(balances()).isEmpty();
    assertThat(writeOff(trade.admin(), 4_900)).isEqualTo(new WriteOffDebt.Outcome.NoDebt());
    trade.assertBooksBalance();
  }

  @Test
  void of_two_administrators_who_write_off_one_debt_at_the_same_moment_one_is_refused() {
    var booking = earned(OK);
    assertThat(payOut()).hasSize(1);
    refund(booking, 5_000);
    var overtaken = new AtomicBoolean();
    var unitOfWork =
        new UnitOfWork() {
          @Override
          public <T> T run(Supplier<T> work) {
            if (overtaken.compareAndSet(false, true)) {
              assertThat(writeOff(trade.admin(), 4_900))
                  .isInstanceOf(WriteOffDebt.Outcome.Done.class);
              throw new ConcurrencyConflict("posted already");
            }
            return trade.market.in.unitOfWork.run(work);
          }
        };

    var second = trade.market.writeOffDebt(unitOfWork).handle(writingOff(trade.admin(), 4_900));

    assertThat(second).isEqualTo(new WriteOffDebt.Outcome.NoDebt());
    assertThat(trade.balance(Account.BAD_DEBT)).isEqualTo(4_900);
    refund(booking, 5_000);
    assertThat(writeOff(trade.admin(), 4_900)).isInstanceOf(WriteOffDebt.Outcome.Done.class);
    assertThat(trade.balance(Account.BAD_DEBT)).isEqualTo(9_800);
    trade.assertBooksBalance();
  }

  @Test
  void nothing_is_written_off_while_it_is_taken_back_or_may_be_owed_no_more() {
    var booking = earned(PAYOUT_FAILS_AFTER_PAID);
    var payout = payOut().getFirst();
    var command =
        new RefundBooking.Command(shop.owner(), booking, Optional.of(cad(5_000)), "A gesture.");
    assertThat(trade.market.refundBooking.handle(command))
        .isEqualTo(new RefundBooking.Outcome.Started(booking));
    assertThat(writeOff(trade.admin(), 4_900)).isEqualTo(new WriteOffDebt.Outcome.UnderWay());
    assertThat(trade.runOperations(booking)).isEqualTo(new SettleOperation.Outcome.Succeeded());

    trade.told(Kind.PAYOUT_CHANGED, Trade.as(Payout.State.Paid.class, payout.state()).reference());
    assertThat(writeOff(trade.admin(), 4_900)).isEqualTo(new WriteOffDebt.Outcome.UnderWay());
    assertThat(trade.runOperations(booking)).isEqualTo(new SettleOperation.Outcome.Succeeded());

    assertThat(writeOff(trade.admin(), 4_900)).isEqualTo(new WriteOffDebt.Outcome.NoDebt());
    assertThat(trade.balance(Account.BAD_DEBT)).isZero();
    trade.assertBooksBalance();
  }

  @CanIgnoreReturnValue
  private BookingId earned(PaymentMethod method) {
    var booking = trade.booked(client, shop, method);
    trade.deliverAndConfirm(shop, client, booking);
    return booking;
  }

  private List<Payout> payOut() {
    return Trade.as(RequestPayout.Outcome.Started.class, request(shop.owner())).payouts();
  }

  private RequestPayout.Outcome request(Caller caller) {
    return trade.market.requestPayout.handle(new RequestPayout.Command(caller));
  }

  private RetryPayout.Outcome retry(Caller caller, PayoutId payout) {
    return trade.market.retryPayout.handle(new RetryPayout.Command(caller, payout));
  }

  private PayoutDetails.Outcome details(Caller caller, PayoutId payout) {
    return trade.market.payoutDetails.handle(new PayoutDetails.Query(caller, payout));
  }

  private List<Payout> listed() {
    var query = new PayoutList.Query(trade.admin(), Optional.of(shop.provider()), PAGE);
    return Trade.as(PayoutList.Outcome.Listed.class, trade.market.payoutList.handle(query))
        .page()
        .items();
  }

  private List<AgedDebt> debts() {
    var outcome = trade.market.receivables.handle(new Receivables.Query(trade.admin(), PAGE));
    return Trade.as(Receivables.Outcome.Found.class, outcome).page().items();
  }

  private WriteOffDebt.Outcome writeOff(Caller caller, long debt) {
    return trade.market.writeOffDebt.handle(writingOff(caller, debt));
  }

  private WriteOffDebt.Command writingOff(Caller caller, long debt) {
    return new WriteOffDebt.Command(caller, shop.provider(), cad(debt), "Closed.");
  }

  private SetPayoutSchedule.Outcome.Set schedule(PayoutSchedule schedule) {
    var command = new SetPayoutSchedule.Command(shop.owner(), schedule);
    return Trade.as(
        SetPayoutSchedule.Outcome.Set.class, trade.market.setPayoutSchedule.handle(command));
  }

  private OwnStatement.Outcome.Found statement() {
    var now = trade.market.in.market.instant();
    var query =
        new OwnStatement.Query(
            shop.owner(),
            cad(0).currency(),
            now.minus(Duration.ofDays(1)),
            now.plus(Duration.ofDays(1)),
            PAGE);
    return Trade.as(OwnStatement.Outcome.Found.class, trade.market.ownStatement.handle(query));
  }

  /** Payable, in transit and owed, in cents; nothing where there was nothing. */
  private List<Long> balances() {
    var outcome = trade.market.ownBalance.handle(new OwnBalance.Query(shop.owner()));
    return Trade.as(OwnBalance.Outcome.Found.class, outcome).balances().stream()
        .flatMap(it -> Stream.of(it.payable(), it.inTransit(), it.debt()))
        .map(Money::minor)
        .toList();
  }

  private void refund(BookingId booking, long amount) {
    var command =
        new RefundBooking.Command(shop.owner(), booking, Optional.of(cad(amount)), "A gesture.");
    assertThat(trade.market.refundBooking.handle(command))
        .isEqualTo(new RefundBooking.Outcome.Started(booking));
    assertThat(trade.runOperations(booking)).isEqualTo(new SettleOperation.Outcome.Succeeded());
  }

  private static Money cad(long minor) {
    return Money.of(minor, "CAD");
  }
}
