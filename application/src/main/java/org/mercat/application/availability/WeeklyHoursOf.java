package org.mercat.application.availability;

import org.mercat.application.availability.port.CalendarOwners;
import org.mercat.application.availability.port.Timetables;
import org.mercat.application.availability.port.Timetables.Timetable;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.UnitOfWork;

/** Query: when the caller works, as a provider. */
public final class WeeklyHoursOf {

  public record Command(Caller caller) {}

  public sealed interface Outcome {
    record Found(Timetable timetable) implements Outcome {}

    /** The caller is no provider, or has not yet said when it works. */
    record NotFound() implements Outcome {}
  }

  private final Timetables timetables;
  private final CalendarOwners owners;
  private final UnitOfWork unitOfWork;

  public WeeklyHoursOf(Timetables timetables, CalendarOwners owners, UnitOfWork unitOfWork) {
    this.timetables = timetables;
    this.owners = owners;
    this.unitOfWork = unitOfWork;
  }

  public Outcome handle(Command command) {
    return unitOfWork
        .run(() -> owners.of(command.caller().user()).flatMap(timetables::find))
        .<Outcome>map(Outcome.Found::new)
        .orElseGet(Outcome.NotFound::new);
  }
}
