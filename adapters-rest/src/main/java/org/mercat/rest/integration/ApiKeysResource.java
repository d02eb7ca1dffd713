package org.mercat.rest.integration;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import java.time.Duration;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mercat.application.integration.MakeApiKey;
import org.mercat.application.integration.OwnApiKeys;
import org.mercat.application.integration.RotateApiKey;
import org.mercat.application.integration.WithdrawApiKey;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.Page;
import org.mercat.domain.integration.ApiKey;
import org.mercat.domain.integration.ApiKey.Terms;
import org.mercat.domain.integration.ApiKeyId;
import org.mercat.rest.shared.Answers;
import org.mercat.rest.shared.Callers;
import org.mercat.rest.shared.Listed;
import org.mercat.rest.shared.Members;
import org.mercat.rest.shared.Paging;
import org.mercat.rest.shared.Parsed;
import org.mercat.rest.shared.Problem;
import org.mercat.rest.shared.ProblemCode;
import org.mercat.rest.shared.Query;
import org.mercat.rest.shared.Violation;
import org.mercat.rest.shared.Violation.Code;

/** The keys by which programs of the caller come in. */
@Path("api-keys")
@Singleton
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ApiKeysResource {

  private static final String COLLECTION = "api-keys";

  private final MakeApiKey makeApiKey;
  private final RotateApiKey rotateApiKey;
  private final WithdrawApiKey withdrawApiKey;
  private final OwnApiKeys ownApiKeys;

  @Inject
  public ApiKeysResource(
      MakeApiKey makeApiKey,
      RotateApiKey rotateApiKey,
      WithdrawApiKey withdrawApiKey,
      OwnApiKeys ownApiKeys) {
    this.makeApiKey = makeApiKey;
    this.rotateApiKey = rotateApiKey;
    this.withdrawApiKey = withdrawApiKey;
    this.ownApiKeys = ownApiKeys;
  }

  @GET
  public Response list(@Context UriInfo uri, @Context SecurityContext security) {
    var query = new OwnApiKeys.Query.All(Callers.of(security), Paging.parse(uri));
    return found(query, keys -> Response.ok(Listed.of(keys.map(ApiKeyView::of))).build());
  }

  @GET
  @Path("{id}")
  public Response find(
      @PathParam("id") UUID id, @Context UriInfo uri, @Context SecurityContext security) {
    var _ = Query.only(uri);
    var query = new OwnApiKeys.Query.One(Callers.of(security), new ApiKeyId(id));
    return found(query, keys -> Response.ok(ApiKeyView.of(keys.items().getFirst())).build());
  }

  @POST
  public Response make(
      @Nullable JsonNode body, @Context UriInfo uri, @Context SecurityContext security) {
    var _ = Query.only(uri);
    return switch (terms(body)) {
      case Parsed.Valid(var terms) -> make(Callers.of(security), terms);
      case Parsed.Invalid(var violations) -> Problem.of(violations);
    };
  }

  @POST
  @Path("{id}/rotate")
  public Response rotate(
      @PathParam("id") UUID id,
      @Nullable JsonNode body,
      @Context UriInfo uri,
      @Context SecurityContext security) {
    var _ = Query.only(uri);
    return switch (overlap(body)) {
      case Parsed.Valid(var overlap) ->
          answer(
              rotateApiKey.handle(
                  new RotateApiKey.Command(Callers.of(security), new ApiKeyId(id), overlap)));
      case Parsed.Invalid(var violations) -> Problem.of(violations);
    };
  }

  @DELETE
  @Path("{id}")
  public Response withdraw(
      @PathParam("id") UUID id, @Context UriInfo uri, @Context SecurityContext security) {
    var _ = Query.only(uri);
    var command = new WithdrawApiKey.Command(Callers.of(security), new ApiKeyId(id));
    return switch (withdrawApiKey.handle(command)) {
      case WITHDRAWN -> Response.noContent().build();
      case FORBIDDEN -> forbidden();
      case NOT_FOUND -> notFound();
    };
  }

  private static Parsed<Terms> terms(@Nullable JsonNode body) {
    var members = Members.of(body);
    var name = members.text("name", 1, ApiKey.LONGEST_NAME);
    var scopes = members.words("scopes", 1, Scopes.WORDS);
    var expiresAt = members.optionalInstant("expiresAt");
    return members.into(() -> new Terms(name.get(), scopes.get(), expiresAt.get()));
  }

  private static Parsed<Duration> overlap(@Nullable JsonNode body) {
    var members = Members.ofOptional(body);
    var most = Math.toIntExact(ApiKey.LONGEST_OVERLAP.toSeconds());
    var seconds = members.optionalNumber("overlapSeconds", 0, most);
    return members.into(() -> seconds.get().map(Duration::ofSeconds).orElse(ApiKey.OVERLAP));
  }

  private Response make(Caller caller, Terms terms) {
    return switch (makeApiKey.handle(new MakeApiKey.Command(caller, terms))) {
      case MakeApiKey.Outcome.Made(var key, var secret) ->
          Answers.created(COLLECTION, key.id().value(), ApiKeyView.of(key, secret));
      case MakeApiKey.Outcome.Forbidden _ -> forbidden();
      case MakeApiKey.Outcome.BeyondOwn _ ->
          Problem.of(
              ProblemCode.UNACCEPTABLE_REQUEST,
              "A key is for what you may do yourself.",
              new Violation("/scopes", Code.OUT_OF_RANGE, "names what you may not do"));
      case MakeApiKey.Outcome.ExpiresBefore _ ->
          Problem.of(
              ProblemCode.UNACCEPTABLE_REQUEST,
              "A key expires later than it is made.",
              new Violation("/expiresAt", Code.OUT_OF_RANGE, "has passed"));
    };
  }

  private static Response answer(RotateApiKey.Outcome outcome) {
    return switch (outcome) {
      case RotateApiKey.Outcome.Rotated(var key, var secret) ->
          Response.ok(ApiKeyView.of(key, secret)).build();
      case RotateApiKey.Outcome.Forbidden _ -> forbidden();
      case RotateApiKey.Outcome.NotFound _ -> notFound();
      case RotateApiKey.Outcome.Expired _ ->
          Problem.of(ProblemCode.WRONG_STATE, "The key has expired: make another one.");
    };
  }

  private Response found(OwnApiKeys.Query query, Function<Page<ApiKey>, Response> answer) {
    return switch (ownApiKeys.handle(query)) {
      case OwnApiKeys.Outcome.Found(var keys) -> answer.apply(keys);
      case OwnApiKeys.Outcome.Forbidden _ -> forbidden();
      case OwnApiKeys.Outcome.NotFound _ -> notFound();
    };
  }

  private static Response notFound() {
    return Problem.of(ProblemCode.NOT_FOUND, "You have no such key.");
  }

  private static Response forbidden() {
    return Problem.of(ProblemCode.FORBIDDEN, "You may not have keys.");
  }
}
