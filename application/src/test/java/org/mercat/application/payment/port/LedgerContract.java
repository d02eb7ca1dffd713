package org.mercat.application.payment.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mercat.application.payment.port.SamplePayments.NOW;
import static org.mercat.application.payment.port.SamplePayments.cad;
import static org.mercat.application.payment.port.SamplePayments.givenBack;
import static org.mercat.application.payment.port.SamplePayments.taken;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.mercat.application.payment.port.Ledger.PostedLine;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.payment.Account;
import org.mercat.domain.payment.Escrow;
import org.mercat.domain.payment.JournalEntry;
import org.mercat.domain.payment.JournalEntry.Kind;
import org.mercat.domain.shared.Money;

/** What every adapter of {@link Ledger} promises. */
public interface LedgerContract {

  Ledger ledger();

  UnitOfWork unitOfWork();

  /** A booking that the adapter knows and for which nothing has been posted. */
  BookingId booking();

  @Test
  default void an_account_never_posted_to_is_empty() {
    assertThat(held(booking())).isEqualTo(cad(0));
  }

  @Test
  default void a_balance_is_the_sum_of_the_postings() {
    var booking = booking();

    post(taken(key(booking, 1), booking, cad(1_000)));
    post(taken(key(booking, 2), booking, cad(500)));
    post(givenBack(key(booking, 3), booking, cad(300)));

    assertThat(held(booking)).isEqualTo(cad(1_200));
  }

  @Test
  default void the_balances_of_an_account_are_those_that_are_not_zero() {
    var booking = booking();
    var account = new Escrow(booking).service();
    assertThat(balances(account)).isEmpty();

    post(taken(key(booking, 1), booking, cad(1_000)));
    post(taken(key(booking, 2), booking, Money.of(500, "USD")));
    assertThat(balances(account)).containsExactlyInAnyOrder(cad(-1_000), Money.of(-500, "USD"));

    post(givenBack(key(booking, 3), booking, cad(1_000)));
    assertThat(balances(account)).containsExactly(Money.of(-500, "USD"));
  }

  @Test
  default void the_same_entry_again_changes_nothing() {
    var booking = booking();
    var entry = taken(key(booking, 1), booking, cad(1_000));

    post(entry);
    post(entry);

    assertThat(held(booking)).isEqualTo(cad(1_000));
    assertThat(linesOf(booking)).hasSize(2);
  }

  @Test
  default void the_same_key_with_other_postings_is_an_error() {
    var booking = booking();
    post(taken(key(booking, 1), booking, cad(1_000)));

    assertThatThrownBy(() -> post(taken(key(booking, 1), booking, cad(1_001))))
        .isInstanceOf(IllegalStateException.class);

    assertThat(held(booking)).isEqualTo(cad(1_000));
  }

  @Test
  default void no_more_is_taken_out_of_an_escrow_than_is_in_it() {
    var booking = booking();
    post(taken(key(booking, 1), booking, cad(1_000)));

    assertThatThrownBy(() -> post(givenBack(key(booking, 2), booking, cad(1_001))))
        .isInstanceOf(ConcurrencyConflict.class);

    assertThat(held(booking)).isEqualTo(cad(1_000));
    assertThat(linesOf(booking)).hasSize(2);
  }

  @Test
  default void nothing_is_taken_out_of_an_escrow_that_was_never_filled() {
    var booking = booking();

    assertThatThrownBy(() -> post(givenBack(key(booking, 1), booking, cad(1))))
        .isInstanceOf(ConcurrencyConflict.class);
  }

  @Test
  default void all_of_an_escrow_may_be_taken_out() {
    var booking = booking();
    post(taken(key(booking, 1), booking, cad(1_000)));

    post(givenBack(key(booking, 2), booking, cad(1_000)));

    assertThat(held(booking)).isEqualTo(cad(0));
  }

  @Test
  default void the_lines_of_a_booking_come_in_the_order_of_posting() {
    var booking = booking();
    var other = booking();
    post(taken(key(booking, 1), booking, cad(1_000)));
    post(taken(key(other, 1), other, cad(70)));
    post(givenBack(key(booking, 2), booking, cad(1_000)));

    var service = new Escrow(booking).service();
    assertThat(linesOf(booking))
        .containsExactly(
            line(booking, 1, Kind.CAPTURE, Account.GATEWAY_CLEARING, 1_000),
            line(booking, 1, Kind.CAPTURE, service, -1_000),
            line(booking, 2, Kind.REFUND, Account.REFUNDS_PAYABLE, -1_000),
            line(booking, 2, Kind.REFUND, service, 1_000));
  }

