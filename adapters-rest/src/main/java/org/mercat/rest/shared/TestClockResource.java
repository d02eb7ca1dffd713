package org.mercat.rest.shared;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mercat.application.shared.MarketClock;
import org.mercat.application.shared.WalkMarketTime;

/** The market's time, for tests: in every other profile there is no such address. */
@Path("test/clock")
@Singleton
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class TestClockResource {

  /** The market's time. */
  public record ClockView(Instant now) {}

  private final MarketClock clock;
  private final Optional<WalkMarketTime> walk;

  @Inject
  public TestClockResource(MarketClock clock, Optional<WalkMarketTime> walk) {
    this.clock = clock;
    this.walk = walk;
  }

  @GET
  public Response read(@Context UriInfo uri, @Context SecurityContext security) {
    var _ = Query.only(uri);
    return forTests(security, _ -> Response.ok(new ClockView(clock.instant())).build());
  }

  @PUT
  public Response set(
      @Nullable JsonNode body, @Context UriInfo uri, @Context SecurityContext security) {
    var _ = Query.only(uri);
    return forTests(security, it -> set(it, body));
  }

  private static Response set(WalkMarketTime walk, @Nullable JsonNode body) {
    var members = Members.of(body);
    Supplier<Instant> now = members.instant("now");
    return switch (members.into(now)) {
      case Parsed.Valid(var instant) -> Response.ok(new ClockView(walk.handle(instant))).build();
      case Parsed.Invalid(var violations) -> Problem.of(violations);
    };
  }

  private Response forTests(SecurityContext security, Function<WalkMarketTime, Response> answer) {
    if (walk.isEmpty()) {
      return Problem.of(ProblemCode.NOT_FOUND, "There is nothing here.");
    }
    return Callers.of(security).isAdmin()
        ? answer.apply(walk.get())
        : Problem.of(ProblemCode.FORBIDDEN, "Only administrators set the time.");
  }
}
