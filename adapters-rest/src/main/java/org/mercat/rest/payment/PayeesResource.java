package org.mercat.rest.payment;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.mercat.application.payment.PayeeAccountDetails;
import org.mercat.domain.provider.ProviderId;
import org.mercat.rest.payment.PayeeResource.AccountView;
import org.mercat.rest.shared.Callers;
import org.mercat.rest.shared.Problem;
import org.mercat.rest.shared.ProblemCode;
import org.mercat.rest.shared.Query;

/** Why providers can be paid out or cannot, for administrators. */
@Path("admin/payees")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
public class PayeesResource {

  private final PayeeAccountDetails payeeAccountDetails;

  @Inject
  public PayeesResource(PayeeAccountDetails payeeAccountDetails) {
    this.payeeAccountDetails = payeeAccountDetails;
  }

  @GET
  @Path("{provider}")
  public Response account(
      @PathParam("provider") UUID provider,
      @Context UriInfo uri,
      @Context SecurityContext security) {
    var _ = Query.only(uri);
    var query = new PayeeAccountDetails.Query(Callers.of(security), new ProviderId(provider));
    return switch (payeeAccountDetails.handle(query)) {
      case PayeeAccountDetails.Outcome.Found(var account) ->
          Response.ok(AccountView.of(account)).build();
      case PayeeAccountDetails.Outcome.Ended(var at) -> Response.ok(AccountView.ended(at)).build();
      case PayeeAccountDetails.Outcome.Forbidden _ -> PayoutAnswers.forAdministrators();
      case PayeeAccountDetails.Outcome.NotOpened _ ->
          Problem.of(ProblemCode.NOT_FOUND, "There is no account of such a provider.");
      case PayeeAccountDetails.Outcome.Unavailable _ -> PayeeResource.unavailable();
    };
  }
}
