package org.mercat.rest.booking;

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
import org.mercat.application.booking.ExplainBooking;
import org.mercat.domain.booking.BookingId;
import org.mercat.rest.shared.Callers;
import org.mercat.rest.shared.Problem;
import org.mercat.rest.shared.ProblemCode;
import org.mercat.rest.shared.Query;

/** Why a booking costs what it costs, and who gets what of it. */
@Path("bookings/{booking}/explain")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
public class ExplanationResource {

  private final ExplainBooking explainBooking;

  @Inject
  public ExplanationResource(ExplainBooking explainBooking) {
    this.explainBooking = explainBooking;
  }

  @GET
  public Response explain(
      @PathParam("booking") UUID booking, @Context UriInfo uri, @Context SecurityContext security) {
    var _ = Query.only(uri);
    var query = new ExplainBooking.Query(Callers.of(security), new BookingId(booking));
    return switch (explainBooking.handle(query)) {
      case ExplainBooking.Outcome.Explained explained ->
          Response.ok(ExplanationView.of(explained)).build();
      case ExplainBooking.Outcome.Forbidden _ ->
          Problem.of(ProblemCode.FORBIDDEN, "You may not see bookings.");
      case ExplainBooking.Outcome.NotFound _ ->
          Problem.of(ProblemCode.NOT_FOUND, "You have no such booking.");
    };
  }
}
