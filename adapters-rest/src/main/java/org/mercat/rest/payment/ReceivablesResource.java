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
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mercat.application.payment.Receivables;
import org.mercat.application.payment.WriteOffDebt;
import org.mercat.application.shared.Caller;
import org.mercat.domain.payment.AgedDebt;
import org.mercat.domain.provider.ProviderId;
import org.mercat.rest.shared.Callers;
import org.mercat.rest.shared.Listed;
import org.mercat.rest.shared.Members;
import org.mercat.rest.shared.MoneyView;
import org.mercat.rest.shared.Paging;
import org.mercat.rest.shared.Parsed;
import org.mercat.rest.shared.Problem;
import org.mercat.rest.shared.ProblemCode;
import org.mercat.rest.shared.Query;

/** What providers owe, for administrators. */
@Path("admin/receivables")
@Singleton
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ReceivablesResource {

  private static final int LONGEST_REASON = 500;

  /** A debt, and how much of it has been owed for how long. */
  public record DebtView(UUID provider, MoneyView debt, List<AgeView> ages) {

    static DebtView of(AgedDebt debt) {
      return new DebtView(
          debt.provider().value(),
          MoneyView.of(debt.debt()),
          debt.ages().stream()
              .map(part -> new AgeView(word(part.age()), MoneyView.of(part.amount())))
              .toList());
    }

    private static String word(AgedDebt.Age age) {
      return age.name().toLowerCase(Locale.ROOT);
    }
  }

  public record AgeView(String age, MoneyView amount) {}

  public record WrittenOffView(UUID provider, MoneyView debt) {}

  private final Receivables receivables;
  private final WriteOffDebt writeOffDebt;

  @Inject
  public ReceivablesResource(Receivables receivables, WriteOffDebt writeOffDebt) {
    this.receivables = receivables;
    this.writeOffDebt = writeOffDebt;
  }

  @GET
  public Response list(@Context UriInfo uri, @Context SecurityContext security) {
    var query = new Receivables.Query(Callers.of(security), Paging.parse(uri));
    return switch (receivables.handle(query)) {
      case Receivables.Outcome.Found(var page) ->
          Response.ok(Listed.of(page.map(DebtView::of))).build();
      case Receivables.Outcome.Forbidden _ -> PayoutAnswers.forAdministrators();
    };
  }

  @POST
  @Path("{provider}/write-off")
  public Response writeOff(
      @PathParam("provider") UUID provider,
      @Nullable JsonNode body,
      @Context UriInfo uri,
      @Context SecurityContext security) {
    var _ = Query.only(uri);
    var caller = Callers.of(security);
    return switch (commandOf(caller, new ProviderId(provider), body)) {
      case Parsed.Valid(var command) -> answer(writeOffDebt.handle(command));
      case Parsed.Invalid(var violations) -> Problem.of(violations);
    };
  }

  private static Parsed<WriteOffDebt.Command> commandOf(
      Caller caller, ProviderId provider, @Nullable JsonNode body) {
    var members = Members.of(body);
    var debt = members.money("debt");
    var reason = members.text("reason", 1, LONGEST_REASON);
    return members.into(() -> new WriteOffDebt.Command(caller, provider, debt.get(), reason.get()));
  }

  private static Response answer(WriteOffDebt.Outcome outcome) {
    return switch (outcome) {
      case WriteOffDebt.Outcome.Done(var provider, var debt) ->
          Response.ok(new WrittenOffView(provider.value(), MoneyView.of(debt))).build();
      case WriteOffDebt.Outcome.Forbidden _ -> PayoutAnswers.forAdministrators();
      case WriteOffDebt.Outcome.NoDebt _ ->
          Problem.of(ProblemCode.WRONG_STATE, "The provider owes nothing in this currency.");
      case WriteOffDebt.Outcome.Changed _ ->
          Problem.of(ProblemCode.STALE, "The provider owes another amount by now.");
      case WriteOffDebt.Outcome.UnderWay _ ->
          Problem.of(
              ProblemCode.WRONG_STATE,
              "A refund, a payout or a reversal of the provider is under way.");
    };
  }
}
