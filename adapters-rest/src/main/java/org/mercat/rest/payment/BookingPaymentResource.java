package org.mercat.rest.payment;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.UUID;
import org.mercat.application.payment.PaymentProgress;
import org.mercat.application.payment.PaymentProgress.Progress;
import org.mercat.application.payment.port.PayerActions.PayerAction;
import org.mercat.domain.booking.BookingId;
import org.mercat.rest.shared.Callers;
import org.mercat.rest.shared.Problem;
import org.mercat.rest.shared.ProblemCode;
import org.mercat.rest.shared.Query;

/** How far the payment of a booking has come, for its client. */
@Path("bookings/{booking}/payment")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
public class BookingPaymentResource {

  /**
   * The last payment.
   *
   * @param failure why nothing was taken, of one that has failed
   * @param nextStep what the client has to do, of one that requires it
   */
  public record ProgressView(
      String status, Optional<String> failure, Optional<NextStepView> nextStep) {

    static ProgressView of(Progress progress) {
      return switch (progress) {
        case Progress.RequiresAction(var action) ->
            new ProgressView("requires_action", Optional.empty(), action.map(NextStepView::of));
        case Progress.Processing _ -> of("processing");
        case Progress.Succeeded _ -> of("succeeded");
        case Progress.Failed(var why) ->
            new ProgressView("failed", Optional.of(why.name()), Optional.empty());
      };
    }

    private static ProgressView of(String status) {
      return new ProgressView(status, Optional.empty(), Optional.empty());
    }
  }

  /** Where the client goes on; the address is a secret. */
  public record NextStepView(String url) {
    static NextStepView of(PayerAction action) {
      return new NextStepView(action.url());
    }

    @Override
    public String toString() {
      return "NextStepView[a secret]";
    }
  }

  private final PaymentProgress paymentProgress;

  @Inject
  public BookingPaymentResource(PaymentProgress paymentProgress) {
    this.paymentProgress = paymentProgress;
  }

  @GET
  public Response ofBooking(
      @PathParam("booking") UUID booking, @Context UriInfo uri, @Context SecurityContext security) {
    var _ = Query.only(uri);
    var query = new PaymentProgress.Query(Callers.of(security), new BookingId(booking));
    return switch (paymentProgress.handle(query)) {
      case PaymentProgress.Outcome.Found(var progress) ->
          Response.ok(ProgressView.of(progress))
              .header(HttpHeaders.CACHE_CONTROL, "no-store")
              .build();
      case PaymentProgress.Outcome.Forbidden _ ->
          Problem.of(ProblemCode.FORBIDDEN, "The payment is the client's.");
      case PaymentProgress.Outcome.NotFound _ ->
          Problem.of(ProblemCode.NOT_FOUND, "You have no such booking, or have not paid for it.");
      case PaymentProgress.Outcome.Unavailable _ ->
          Problem.of(ProblemCode.UNAVAILABLE, "The payment gateway does not answer.");
    };
  }
}
