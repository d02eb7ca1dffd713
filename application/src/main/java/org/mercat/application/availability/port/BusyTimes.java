package org.mercat.application.availability.port;

import java.util.List;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.TimeSlot;

/** Driven port: when providers have no time any more; see {@code BusyTimesContract}. */
public interface BusyTimes {

  /** What is claimed of the provider's time and overlaps the range, in order of start. */
  List<TimeSlot> within(ProviderId provider, TimeSlot range);
}
