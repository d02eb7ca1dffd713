package org.mercat.rest.audit;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mercat.application.audit.SystemEventList;
import org.mercat.application.audit.port.SystemEventLog.Filter;
import org.mercat.application.audit.port.SystemEventLog.Kept;
import org.mercat.application.shared.SystemEvents.Level;
import org.mercat.rest.shared.Callers;
import org.mercat.rest.shared.Listed;
import org.mercat.rest.shared.Paging;
import org.mercat.rest.shared.Problem;
import org.mercat.rest.shared.ProblemCode;
import org.mercat.rest.shared.Query;

/** What happened to the system, for administrators. */
@Path("admin/system-events")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
public class SystemEventsResource {

  private static final String LEVEL = "level";
  private static final String FROM = "from";
  private static final String TO = "to";
  private static final Map<String, Level> LEVELS =
      Arrays.stream(Level.values()).collect(toMap(AuditEntryView::word, identity()));

  /** Something that happened to the system. */
  public record SystemEventView(
      UUID id,
      Instant at,
      String level,
      String source,
      String what,
      Map<String, String> context,
      Optional<String> request) {

    static SystemEventView of(Kept kept) {
      var event = kept.event();
      return new SystemEventView(
          kept.id(),
          kept.at(),
          AuditEntryView.word(event.level()),
          event.source(),
          event.what(),
          event.context(),
          kept.request());
    }
  }

  private final SystemEventList systemEvents;

  @Inject
  public SystemEventsResource(SystemEventList systemEvents) {
    this.systemEvents = systemEvents;
  }

  @GET
  public Response list(@Context UriInfo uri, @Context SecurityContext security) {
    var query = Query.only(uri, LEVEL, FROM, TO, Paging.LIMIT, Paging.CURSOR);
    var filter = new Filter(query.word(LEVEL, LEVELS), query.instant(FROM), query.instant(TO));
    var asked = new SystemEventList.Query(Callers.of(security), filter, Paging.parse(query));
    return switch (systemEvents.handle(asked)) {
      case SystemEventList.Outcome.Listed(var page) ->
          Response.ok(Listed.of(page.map(SystemEventView::of))).build();
      case SystemEventList.Outcome.Forbidden _ ->
          Problem.of(ProblemCode.FORBIDDEN, "Only administrators read what happened.");
    };
  }
}
