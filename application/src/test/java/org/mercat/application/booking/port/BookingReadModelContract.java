package org.mercat.application.booking.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mercat.application.booking.port.SampleBookings.A_WEEK_BEFORE;
import static org.mercat.application.booking.port.SampleBookings.FEE;
import static org.mercat.application.booking.port.SampleBookings.NOON;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.mercat.application.booking.port.BookingReadModel.BookingView;
import org.mercat.application.booking.port.BookingReadModel.Phase;
import org.mercat.application.booking.port.BookingReadModel.Step;
import org.mercat.application.booking.port.BookingReadModel.Whereabouts;
import org.mercat.application.booking.port.Bookings.Addition;
import org.mercat.application.booking.port.SampleBookings.Parties;
import org.mercat.application.payment.port.Payments;
import org.mercat.application.payment.port.SamplePayments;
import org.mercat.application.shared.Page;
import org.mercat.application.shared.PageRequest;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.booking.Booking;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.payment.Charge;
import org.mercat.domain.payment.FailureCode;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.OperationKey;
import org.mercat.domain.payment.Payment;
import org.mercat.domain.payment.RefundRequest;
import org.mercat.domain.shared.Money;
import org.mercat.domain.shared.Role;

/** What every adapter of {@link BookingReadModel} promises. */
public interface BookingReadModelContract {

  Set<Phase> ANY = Set.of();
  Money ZERO = Money.of(0, "CAD");

  BookingReadModel readModel();

  Bookings bookings();

  Payments payments();

  UnitOfWork unitOfWork();

  /** Parties that the adapter knows and nobody else uses. */
  Parties parties();

  /** The person behind a provider of {@link #parties()}. */
  UserId ownerOf(Parties parties);

  @Test
  default void finds_nothing_under_an_unknown_id() {
    assertThat(find(bookings().nextId())).isEmpty();
  }

  @Test
  default void a_booking_without_money_is_shown_as_such() {
    var parties = parties();
    var booking = added(parties, 1);

    assertThat(find(booking.id()))
        .contains(
            new BookingView(
                booking,
                ownerOf(parties),
                Whereabouts.NONE,
                ZERO,
                ZERO,
                ZERO,
                ZERO,
                ZERO,
                false,
                List.of(new Step(Phase.AWAITING_PAYMENT, A_WEEK_BEFORE))));
  }

  @Test
  default void a_booking_tells_how_it_came_to_where_it_is() {
    var later = A_WEEK_BEFORE.plusSeconds(60);
    var booking = added(parties(), 1);
    booking = updated(done(booking.pay("sbx_ok", A_WEEK_BEFORE)));
    booking = updated(done(booking.confirm(FEE, A_WEEK_BEFORE)));
    booking = updated(done(booking.deliver(later)));

    assertThat(view(booking).booking()).isEqualTo(booking);
    assertThat(view(booking).steps())
        .containsExactly(
            new Step(Phase.AWAITING_PAYMENT, A_WEEK_BEFORE),
            new Step(Phase.CONFIRMED, A_WEEK_BEFORE),
            new Step(Phase.DELIVERED, later));
  }

  @Test
  default void the_money_is_shown_as_it_is_now() {
    var booking = added(parties(), 1);
    var payment = started(booking);
    assertThat(view(booking).money()).isEqualTo(Whereabouts.CAPTURING);

    payment = updated(done(payment.unanswered(A_WEEK_BEFORE)));
    assertThat(view(booking).outcomeUnknown()).isTrue();

    updated(held(payment));
    assertThat(view(booking).money()).isEqualTo(Whereabouts.HELD);
    assertThat(view(booking).outcomeUnknown()).isFalse();
  }

