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
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mercat.application.payment.ChargebackPolicyInForce;
import org.mercat.application.payment.SetChargebackPolicy;
import org.mercat.domain.payment.ChargebackPolicy;
import org.mercat.domain.payment.ChargebackPolicy.Bearer;
import org.mercat.rest.shared.Callers;
import org.mercat.rest.shared.Members;
import org.mercat.rest.shared.Parsed;
import org.mercat.rest.shared.Problem;
import org.mercat.rest.shared.ProblemCode;
import org.mercat.rest.shared.Query;

/** Who bears chargebacks that are opened from now on, for administrators. */
@Path("admin/chargeback-policy")
@Singleton
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ChargebackPolicyResource {

  private static final Map<String, Bearer> BEARERS =
      Map.of("provider", Bearer.PROVIDER, "platform", Bearer.PLATFORM);

  /** The policy on the wire. */
  public record View(String bearer, boolean feePassedOn) {
    static View of(ChargebackPolicy policy) {
      return new View(policy.bearer().name().toLowerCase(Locale.ROOT), policy.feePassedOn());
    }
  }

  private final ChargebackPolicyInForce chargebackPolicyInForce;
  private final SetChargebackPolicy setChargebackPolicy;

  @Inject
  public ChargebackPolicyResource(
      ChargebackPolicyInForce chargebackPolicyInForce, SetChargebackPolicy setChargebackPolicy) {
    this.chargebackPolicyInForce = chargebackPolicyInForce;
    this.setChargebackPolicy = setChargebackPolicy;
  }

  @GET
  public Response inForce(@Context UriInfo uri, @Context SecurityContext security) {
    var _ = Query.only(uri);
    var query = new ChargebackPolicyInForce.Query(Callers.of(security));
    return switch (chargebackPolicyInForce.handle(query)) {
      case ChargebackPolicyInForce.Outcome.Found(var policy) ->
          Response.ok(View.of(policy)).build();
      case ChargebackPolicyInForce.Outcome.Forbidden _ -> forbidden();
    };
  }

  @PUT
  public Response set(
      @Nullable JsonNode body, @Context UriInfo uri, @Context SecurityContext security) {
    var _ = Query.only(uri);
    var caller = Callers.of(security);
    var members = Members.of(body);
    var bearer = members.word("bearer", BEARERS);
    var feePassedOn = members.flag("feePassedOn");
    return switch (members.into(() -> new ChargebackPolicy(bearer.get(), feePassedOn.get()))) {
      case Parsed.Valid(var policy) ->
          answer(setChargebackPolicy.handle(new SetChargebackPolicy.Command(caller, policy)));
      case Parsed.Invalid(var violations) -> Problem.of(violations);
    };
  }

  private static Response answer(SetChargebackPolicy.Outcome outcome) {
    return switch (outcome) {
      case SetChargebackPolicy.Outcome.Set(var policy) -> Response.ok(View.of(policy)).build();
      case SetChargebackPolicy.Outcome.Forbidden _ -> forbidden();
    };
  }

  private static Response forbidden() {
    return Problem.of(ProblemCode.FORBIDDEN, "Only administrators decide who bears chargebacks.");
  }
}
