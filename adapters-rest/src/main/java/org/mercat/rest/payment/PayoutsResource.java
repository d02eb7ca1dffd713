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
import org.mercat.application.payment.LiftPause;
import org.mercat.application.payment.PayoutList;
import org.mercat.application.payment.RetryPayout;
import org.mercat.domain.payment.PayoutId;
import org.mercat.domain.provider.ProviderId;
import org.mercat.rest.shared.Callers;
import org.mercat.rest.shared.Listed;
import org.mercat.rest.shared.Members;
import org.mercat.rest.shared.Paging;
import org.mercat.rest.shared.Parsed;
import org.mercat.rest.shared.Problem;
import org.mercat.rest.shared.ProblemCode;
import org.mercat.rest.shared.Query;

/** The payouts of all providers, for administrators. */
@Path("admin/payouts")
@Singleton
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class PayoutsResource {

  private static final String PROVIDER = "provider";

  private final PayoutList payoutList;
  private final RetryPayout retryPayout;
  private final LiftPause liftPause;

  @Inject
  public PayoutsResource(PayoutList payoutList, RetryPayout retryPayout, LiftPause liftPause) {
    this.payoutList = payoutList;
    this.retryPayout = retryPayout;
    this.liftPause = liftPause;
  }

  @GET
  public Response list(@Context UriInfo uri, @Context SecurityContext security) {
    var query = Query.only(uri, PROVIDER, Paging.LIMIT, Paging.CURSOR);
    var asked =
        new PayoutList.Query(
            Callers.of(security), query.id(PROVIDER).map(ProviderId::new), Paging.parse(query));
    return switch (payoutList.handle(asked)) {
      case PayoutList.Outcome.Listed(var page) ->
          Response.ok(Listed.of(page.map(PayoutView::of))).build();
      case PayoutList.Outcome.Forbidden _ -> PayoutAnswers.forAdministrators();
    };
  }

  @POST
  @Path("{payout}/retry")
  public Response retry(
      @PathParam("payout") UUID payout,
      @Nullable JsonNode body,
      @Context UriInfo uri,
      @Context SecurityContext security) {
    var _ = Query.only(uri);
    var command = new RetryPayout.Command(Callers.of(security), new PayoutId(payout));
    return switch (Members.none(body)) {
      case Parsed.Valid<Boolean> _ -> answer(retryPayout.handle(command));
      case Parsed.Invalid(var violations) -> Problem.of(violations);
    };
  }

  @POST
  @Path("providers/{provider}/resume")
  public Response resume(
      @PathParam("provider") UUID provider,
      @Nullable JsonNode body,
      @Context UriInfo uri,
      @Context SecurityContext security) {
    var _ = Query.only(uri);
    var command = new LiftPause.Command(Callers.of(security), new ProviderId(provider));
    return switch (Members.none(body)) {
      case Parsed.Valid<Boolean> _ -> answer(liftPause.handle(command));
      case Parsed.Invalid(var violations) -> Problem.of(violations);
    };
  }

  private static Response answer(LiftPause.Outcome outcome) {
    return switch (outcome) {
      case LiftPause.Outcome.Lifted(var plan) -> Response.ok(ScheduleText.show(plan)).build();
      case LiftPause.Outcome.Forbidden _ -> PayoutAnswers.forAdministrators();
      case LiftPause.Outcome.NotFound _ ->
          Problem.of(ProblemCode.NOT_FOUND, "This provider has never been paid anything.");
    };
  }

  private static Response answer(RetryPayout.Outcome outcome) {
    return switch (outcome) {
      case RetryPayout.Outcome.Started(var payout) -> Response.ok(PayoutView.of(payout)).build();
      case RetryPayout.Outcome.Forbidden _ -> PayoutAnswers.forAdministrators();
      case RetryPayout.Outcome.NotFound _ ->
          Problem.of(ProblemCode.NOT_FOUND, "There is no such payout.");
      case RetryPayout.Outcome.Refused _ ->
          Problem.of(
              ProblemCode.WRONG_STATE,
              "It has not failed, or too little of its money is at the gateway.");
    };
  }
}
