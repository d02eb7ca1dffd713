package org.mercat.rest.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mercat.application.catalog.ActOnListing;
import org.mercat.application.catalog.ActOnListing.Act;
import org.mercat.application.catalog.CreateListing;
import org.mercat.application.catalog.ListingDetails;
import org.mercat.application.catalog.SearchListings;
import org.mercat.application.catalog.port.ListingSearch.Criteria;
import org.mercat.application.shared.Caller;
import org.mercat.domain.catalog.Listing;
import org.mercat.domain.catalog.Listing.Refusal;
import org.mercat.domain.provider.ProviderId;
import org.mercat.rest.shared.Answers;
import org.mercat.rest.shared.Callers;
import org.mercat.rest.shared.Listed;
import org.mercat.rest.shared.Members;
import org.mercat.rest.shared.Paging;
import org.mercat.rest.shared.Parsed;
import org.mercat.rest.shared.Patch;
import org.mercat.rest.shared.Preconditions;
import org.mercat.rest.shared.Problem;
import org.mercat.rest.shared.ProblemCode;
import org.mercat.rest.shared.ProblemException;
import org.mercat.rest.shared.Query;

/** The services that providers offer. */
@Path("listings")
@Singleton
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ListingsResource {

  private static final String FORBIDDEN = "Only an account with the role vendor can do this.";

  private final CreateListing createListing;
  private final SearchListings search;
  private final ListingDetails details;
  private final ActOnListing actOnListing;

  @Inject
  public ListingsResource(
      CreateListing createListing,
      SearchListings search,
      ListingDetails details,
      ActOnListing actOnListing) {
    this.createListing = createListing;
    this.search = search;
    this.details = details;
    this.actOnListing = actOnListing;
  }

  @POST
  public Response create(
      @Nullable JsonNode body, @Context UriInfo uri, @Context SecurityContext security) {
    var _ = Query.only(uri);
    var caller = Callers.of(security);
    return switch (OfferingText.whole(body)) {
      case Parsed.Valid(var offering) ->
          answer(createListing.handle(new CreateListing.Command(caller, offering)));
      case Parsed.Invalid(var violations) -> Problem.of(violations);
    };
  }

  @GET
  public Listed<ListingView> browse(@Context UriInfo uri) {
    var query = Query.only(uri, "category", "provider", Paging.LIMIT, Paging.CURSOR);
    var category = query.word("category", CatalogWords.CATEGORIES);
    var provider =
        query.read("provider", text -> new ProviderId(UUID.fromString(text)), "is no UUID");
    var criteria = new Criteria(Optional.empty(), category, provider, Optional.empty());
    var page = search.handle(new SearchListings.Command(criteria, Paging.parse(query)));
    return Listed.of(page.map(ListingView::of));
  }

  @GET
  @Path("{listing}")
  public Response find(
      @PathParam("listing") String listing,
      @Context UriInfo uri,
      @Context SecurityContext security) {
    var _ = Query.only(uri);
    return whole(found(Callers.optional(security), listing));
  }

  @PATCH
  @Path("{listing}")
  @Consumes(Patch.MEDIA_TYPE)
  public Response change(
      @PathParam("listing") String listing,
      @Nullable JsonNode body,
      @Context UriInfo uri,
      @Context HttpHeaders headers,
      @Context SecurityContext security) {
    var _ = Query.only(uri);
    var caller = Callers.of(security);
    var current = found(Optional.of(caller), listing);
    Preconditions.require(headers, current.version());
    return switch (OfferingText.patched(current.offering(), body)) {
      case Parsed.Valid(var offering) ->
          whole(act(caller, listing, OptionalLong.of(current.version()), new Act.Change(offering)));
      case Parsed.Invalid(var violations) -> Problem.of(violations);
    };
  }

  @DELETE
  @Path("{listing}")
  public Response delete(
      @PathParam("listing") String listing,
      @Context UriInfo uri,
      @Context HttpHeaders headers,
      @Context SecurityContext security) {
    var _ = Query.only(uri);
    var caller = Callers.of(security);
    var current = found(Optional.of(caller), listing);
    Preconditions.honour(headers, current.version());
    var version =
        headers.getHeaderString(HttpHeaders.IF_MATCH) == null
            ? OptionalLong.empty()
            : OptionalLong.of(current.version());
    var _ = act(caller, listing, version, new Act.Archive());
    return Response.noContent().build();
  }

  @POST
  @Path("{listing}/publish")
  public Response publish(
      @PathParam("listing") String listing,
      @Nullable JsonNode body,
      @Context UriInfo uri,
      @Context SecurityContext security) {
    return act(listing, body, uri, security, new Act.Publish());
  }

  @POST
  @Path("{listing}/pause")
  public Response pause(
      @PathParam("listing") String listing,
      @Nullable JsonNode body,
      @Context UriInfo uri,
      @Context SecurityContext security) {
    return act(listing, body, uri, security, new Act.Pause());
  }

  /** An action without members, which need not know the version. */
  private Response act(
      String listing, @Nullable JsonNode body, UriInfo uri, SecurityContext security, Act act) {
    var _ = Query.only(uri);
    var caller = Callers.of(security);
    return switch (Members.none(body)) {
      case Parsed.Valid<Boolean> _ -> whole(act(caller, listing, OptionalLong.empty(), act));
      case Parsed.Invalid(var violations) -> Problem.of(violations);
    };
  }

  private Listing act(Caller caller, String listing, OptionalLong version, Act act) {
    var command = new ActOnListing.Command(caller, ListingName.of(listing), version, act);
    return switch (actOnListing.handle(command)) {
      case ActOnListing.Outcome.Done(var done) -> done;
      case ActOnListing.Outcome.Forbidden _ ->
          throw new ProblemException(ProblemCode.FORBIDDEN, FORBIDDEN);
      case ActOnListing.Outcome.NotFound _ -> throw ListingName.unknown();
      case ActOnListing.Outcome.Stale _ -> throw Preconditions.stale();
      case ActOnListing.Outcome.EmailUnverified _ -> throw Answers.emailUnverified();
      case ActOnListing.Outcome.VerificationRequired _ ->
          throw new ProblemException(
              ProblemCode.VERIFICATION_REQUIRED,
              "An administrator has to verify you before others see what you offer.");
      case ActOnListing.Outcome.Refused(var why) -> throw refused(why);
    };
  }

  private Listing found(Optional<Caller> caller, String listing) {
    var command = new ListingDetails.Command(caller, ListingName.of(listing));
    return switch (details.handle(command)) {
      case ListingDetails.Outcome.Found(var found) -> found;
      case ListingDetails.Outcome.NotFound _ -> throw ListingName.unknown();
    };
  }

  private static Response answer(CreateListing.Outcome outcome) {
    return switch (outcome) {
      case CreateListing.Outcome.Drafted(var listing) ->
          Answers.created(
              "listings", listing.id().value(), listing.version(), ListingView.of(listing));
      case CreateListing.Outcome.Forbidden _ -> Problem.of(ProblemCode.FORBIDDEN, FORBIDDEN);
      case CreateListing.Outcome.NotRegistered _ ->
          Problem.of(ProblemCode.WRONG_STATE, "Register as a provider first.");
    };
  }

  private static Response whole(Listing listing) {
    return Answers.ok(ListingView.of(listing), listing.version());
  }

  private static ProblemException refused(Refusal why) {
    return switch (why) {
      case ALREADY_ACTIVE ->
          new ProblemException(ProblemCode.WRONG_STATE, "The listing is active already.");
      case NOT_ACTIVE -> new ProblemException(ProblemCode.WRONG_STATE, "It is not active.");
      case ARCHIVED -> ListingName.unknown();
    };
  }
}
