package org.mercat.rest.payment;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mercat.application.booking.ActOnBooking;
import org.mercat.application.booking.ActOnBooking.Act;
import org.mercat.application.payment.ReleasePayout;
import org.mercat.application.shared.Caller;
import org.mercat.domain.booking.BookingId;
import org.mercat.rest.booking.BookingAnswers;
import org.mercat.rest.booking.PaymentMethods;
import org.mercat.rest.shared.Callers;
import org.mercat.rest.shared.Members;
import org.mercat.rest.shared.Parsed;
import org.mercat.rest.shared.Problem;
import org.mercat.rest.shared.ProblemCode;
import org.mercat.rest.shared.Query;
import org.mercat.rest.shared.Violation;
import org.mercat.rest.shared.Violation.Code;

/** Seed 003's names for taking the money of a booking and for releasing it. */
@Path("payments")
@Singleton
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class PaymentsResource {

  private final ActOnBooking actOnBooking;
  private final ReleasePayout releasePayout;
  private final BookingAnswers answers;

  @Inject
  public PaymentsResource(
      ActOnBooking actOnBooking, ReleasePayout releasePayout, BookingAnswers answers) {
    this.actOnBooking = actOnBooking;
    this.releasePayout = releasePayout;
    this.answers = answers;
  }

  @POST
  @Path("capture")
  public Response capture(
      @Nullable JsonNode body, @Context UriInfo uri, @Context SecurityContext security) {
    var _ = Query.only(uri);
    var caller = Callers.of(security);
    return switch (captureOf(caller, body)) {
      case Parsed.Valid(var command) ->
          captured(caller, command.act(), actOnBooking.handle(command));
      case Parsed.Invalid(var violations) -> Problem.of(violations);
    };
  }

  @POST
  @Path("payout")
  public Response payout(
      @Nullable JsonNode body, @Context UriInfo uri, @Context SecurityContext security) {
    var _ = Query.only(uri);
    var caller = Callers.of(security);
    return switch (payoutOf(caller, body)) {
      case Parsed.Valid(var command) -> released(caller, releasePayout.handle(command));
      case Parsed.Invalid(var violations) -> Problem.of(violations);
    };
  }

  private static Parsed<ActOnBooking.Command> captureOf(Caller caller, @Nullable JsonNode body) {
    var members = Members.of(body);
    var booking = members.id("booking").map(BookingId::new);
    var method = PaymentMethods.required(members);
    return members.into(
        () -> new ActOnBooking.Command(caller, booking.get(), new Act.Pay(method.get())));
  }

  private static Parsed<ReleasePayout.Command> payoutOf(Caller caller, @Nullable JsonNode body) {
    var members = Members.of(body);
    var booking = members.id("booking").map(BookingId::new);
    return members.into(() -> new ReleasePayout.Command(caller, booking.get()));
  }

  /** The booking stands in the body here: one that the caller has no part in is a wrong member. */
  private Response captured(Caller caller, Act act, ActOnBooking.Outcome outcome) {
    return outcome instanceof ActOnBooking.Outcome.NotFound
        ? unknownBooking()
        : answers.acted(caller, act, outcome);
  }

  private Response released(Caller caller, ReleasePayout.Outcome outcome) {
    return switch (outcome) {
      case ReleasePayout.Outcome.Released(var booking) -> answers.show(caller, booking);
      case ReleasePayout.Outcome.Forbidden _ ->
          Problem.of(ProblemCode.FORBIDDEN, "Only administrators release money by hand.");
      case ReleasePayout.Outcome.NotFound _ -> unknownBooking();
      case ReleasePayout.Outcome.Refused(var why) -> BookingAnswers.refused(why);
    };
  }

  private static Response unknownBooking() {
    return Problem.of(
        List.of(new Violation("/booking", Code.NOT_FOUND, "names no booking of yours")));
  }
}
