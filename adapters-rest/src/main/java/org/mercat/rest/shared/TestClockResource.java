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
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.MarketTime;
import org.mercat.application.shared.WalkMarketTime;

/** The market's time, for tests: in every other profile there is no such address. */
@Path("test/clock")
@Singleton
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class TestClockResource {

  /** The market's time. */
  public record ClockView(Instant now) {}

  private final MarketTime time;
  private final Optional<WalkMarketTime> walk;

  /**
   * The market's time.
   *
   * @param walk empty where no tests run
   */
  @Inject
  public TestClockResource(MarketTime time, Optional<WalkMarketTime> walk) {
    this.time = time;
    this.walk = walk;
  }

  @GET
  public Response read(@Context UriInfo uri, @Context SecurityContext security) {
    var _ = Query.only(uri);
    var query = new MarketTime.Query(Callers.of(security));
    return walk.map(_ -> answer(time.handle(query))).orElseGet(TestClockResource::nothing);
  }

  @PUT
  public Response set(
      @Nullable JsonNode body, @Context UriInfo uri, @Context SecurityContext security) {
    var _ = Query.only(uri);
    var caller = Callers.of(security);
    return walk.map(it -> set(it, caller, body)).orElseGet(TestClockResource::nothing);
  }

  private static Response set(WalkMarketTime walk, Caller caller, @Nullable JsonNode body) {
    var members = Members.of(body);
    Supplier<Instant> now = members.instant("now");
    return switch (members.into(() -> new WalkMarketTime.Command(caller, now.get()))) {
      case Parsed.Valid(var command) -> answer(walk.handle(command));
      case Parsed.Invalid(var violations) -> Problem.of(violations);
    };
  }

  private static Response answer(WalkMarketTime.Outcome outcome) {
    return switch (outcome) {
      case WalkMarketTime.Outcome.Walked(var now) -> Response.ok(new ClockView(now)).build();
      case WalkMarketTime.Outcome.Forbidden _ -> forbidden();
    };
  }

  private static Response answer(MarketTime.Outcome outcome) {
    return switch (outcome) {
      case MarketTime.Outcome.Found(var now) -> Response.ok(new ClockView(now)).build();
      case MarketTime.Outcome.Forbidden _ -> forbidden();
    };
  }

  private static Response forbidden() {
    return Problem.of(ProblemCode.FORBIDDEN, "Only administrators see and set the time.");
  }

  private static Response nothing() {
    return Problem.of(ProblemCode.NOT_FOUND, "There is nothing here.");
  }
}
