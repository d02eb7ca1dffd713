package org.mercat.persistence.booking;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mercat.application.booking.port.BookingReadModel;
import org.mercat.application.shared.Page;
import org.mercat.application.shared.PageRequest;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.identity.UserId;
import org.mercat.persistence.shared.Sessions;

public final class MyBatisBookingReadModel implements BookingReadModel {

  /** After every id that is ever made. */
  private static final UUID END = new UUID(0xffff_ffff_ffff_7fffL, 0xbfff_ffff_ffff_ffffL);

  private final Sessions sessions;

  public MyBatisBookingReadModel(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public Optional<BookingView> find(BookingId booking) {
    return Optional.ofNullable(mapper().view(booking.value())).map(BookingViewRow::toDomain);
  }

  @Override
  public Page<BookingView> ofParty(UserId party, Set<Phase> phases, PageRequest page) {
    return page(
        mapper().viewsOfParty(party.value(), words(phases), before(page), page.limit() + 1), page);
  }

  @Override
  public Page<BookingView> all(Set<Phase> phases, PageRequest page) {
    return page(mapper().views(words(phases), before(page), page.limit() + 1), page);
  }

  private static String words(Set<Phase> phases) {
    Collection<Phase> wanted = phases.isEmpty() ? Arrays.asList(Phase.values()) : phases;
    return wanted.stream().map(Phase::name).collect(Collectors.joining(","));
  }

  private static UUID before(PageRequest page) {
    return page.after().orElse(END);
  }

  private static Page<BookingView> page(List<BookingViewRow> found, PageRequest page) {
    return Page.of(found, page, BookingViewRow::id).map(BookingViewRow::toDomain);
  }

  private BookingViewMapper mapper() {
    return sessions.mapper(BookingViewMapper.class);
  }
}
