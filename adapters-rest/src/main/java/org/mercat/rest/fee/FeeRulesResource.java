package org.mercat.rest.fee;

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
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mercat.application.fee.EndFeeRule;
import org.mercat.application.fee.FeeRuleDetails;
import org.mercat.application.fee.FeeRuleList;
import org.mercat.application.fee.SetFeeRule;
import org.mercat.application.fee.port.FeeRules.Selection;
import org.mercat.domain.fee.FeeRuleId;
import org.mercat.domain.provider.ProviderId;
import org.mercat.rest.shared.Answers;
import org.mercat.rest.shared.Callers;
import org.mercat.rest.shared.Listed;
import org.mercat.rest.shared.Paging;
import org.mercat.rest.shared.Parsed;
import org.mercat.rest.shared.Problem;
import org.mercat.rest.shared.ProblemCode;
import org.mercat.rest.shared.Query;

/** The rates that go before what the platform takes otherwise, for administrators. */
@Path("admin/fees/rules")
@Singleton
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class FeeRulesResource {

  private final FeeRuleList list;
  private final FeeRuleDetails details;
  private final SetFeeRule setRule;
  private final EndFeeRule endRule;

  @Inject
  public FeeRulesResource(
      FeeRuleList list, FeeRuleDetails details, SetFeeRule setRule, EndFeeRule endRule) {
    this.list = list;
    this.details = details;
    this.setRule = setRule;
    this.endRule = endRule;
  }

  @GET
  public Response list(@Context UriInfo uri, @Context SecurityContext security) {
    var query =
        Query.only(uri, "direction", "kind", "provider", "asOf", Paging.LIMIT, Paging.CURSOR);
    var selection =
        new Selection(
            query.word("direction", FeeWords.DIRECTIONS),
            query.word("kind", FeeWords.KINDS),
            query.id("provider").map(ProviderId::new),
            query.instant("asOf"));
    var asked = new FeeRuleList.Query(Callers.of(security), selection, Paging.parse(query));
    return switch (list.handle(asked)) {
      case FeeRuleList.Outcome.Found(var rules) ->
          Response.ok(Listed.of(rules.map(FeeRuleView::of))).build();
      case FeeRuleList.Outcome.Forbidden _ -> forbidden();
    };
  }

  @GET
  @Path("{id}")
  public Response find(
      @PathParam("id") UUID id, @Context UriInfo uri, @Context SecurityContext security) {
    var _ = Query.only(uri);
    var query = new FeeRuleDetails.Query(Callers.of(security), new FeeRuleId(id));
    return switch (details.handle(query)) {
      case FeeRuleDetails.Outcome.Found(var rule) -> Response.ok(FeeRuleView.of(rule)).build();
      case FeeRuleDetails.Outcome.Forbidden _ -> forbidden();
      case FeeRuleDetails.Outcome.NotFound _ -> notFound();
    };
  }

  @POST
  public Response set(
      @Nullable JsonNode body, @Context UriInfo uri, @Context SecurityContext security) {
    var _ = Query.only(uri);
    return switch (FeeText.rule(Callers.of(security), body)) {
      case Parsed.Valid(var command) -> answer(setRule.handle(command));
      case Parsed.Invalid(var violations) -> Problem.of(violations);
    };
  }

  @POST
  @Path("{id}/end")
  public Response end(
      @PathParam("id") UUID id,
      @Nullable JsonNode body,
      @Context UriInfo uri,
      @Context SecurityContext security) {
    var _ = Query.only(uri);
    var caller = Callers.of(security);
    return switch (FeeText.end(body)) {
      case Parsed.Valid(var at) ->
          answer(endRule.handle(new EndFeeRule.Command(caller, new FeeRuleId(id), at)));
      case Parsed.Invalid(var violations) -> Problem.of(violations);
    };
  }

  private static Response answer(SetFeeRule.Outcome outcome) {
    return switch (outcome) {
      case SetFeeRule.Outcome.Set(var rule) ->
          Answers.created("admin/fees/rules", rule.id().value(), FeeRuleView.of(rule));
      case SetFeeRule.Outcome.Forbidden _ -> forbidden();
      case SetFeeRule.Outcome.UnknownSeller _ -> FeeAnswers.unknownProvider();
      case SetFeeRule.Outcome.Overlaps _ ->
          Problem.of(
              ProblemCode.RULE_OVERLAP,
              "Another rate holds for the same in a part of that time: end it first.");
      case SetFeeRule.Outcome.Refused(var why) -> Problem.of(FeeText.violations(why));
    };
  }

  private static Response answer(EndFeeRule.Outcome outcome) {
    return switch (outcome) {
      case EndFeeRule.Outcome.Ended(var rule) -> Response.ok(FeeRuleView.of(rule)).build();
      case EndFeeRule.Outcome.Forbidden _ -> forbidden();
      case EndFeeRule.Outcome.NotFound _ -> notFound();
      case EndFeeRule.Outcome.Refused(var why) -> FeeAnswers.refused(why);
    };
  }

  private static Response notFound() {
    return Problem.of(ProblemCode.NOT_FOUND, "There is no such rate.");
  }

  private static Response forbidden() {
    return FeeAnswers.forbidden();
  }
}
