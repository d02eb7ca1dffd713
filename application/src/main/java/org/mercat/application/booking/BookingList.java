package org.mercat.application.booking;

import java.util.Set;
import org.mercat.application.booking.port.BookingReadModel;
import org.mercat.application.booking.port.BookingReadModel.BookingView;
import org.mercat.application.booking.port.BookingReadModel.Phase;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.Page;
import org.mercat.application.shared.PageRequest;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.shared.Permission;

/** The bookings in which the caller has a part, newest first; all of them for administrators. */
public final class BookingList {

  /**
   * What is asked for.
   *
   * @param phases only bookings in one of these; empty for all
   */
  public record Query(Caller caller, Set<Phase> phases, PageRequest page) {}

  /** What was found. */
  public sealed interface Outcome {
    record Listed(Page<BookingDetails.Outcome.Found> page) implements Outcome {}

    record Forbidden() implements Outcome {}
  }

  private final Access access;
  private final BookingReadModel bookings;
  private final BookingDetails details;
  private final UnitOfWork unitOfWork;

  public BookingList(
      Access access, BookingReadModel bookings, BookingDetails details, UnitOfWork unitOfWork) {
    this.access = access;
    this.bookings = bookings;
    this.details = details;
    this.unitOfWork = unitOfWork;
  }

  public Outcome handle(Query query) {
    return access.may(query.caller(), Permission.BOOKING_OWN)
        ? new Outcome.Listed(unitOfWork.run(() -> listed(query)))
        : new Outcome.Forbidden();
  }

  private Page<BookingDetails.Outcome.Found> listed(Query query) {
    var page = visible(query);
    return new Page<>(details.shown(query.caller(), page.items()), page.next());
  }

  private Page<BookingView> visible(Query query) {
    return access.may(query.caller(), Permission.BOOKING_READ_ANY)
        ? bookings.all(query.phases(), query.page())
        : bookings.ofParty(query.caller().user(), query.phases(), query.page());
  }
}
