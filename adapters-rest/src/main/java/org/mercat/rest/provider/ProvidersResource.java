package org.mercat.rest.provider;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mercat.application.provider.ChangeProviderProfile;
import org.mercat.application.provider.OwnProviderProfile;
import org.mercat.application.provider.ProviderProfile;
import org.mercat.application.provider.RegisterProvider;
import org.mercat.application.provider.VerifyProvider;
import org.mercat.application.provider.VerifyProvider.Verdict;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.ZoneBook;
import org.mercat.domain.provider.Provider;
import org.mercat.domain.provider.ProviderId;
import org.mercat.rest.shared.Answers;
import org.mercat.rest.shared.Callers;
import org.mercat.rest.shared.Members;
import org.mercat.rest.shared.Parsed;
import org.mercat.rest.shared.Patch;
import org.mercat.rest.shared.Preconditions;
import org.mercat.rest.shared.Problem;
import org.mercat.rest.shared.ProblemCode;
import org.mercat.rest.shared.Query;

/** Those who offer services. */
@Path("providers")
@Singleton
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ProvidersResource {

  private static final String NO_LINK = "The provider names no tenant outside of the market.";
  private static final int LONGEST_REASON = 1_000;
  private static final Map<String, Boolean> VERDICTS = Map.of("verified", true, "rejected", false);

  private final RegisterProvider registerProvider;
  private final OwnProviderProfile ownProfile;
  private final ProviderProfile profile;
  private final ChangeProviderProfile changeProfile;
  private final VerifyProvider verifyProvider;
  private final ZoneBook zones;

  @Inject
  public ProvidersResource(
      RegisterProvider registerProvider,
      OwnProviderProfile ownProfile,
      ProviderProfile profile,
      ChangeProviderProfile changeProfile,
      VerifyProvider verifyProvider,
      ZoneBook zones) {
    this.registerProvider = registerProvider;
    this.ownProfile = ownProfile;
    this.profile = profile;
    this.changeProfile = changeProfile;
    this.verifyProvider = verifyProvider;
    this.zones = zones;
  }

  @POST
  @Path("register")
  public Response register(
      @Nullable JsonNode body, @Context UriInfo uri, @Context SecurityContext security) {
    var _ = Query.only(uri);
    var caller = Callers.of(security);
    return switch (ProfileText.registration(zones, body)) {
      case Parsed.Valid(var said) ->
          answer(registerProvider.handle(new RegisterProvider.Command(caller, said)));
      case Parsed.Invalid(var violations) -> Problem.of(violations);
    };
  }

  @GET
  @Path("me")
  public Response own(@Context UriInfo uri, @Context SecurityContext security) {
    var _ = Query.only(uri);
    return switch (ownProfile.handle(new OwnProviderProfile.Command(Callers.of(security)))) {
      case OwnProviderProfile.Outcome.Found(var provider) -> whole(provider);
      case OwnProviderProfile.Outcome.Forbidden _ -> forbidden();
      case OwnProviderProfile.Outcome.NotFound _ -> noProvider();
    };
  }

  @PATCH
  @Path("me")
  @Consumes(Patch.MEDIA_TYPE)
  public Response change(
      @Nullable JsonNode body,
      @Context UriInfo uri,
      @Context HttpHeaders headers,
      @Context SecurityContext security) {
    var _ = Query.only(uri);
    var caller = Callers.of(security);
    return switch (ownProfile.handle(new OwnProviderProfile.Command(caller))) {
      case OwnProviderProfile.Outcome.Found(var provider) -> {
        Preconditions.require(headers, provider.version());
        yield change(caller, provider, body);
      }
      case OwnProviderProfile.Outcome.Forbidden _ -> forbidden();
      case OwnProviderProfile.Outcome.NotFound _ -> noProvider();
    };
  }

  @GET
  @Path("{id}")
  public Response find(@PathParam("id") UUID id, @Context UriInfo uri) {
    var _ = Query.only(uri);
    return switch (profile.handle(new ProviderProfile.Command(new ProviderId(id)))) {
      case ProviderProfile.Outcome.Found(var provider) ->
          Answers.ok(ProviderView.of(provider), provider.version());
      case ProviderProfile.Outcome.NotFound _ -> noProvider();
    };
  }

  @PUT
  @Path("{id}/verify")
  public Response verify(
      @PathParam("id") UUID id,
      @Nullable JsonNode body,
      @Context UriInfo uri,
      @Context SecurityContext security) {
    var _ = Query.only(uri);
    var caller = Callers.of(security);
    return switch (verdict(body)) {
      case Parsed.Valid(var verdict) ->
          answer(
              verifyProvider.handle(
                  new VerifyProvider.Command(caller, new ProviderId(id), verdict)));
      case Parsed.Invalid(var violations) -> Problem.of(violations);
    };
  }

  @PUT
  @Path("{id}/tenant-link")
  public Response judgeLink(
      @PathParam("id") UUID id,
      @Nullable JsonNode body,
      @Context UriInfo uri,
      @Context SecurityContext security) {
    var _ = Query.only(uri);
    var members = Members.of(body);
    var verified = members.word("verification", VERDICTS);
    return switch (members.into(verified)) {
      case Parsed.Valid(var trusted) ->
          answer(
              verifyProvider.handle(
                  new VerifyProvider.Command(
                      Callers.of(security), new ProviderId(id), new Verdict.OfLink(trusted))));
      case Parsed.Invalid(var violations) -> Problem.of(violations);
    };
  }

  private static Parsed<Verdict> verdict(@Nullable JsonNode body) {
    var members = Members.of(body);
    var trusted = members.word("verification", VERDICTS);
    var reason = members.optionalText("reason", 1, LONGEST_REASON);
    return members.into(
        () -> trusted.get() ? new Verdict.Trusted() : new Verdict.NotTrusted(reason.get()));
  }

  private Response change(Caller caller, Provider provider, @Nullable JsonNode body) {
    return switch (ProfileText.patched(zones, provider.profile(), body)) {
      case Parsed.Valid(var said) ->
          answer(
              changeProfile.handle(
                  new ChangeProviderProfile.Command(caller, provider.version(), said)));
      case Parsed.Invalid(var violations) -> Problem.of(violations);
    };
  }

  private static Response answer(RegisterProvider.Outcome outcome) {
    return switch (outcome) {
      case RegisterProvider.Outcome.Registered(var provider) ->
          Answers.created(
              "providers", provider.id().value(), provider.version(), OwnProviderView.of(provider));
      case RegisterProvider.Outcome.Forbidden _ -> forbidden();
      case RegisterProvider.Outcome.AlreadyRegistered _ ->
          Problem.of(ProblemCode.WRONG_STATE, "You are a provider already.");
    };
  }

  private static Response answer(ChangeProviderProfile.Outcome outcome) {
    return switch (outcome) {
      case ChangeProviderProfile.Outcome.Changed(var provider) -> whole(provider);
      case ChangeProviderProfile.Outcome.Forbidden _ -> forbidden();
      case ChangeProviderProfile.Outcome.NotFound _ -> noProvider();
      case ChangeProviderProfile.Outcome.Stale _ -> throw Preconditions.stale();
      case ChangeProviderProfile.Outcome.Refused(var why) ->
          Problem.of(
              ProblemCode.WRONG_STATE,
              switch (why) {
                case ALREADY_SO -> "It is so already.";
                case NO_LINK -> NO_LINK;
                case DELETED -> "The provider is deleted.";
              });
    };
  }

  private static Response answer(VerifyProvider.Outcome outcome) {
    return switch (outcome) {
      case VerifyProvider.Outcome.Judged(var provider) -> whole(provider);
      case VerifyProvider.Outcome.Forbidden _ ->
          Problem.of(ProblemCode.FORBIDDEN, "Only administrators verify providers.");
      case VerifyProvider.Outcome.NotFound _ -> noProvider();
      case VerifyProvider.Outcome.NoLink _ -> Problem.of(ProblemCode.WRONG_STATE, NO_LINK);
    };
  }

  private static Response whole(Provider provider) {
    return Answers.ok(OwnProviderView.of(provider), provider.version());
  }

  private static Response forbidden() {
    return Problem.of(ProblemCode.FORBIDDEN, "Only an account with the role vendor can do this.");
  }

  private static Response noProvider() {
    return Problem.of(ProblemCode.NOT_FOUND, "There is no such provider.");
  }
}
