package org.mercat.rest.booking;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.mercat.application.booking.ActOnBooking;
import org.mercat.application.booking.ActOnBooking.Act;
import org.mercat.application.booking.BookingDetails;
import org.mercat.application.booking.PlaceBooking;
import org.mercat.application.payment.RefundBooking;
import org.mercat.application.payment.RunOperations;
import org.mercat.application.payment.SettleDirectBooking;
import org.mercat.application.payment.SettleOperation;
import org.mercat.application.shared.Caller;
import org.mercat.domain.booking.Booking;
import org.mercat.domain.booking.BookingEvent;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.payment.Payment;
import org.mercat.rest.shared.Answers;
import org.mercat.rest.shared.Api;
import org.mercat.rest.shared.Problem;
import org.mercat.rest.shared.ProblemCode;
import org.mercat.rest.shared.Tags;
import org.mercat.rest.shared.Violation;
import org.mercat.rest.shared.Violation.Code;

/**
 * The end of every request that moves a booking: what the gateway has to do is done, then the
 * booking is shown as it is now.
 */
@Singleton
public class BookingAnswers {

  private final RunOperations runOperations;
  private final SettleDirectBooking settleDirectBooking;
  private final BookingDetails bookingDetails;

  @Inject
  public BookingAnswers(
      RunOperations runOperations,
      SettleDirectBooking settleDirectBooking,
      BookingDetails bookingDetails) {
    this.runOperations = runOperations;
    this.settleDirectBooking = settleDirectBooking;
    this.bookingDetails = bookingDetails;
  }

  Response placed(Caller caller, PlaceBooking.Outcome outcome, boolean paying) {
    return switch (outcome) {
      case PlaceBooking.Outcome.Placed(var booking) ->
          paying ? paid(caller, booking, true) : opened(caller, booking);
      case PlaceBooking.Outcome.Forbidden _ ->
          Problem.of(ProblemCode.FORBIDDEN, "Only clients book.");
      case PlaceBooking.Outcome.UnknownListing _ ->
          wrong("/listing", Code.NOT_FOUND, "names no listing that can be booked");
      case PlaceBooking.Outcome.NotBookable _ ->
          Problem.of(ProblemCode.WRONG_STATE, "The price of this listing is agreed on first.");
      case PlaceBooking.Outcome.EmailUnverified _ -> Answers.emailUnverified().getResponse();
      case PlaceBooking.Outcome.NotPayable _ ->
          Problem.of(ProblemCode.NOT_PAYABLE, "The provider cannot be paid so, or not yet.");
      case PlaceBooking.Outcome.NonexistentTime _ ->
          Problem.of(
              ProblemCode.NONEXISTENT_LOCAL_TIME,
              "Clocks go forward over this time.",
              new Violation("/start/local", Code.NONEXISTENT_LOCAL_TIME, "does not exist there"));
      case PlaceBooking.Outcome.AmbiguousTime _ ->
          wrong("/start/offset", Code.REQUIRED, "must say which of the two hours is meant");
      case PlaceBooking.Outcome.OutsideAvailability _ ->
          Problem.of(
              ProblemCode.OUTSIDE_AVAILABILITY,
              "The provider offers no slot that begins then.",
              new Violation("/start", Code.OUTSIDE_AVAILABILITY, "is not the start of a slot"));
      case PlaceBooking.Outcome.WrongDuration _ ->
          wrong("/durationMinutes", Code.OUT_OF_RANGE, "is no length of this listing");
      case PlaceBooking.Outcome.WrongQuantity _ ->
          wrong("/quantity", Code.OUT_OF_RANGE, "is only for fixed prices");
      case PlaceBooking.Outcome.WrongCurrency _ ->
          wrong("/tip/currency", Code.OUT_OF_RANGE, "is not the currency of the price");
      case PlaceBooking.Outcome.SlotTaken _ ->
          Problem.of(ProblemCode.SLOT_TAKEN, "Somebody else has this time.");
    };
  }

  /** After an act of a party. */
  public Response acted(Caller caller, Act act, ActOnBooking.Outcome outcome) {
    return switch (outcome) {
      case ActOnBooking.Outcome.Done(var booking) ->
          act instanceof Act.Pay ? paid(caller, booking, false) : moved(caller, booking);
      case ActOnBooking.Outcome.NotFound _ -> notFound();
      case ActOnBooking.Outcome.Forbidden _ ->
          Problem.of(ProblemCode.FORBIDDEN, "It is for the other party to do, or denied to you.");
      case ActOnBooking.Outcome.EmailUnverified _ -> Answers.emailUnverified().getResponse();
      case ActOnBooking.Outcome.Refused(var why) -> refused(why);
    };
  }

