package org.mercat.application.availability;

import org.mercat.application.availability.port.CalendarOwners;
import org.mercat.application.availability.port.Timetables;
import org.mercat.application.availability.port.Timetables.Timetable;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.shared.Permission;

/** Query: when the caller works, as a provider. */
public final class WeeklyHoursOf {

  public record Command(Caller caller) {}

  public sealed interface Outcome {
    record Found(Timetable timetable) implements Outcome {}

    /** Only providers have hours. */
    record Forbidden() implements Outcome {}

    /** The caller has not yet said what business it is, or when it works. */
    record NotFound() implements Outcome {}
  }

  private final Access access;
  private final Timetables timetables;
  private final CalendarOwners owners;
  private final UnitOfWork unitOfWork;

  public WeeklyHoursOf(
      Access access, Timetables timetables, CalendarOwners owners, UnitOfWork unitOfWork) {
    this.access = access;
    this.timetables = timetables;
    this.owners = owners;
    this.unitOfWork = unitOfWork;
  }

  public Outcome handle(Command command) {
    if (!access.may(command.caller(), Permission.PROVIDER_OWN)) {
      return new Outcome.Forbidden();
    }
    return unitOfWork
        .run(() -> owners.of(command.caller().user()).flatMap(timetables::find))
        .<Outcome>map(Outcome.Found::new)
        .orElseGet(Outcome.NotFound::new);
  }
}
