package org.mercat.rest.tax;

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
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mercat.application.tax.AddTaxRule;
import org.mercat.application.tax.SupersedeTaxRule;
import org.mercat.application.tax.TaxRuleDetails;
import org.mercat.application.tax.TaxRuleList;
import org.mercat.domain.tax.RecordedRule;
import org.mercat.domain.tax.RecordedRule.Refusal;
import org.mercat.domain.tax.TaxRuleId;
import org.mercat.rest.shared.Answers;
import org.mercat.rest.shared.Callers;
import org.mercat.rest.shared.Listed;
import org.mercat.rest.shared.Paging;
import org.mercat.rest.shared.Parsed;
import org.mercat.rest.shared.Problem;
import org.mercat.rest.shared.ProblemCode;
import org.mercat.rest.shared.Query;
import org.mercat.rest.shared.Violation;
import org.mercat.rest.shared.Violation.Code;

/** What is levied where, for administrators. */
@Path("admin/tax/rules")
@Singleton
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class TaxRulesResource {

  private final TaxRuleList list;
  private final TaxRuleDetails details;
  private final AddTaxRule addRule;
  private final SupersedeTaxRule supersedeRule;

  @Inject
  public TaxRulesResource(
      TaxRuleList list,
      TaxRuleDetails details,
      AddTaxRule addRule,
      SupersedeTaxRule supersedeRule) {
    this.list = list;
    this.details = details;
    this.addRule = addRule;
    this.supersedeRule = supersedeRule;
  }

  @GET
  public Response list(@Context UriInfo uri, @Context SecurityContext security) {
    var query =
        Query.only(uri, "place", "component", "asOf", "history", Paging.LIMIT, Paging.CURSOR);
    var asked =
        new TaxRuleList.Query(
            Callers.of(security),
            query.read("place", TaxWords::place, TaxWords.NO_PLACE),
            query.word("component", TaxWords.COMPONENTS),
            query.read("asOf", TaxWords::instant, TaxWords.NO_INSTANT),
            query.word("history", TaxWords.YES_OR_NO).orElse(false),
            Paging.parse(query));
    return switch (list.handle(asked)) {
      case TaxRuleList.Outcome.Found(var rules) ->
          Response.ok(Listed.of(rules.map(TaxRuleView::of))).build();
      case TaxRuleList.Outcome.Forbidden _ -> forbidden();
    };
  }

  @GET
  @Path("{id}")
  public Response find(
      @PathParam("id") UUID id, @Context UriInfo uri, @Context SecurityContext security) {
    var _ = Query.only(uri);
    var query = new TaxRuleDetails.Query(Callers.of(security), new TaxRuleId(id));
    return switch (details.handle(query)) {
      case TaxRuleDetails.Outcome.Found(var rule) -> Response.ok(TaxRuleView.of(rule)).build();
      case TaxRuleDetails.Outcome.Forbidden _ -> forbidden();
      case TaxRuleDetails.Outcome.NotFound _ -> notFound();
    };
  }

  @POST
  public Response add(
      @Nullable JsonNode body, @Context UriInfo uri, @Context SecurityContext security) {
    var _ = Query.only(uri);
    return switch (TaxRuleText.rule(Callers.of(security), body)) {
      case Parsed.Valid(var command) -> answer(addRule.handle(command));
      case Parsed.Invalid(var violations) -> Problem.of(violations);
    };
  }

  @POST
  @Path("{id}/supersede")
  public Response supersede(
      @PathParam("id") UUID id,
      @Nullable JsonNode body,
      @Context UriInfo uri,
      @Context SecurityContext security) {
    var _ = Query.only(uri);
    return switch (TaxRuleText.change(Callers.of(security), new TaxRuleId(id), body)) {
      case Parsed.Valid(var command) -> answer(supersedeRule.handle(command));
      case Parsed.Invalid(var violations) -> Problem.of(violations);
    };
  }

  private static Response answer(AddTaxRule.Outcome outcome) {
    return switch (outcome) {
      case AddTaxRule.Outcome.Added(var rule) ->
          Answers.created("admin/tax/rules", rule.id().value(), TaxRuleView.of(rule));
      case AddTaxRule.Outcome.Forbidden _ -> forbidden();
      case AddTaxRule.Outcome.Overlaps _ ->
          Problem.of(
              ProblemCode.RULE_OVERLAP,
              "A rule is known that taxes the same thing on one of these days: supersede it.");
    };
  }

  private static Response answer(SupersedeTaxRule.Outcome outcome) {
    return switch (outcome) {
      case SupersedeTaxRule.Outcome.Superseded(var by) -> Response.ok(whole(by)).build();
      case SupersedeTaxRule.Outcome.Forbidden _ -> forbidden();
      case SupersedeTaxRule.Outcome.NotFound _ -> notFound();
      case SupersedeTaxRule.Outcome.Refused(var why) -> refused(why);
    };
  }

  private static Listed<TaxRuleView> whole(List<RecordedRule> rules) {
    return Listed.whole(rules.stream().map(TaxRuleView::of).toList());
  }

  private static Response refused(Refusal why) {
    return switch (why) {
      case NOT_KNOWN_NOW ->
          Problem.of(ProblemCode.WRONG_STATE, "Something else is known by now: read the rules.");
      case OUTSIDE_ITS_VALIDITY ->
          Problem.of(
              List.of(
                  new Violation("/from", Code.OUT_OF_RANGE, "the rule does not speak of it all")));
    };
  }

  private static Response notFound() {
    return Problem.of(ProblemCode.NOT_FOUND, "There is no such rule.");
  }

  private static Response forbidden() {
    return Problem.of(ProblemCode.FORBIDDEN, "Only administrators see and say what is levied.");
  }
}