  Response refunded(Caller caller, RefundBooking.Outcome outcome) {
    return switch (outcome) {
      case RefundBooking.Outcome.Started(var booking) -> moved(caller, booking);
      case RefundBooking.Outcome.NotFound _ -> notFound();
      case RefundBooking.Outcome.Forbidden _ ->
          Problem.of(ProblemCode.FORBIDDEN, "A client gets money back by cancelling.");
      case RefundBooking.Outcome.WrongCurrency _ ->
          wrong("/amount/currency", Code.OUT_OF_RANGE, "is not the currency of the booking");
      case RefundBooking.Outcome.Refused(var why) -> refused(why);
    };
  }

  /** The booking as it is now. */
  public Response show(Caller caller, BookingId booking) {
    return found(caller, booking, Response.ok());
  }

  /** After a payment: if the gateway did not take the money, that is the answer. */
  private Response paid(Caller caller, BookingId booking, boolean placed) {
    return switch (run(booking)) {
      case SettleOperation.Outcome.Failed(var why) ->
          Problem.of(ProblemCode.PAYMENT_DECLINED, "The payment was declined: " + why + ".");
      case SettleOperation.Outcome.Succeeded _,
          SettleOperation.Outcome.Open _,
          SettleOperation.Outcome.UnknownOperation _ ->
          placed ? created(caller, booking) : show(caller, booking);
    };
  }

  /** After a booking that nobody has paid yet: whoever pays the provider himself gets a bill. */
  private Response opened(Caller caller, BookingId booking) {
    settle(booking);
    return created(caller, booking);
  }

  /** After anything else: a refund that comes to nothing shows in the booking's money. */
  private Response moved(Caller caller, BookingId booking) {
    settle(booking);
    return switch (run(booking)) {
      case SettleOperation.Outcome.Succeeded _,
          SettleOperation.Outcome.Failed _,
          SettleOperation.Outcome.Open _,
          SettleOperation.Outcome.UnknownOperation _ ->
          show(caller, booking);
    };
  }

  private void settle(BookingId booking) {
    var _ = settleDirectBooking.handle(new SettleDirectBooking.Command(booking));
  }

  /** Does what was stored for the gateway, with no unit of work open. */
  private SettleOperation.Outcome run(BookingId booking) {
    return runOperations.handle(new RunOperations.Command(BookingEvent.subject(booking)));
  }

  private Response created(Caller caller, BookingId booking) {
    var place = Api.BASE + "/bookings/" + booking.value();
    return found(
        caller,
        booking,
        Response.status(Response.Status.CREATED).header(HttpHeaders.LOCATION, place));
  }

  private Response found(Caller caller, BookingId booking, Response.ResponseBuilder answer) {
    return switch (bookingDetails.handle(new BookingDetails.Query(caller, booking))) {
      case BookingDetails.Outcome.Found found ->
          answer
              .entity(BookingView.of(found))
              .tag(Tags.of(found.view().booking().version()))
              .build();
      case BookingDetails.Outcome.Forbidden _ ->
          Problem.of(ProblemCode.FORBIDDEN, "You may not see bookings.");
      case BookingDetails.Outcome.NotFound _ -> notFound();
    };
  }

  private static Response refused(Booking.Refusal why) {
    return switch (why) {
      case WRONG_STATE -> wrongState();
      case HOLD_EXPIRED ->
          Problem.of(ProblemCode.HOLD_EXPIRED, "The time to pay for this booking is over.");
      case OUTCOME_UNKNOWN -> outcomeUnknown();
    };
  }

  /** What a payment refuses. */
  public static Response refused(Payment.Refusal why) {
    return switch (why) {
      case WRONG_STATE -> wrongState();
      case OUTCOME_UNKNOWN -> outcomeUnknown();
      case REFUND_EXCEEDS_REMAINING ->
          Problem.of(
              ProblemCode.REFUND_EXCEEDS_REMAINING,
              "Less than that is left to refund.",
              new Violation("/amount", Code.REFUND_EXCEEDS_REMAINING, "is more than is left"));
      case REFUND_OWED ->
          Problem.of(
              ProblemCode.WRONG_STATE,
              "A refund of this booking has come to nothing: repeat it, and the rest is released.");
      case DISPUTED ->
          Problem.of(
              ProblemCode.DISPUTED, "The payer's bank contests the payment: wait for its end.");
    };
  }

  private static Response wrongState() {
    return Problem.of(ProblemCode.WRONG_STATE, "The booking is not in a state for this.");
  }

  private static Response outcomeUnknown() {
    return Problem.of(
        ProblemCode.OUTCOME_UNKNOWN, "A payment is under way; its outcome is not known yet.");
  }

  private static Response notFound() {
    return Problem.of(ProblemCode.NOT_FOUND, "You have no such booking.");
  }

  private static Response wrong(String pointer, Code code, String detail) {
    return Problem.of(List.of(new Violation(pointer, code, detail)));
  }
}
