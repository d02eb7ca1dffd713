package org.mercat.application.booking.port;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.mercat.application.shared.Page;
import org.mercat.application.shared.PageRequest;
import org.mercat.domain.booking.Booking;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.payment.MoneyState;
import org.mercat.domain.payment.Payment;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.Money;

public final class InMemoryBookingReadModel implements BookingReadModel {

  /** The money of a booking, as the payments tell it. */
  public record MoneyOf(
      Whereabouts money,
      Money refundedService,
      Money refunded,
      Money owedService,
      Money owed,
      Money onTopBack,
      boolean outcomeUnknown) {

    public static MoneyOf of(Payment payment) {
      return new MoneyOf(
          whereabouts(payment.money()),
          payment.refunded().service(),
          payment.refunded().total(),
          payment.owed().service(),
          payment.owed().total(),
          payment.refunded().plus(payment.owed()).onTop(),
          payment.outcomeUnknown());
    }

    private static Whereabouts whereabouts(MoneyState money) {
      return switch (money) {
        case MoneyState.None _ -> Whereabouts.NONE;
        case MoneyState.Invoiced _ -> Whereabouts.INVOICED;
        case MoneyState.Authorized _ -> Whereabouts.AUTHORIZED;
        case MoneyState.Capturing _ -> Whereabouts.CAPTURING;
        case MoneyState.Held _ -> Whereabouts.HELD;
        case MoneyState.Releasing _ -> Whereabouts.RELEASING;
        case MoneyState.Released _ -> Whereabouts.RELEASED;
        case MoneyState.Refunding _ -> Whereabouts.REFUNDING;
        case MoneyState.Refunded _ -> Whereabouts.REFUNDED;
      };
    }
  }

  private final InMemoryBookings bookings;
  private final Function<ProviderId, UserId> owners;
  private final Function<BookingId, Optional<MoneyOf>> money;

  public InMemoryBookingReadModel(
      InMemoryBookings bookings,
      Function<ProviderId, UserId> owners,
      Function<BookingId, Optional<MoneyOf>> money) {
    this.bookings = bookings;
    this.owners = owners;
    this.money = money;
  }

  @Override
  public Optional<BookingView> find(BookingId booking) {
    return views(view -> view.booking().id().equals(booking)).stream().findFirst();
  }

  @Override
  public Page<BookingView> ofParty(UserId party, Set<Phase> phases, PageRequest page) {
    return page(
        views(view -> view.parties().contains(party) && isIn(phases, view.booking())), page);
  }

  @Override
  public Page<BookingView> all(Set<Phase> phases, PageRequest page) {
    return page(views(view -> isIn(phases, view.booking())), page);
  }

  private List<BookingView> views(Predicate<BookingView> filter) {
    var views = new ArrayList<BookingView>();
    bookings.all().forEach(stored -> views.addFirst(view(stored)));
    return views.stream().filter(filter).toList();
  }

  private BookingView view(InMemoryBookings.Stored stored) {
    var terms = stored.booking().terms();
    var zero = Money.zero(terms.price().service().currency());
    var state =
        money
            .apply(stored.booking().id())
            .orElseGet(() -> new MoneyOf(Whereabouts.NONE, zero, zero, zero, zero, zero, false));
    return new BookingView(
        stored.booking(),
        owners.apply(terms.provider()),
        state.money(),
        state.refundedService(),
        state.refunded(),
        state.owedService(),
        state.owed(),
        state.onTopBack(),
        state.outcomeUnknown(),
        stored.steps());
  }

  private static boolean isIn(Set<Phase> phases, Booking booking) {
    return phases.isEmpty() || phases.contains(Phase.of(booking.lifecycle()));
  }

  private static Page<BookingView> page(List<BookingView> views, PageRequest page) {
    var from =
        views.stream()
            .dropWhile(
                view ->
                    page.after().isPresent()
                        && view.booking().id().value().compareTo(page.after().get()) >= 0)
            .limit(page.limit() + 1L)
            .toList();
    return Page.of(from, page, view -> view.booking().id().value());
  }
}
