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
import java.util.UUID;
import org.mercat.application.payment.InvoiceDetails.Name;
import org.mercat.domain.booking.BookingId;
import org.mercat.rest.shared.Callers;
import org.mercat.rest.shared.Query;

/** The invoice of one booking, for its parties. */
@Path("bookings/{booking}/invoice")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
public class BookingInvoiceResource {

  private final InvoiceAnswers answers;

  @Inject
  public BookingInvoiceResource(InvoiceAnswers answers) {
    this.answers = answers;
  }

  @GET
  public Response ofBooking(
      @PathParam("booking") UUID booking, @Context UriInfo uri, @Context SecurityContext security) {
    var _ = Query.only(uri);
    return answers.show(Callers.of(security), new Name.OfBooking(new BookingId(booking)));
  }
}
