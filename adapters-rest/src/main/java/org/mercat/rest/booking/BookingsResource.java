package org.mercat.rest.booking;

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
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mercat.application.booking.ActOnBooking;
import org.mercat.application.booking.ActOnBooking.Act;
import org.mercat.application.booking.BookingList;
import org.mercat.application.booking.PlaceBooking;
import org.mercat.application.booking.port.BookingReadModel.Phase;
import org.mercat.application.payment.RefundBooking;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.ZoneBook;
import org.mercat.domain.booking.BookingId;
import org.mercat.rest.shared.Callers;
import org.mercat.rest.shared.Listed;
import org.mercat.rest.shared.Members;
import org.mercat.rest.shared.Paging;
import org.mercat.rest.shared.Parsed;
import org.mercat.rest.shared.Problem;
import org.mercat.rest.shared.ProblemCode;
import org.mercat.rest.shared.ProblemException;
import org.mercat.rest.shared.Query;

/** Booking a time, and what its parties do with the booking. */
@Path("bookings")
@Singleton
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class BookingsResource {

  private static final Map<String, Phase> PHASES =
      Arrays.stream(Phase.values()).collect(Collectors.toMap(Phase::name, Function.identity()));

  private final PlaceBooking placeBooking;
  private final ActOnBooking actOnBooking;
  private final RefundBooking refundBooking;
  private final BookingList bookingList;
  private final BookingAnswers answers;
  private final ZoneBook zones;

  @Inject
  public BookingsResource(
      PlaceBooking placeBooking,
      ActOnBooking actOnBooking,
      RefundBooking refundBooking,
      BookingList bookingList,
      BookingAnswers answers,
      ZoneBook zones) {
    this.placeBooking = placeBooking;
    this.actOnBooking = actOnBooking;
    this.refundBooking = refundBooking;
    this.bookingList = bookingList;
    this.answers = answers;
    this.zones = zones;
  }

  @POST
  public Response place(
      @Nullable JsonNode body, @Context UriInfo uri, @Context SecurityContext security) {
    var _ = Query.only(uri);
    var caller = Callers.of(security);
    return switch (BookingRequests.place(zones, caller, body)) {
      case Parsed.Valid(var command) ->
          answers.placed(caller, placeBooking.handle(command), command.method().isPresent());
      case Parsed.Invalid(var violations) -> Problem.of(violations);
    };
  }

  @GET
  public Listed<BookingView> list(@Context UriInfo uri, @Context SecurityContext security) {
    var query = Query.only(uri, "lifecycle", Paging.LIMIT, Paging.CURSOR);
    var phases = query.word("lifecycle", PHASES).map(Set::of).orElse(Set.of());
    var page = Paging.parse(query);
    return switch (bookingList.handle(new BookingList.Query(Callers.of(security), phases, page))) {
      case BookingList.Outcome.Listed(var found) -> Listed.of(found.map(BookingView::of));
      case BookingList.Outcome.Forbidden _ ->
          throw new ProblemException(ProblemCode.FORBIDDEN, "You may not see bookings.");
    };
  }

  @GET
  @Path("{booking}")
  public Response details(
      @PathParam("booking") UUID booking, @Context UriInfo uri, @Context SecurityContext security) {
    var _ = Query.only(uri);
    return answers.show(Callers.of(security), new BookingId(booking));
  }

  @POST
  @Path("{booking}/pay")
  public Response pay(
      @PathParam("booking") UUID booking,
      @Nullable JsonNode body,
      @Context UriInfo uri,
      @Context SecurityContext security) {
    return act(booking, BookingRequests.payment(body).map(Act.Pay::new), uri, security);
  }

  @POST
  @Path("{booking}/start")
  public Response start(
      @PathParam("booking") UUID booking,
      @Nullable JsonNode body,
      @Context UriInfo uri,
      @Context SecurityContext security) {
    return act(booking, Members.none(body).map(_ -> new Act.Start()), uri, security);
  }

  @POST
  @Path("{booking}/deliver")
  public Response deliver(
      @PathParam("booking") UUID booking,
      @Nullable JsonNode body,
      @Context UriInfo uri,
      @Context SecurityContext security) {
    return act(booking, Members.none(body).map(_ -> new Act.Deliver()), uri, security);
  }

  @POST
  @Path("{booking}/confirm")
  public Response confirm(
      @PathParam("booking") UUID booking,
      @Nullable JsonNode body,
      @Context UriInfo uri,
      @Context SecurityContext security) {
    return act(booking, Members.none(body).map(_ -> new Act.Confirm()), uri, security);
  }

  @POST
  @Path("{booking}/cancel")
  public Response cancel(
      @PathParam("booking") UUID booking,
      @Nullable JsonNode body,
      @Context UriInfo uri,
      @Context SecurityContext security) {
    return act(booking, BookingRequests.cancellation(body).map(Act.Cancel::new), uri, security);
  }

  @POST
  @Path("{booking}/refund")
  public Response refund(
      @PathParam("booking") UUID booking,
      @Nullable JsonNode body,
      @Context UriInfo uri,
      @Context SecurityContext security) {
    var _ = Query.only(uri);
    var caller = Callers.of(security);
    return switch (BookingRequests.refund(caller, new BookingId(booking), body)) {
      case Parsed.Valid(var command) -> answers.refunded(caller, refundBooking.handle(command));
      case Parsed.Invalid(var violations) -> Problem.of(violations);
    };
  }

  private Response act(
      UUID booking, Parsed<? extends Act> act, UriInfo uri, SecurityContext security) {
    var _ = Query.only(uri);
    var caller = Callers.of(security);
    return switch (act) {
      case Parsed.Valid(var valid) -> act(caller, new BookingId(booking), valid);
      case Parsed.Invalid(var violations) -> Problem.of(violations);
    };
  }

  private Response act(Caller caller, BookingId booking, Act act) {
    var outcome = actOnBooking.handle(new ActOnBooking.Command(caller, booking, act));
    return answers.acted(caller, act, outcome);
  }
}
