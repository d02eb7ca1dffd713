package org.mercat.application.availability;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mercat.application.availability.port.BusyTimes;
import org.mercat.application.availability.port.ServiceTimes;
import org.mercat.application.availability.port.ServiceTimes.ServiceTime;
import org.mercat.application.availability.port.Timetables;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.application.shared.ZoneBook;
import org.mercat.domain.availability.SlotRules;
import org.mercat.domain.availability.Slots;
import org.mercat.domain.catalog.ListingId;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.TimeSlot;
import org.mercat.domain.shared.Zone;

/** Query: when a listing can be booked. */
public final class FreeSlots {

  /** The most days that one question may cover. */
  public static final int MOST_DAYS = 31;

  /** Hours that begin on the last day end on the next one at the latest, wherever they are read. */
  private static final Duration MARGIN = Duration.ofDays(2);

  /**
   * Which days.
   *
   * @param from the first day, by the provider's calendar
   * @param to the day after the last one
   * @param length of the slots; the one of the listing when empty
   */
  public record Command(
      ListingId listing, LocalDate from, LocalDate to, Optional<Duration> length) {
    public Command {
      if (!from.isBefore(to) || to.isAfter(from.plusDays(MOST_DAYS))) {
        throw new IllegalArgumentException("no days to look at: " + from + " .. " + to);
      }
    }
  }

  public sealed interface Outcome {
    record Found(List<TimeSlot> slots, Zone zone) implements Outcome {
      public Found {
        slots = List.copyOf(slots);
      }
    }

    record NotFound() implements Outcome {}

    /** The listing cannot be booked for that long. */
    record WrongLength() implements Outcome {}
  }

  private final ServiceTimes services;
  private final Timetables timetables;
  private final BusyTimes busyTimes;
  private final ZoneBook zones;
  private final UnitOfWork unitOfWork;
  private final InstantSource clock;

  public FreeSlots(
      ServiceTimes services,
      Timetables timetables,
      BusyTimes busyTimes,
      ZoneBook zones,
      UnitOfWork unitOfWork,
      InstantSource clock) {
    this.services = services;
    this.timetables = timetables;
    this.busyTimes = busyTimes;
    this.zones = zones;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  public Outcome handle(Command command) {
    return unitOfWork.run(
        () ->
            services
                .find(command.listing())
                .map(service -> find(service, command))
                .orElseGet(Outcome.NotFound::new));
  }

  private Outcome find(ServiceTime service, Command command) {
    var length = command.length().orElse(service.rules().length());
    if (!fits(length, service)) {
      return new Outcome.WrongLength();
    }
    var zone = zones.zone(service.zone());
    var rules = rules(service, length);
    var slots =
        timetables
            .find(service.provider())
            .map(timetable -> new Slots(timetable.hours(), zone, rules))
            .map(it -> free(service.provider(), it, command))
            .orElseGet(List::of);
    return new Outcome.Found(slots, zone);
  }

  private List<TimeSlot> free(ProviderId provider, Slots slots, Command command) {
    var zone = slots.zone();
    var rules = slots.rules();
    var range =
        new TimeSlot(zone.beginOf(command.from()), zone.beginOf(command.to()))
            .widened(rules.before().plus(MARGIN), rules.after().plus(MARGIN));
    var claims = busyTimes.within(provider, range);
    return slots.free(command.from(), command.to(), claims, clock.instant());
  }

  /** Where it may be longer than its length, then by whole steps. */
  private static boolean fits(Duration length, ServiceTime service) {
    var more = length.minus(service.rules().length());
    return more.isZero()
        || (service.extensible()
            && more.isPositive()
            && more.toMinutes() % service.rules().step().toMinutes() == 0);
  }

  private static SlotRules rules(ServiceTime service, Duration length) {
    var rules = service.rules();
    return new SlotRules(length, rules.step(), rules.before(), rules.after());
  }
}
