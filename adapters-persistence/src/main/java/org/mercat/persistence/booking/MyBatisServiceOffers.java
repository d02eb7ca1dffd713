package org.mercat.persistence.booking;

import java.util.Optional;
import org.mercat.application.booking.port.ServiceOffers;
import org.mercat.domain.catalog.ListingId;
import org.mercat.persistence.shared.Sessions;

public final class MyBatisServiceOffers implements ServiceOffers {

  private final Sessions sessions;

  public MyBatisServiceOffers(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public Optional<Offer> find(ListingId listing) {
    return Optional.ofNullable(sessions.mapper(ProviderMapper.class).offer(listing.value()))
        .map(ServiceOfferRow::toDomain);
  }
}
