package org.mercat.application.availability;

import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;
import org.mercat.application.availability.port.CalendarOwners;
import org.mercat.application.availability.port.Timetables;
import org.mercat.application.availability.port.Timetables.Timetable;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.EventOutbox;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.availability.Hours;
import org.mercat.domain.availability.TimetableEvent.WeeklyHoursSet;
import org.mercat.domain.availability.WeeklyHours;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.Permission;

/** A provider says when it works: the whole week at once. */
public final class SetWeeklyHours {

  /**
   * The whole next week.
   *
   * @param version of the week that it replaces; empty when the provider knows of none
   */
  public record Command(Caller caller, OptionalLong version, List<Hours> hours) {
    public Command {
      hours = List.copyOf(hours);
    }
  }

  public sealed interface Outcome {
    record Set(Timetable timetable) implements Outcome {}

    /** Only providers have hours. */
    record Forbidden() implements Outcome {}

    /** The caller has not yet said what business it is. */
    record NotRegistered() implements Outcome {}

    /** There is a week already, and the command does not say which one it replaces. */
    record VersionMissing() implements Outcome {}

    /** Somebody has changed it since. */
    record Stale(OptionalLong version) implements Outcome {}

    /** The hours at that place of the list overlap others of the same day. */
    record Overlap(int index) implements Outcome {}
  }

  private final Access access;
  private final Timetables timetables;
  private final CalendarOwners owners;
  private final EventOutbox outbox;
  private final UnitOfWork unitOfWork;
  private final InstantSource clock;

  public SetWeeklyHours(
      Access access,
      Timetables timetables,
      CalendarOwners owners,
      EventOutbox outbox,
      UnitOfWork unitOfWork,
      InstantSource clock) {
    this.access = access;
    this.timetables = timetables;
    this.owners = owners;
    this.outbox = outbox;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  public Outcome handle(Command command) {
    if (!access.may(command.caller(), Permission.PROVIDER_OWN)) {
      return new Outcome.Forbidden();
    }
    return switch (WeeklyHours.of(command.hours())) {
      case WeeklyHours.Result.Overlap(var index) -> new Outcome.Overlap(index);
      case WeeklyHours.Result.Valid(var hours) ->
          unitOfWork.run(
              () ->
                  owners
                      .of(command.caller().user())
                      .map(provider -> set(provider, hours, command.version()))
                      .orElseGet(Outcome.NotRegistered::new));
    };
  }

  private Outcome set(ProviderId provider, WeeklyHours hours, OptionalLong version) {
    return timetables
        .find(provider)
        .map(present -> replace(present, hours, version))
        .orElseGet(() -> add(provider, hours, version));
  }

  private Outcome add(ProviderId provider, WeeklyHours hours, OptionalLong version) {
    return version.isPresent()
        ? new Outcome.Stale(OptionalLong.empty())
        : announced(timetables.add(provider, hours));
  }

  private Outcome replace(Timetable present, WeeklyHours hours, OptionalLong version) {
    if (version.isEmpty()) {
      return new Outcome.VersionMissing();
    }
    return version.getAsLong() == present.version()
        ? announced(timetables.replace(present, hours))
        : new Outcome.Stale(OptionalLong.of(present.version()));
  }

  private Outcome announced(Timetable timetable) {
    outbox.append(new WeeklyHoursSet(timetable.provider(), clock.instant()));
    return new Outcome.Set(timetable);
  }
}
