package org.mercat.rest.payment;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.mercat.application.payment.BookingLedger;
import org.mercat.application.payment.port.Ledger;
import org.mercat.domain.booking.BookingId;
import org.mercat.rest.shared.Callers;
import org.mercat.rest.shared.MoneyView;
import org.mercat.rest.shared.Problem;
import org.mercat.rest.shared.ProblemCode;
import org.mercat.rest.shared.Query;

/** The books of one booking, for its parties. */
@Path("bookings/{booking}/ledger")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
public class BookingLedgerResource {

  /** All that was posted for a booking; a debit is positive. */
  public record LedgerView(List<PostingView> postings, List<BalanceView> balances) {}

  public record PostingView(
      String transaction, String kind, String account, MoneyView amount, Instant at) {}

  public record BalanceView(String account, MoneyView balance) {}

  private final BookingLedger bookingLedger;

  @Inject
  public BookingLedgerResource(BookingLedger bookingLedger) {
    this.bookingLedger = bookingLedger;
  }

  @GET
  public Response ofBooking(
      @PathParam("booking") UUID booking, @Context UriInfo uri, @Context SecurityContext security) {
    var _ = Query.only(uri);
    var query = new BookingLedger.Query(Callers.of(security), new BookingId(booking));
    return switch (bookingLedger.handle(query)) {
      case BookingLedger.Outcome.Found(var view) -> Response.ok(show(view)).build();
      case BookingLedger.Outcome.Forbidden _ ->
          Problem.of(ProblemCode.FORBIDDEN, "You may not see bookings.");
      case BookingLedger.Outcome.NotFound _ ->
          Problem.of(ProblemCode.NOT_FOUND, "You have no such booking.");
    };
  }

  private static LedgerView show(BookingLedger.View view) {
    return new LedgerView(
        view.postings().stream().map(BookingLedgerResource::show).toList(),
        view.balances().stream()
            .map(it -> new BalanceView(it.account().name(), MoneyView.of(it.balance())))
            .toList());
  }

  private static PostingView show(Ledger.PostedLine line) {
    return new PostingView(
        line.transaction(),
        line.kind().name().toLowerCase(Locale.ROOT),
        line.account().name(),
        MoneyView.of(line.amount()),
        line.at());
  }
}