  @Test
  default void a_check_of_right_books_finds_nothing() {
    var booking = booking();
    var before = in(() -> ledger().audit()).transactions();
    post(taken(key(booking, 1), booking, cad(1_000)));
    post(givenBack(key(booking, 2), booking, cad(400)));

    var audit = in(() -> ledger().audit());

    assertThat(audit.problems()).isEmpty();
    assertThat(audit.transactions()).isEqualTo(before + 2);
  }

  @RepeatedTest(5)
  default void of_simultaneous_entries_only_so_many_succeed_as_the_escrow_has_money_for()
      throws Exception {
    var booking = booking();
    post(taken(key(booking, 0), booking, cad(1_000)));
    var start = new CyclicBarrier(4);
    var takers = IntStream.rangeClosed(1, 4).mapToObj(i -> taker(start, booking, i)).toList();

    try (var executor = Executors.newFixedThreadPool(takers.size())) {
      var succeeded =
          executor.invokeAll(takers).stream()
              .filter(future -> future.state() == Future.State.SUCCESS)
              .count();
      assertThat(succeeded).isEqualTo(1);
    }
    assertThat(held(booking)).isEqualTo(cad(400));
  }

  @Test
  default void an_entry_that_is_to_be_new_is_refused_when_its_key_has_been_posted() {
    var booking = booking();
    postNew(taken(key(booking, 1), booking, cad(1_000)));

    assertThatThrownBy(() -> postNew(taken(key(booking, 1), booking, cad(1_000))))
        .isInstanceOf(ConcurrencyConflict.class);
    assertThatThrownBy(() -> postNew(taken(key(booking, 1), booking, cad(1_001))))
        .isInstanceOf(ConcurrencyConflict.class);

    assertThat(held(booking)).isEqualTo(cad(1_000));
  }

  @RepeatedTest(5)
  default void of_simultaneous_entries_that_are_to_be_new_one_is_posted() throws Exception {
    var booking = booking();
    var start = new CyclicBarrier(4);
    Callable<JournalEntry> poster =
        () -> {
          start.await();
          return postNew(taken(key(booking, 1), booking, cad(1_000)));
        };

    try (var executor = Executors.newFixedThreadPool(4)) {
      var succeeded =
          executor.invokeAll(List.of(poster, poster, poster, poster)).stream()
              .filter(future -> future.state() == Future.State.SUCCESS)
              .count();
      assertThat(succeeded).isEqualTo(1);
    }
    assertThat(held(booking)).isEqualTo(cad(1_000));
  }

  private Callable<JournalEntry> taker(CyclicBarrier start, BookingId booking, int number) {
    return () -> {
      start.await();
      return post(givenBack(key(booking, number), booking, cad(600)));
    };
  }

  private static PostedLine line(
      BookingId booking, int number, Kind kind, Account account, long amount) {
    return new PostedLine(key(booking, number), kind, account, cad(amount), NOW);
  }

  private static String key(BookingId booking, int number) {
    return "test:" + booking.value() + ":" + number;
  }

  private List<Money> balances(Account account) {
    return unitOfWork().run(() -> ledger().balances(account));
  }

  @CanIgnoreReturnValue
  private JournalEntry post(JournalEntry entry) {
    return in(
        () -> {
          ledger().post(entry);
          return entry;
        });
  }

  @CanIgnoreReturnValue
  private JournalEntry postNew(JournalEntry entry) {
    return in(
        () -> {
          ledger().postNew(entry);
          return entry;
        });
  }

  private Money held(BookingId booking) {
    var account = new Escrow(booking).service();
    return in(() -> ledger().balance(account, cad(0).currency())).negated();
  }

  private List<PostedLine> linesOf(BookingId booking) {
    return in(() -> ledger().linesOf(booking));
  }

  private <T> T in(Supplier<T> work) {
    return unitOfWork().run(work);
  }
}
