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
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.mercat.application.payment.OwnStatement;
import org.mercat.application.payment.port.Statements.Line;
import org.mercat.application.payment.port.Statements.Sums;
import org.mercat.application.shared.Page;
import org.mercat.rest.shared.Callers;
import org.mercat.rest.shared.Listed;
import org.mercat.rest.shared.MoneyView;
import org.mercat.rest.shared.Paging;
import org.mercat.rest.shared.Query;

/** What was posted to the account of the provider that the caller is. */
@Path("providers/me/statement")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
public class OwnStatementResource {

  private static final String FROM = "from";
  private static final String TO = "to";
  private static final String CURRENCY = "currency";
  private static final String MOST_ASKED_FOR = "CAD";

  /** A page of lines, and the sums of all of them; a debit is positive. */
  public record StatementView(SumsView sums, List<LineView> items, Optional<String> nextCursor) {

    static StatementView of(Page<Line> page, Sums sums) {
      var listed = Listed.of(page.map(LineView::of));
      return new StatementView(SumsView.of(sums), listed.items(), listed.nextCursor());
    }
  }

  public record SumsView(
      MoneyView opening, MoneyView debits, MoneyView credits, MoneyView closing) {

    static SumsView of(Sums sums) {
      return new SumsView(
          MoneyView.of(sums.opening()),
          MoneyView.of(sums.debits()),
          MoneyView.of(sums.credits()),
          MoneyView.of(sums.closing()));
    }
  }

  /** One line, and the booking that it is about, if it is about one. */
  public record LineView(
      String transaction, String kind, Optional<UUID> booking, MoneyView amount, Instant at) {

    static LineView of(Line line) {
      return new LineView(
          line.transaction(),
          line.kind().name().toLowerCase(Locale.ROOT),
          Optional.of(line.about())
              .filter(about -> about.kind().equals("booking"))
              .map(about -> about.id()),
          MoneyView.of(line.amount()),
          line.at());
    }
  }

  private final OwnStatement ownStatement;

  @Inject
  public OwnStatementResource(OwnStatement ownStatement) {
    this.ownStatement = ownStatement;
  }

  @GET
  public Response statement(@Context UriInfo uri, @Context SecurityContext security) {
    var query = Query.only(uri, FROM, TO, CURRENCY, Paging.LIMIT, Paging.CURSOR);
    var currency = query.read(CURRENCY, Currency::getInstance, "is no currency (ISO 4217)");
    var asked =
        new OwnStatement.Query(
            Callers.of(security),
            currency.orElse(Currency.getInstance(MOST_ASKED_FOR)),
            Query.required(FROM, query.instant(FROM)),
            Query.required(TO, query.instant(TO)),
            Paging.parse(query));
    return switch (ownStatement.handle(asked)) {
      case OwnStatement.Outcome.Found(var page, var sums) ->
          Response.ok(StatementView.of(page, sums)).build();
      case OwnStatement.Outcome.Forbidden _ -> PayoutAnswers.forbidden();
      case OwnStatement.Outcome.NoProfile _ -> PayoutAnswers.noProfile();
    };
  }
}
