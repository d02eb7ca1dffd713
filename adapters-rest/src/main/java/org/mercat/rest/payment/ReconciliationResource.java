package org.mercat.rest.payment;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mercat.application.payment.ReconcileDay;
import org.mercat.application.payment.ReconciliationList;
import org.mercat.application.payment.port.Reconciliations.Found;
import org.mercat.domain.payment.OperationKey;
import org.mercat.rest.shared.Callers;
import org.mercat.rest.shared.Listed;
import org.mercat.rest.shared.Members;
import org.mercat.rest.shared.MoneyView;
import org.mercat.rest.shared.Paging;
import org.mercat.rest.shared.Parsed;
import org.mercat.rest.shared.Problem;
import org.mercat.rest.shared.ProblemCode;
import org.mercat.rest.shared.Query;

/** Where the gateway's books and ours do not agree, for administrators. */
@Path("admin/reconciliation")
@Singleton
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ReconciliationResource {

  private static final Pattern DAY = Pattern.compile("2[0-9]{3}-[0-9]{2}-[0-9]{2}");
  private static final String FORBIDDEN = "Only administrators compare the books.";

  /** What does not agree. */
  public record DiscrepancyView(
      UUID id,
      LocalDate day,
      String kind,
      String reference,
      Optional<String> operation,
      MoneyView booked,
      MoneyView atGateway,
      Instant foundAt) {

    static DiscrepancyView of(Found found) {
      var discrepancy = found.discrepancy();
      return new DiscrepancyView(
          found.id(),
          found.day(),
          discrepancy.kind().name().toLowerCase(Locale.ROOT),
          discrepancy.reference().value(),
          discrepancy.operation().map(OperationKey::text),
          MoneyView.of(discrepancy.booked()),
          MoneyView.of(discrepancy.atGateway()),
          found.at());
    }
  }

  /** What came of the comparison of a day. */
  public record ComparedView(LocalDate day, int movements, int discrepancies) {}

  private final ReconcileDay reconcileDay;
  private final ReconciliationList reconciliationList;

  @Inject
  public ReconciliationResource(ReconcileDay reconcileDay, ReconciliationList reconciliationList) {
    this.reconcileDay = reconcileDay;
    this.reconciliationList = reconciliationList;
  }

  @GET
  public Response list(@Context UriInfo uri, @Context SecurityContext security) {
    var query = Query.only(uri, Paging.LIMIT, Paging.CURSOR);
    var asked = new ReconciliationList.Query(Callers.of(security), Paging.parse(query));
    return switch (reconciliationList.handle(asked)) {
      case ReconciliationList.Outcome.Listed(var page) ->
          Response.ok(Listed.of(page.map(DiscrepancyView::of))).build();
      case ReconciliationList.Outcome.Forbidden _ -> Problem.of(ProblemCode.FORBIDDEN, FORBIDDEN);
    };
  }

  @POST
  public Response compare(
      @Nullable JsonNode body, @Context UriInfo uri, @Context SecurityContext security) {
    var _ = Query.only(uri);
    var members = Members.of(body);
    var day = members.read("day", ReconciliationResource::day, "is no day");
    return switch (members.into(day)) {
      case Parsed.Valid(var asked) ->
          compared(
              asked, reconcileDay.handle(new ReconcileDay.Command(Callers.of(security), asked)));
      case Parsed.Invalid(var violations) -> Problem.of(violations);
    };
  }

  private static LocalDate day(String text) {
    if (!DAY.matcher(text).matches()) {
      throw new IllegalArgumentException(text);
    }
    return LocalDate.parse(text);
  }

  private static Response compared(LocalDate day, ReconcileDay.Outcome outcome) {
    return switch (outcome) {
      case ReconcileDay.Outcome.Compared(var movements, var found) ->
          Response.ok(new ComparedView(day, movements, found.size())).build();
      case ReconcileDay.Outcome.Forbidden _ -> Problem.of(ProblemCode.FORBIDDEN, FORBIDDEN);
      case ReconcileDay.Outcome.NotYet _ ->
          Problem.of(ProblemCode.WRONG_STATE, "The day has not begun.");
    };
  }
}
