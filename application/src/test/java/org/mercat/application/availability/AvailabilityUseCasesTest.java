package org.mercat.application.availability;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mercat.application.provider.port.SampleProviders.NOW;
import static org.mercat.application.provider.port.SampleProviders.anybody;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mercat.application.availability.port.InMemoryBusyTimes;
import org.mercat.application.availability.port.InMemoryCalendarOwners;
import org.mercat.application.availability.port.InMemoryServiceTimes;
import org.mercat.application.availability.port.InMemoryTimetables;
import org.mercat.application.availability.port.Timetables.Timetable;
import org.mercat.application.catalog.port.InMemoryListings;
import org.mercat.application.catalog.port.Listings;
import org.mercat.application.catalog.port.SampleListings;
import org.mercat.application.provider.port.InMemoryProviders;
import org.mercat.application.provider.port.Providers;
import org.mercat.application.provider.port.SampleProviders;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.AccessRules;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.InMemoryEventOutbox;
import org.mercat.application.shared.InMemoryUnitOfWork;
import org.mercat.application.shared.InMemoryZoneBook;
import org.mercat.application.shared.Reactions;
import org.mercat.application.shared.SettableClock;
import org.mercat.application.shared.ZoneBook;
import org.mercat.domain.availability.Hours;
import org.mercat.domain.availability.TimetableEvent.WeeklyHoursSet;
import org.mercat.domain.availability.WeeklyHours;
import org.mercat.domain.catalog.ListingId;
import org.mercat.domain.provider.Provider;
import org.mercat.domain.shared.Role;
import org.mercat.domain.shared.TimeSlot;

class AvailabilityUseCasesTest {

  private static final LocalDate MONDAY_16 = LocalDate.of(2026, 11, 16);
  private static final Hours MORNING = hours(LocalTime.of(9, 0), LocalTime.of(12, 0));
  private static final Duration HOUR = Duration.ofHours(1);

  private final Access access = new AccessRules();
  private final InMemoryProviders providers = new InMemoryProviders();
  private final InMemoryListings listings = new InMemoryListings();
  private final InMemoryTimetables timetables = new InMemoryTimetables();
  private final InMemoryBusyTimes busyTimes = new InMemoryBusyTimes();
  private final InMemoryEventOutbox outbox = new InMemoryEventOutbox(new Reactions());
  private final InMemoryUnitOfWork unitOfWork =
      new InMemoryUnitOfWork(providers, listings, timetables, busyTimes, outbox);
  private final SettableClock clock = new SettableClock(NOW);
  private final InMemoryCalendarOwners owners = new InMemoryCalendarOwners(providers);
  private final SetWeeklyHours set =
      new SetWeeklyHours(access, timetables, owners, outbox, unitOfWork, clock);
  private final WeeklyHoursOf weeklyHours =
      new WeeklyHoursOf(access, timetables, owners, unitOfWork);
  private final ZoneBook zones = new InMemoryZoneBook();
  private final FreeSlots slots =
      new FreeSlots(
          new InMemoryServiceTimes(listings, providers),
          timetables,
          busyTimes,
          zones,
          unitOfWork,
          clock);

  private final Provider provider = verifiedProvider();
  private final Caller vendor = new Caller(provider.owner(), Set.of(Role.PROVIDER));
  private final ListingId listing = publishedListing(provider);

  @Test
  void the_first_week_needs_no_version_and_the_next_one_does() {
    var week = new WeeklyHours(List.of(MORNING));

    assertThat(set(OptionalLong.empty(), MORNING))
        .isEqualTo(new SetWeeklyHours.Outcome.Set(new Timetable(provider.id(), week, 0)));
    assertThat(outbox.events()).containsExactly(new WeeklyHoursSet(provider.id(), NOW));
    assertThat(weeklyHours.handle(new WeeklyHoursOf.Command(vendor)))
        .isEqualTo(new WeeklyHoursOf.Outcome.Found(new Timetable(provider.id(), week, 0)));

    assertThat(set(OptionalLong.empty())).isEqualTo(new SetWeeklyHours.Outcome.VersionMissing());
    assertThat(set(OptionalLong.of(3)))
        .isEqualTo(new SetWeeklyHours.Outcome.Stale(OptionalLong.of(0)));
    assertThat(set(OptionalLong.of(0)))
        .isEqualTo(
            new SetWeeklyHours.Outcome.Set(new Timetable(provider.id(), WeeklyHours.NONE, 1)));
    assertThat(outbox.events()).hasSize(2);
  }

  @Test
  void a_version_of_a_week_that_is_not_there_is_stale() {
    assertThat(set(OptionalLong.of(0), MORNING))
        .isEqualTo(new SetWeeklyHours.Outcome.Stale(OptionalLong.empty()));
    assertThat(weeklyHours.handle(new WeeklyHoursOf.Command(vendor)))
        .isEqualTo(new WeeklyHoursOf.Outcome.NotFound());
  }

  @Test
  void overlapping_hours_are_refused() {
    var late = hours(LocalTime.of(11, 0), LocalTime.of(15, 0));

    assertThat(set(OptionalLong.empty(), MORNING, late))
        .isEqualTo(new SetWeeklyHours.Outcome.Overlap(1));
    assertThat(outbox.events()).isEmpty();
  }

