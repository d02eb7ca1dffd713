package org.mercat.domain.availability;

import java.time.Instant;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.DomainEvent;

/** What can happen to the hours at which a provider works. */
public sealed interface TimetableEvent extends DomainEvent {

  ProviderId provider();

  @Override
  default Subject subject() {
    return new Subject("timetable", provider().value());
  }

  /** The provider works at other hours from now on; what is booked stays. */
  record WeeklyHoursSet(ProviderId provider, Instant at) implements TimetableEvent {}
}
