package org.mercat.rest.payment;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import org.jspecify.annotations.Nullable;
import org.mercat.application.payment.SetPayoutSchedule;
import org.mercat.rest.shared.Callers;
import org.mercat.rest.shared.Parsed;
import org.mercat.rest.shared.Problem;
import org.mercat.rest.shared.Query;

/** When the provider that the caller is wants to be paid out. */
@Path("providers/me/payout-schedule")
@Singleton
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class PayoutScheduleResource {

  private final SetPayoutSchedule setPayoutSchedule;

  @Inject
  public PayoutScheduleResource(SetPayoutSchedule setPayoutSchedule) {
    this.setPayoutSchedule = setPayoutSchedule;
  }

  @PUT
  public Response set(
      @Nullable JsonNode body, @Context UriInfo uri, @Context SecurityContext security) {
    var _ = Query.only(uri);
    var caller = Callers.of(security);
    return switch (ScheduleText.read(body)) {
      case Parsed.Valid(var schedule) ->
          answer(setPayoutSchedule.handle(new SetPayoutSchedule.Command(caller, schedule)));
      case Parsed.Invalid(var violations) -> Problem.of(violations);
    };
  }

  private static Response answer(SetPayoutSchedule.Outcome outcome) {
    return switch (outcome) {
      case SetPayoutSchedule.Outcome.Set(var plan) -> Response.ok(ScheduleText.show(plan)).build();
      case SetPayoutSchedule.Outcome.Forbidden _ -> PayoutAnswers.forbidden();
      case SetPayoutSchedule.Outcome.NoProfile _ -> PayoutAnswers.noProfile();
    };
  }
}
