package org.mercat.rest.fee;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import org.jspecify.annotations.Nullable;
import org.mercat.application.fee.PlatformFeeInForce;
import org.mercat.application.fee.SetPlatformFee;
import org.mercat.application.shared.Caller;
import org.mercat.domain.fee.FeeTariff;
import org.mercat.domain.shared.Rate;
import org.mercat.rest.shared.Answers;
import org.mercat.rest.shared.Callers;
import org.mercat.rest.shared.Parsed;
import org.mercat.rest.shared.Preconditions;
import org.mercat.rest.shared.Problem;
import org.mercat.rest.shared.ProblemCode;
import org.mercat.rest.shared.Query;

/** What the platform takes of bookings that are confirmed from now on. */
@Path("admin/platform-fee")
@Singleton
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class PlatformFeeResource {

  private final PlatformFeeInForce inForce;
  private final SetPlatformFee setPlatformFee;

  @Inject
  public PlatformFeeResource(PlatformFeeInForce inForce, SetPlatformFee setPlatformFee) {
    this.inForce = inForce;
    this.setPlatformFee = setPlatformFee;
  }

  @GET
  public Response find(@Context UriInfo uri, @Context SecurityContext security) {
    var _ = Query.only(uri);
    return switch (inForce.handle(new PlatformFeeInForce.Query(Callers.of(security)))) {
      case PlatformFeeInForce.Outcome.Found(var tariff) -> whole(tariff);
      case PlatformFeeInForce.Outcome.Forbidden _ -> forbidden();
    };
  }

  @PUT
  public Response set(
      @Nullable JsonNode body,
      @Context UriInfo uri,
      @Context HttpHeaders headers,
      @Context SecurityContext security) {
    var _ = Query.only(uri);
    var caller = Callers.of(security);
    return switch (inForce.handle(new PlatformFeeInForce.Query(caller))) {
      case PlatformFeeInForce.Outcome.Found(var tariff) -> replace(tariff, body, headers, caller);
      case PlatformFeeInForce.Outcome.Forbidden _ -> forbidden();
    };
  }

  /** What nobody has ever set is replaced without having been read. */
  private Response replace(
      FeeTariff present, @Nullable JsonNode body, HttpHeaders headers, Caller caller) {
    if (present.equals(FeeTariff.INITIAL)) {
      Preconditions.honour(headers, present.version());
    } else {
      Preconditions.require(headers, present.version());
    }
    return switch (PlatformFeeView.parse(body)) {
      case Parsed.Valid(var next) -> set(caller, present, next);
      case Parsed.Invalid(var violations) -> Problem.of(violations);
    };
  }

  private Response set(Caller caller, FeeTariff present, PlatformFeeView next) {
    var rate = new Rate(next.ratePpm());
    var command = new SetPlatformFee.Command(caller, present.version(), rate, next.taxOnFee());
    return switch (setPlatformFee.handle(command)) {
      case SetPlatformFee.Outcome.Set(var tariff) -> whole(tariff);
      case SetPlatformFee.Outcome.Forbidden _ -> forbidden();
      case SetPlatformFee.Outcome.Stale _ -> throw Preconditions.stale();
    };
  }

  private static Response whole(FeeTariff tariff) {
    return Answers.ok(PlatformFeeView.of(tariff), tariff.version());
  }

  private static Response forbidden() {
    return Problem.of(ProblemCode.FORBIDDEN, "Only administrators see and set the fee.");
  }
}
