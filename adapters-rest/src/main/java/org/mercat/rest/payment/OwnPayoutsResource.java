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
import org.mercat.application.payment.OwnPayouts;
import org.mercat.application.payment.PayoutDetails;
import org.mercat.application.payment.RequestPayout;
import org.mercat.domain.payment.PayoutId;
import org.mercat.rest.shared.Callers;
import org.mercat.rest.shared.Listed;
import org.mercat.rest.shared.Members;
import org.mercat.rest.shared.Paging;
import org.mercat.rest.shared.Parsed;
import org.mercat.rest.shared.Problem;
import org.mercat.rest.shared.ProblemCode;
import org.mercat.rest.shared.Query;

/** The payouts of the provider that the caller is. */
@Path("providers/me/payouts")
@Singleton
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class OwnPayoutsResource {

  private final OwnPayouts ownPayouts;
  private final PayoutDetails payoutDetails;
  private final RequestPayout requestPayout;

  @Inject
  public OwnPayoutsResource(
      OwnPayouts ownPayouts, PayoutDetails payoutDetails, RequestPayout requestPayout) {
    this.ownPayouts = ownPayouts;
    this.payoutDetails = payoutDetails;
    this.requestPayout = requestPayout;
  }

  @GET
  public Response list(@Context UriInfo uri, @Context SecurityContext security) {
    var query = new OwnPayouts.Query(Callers.of(security), Paging.parse(uri));
    return switch (ownPayouts.handle(query)) {
      case OwnPayouts.Outcome.Listed(var page) ->
          Response.ok(Listed.of(page.map(PayoutView::of))).build();
      case OwnPayouts.Outcome.Forbidden _ -> PayoutAnswers.forbidden();
      case OwnPayouts.Outcome.NoProfile _ -> PayoutAnswers.noProfile();
    };
  }

  @GET
  @Path("{payout}")
  public Response details(
      @PathParam("payout") UUID payout, @Context UriInfo uri, @Context SecurityContext security) {
    var _ = Query.only(uri);
    var query = new PayoutDetails.Query(Callers.of(security), new PayoutId(payout));
    return switch (payoutDetails.handle(query)) {
      case PayoutDetails.Outcome.Found found -> Response.ok(PayoutDetailsView.of(found)).build();
      case PayoutDetails.Outcome.Forbidden _ -> PayoutAnswers.forbidden();
      case PayoutDetails.Outcome.NotFound _ ->
          Problem.of(ProblemCode.NOT_FOUND, "You have no such payout.");
    };
  }

  @POST
  public Response request(
      @Nullable JsonNode body, @Context UriInfo uri, @Context SecurityContext security) {
    var _ = Query.only(uri);
    var command = new RequestPayout.Command(Callers.of(security));
    return switch (Members.none(body)) {
      case Parsed.Valid<Boolean> _ -> answer(requestPayout.handle(command));
      case Parsed.Invalid(var violations) -> Problem.of(violations);
    };
  }

  private static Response answer(RequestPayout.Outcome outcome) {
    return switch (outcome) {
      case RequestPayout.Outcome.Started(var payouts) ->
          Response.ok(Listed.whole(payouts.stream().map(PayoutView::of).toList())).build();
      case RequestPayout.Outcome.Forbidden _ -> PayoutAnswers.forbidden();
      case RequestPayout.Outcome.NoProfile _ -> PayoutAnswers.noProfile();
      case RequestPayout.Outcome.Paused _ ->
          Problem.of(
              ProblemCode.WRONG_STATE,
              "A payout has failed; your account at the gateway has to be put in order first.");
      case RequestPayout.Outcome.NothingDue _ ->
          Problem.of(ProblemCode.WRONG_STATE, "There is nothing that can be paid out now.");
    };
  }
}