  @Test
  default void what_has_gone_back_is_shown_when_it_has() {
    var booking = added(parties(), 1);
    var payment = updated(held(started(booking)));
    var part = new RefundRequest(Money.of(1_000, "CAD"), ZERO, Role.PROVIDER, "late");

    payment = updated(done(payment.refund(part, A_WEEK_BEFORE)));
    assertThat(view(booking).refunded()).isEqualTo(ZERO);

    var key = OperationKey.refund(booking.id(), 1);
    payment = updated(done(payment.refundPaid(key, A_WEEK_BEFORE)));
    assertThat(view(booking).refundedService()).isEqualTo(Money.of(1_000, "CAD"));
    assertThat(view(booking).refunded()).isEqualTo(payment.refunded().total());
  }

  @Test
  default void what_goes_back_of_what_was_paid_on_top_is_shown_with_its_tax() {
    var noon = NOON.plus(Duration.ofDays(1));
    var booking = SampleBookings.placedOnTop(bookings().nextId(), parties(), noon);
    assertThat(in(() -> bookings().add(booking))).isEqualTo(Addition.ADDED);
    var payment = updated(held(started(booking)));
    var part = new RefundRequest(Money.of(3_750, "CAD"), ZERO, Role.PROVIDER, "late");

    payment = updated(done(payment.refund(part, A_WEEK_BEFORE)));
    assertThat(view(booking).onTopBack()).isEqualTo(Money.of(238 + 31, "CAD"));

    var key = OperationKey.refund(booking.id(), 1);
    payment = updated(done(payment.refundPaid(key, A_WEEK_BEFORE)));
    assertThat(view(booking).onTopBack()).isEqualTo(Money.of(238 + 31, "CAD"));
    assertThat(view(booking).refunded()).isEqualTo(payment.refunded().total());
  }

  @Test
  default void what_is_to_go_back_is_shown_until_it_has() {
    var booking = added(parties(), 1);
    var payment = updated(held(started(booking)));
    var part = new RefundRequest(Money.of(1_000, "CAD"), ZERO, Role.PROVIDER, "late");
    var key = OperationKey.refund(booking.id(), 1);

    payment = updated(done(payment.refund(part, A_WEEK_BEFORE)));
    payment = updated(done(payment.refundFailed(key, FailureCode.REJECTED, A_WEEK_BEFORE)));
    assertThat(view(booking).owedService()).isEqualTo(Money.of(1_000, "CAD"));
    assertThat(view(booking).owed()).isEqualTo(payment.owed().total());

    payment = updated(done(payment.refund(part, A_WEEK_BEFORE)));
    assertThat(view(booking).owed()).isEqualTo(payment.owed().total());
    updated(done(payment.refundPaid(key, A_WEEK_BEFORE)));
    assertThat(view(booking).owedService()).isEqualTo(ZERO);
    assertThat(view(booking).owed()).isEqualTo(ZERO);
  }

  @Test
  default void both_parties_see_their_bookings_newest_first_and_nobody_else_does() {
    var parties = parties();
    var first = added(parties, 1);
    var second = added(parties, 2);
    var other = parties();
    var another = added(other, 1);

    assertThat(ids(ofParty(parties.client(), ANY))).containsExactly(second.id(), first.id());
    assertThat(ids(ofParty(ownerOf(parties), ANY))).containsExactly(second.id(), first.id());
    assertThat(ids(ofParty(ownerOf(other), ANY))).containsExactly(another.id());
  }

  @Test
  default void who_has_booked_from_himself_sees_it_once() {
    var parties = parties();
    var own = new Parties(ownerOf(parties), parties.provider(), parties.listing());
    var booking = added(own, 1);

    assertThat(ids(ofParty(own.client(), ANY))).containsExactly(booking.id());
  }

