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
import org.mercat.application.fee.EndSellerTier;
import org.mercat.application.fee.SellerTierDetails;
import org.mercat.application.fee.SellerTierList;
import org.mercat.application.fee.SetSellerTier;
import org.mercat.application.fee.port.SellerTiers.Selection;
import org.mercat.domain.fee.SellerTierId;
import org.mercat.domain.provider.ProviderId;
import org.mercat.rest.shared.Answers;
import org.mercat.rest.shared.Callers;
import org.mercat.rest.shared.Listed;
import org.mercat.rest.shared.Paging;
import org.mercat.rest.shared.Parsed;
import org.mercat.rest.shared.Problem;
import org.mercat.rest.shared.ProblemCode;
import org.mercat.rest.shared.Query;

/** Which provider was, is and will be of which level, for administrators. */
@Path("admin/fees/tiers")
@Singleton
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class SellerTiersResource {

  private final SellerTierList list;
  private final SellerTierDetails details;
  private final SetSellerTier setTier;
  private final EndSellerTier endTier;

  @Inject
  public SellerTiersResource(
      SellerTierList list,
      SellerTierDetails details,
      SetSellerTier setTier,
      EndSellerTier endTier) {
    this.list = list;
    this.details = details;
    this.setTier = setTier;
    this.endTier = endTier;
  }

  @GET
  public Response list(@Context UriInfo uri, @Context SecurityContext security) {
    var query = Query.only(uri, "provider", "asOf", Paging.LIMIT, Paging.CURSOR);
    var selection = new Selection(query.id("provider").map(ProviderId::new), query.instant("asOf"));
    var asked = new SellerTierList.Query(Callers.of(security), selection, Paging.parse(query));
    return switch (list.handle(asked)) {
      case SellerTierList.Outcome.Found(var tiers) ->
          Response.ok(Listed.of(tiers.map(SellerTierView::of))).build();
      case SellerTierList.Outcome.Forbidden _ -> forbidden();
    };
  }

  @GET
  @Path("{id}")
  public Response find(
      @PathParam("id") UUID id, @Context UriInfo uri, @Context SecurityContext security) {
    var _ = Query.only(uri);
    var query = new SellerTierDetails.Query(Callers.of(security), new SellerTierId(id));
    return switch (details.handle(query)) {
      case SellerTierDetails.Outcome.Found(var tier) ->
          Response.ok(SellerTierView.of(tier)).build();
      case SellerTierDetails.Outcome.Forbidden _ -> forbidden();
      case SellerTierDetails.Outcome.NotFound _ -> notFound();
    };
  }

  @POST
  public Response set(
      @Nullable JsonNode body, @Context UriInfo uri, @Context SecurityContext security) {
    var _ = Query.only(uri);
    return switch (FeeText.tier(Callers.of(security), body)) {
      case Parsed.Valid(var command) -> answer(setTier.handle(command));
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
          answer(endTier.handle(new EndSellerTier.Command(caller, new SellerTierId(id), at)));
      case Parsed.Invalid(var violations) -> Problem.of(violations);
    };
  }

  private static Response answer(SetSellerTier.Outcome outcome) {
    return switch (outcome) {
      case SetSellerTier.Outcome.Set(var tier) ->
          Answers.created("admin/fees/tiers", tier.id().value(), SellerTierView.of(tier));
      case SetSellerTier.Outcome.Forbidden _ -> forbidden();
      case SetSellerTier.Outcome.UnknownSeller _ -> FeeAnswers.unknownProvider();
      case SetSellerTier.Outcome.Overlaps _ ->
          Problem.of(
              ProblemCode.RULE_OVERLAP,
              "The provider is of another level in a part of that time: end it first.");
      case SetSellerTier.Outcome.Refused(var why) -> Problem.of(FeeText.violations(why));
    };
  }

  private static Response answer(EndSellerTier.Outcome outcome) {
    return switch (outcome) {
      case EndSellerTier.Outcome.Ended(var tier) -> Response.ok(SellerTierView.of(tier)).build();
      case EndSellerTier.Outcome.Forbidden _ -> forbidden();
      case EndSellerTier.Outcome.NotFound _ -> notFound();
      case EndSellerTier.Outcome.Refused(var why) -> FeeAnswers.refused(why);
    };
  }

  private static Response notFound() {
    return Problem.of(ProblemCode.NOT_FOUND, "There is no such tier.");
  }

  private static Response forbidden() {
    return FeeAnswers.forbidden();
  }
}
