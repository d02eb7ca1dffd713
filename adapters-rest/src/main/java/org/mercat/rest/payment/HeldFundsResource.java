package org.mercat.rest.payment;

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
import java.time.Instant;
import java.util.UUID;
import org.mercat.application.payment.HeldFundsList;
import org.mercat.domain.payment.HeldFunds;
import org.mercat.rest.shared.Callers;
import org.mercat.rest.shared.Listed;
import org.mercat.rest.shared.MoneyView;
import org.mercat.rest.shared.Paging;
import org.mercat.rest.shared.Problem;
import org.mercat.rest.shared.ProblemCode;
import org.mercat.rest.shared.Query;

/** What is held of the clients' money, for administrators. */
@Path("admin/held-funds")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
public class HeldFundsResource {

  private static final String DEADLINE_BEFORE = "deadlineBefore";

  /** What is held for a booking. */
  public record HeldFundsView(
      UUID bookingId, UUID providerId, MoneyView held, Instant capturedAt, Instant deadline) {

    static HeldFundsView of(HeldFunds funds) {
      return new HeldFundsView(
          funds.booking().value(),
          funds.provider().value(),
          MoneyView.of(funds.amount()),
          funds.capturedAt(),
          funds.deadline());
    }
  }

  private final HeldFundsList heldFundsList;

  @Inject
  public HeldFundsResource(HeldFundsList heldFundsList) {
    this.heldFundsList = heldFundsList;
  }

  @GET
  public Response list(@Context UriInfo uri, @Context SecurityContext security) {
    var query = Query.only(uri, DEADLINE_BEFORE, Paging.LIMIT, Paging.CURSOR);
    var asked =
        new HeldFundsList.Query(
            Callers.of(security), query.instant(DEADLINE_BEFORE), Paging.parse(query));
    return switch (heldFundsList.handle(asked)) {
      case HeldFundsList.Outcome.Listed(var page) ->
          Response.ok(Listed.of(page.map(HeldFundsView::of))).build();
      case HeldFundsList.Outcome.Forbidden _ ->
          Problem.of(ProblemCode.FORBIDDEN, "Only administrators see what is held.");
    };
  }
}
