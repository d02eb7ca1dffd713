package org.mercat.rest.review;

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
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mercat.application.review.LeaveReview;
import org.mercat.application.review.ReviewDetails;
import org.mercat.application.shared.Caller;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.review.Opinion;
import org.mercat.domain.review.Rating;
import org.mercat.domain.review.ReviewId;
import org.mercat.rest.shared.Answers;
import org.mercat.rest.shared.Callers;
import org.mercat.rest.shared.Members;
import org.mercat.rest.shared.Parsed;
import org.mercat.rest.shared.Problem;
import org.mercat.rest.shared.ProblemCode;
import org.mercat.rest.shared.Query;
import org.mercat.rest.shared.Violation;

/** Saying what the work was like. */
@Path("reviews")
@Singleton
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ReviewsResource {

  private final LeaveReview leaveReview;
  private final ReviewDetails reviewDetails;

  @Inject
  public ReviewsResource(LeaveReview leaveReview, ReviewDetails reviewDetails) {
    this.leaveReview = leaveReview;
    this.reviewDetails = reviewDetails;
  }

  @POST
  public Response leave(
      @Nullable JsonNode body, @Context UriInfo uri, @Context SecurityContext security) {
    var _ = Query.only(uri);
    return switch (command(Callers.of(security), body)) {
      case Parsed.Valid(var command) -> answer(leaveReview.handle(command));
      case Parsed.Invalid(var violations) -> Problem.of(violations);
    };
  }

  @GET
  @Path("{review}")
  public Response details(
      @PathParam("review") UUID review, @Context UriInfo uri, @Context SecurityContext security) {
    var _ = Query.only(uri);
    var query = new ReviewDetails.Query(Callers.of(security), new ReviewId(review));
    return switch (reviewDetails.handle(query)) {
      case ReviewDetails.Outcome.Found(var found) -> Response.ok(ReviewView.of(found)).build();
      case ReviewDetails.Outcome.Public(var found) ->
          Response.ok(ReviewView.withoutBooking(found)).build();
      case ReviewDetails.Outcome.NotFound() ->
          Problem.of(ProblemCode.NOT_FOUND, "There is no such review.");
    };
  }

  private static Parsed<LeaveReview.Command> command(Caller caller, @Nullable JsonNode body) {
    var members = Members.of(body);
    var booking = members.id("booking");
    var rating = members.number("rating", Rating.WORST, Rating.BEST);
    var title = members.optionalText("title", 1, Opinion.LONGEST_TITLE);
    var comment = members.text("comment", 1, Opinion.LONGEST_COMMENT);
    return members.into(
        () ->
            new LeaveReview.Command(
                caller,
                new BookingId(booking.get()),
                new Opinion(new Rating(rating.get()), title.get(), comment.get())));
  }

  private static Response answer(LeaveReview.Outcome outcome) {
    return switch (outcome) {
      case LeaveReview.Outcome.Left(var review) ->
          Answers.created("reviews", review.id().value(), ReviewView.of(review));
      case LeaveReview.Outcome.Forbidden() ->
          Problem.of(ProblemCode.FORBIDDEN, "Only clients review what was done for them.");
      case LeaveReview.Outcome.UnknownBooking() ->
          Problem.of(
              List.of(
                  new Violation(
                      "/booking", Violation.Code.NOT_FOUND, "is no booking that you made")));
      case LeaveReview.Outcome.NotCompleted() ->
          Problem.of(ProblemCode.WRONG_STATE, "Confirm first that the work was done.");
      case LeaveReview.Outcome.AlreadyReviewed() ->
          Problem.of(ProblemCode.ALREADY_REVIEWED, "You have reviewed this booking.");
    };
  }
}