  @Test
  void only_a_registered_provider_has_hours() {
    var client = new Caller(anybody(), Set.of(Role.CLIENT));
    var newcomer = new Caller(anybody(), Set.of(Role.PROVIDER));

    assertThat(set.handle(command(client))).isEqualTo(new SetWeeklyHours.Outcome.Forbidden());
    assertThat(weeklyHours.handle(new WeeklyHoursOf.Command(client)))
        .isEqualTo(new WeeklyHoursOf.Outcome.Forbidden());
    assertThat(set.handle(command(newcomer))).isEqualTo(new SetWeeklyHours.Outcome.NotRegistered());
  }

  @Test
  void slots_lie_in_the_hours_and_miss_what_is_taken() {
    assertThat(set(OptionalLong.empty(), MORNING)).isInstanceOf(SetWeeklyHours.Outcome.Set.class);
    assertThat(starts(Optional.empty()))
        .containsExactly("14:00", "14:30", "15:00", "15:30", "16:00");

    busyTimes.claim(provider.id(), TimeSlot.of(at("15:30"), HOUR));

    assertThat(starts(Optional.empty())).containsExactly("14:00");
  }

  @Test
  void where_the_price_is_hourly_slots_may_be_longer_by_whole_steps() {
    assertThat(set(OptionalLong.empty(), MORNING)).isInstanceOf(SetWeeklyHours.Outcome.Set.class);

    assertThat(starts(Optional.of(Duration.ofMinutes(150)))).containsExactly("14:00", "14:30");
    assertThat(find(Optional.of(Duration.ofMinutes(75))))
        .isEqualTo(new FreeSlots.Outcome.WrongLength());
    assertThat(find(Optional.of(Duration.ofMinutes(30))))
        .isEqualTo(new FreeSlots.Outcome.WrongLength());
  }

  @Test
  void slots_in_the_past_are_not_free() {
    assertThat(set(OptionalLong.empty(), MORNING)).isInstanceOf(SetWeeklyHours.Outcome.Set.class);

    clock.set(at("15:10"));

    assertThat(starts(Optional.empty())).containsExactly("15:30", "16:00");
  }

  @Test
  void without_hours_nothing_is_free() {
    assertThat(find(Optional.empty()))
        .isEqualTo(
            new FreeSlots.Outcome.Found(List.of(), zones.zone(ZoneId.of("America/Toronto"))));
  }

  @Test
  void the_hour_that_occurs_twice_is_offered_twice() {
    var night = new Hours(SUNDAY, LocalTime.of(0, 30), LocalTime.of(4, 0));
    assertThat(set(OptionalLong.empty(), night)).isInstanceOf(SetWeeklyHours.Outcome.Set.class);
    clock.set(Instant.parse("2026-10-01T00:00:00Z"));

    var sunday = LocalDate.of(2026, 11, 1);
    var found =
        slots.handle(new FreeSlots.Command(listing, sunday, sunday.plusDays(1), Optional.empty()));

    assertThat(found)
        .isInstanceOfSatisfying(
            FreeSlots.Outcome.Found.class,
            some ->
                assertThat(some.slots())
                    .hasSize(8)
                    .extracting(TimeSlot::from)
                    .startsWith(Instant.parse("2026-11-01T04:30:00Z"))
                    .endsWith(Instant.parse("2026-11-01T08:00:00Z")));
  }

  @Test
  void a_listing_that_is_not_shown_has_no_slots() {
    assertThat(
            slots.handle(
                new FreeSlots.Command(
                    listings.nextId(), MONDAY_16, MONDAY_16.plusDays(1), Optional.empty())))
        .isEqualTo(new FreeSlots.Outcome.NotFound());
  }

  private SetWeeklyHours.Outcome set(OptionalLong version, Hours... hours) {
    return set.handle(new SetWeeklyHours.Command(vendor, version, List.of(hours)));
  }

  private static SetWeeklyHours.Command command(Caller caller) {
    return new SetWeeklyHours.Command(caller, OptionalLong.empty(), List.of(MORNING));
  }

  private static Hours hours(LocalTime from, LocalTime to) {
    return new Hours(MONDAY, from, to);
  }

  private static Instant at(String time) {
    return Instant.parse("2026-11-16T" + time + ":00Z");
  }

  private FreeSlots.Outcome find(Optional<Duration> length) {
    return slots.handle(new FreeSlots.Command(listing, MONDAY_16, MONDAY_16.plusDays(1), length));
  }

  private List<String> starts(Optional<Duration> length) {
    return switch (find(length)) {
      case FreeSlots.Outcome.Found(var found, _) ->
          found.stream().map(slot -> slot.from().toString().substring(11, 16)).toList();
      case FreeSlots.Outcome other -> throw new AssertionError(other);
    };
  }

  private Provider verifiedProvider() {
    var registered =
        SampleProviders.registered(providers.nextId(), anybody(), SampleProviders.profile("Paws"));
    assertThat(providers.add(registered)).isEqualTo(Providers.Addition.ADDED);
    return providers.update(SampleProviders.verified(registered));
  }

  private ListingId publishedListing(Provider of) {
    var drafted =
        SampleListings.draft(
            listings.nextId(), of.id(), SampleListings.offering("Walk", "Around the block."));
    assertThat(listings.add(drafted)).isEqualTo(Listings.Addition.ADDED);
    return listings.update(SampleListings.active(drafted)).id();
  }
}
