package org.mercat.application.booking;

import java.util.Set;
import org.mercat.application.booking.port.BookingReadModel;
import org.mercat.application.booking.port.BookingReadModel.Phase;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.Page;
import org.mercat.application.shared.PageRequest;
import org.mercat.application.shared.UnitOfWork;

/** The bookings in which the caller has a part, newest first; all of them for administrators. */
public final class BookingList {

  /**
   * What is asked for.
   *
   * @param phases only bookings in one of these; empty for all
   */
  public record Query(Caller caller, Set<Phase> phases, PageRequest page) {}

  private final BookingReadModel bookings;
  private final BookingDetails details;
  private final UnitOfWork unitOfWork;

  public BookingList(BookingReadModel bookings, BookingDetails details, UnitOfWork unitOfWork) {
    this.bookings = bookings;
    this.details = details;
    this.unitOfWork = unitOfWork;
  }

  public Page<BookingDetails.Outcome.Found> handle(Query query) {
    return unitOfWork.run(
        () ->
            (query.caller().isAdmin()
                    ? bookings.all(query.phases(), query.page())
                    : bookings.ofParty(query.caller().user(), query.phases(), query.page()))
                .map(details::found));
  }
}
