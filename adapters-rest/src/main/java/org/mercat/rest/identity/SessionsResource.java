package org.mercat.rest.identity;

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
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mercat.application.identity.EndOwnSession;
import org.mercat.application.identity.LogOutEverywhere;
import org.mercat.application.identity.OwnSessions;
import org.mercat.domain.identity.SessionId;
import org.mercat.rest.shared.Callers;
import org.mercat.rest.shared.Listed;
import org.mercat.rest.shared.Members;
import org.mercat.rest.shared.Paging;
import org.mercat.rest.shared.Parsed;
import org.mercat.rest.shared.Problem;
import org.mercat.rest.shared.ProblemCode;
import org.mercat.rest.shared.Query;

/** Where a person is signed in, and signing out there. */
@Path("auth")
@Singleton
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class SessionsResource {

  private static final String FORBIDDEN = "You may do nothing with an account.";

  private final OwnSessions ownSessions;
  private final EndOwnSession endOwnSession;
  private final LogOutEverywhere logOutEverywhere;

  @Inject
  public SessionsResource(
      OwnSessions ownSessions, EndOwnSession endOwnSession, LogOutEverywhere logOutEverywhere) {
    this.ownSessions = ownSessions;
    this.endOwnSession = endOwnSession;
    this.logOutEverywhere = logOutEverywhere;
  }

  @GET
  @Path("sessions")
  public Response list(@Context UriInfo uri, @Context SecurityContext security) {
    var query =
        new OwnSessions.Query(Callers.of(security), Callers.session(security), Paging.parse(uri));
    return switch (ownSessions.handle(query)) {
      case OwnSessions.Outcome.Listed(var page) ->
          Response.ok(Listed.of(page.map(SessionView::of))).build();
      case OwnSessions.Outcome.Forbidden _ -> Problem.of(ProblemCode.FORBIDDEN, FORBIDDEN);
    };
  }

  @DELETE
  @Path("sessions/{session}")
  public Response end(
      @PathParam("session") UUID session, @Context UriInfo uri, @Context SecurityContext security) {
    var _ = Query.only(uri);
    var command = new EndOwnSession.Command(Callers.of(security), new SessionId(session));
    return switch (endOwnSession.handle(command)) {
      case ENDED -> Response.noContent().build();
      case NOT_FOUND -> Problem.of(ProblemCode.NOT_FOUND, "You have no such session.");
      case FORBIDDEN -> Problem.of(ProblemCode.FORBIDDEN, FORBIDDEN);
    };
  }

  @POST
  @Path("logout-all")
  public Response logoutAll(
      @Nullable JsonNode body, @Context UriInfo uri, @Context SecurityContext security) {
    var _ = Query.only(uri);
    var command = new LogOutEverywhere.Command(Callers.of(security));
    return switch (Members.none(body)) {
      case Parsed.Valid<Boolean> _ -> answer(logOutEverywhere.handle(command));
      case Parsed.Invalid(var violations) -> Problem.of(violations);
    };
  }

  private static Response answer(LogOutEverywhere.Outcome outcome) {
    return switch (outcome) {
      case LOGGED_OUT -> Response.noContent().build();
      case FORBIDDEN -> Problem.of(ProblemCode.FORBIDDEN, FORBIDDEN);
    };
  }
}
