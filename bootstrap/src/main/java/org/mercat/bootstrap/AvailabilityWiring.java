package org.mercat.bootstrap;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.mercat.application.availability.FreeSlots;
import org.mercat.application.availability.SetWeeklyHours;
import org.mercat.application.availability.WeeklyHoursOf;
import org.mercat.application.availability.port.CalendarOwners;
import org.mercat.application.availability.port.Timetables;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.EventOutbox;
import org.mercat.application.shared.MarketClock;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.application.shared.ZoneBook;
import org.mercat.persistence.availability.MyBatisBusyTimes;
import org.mercat.persistence.availability.MyBatisCalendarOwners;
import org.mercat.persistence.availability.MyBatisServiceTimes;
import org.mercat.persistence.availability.MyBatisTimetables;
import org.mercat.persistence.shared.DatabaseRole;
import org.mercat.persistence.shared.Sessions;

/** When providers work and have time. */
final class AvailabilityWiring {

  @Produces
  @Singleton
  Timetables timetables(Sessions sessions) {
    return new MyBatisTimetables(sessions);
  }

  @Produces
  @Singleton
  CalendarOwners calendarOwners(Sessions sessions) {
    return new MyBatisCalendarOwners(sessions);
  }

  @Produces
  @Singleton
  SetWeeklyHours setWeeklyHours(
      Access access,
      Timetables timetables,
      CalendarOwners owners,
      EventOutbox outbox,
      UnitOfWork unitOfWork,
      MarketClock market) {
    return new SetWeeklyHours(access, timetables, owners, outbox, unitOfWork, market);
  }

  @Produces
  @Singleton
  WeeklyHoursOf weeklyHoursOf(
      Access access, Timetables timetables, CalendarOwners owners, UnitOfWork unitOfWork) {
    return new WeeklyHoursOf(access, timetables, owners, unitOfWork);
  }

  @Produces
  @Singleton
  FreeSlots freeSlots(
      Sessions sessions,
      Timetables timetables,
      ZoneBook zones,
      @InRole(value = DatabaseRole.CALENDAR, because = "other people's bookings take the time")
          UnitOfWork unitOfWork,
      MarketClock market) {
    return new FreeSlots(
        new MyBatisServiceTimes(sessions),
        timetables,
        new MyBatisBusyTimes(sessions),
        zones,
        unitOfWork,
        market);
  }
}
