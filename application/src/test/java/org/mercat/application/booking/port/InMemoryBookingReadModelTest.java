package org.mercat.application.booking.port;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.mercat.application.booking.port.InMemoryBookingReadModel.MoneyOf;
import org.mercat.application.booking.port.SampleBookings.Parties;
import org.mercat.application.payment.port.InMemoryMoney;
import org.mercat.application.shared.TimeOrderedIds;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.provider.ProviderId;

class InMemoryBookingReadModelTest extends InMemoryMoney implements BookingReadModelContract {

  private final Map<ProviderId, UserId> owners = new HashMap<>();

  @Override
  public BookingReadModel readModel() {
    return new InMemoryBookingReadModel(
        bookings, this::ownerOf, booking -> payments.find(booking).map(MoneyOf::of));
  }

  @Override
  public Parties parties() {
    var parties = super.parties();
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
