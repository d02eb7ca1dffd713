package org.mercat.rest.payment;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mercat.application.payment.OwnCollectionPlan;
import org.mercat.application.payment.SetCollectionPlan;
import org.mercat.application.shared.Caller;
import org.mercat.domain.payment.CollectionPlan;
import org.mercat.domain.payment.CollectionPlan.Mode;
import org.mercat.rest.shared.Callers;
import org.mercat.rest.shared.Members;
import org.mercat.rest.shared.Parsed;
import org.mercat.rest.shared.Problem;
import org.mercat.rest.shared.Query;

/** How the clients of the provider pay that the caller is (PR-10). */
@Path("providers/me/payment-mode")
@Singleton
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class PaymentModeResource {

  private static final String GATEWAY = "stripe_connect";
  private static final String OFFLINE = "offline";

  private static final Map<String, Mode> MODES =
      Map.of(GATEWAY, Mode.GATEWAY, OFFLINE, Mode.OFFLINE);

  /** A plan as it is shown. */
  public record View(String paymentMode, Optional<String> paymentInstructions) {
    static View of(CollectionPlan plan) {
      return new View(
          switch (plan.mode()) {
            case GATEWAY -> PaymentModeResource.GATEWAY;
            case OFFLINE -> PaymentModeResource.OFFLINE;
          },
          plan.instructions());
    }
  }

  private final OwnCollectionPlan ownPlan;
  private final SetCollectionPlan setPlan;

  @Inject
  public PaymentModeResource(OwnCollectionPlan ownPlan, SetCollectionPlan setPlan) {
    this.ownPlan = ownPlan;
    this.setPlan = setPlan;
  }

  @GET
  public Response find(@Context UriInfo uri, @Context SecurityContext security) {
    var _ = Query.only(uri);
    var query = new OwnCollectionPlan.Query(Callers.of(security));
    return switch (ownPlan.handle(query)) {
      case OwnCollectionPlan.Outcome.Found(var plan) -> Response.ok(View.of(plan)).build();
      case OwnCollectionPlan.Outcome.Forbidden _ -> PayoutAnswers.forbidden();
      case OwnCollectionPlan.Outcome.NoProfile _ -> PayoutAnswers.noProfile();
    };
  }

  @PUT
  public Response set(
      @Nullable JsonNode body, @Context UriInfo uri, @Context SecurityContext security) {
    var _ = Query.only(uri);
    return switch (read(Callers.of(security), body)) {
      case Parsed.Valid(var command) -> answer(setPlan.handle(command));
      case Parsed.Invalid(var violations) -> Problem.of(violations);
    };
  }

  private static Parsed<SetCollectionPlan.Command> read(Caller caller, @Nullable JsonNode body) {
    var members = Members.of(body);
    var mode = members.word("paymentMode", MODES);
    var instructions =
        members.optionalText("paymentInstructions", 1, CollectionPlan.LONGEST_INSTRUCTIONS);
    return members.into(
        () -> new SetCollectionPlan.Command(caller, mode.get(), instructions.get()));
  }

  private static Response answer(SetCollectionPlan.Outcome outcome) {
    return switch (outcome) {
      case SetCollectionPlan.Outcome.Set(var plan) -> Response.ok(View.of(plan)).build();
      case SetCollectionPlan.Outcome.Forbidden _ -> PayoutAnswers.forbidden();
      case SetCollectionPlan.Outcome.NoProfile _ -> PayoutAnswers.noProfile();
    };
  }
}