  @Test
  default void only_bookings_in_one_of_the_phases_are_shown() {
    var parties = parties();
    var waiting = added(parties, 1);
    var confirmed = updated(done(added(parties, 2).confirm(FEE, A_WEEK_BEFORE)));
    var delivered = updated(done(confirmedAt(parties, 3).deliver(A_WEEK_BEFORE)));

    assertThat(ids(ofParty(parties.client(), Set.of(Phase.CONFIRMED))))
        .containsExactly(confirmed.id());
    assertThat(ids(ofParty(parties.client(), Set.of(Phase.AWAITING_PAYMENT, Phase.DELIVERED))))
        .containsExactly(delivered.id(), waiting.id());
    assertThat(
            ids(in(() -> readModel().all(Set.of(Phase.CONFIRMED), new PageRequest(100, none())))))
        .contains(confirmed.id())
        .doesNotContain(waiting.id(), delivered.id());
  }

  @Test
  default void pages_follow_each_other_without_a_gap() {
    var parties = parties();
    var made = List.of(added(parties, 1), added(parties, 2), added(parties, 3)).reversed();

    var first = in(() -> readModel().ofParty(parties.client(), ANY, new PageRequest(2, none())));
    var second =
        in(() -> readModel().ofParty(parties.client(), ANY, new PageRequest(2, first.next())));

    assertThat(ids(first)).containsExactly(made.get(0).id(), made.get(1).id());
    assertThat(ids(second)).containsExactly(made.get(2).id());
    assertThat(second.next()).isEmpty();
  }

  @Test
  default void all_bookings_come_newest_first() {
    var first = added(parties(), 1);
    var second = added(parties(), 1);

    var page = in(() -> readModel().all(ANY, new PageRequest(1, none())));

    assertThat(ids(page)).containsExactly(second.id());
    assertThat(ids(in(() -> readModel().all(ANY, new PageRequest(1, page.next())))))
        .containsExactly(first.id());
  }

  private static Optional<UUID> none() {
    return Optional.empty();
  }

  private Booking added(Parties parties, int day) {
    var booking =
        SampleBookings.placed(bookings().nextId(), parties, NOON.plus(Duration.ofDays(day)));
    assertThat(in(() -> bookings().add(booking))).isEqualTo(Addition.ADDED);
    return booking;
  }

  private Booking confirmedAt(Parties parties, int day) {
    return updated(done(added(parties, day).confirm(FEE, A_WEEK_BEFORE)));
  }

  private Booking updated(Booking booking) {
    return in(
        () -> {
          bookings().update(booking);
          return bookings().find(booking.id()).orElseThrow();
        });
  }

  private Payment started(Booking booking) {
    var terms = booking.terms();
    var price = terms.price();
    var charge =
        new Charge(
            booking.id(),
            terms.client(),
            terms.provider(),
            price.service(),
            price.taxes(),
            price.tip(),
            price.customerFee());
    return in(
        () -> {
          payments().add(Payment.start(charge, A_WEEK_BEFORE));
          return payments().find(booking.id()).orElseThrow();
        });
  }

  private static Payment held(Payment payment) {
    var key = OperationKey.capture(payment.charge().booking());
    return done(payment.captured(key, new GatewayReference("pay_1"), A_WEEK_BEFORE));
  }

  private static Payment done(Payment.Transition transition) {
    return SamplePayments.done(transition);
  }

  private static Booking done(Booking.Transition transition) {
    return SampleBookings.done(transition);
  }

  @CanIgnoreReturnValue
  private Payment updated(Payment payment) {
    return in(
        () -> {
          payments().update(payment);
          return payments().find(payment.charge().booking()).orElseThrow();
        });
  }

  private Optional<BookingView> find(BookingId booking) {
    return in(() -> readModel().find(booking));
  }

  private BookingView view(Booking booking) {
    return find(booking.id()).orElseThrow();
  }

  private Page<BookingView> ofParty(UserId party, Set<Phase> phases) {
    return in(() -> readModel().ofParty(party, phases, new PageRequest(100, none())));
  }

  private static List<BookingId> ids(Page<BookingView> page) {
    return page.items().stream().map(view -> view.booking().id()).toList();
  }

  private <T> T in(Supplier<T> work) {
    return unitOfWork().run(work);
  }
}
