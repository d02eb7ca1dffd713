package org.mercat.rest.fee;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.Currency;
import org.mercat.application.fee.OwnFee;
import org.mercat.rest.shared.Callers;
import org.mercat.rest.shared.Problem;
import org.mercat.rest.shared.ProblemCode;
import org.mercat.rest.shared.Query;

/** What a provider pays of bookings that are confirmed now. */
@Path("providers/me/fee")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
public class OwnFeeResource {

  private static final Currency CANADIAN = Currency.getInstance("CAD");

  private final OwnFee ownFee;

  @Inject
  public OwnFeeResource(OwnFee ownFee) {
    this.ownFee = ownFee;
  }

  @GET
  public Response find(@Context UriInfo uri, @Context SecurityContext security) {
    var currency =
        Query.only(uri, "currency")
            .read("currency", Currency::getInstance, "is not the code of a currency (ISO 4217)")
            .orElse(CANADIAN);
    return switch (ownFee.handle(new OwnFee.Query(Callers.of(security), currency))) {
      case OwnFee.Outcome.Found found -> Response.ok(OwnFeeView.of(found)).build();
      case OwnFee.Outcome.Forbidden _ ->
          Problem.of(ProblemCode.FORBIDDEN, "Only an account with the role vendor pays fees.");
      case OwnFee.Outcome.NotProvider _ ->
          Problem.of(ProblemCode.NOT_FOUND, "You have not registered as a provider yet.");
    };
  }
}
