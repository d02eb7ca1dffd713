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
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mercat.application.payment.DeadEventList;
import org.mercat.application.payment.ReviveEvent;
import org.mercat.application.payment.port.GatewayInbox.Dead;
import org.mercat.rest.shared.Callers;
import org.mercat.rest.shared.Listed;
import org.mercat.rest.shared.Members;
import org.mercat.rest.shared.Paging;
import org.mercat.rest.shared.Parsed;
import org.mercat.rest.shared.Problem;
import org.mercat.rest.shared.ProblemCode;
import org.mercat.rest.shared.Query;

/** Events of the gateway that were set aside, for administrators. */
@Path("admin/gateway-events")
@Singleton
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class DeadEventsResource {

  private static final String FORBIDDEN = "Only administrators see to events of the gateway.";

  /** An event; not its body, which may tell about people. */
  public record DeadEventView(
      UUID id,
      String gateway,
      String event,
      String kind,
      Optional<String> reference,
      Instant receivedAt) {

    static DeadEventView of(Dead dead) {
      var message = dead.message();
      return new DeadEventView(
          dead.id(),
          message.gateway(),
          message.event(),
          message.kind().name().toLowerCase(Locale.ROOT),
          message.object(),
          dead.receivedAt());
    }
  }

  private final DeadEventList deadEventList;
  private final ReviveEvent reviveEvent;

  @Inject
  public DeadEventsResource(DeadEventList deadEventList, ReviveEvent reviveEvent) {
    this.deadEventList = deadEventList;
    this.reviveEvent = reviveEvent;
  }

  @GET
  public Response list(@Context UriInfo uri, @Context SecurityContext security) {
    var query = Query.only(uri, Paging.LIMIT, Paging.CURSOR);
    var asked = new DeadEventList.Query(Callers.of(security), Paging.parse(query));
    return switch (deadEventList.handle(asked)) {
      case DeadEventList.Outcome.Listed(var page) ->
          Response.ok(Listed.of(page.map(DeadEventView::of))).build();
      case DeadEventList.Outcome.Forbidden _ -> Problem.of(ProblemCode.FORBIDDEN, FORBIDDEN);
    };
  }

  @POST
  @Path("{event}/replay")
  public Response replay(
      @PathParam("event") UUID event,
      @Nullable JsonNode body,
      @Context UriInfo uri,
      @Context SecurityContext security) {
    var _ = Query.only(uri);
    return switch (Members.none(body)) {
      case Parsed.Valid<Boolean> _ ->
          answer(reviveEvent.handle(new ReviveEvent.Command(Callers.of(security), event)));
      case Parsed.Invalid(var violations) -> Problem.of(violations);
    };
  }

  private static Response answer(ReviveEvent.Outcome outcome) {
    return switch (outcome) {
      case ReviveEvent.Outcome.Revived _ -> Response.noContent().build();
      case ReviveEvent.Outcome.Forbidden _ -> Problem.of(ProblemCode.FORBIDDEN, FORBIDDEN);
      case ReviveEvent.Outcome.NotFound _ ->
          Problem.of(ProblemCode.NOT_FOUND, "There is no such event that was set aside.");
    };
  }
}
