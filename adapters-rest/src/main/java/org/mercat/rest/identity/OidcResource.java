package org.mercat.rest.identity;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jspecify.annotations.Nullable;
import org.mercat.application.identity.LogInOutside;
import org.mercat.rest.shared.Members;
import org.mercat.rest.shared.Parsed;
import org.mercat.rest.shared.Problem;
import org.mercat.rest.shared.ProblemCode;
import org.mercat.rest.shared.Query;

/** Signing in by the token of an issuer outside. */
@Path("auth/oidc")
@Singleton
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class OidcResource {

  private static final int LONGEST_TOKEN = 8_192;

  private final LogInOutside logInOutside;

  @Inject
  public OidcResource(LogInOutside logInOutside) {
    this.logInOutside = logInOutside;
  }

  @POST
  public Response login(
      @Nullable JsonNode body, @Context UriInfo uri, @Context HttpServletRequest request) {
    var _ = Query.only(uri);
    var members = Members.of(body);
    var token = members.secret("token", 1, LONGEST_TOKEN);
    var origin = Origins.of(request);
    return switch (members.into(() -> new LogInOutside.Command(token.get(), origin))) {
      case Parsed.Valid(var command) -> answer(logInOutside.handle(command));
      case Parsed.Invalid(var violations) -> Problem.of(violations);
    };
  }

  private static Response answer(LogInOutside.Outcome outcome) {
    return switch (outcome) {
      case LogInOutside.Outcome.LoggedIn(var access, var refresh, var life) ->
          TokensView.answer(access, refresh, life);
      case LogInOutside.Outcome.Refused _ ->
          Problem.of(
              ProblemCode.UNAUTHENTICATED, "The token signs nobody in who may sign in here.");
    };
  }
}
