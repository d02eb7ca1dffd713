package org.mercat.rest.payment;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mercat.application.payment.ChargebackOfBooking;
import org.mercat.application.payment.TellOfChargeback;
import org.mercat.application.shared.Caller;
import org.mercat.domain.booking.BookingId;
import org.mercat.rest.shared.Callers;
import org.mercat.rest.shared.Members;
import org.mercat.rest.shared.Parsed;
import org.mercat.rest.shared.Problem;
import org.mercat.rest.shared.ProblemCode;
import org.mercat.rest.shared.Query;

/** The last chargeback of a booking, for its provider. */
@Path("bookings/{booking}/chargeback")
@Singleton
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class BookingChargebackResource {

  private final ChargebackOfBooking chargebackOfBooking;
  private final TellOfChargeback tellOfChargeback;

  @Inject
  public BookingChargebackResource(
      ChargebackOfBooking chargebackOfBooking, TellOfChargeback tellOfChargeback) {
    this.chargebackOfBooking = chargebackOfBooking;
    this.tellOfChargeback = tellOfChargeback;
  }

  @GET
  public Response ofBooking(
      @PathParam("booking") UUID booking, @Context UriInfo uri, @Context SecurityContext security) {
    var _ = Query.only(uri);
    return show(Callers.of(security), new BookingId(booking));
  }

  @POST
  @Path("evidence")
  public Response tell(
      @PathParam("booking") UUID booking,
      @Nullable JsonNode body,
      @Context UriInfo uri,
      @Context SecurityContext security) {
    var _ = Query.only(uri);
    var caller = Callers.of(security);
    var of = new BookingId(booking);
    var members = Members.of(body);
    var text = members.text("text", 1, TellOfChargeback.MOST);
    return switch (members.into(text)) {
      case Parsed.Valid(var told) ->
          told(caller, of, tellOfChargeback.handle(new TellOfChargeback.Command(caller, of, told)));
      case Parsed.Invalid(var violations) -> Problem.of(violations);
    };
  }

  private Response told(Caller caller, BookingId booking, TellOfChargeback.Outcome outcome) {
    return switch (outcome) {
      case TellOfChargeback.Outcome.Told _ -> show(caller, booking);
      case TellOfChargeback.Outcome.Forbidden _ -> forbidden();
      case TellOfChargeback.Outcome.NotFound _ -> notFound();
      case TellOfChargeback.Outcome.NotAwaited _ ->
          Problem.of(
              ProblemCode.WRONG_STATE,
              "The bank has been answered or waits for nothing, or enough has been told.");
    };
  }

  private Response show(Caller caller, BookingId booking) {
    return switch (chargebackOfBooking.handle(new ChargebackOfBooking.Query(caller, booking))) {
      case ChargebackOfBooking.Outcome.Found(var chargeback, var material) ->
          Response.ok(ChargebackView.of(chargeback, material)).build();
      case ChargebackOfBooking.Outcome.Forbidden _ -> forbidden();
      case ChargebackOfBooking.Outcome.NotFound _ -> notFound();
    };
  }

  private static Response forbidden() {
    return Problem.of(ProblemCode.FORBIDDEN, "Only providers see chargebacks of their bookings.");
  }

  private static Response notFound() {
    return Problem.of(ProblemCode.NOT_FOUND, "You have no such booking, or nobody contests it.");
  }
}
