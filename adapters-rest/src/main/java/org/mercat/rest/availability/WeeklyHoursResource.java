package org.mercat.rest.availability;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.mercat.application.availability.SetWeeklyHours;
import org.mercat.application.availability.WeeklyHoursOf;
import org.mercat.application.availability.port.Timetables.Timetable;
import org.mercat.application.shared.Caller;
import org.mercat.rest.shared.Answers;
import org.mercat.rest.shared.Callers;
import org.mercat.rest.shared.Parsed;
import org.mercat.rest.shared.Preconditions;
import org.mercat.rest.shared.Problem;
import org.mercat.rest.shared.ProblemCode;
import org.mercat.rest.shared.ProblemException;
import org.mercat.rest.shared.Query;

/** When a provider works in an ordinary week. */
@Path("providers/me/weekly-hours")
@Singleton
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class WeeklyHoursResource {

  private static final String FORBIDDEN = "Only an account with the role vendor can do this.";

  private final SetWeeklyHours setWeeklyHours;
  private final WeeklyHoursOf weeklyHours;

  @Inject
  public WeeklyHoursResource(SetWeeklyHours setWeeklyHours, WeeklyHoursOf weeklyHours) {
    this.setWeeklyHours = setWeeklyHours;
    this.weeklyHours = weeklyHours;
  }

  @GET
  public Response find(@Context UriInfo uri, @Context SecurityContext security) {
    var _ = Query.only(uri);
    return switch (weeklyHours.handle(new WeeklyHoursOf.Command(Callers.of(security)))) {
      case WeeklyHoursOf.Outcome.Found(var timetable) -> whole(timetable);
      case WeeklyHoursOf.Outcome.Forbidden _ -> Problem.of(ProblemCode.FORBIDDEN, FORBIDDEN);
      case WeeklyHoursOf.Outcome.NotFound _ ->
          Problem.of(ProblemCode.NOT_FOUND, "You have not yet said when you work.");
    };
  }

  @PUT
  public Response set(
      @Nullable JsonNode body,
      @Context UriInfo uri,
      @Context HttpHeaders headers,
      @Context SecurityContext security) {
    var _ = Query.only(uri);
    var caller = Callers.of(security);
    var version = seenVersion(caller, headers);
    return switch (WeeklyHoursView.parse(body)) {
      case Parsed.Valid(var hours) ->
          answer(setWeeklyHours.handle(new SetWeeklyHours.Command(caller, version, hours)));
      case Parsed.Invalid(var violations) -> Problem.of(violations);
    };
  }

  /** The version of the week that is there, which the caller must have seen. */
  private OptionalLong seenVersion(Caller caller, HttpHeaders headers) {
    return switch (weeklyHours.handle(new WeeklyHoursOf.Command(caller))) {
      case WeeklyHoursOf.Outcome.Found(var timetable) -> {
        Preconditions.require(headers, timetable.version());
        yield OptionalLong.of(timetable.version());
      }
      case WeeklyHoursOf.Outcome.Forbidden _ ->
          throw new ProblemException(ProblemCode.FORBIDDEN, FORBIDDEN);
      case WeeklyHoursOf.Outcome.NotFound _ -> {
        if (headers.getHeaderString(HttpHeaders.IF_MATCH) != null) {
          throw Preconditions.stale();
        }
        yield OptionalLong.empty();
      }
    };
  }

  private static Response answer(SetWeeklyHours.Outcome outcome) {
    return switch (outcome) {
      case SetWeeklyHours.Outcome.Set(var timetable) -> whole(timetable);
      case SetWeeklyHours.Outcome.Forbidden _ -> Problem.of(ProblemCode.FORBIDDEN, FORBIDDEN);
      case SetWeeklyHours.Outcome.NotRegistered _ ->
          Problem.of(ProblemCode.WRONG_STATE, "Register as a provider first.");
      case SetWeeklyHours.Outcome.VersionMissing _ ->
          Problem.of(
              ProblemCode.IF_MATCH_MISSING, "Send the ETag of what you have read as If-Match.");
      case SetWeeklyHours.Outcome.Stale _ -> throw Preconditions.stale();
      case SetWeeklyHours.Outcome.Overlap(var index) ->
          Problem.of(
              ProblemCode.RULE_OVERLAP,
              "The hours at /hours/" + index + " overlap others of the same day.");
    };
  }

  private static Response whole(Timetable timetable) {
    return Answers.ok(WeeklyHoursView.of(timetable.hours()), timetable.version());
  }
}
