package org.mercat.application.booking.port;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.mercat.application.booking.port.InMemoryBookingReadModel.MoneyOf;
import org.mercat.application.booking.port.SampleBookings.Parties;
import org.mercat.application.payment.port.InMemoryPayments;
import org.mercat.application.payment.port.Payments;
import org.mercat.application.shared.InMemoryUnitOfWork;
import org.mercat.application.shared.TimeOrderedIds;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.provider.ProviderId;

class InMemoryBookingReadModelTest implements BookingReadModelContract {

  private final Map<ProviderId, UserId> owners = new HashMap<>();
  private final InMemoryBookings bookings = new InMemoryBookings();
  private final InMemoryPayments payments = new InMemoryPayments();
  private final UnitOfWork unitOfWork = new InMemoryUnitOfWork(bookings, payments);

  @Override
  public BookingReadModel readModel() {
    return new InMemoryBookingReadModel(
        bookings, this::ownerOf, booking -> payments.find(booking).map(MoneyOf::of));
  }

  @Override
  public Bookings bookings() {
    return bookings;
  }

  @Override
  public Payments payments() {
    return payments;
  }

  @Override
  public UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  public Parties parties() {
    var parties = Parties.any();
    owners.put(parties.provider(), new UserId(TimeOrderedIds.next()));
    return parties;
  }

  @Override
  public UserId ownerOf(Parties parties) {
    return ownerOf(parties.provider());
  }

  private UserId ownerOf(ProviderId provider) {
    return Objects.requireNonNull(owners.get(provider));
  }
}
