package org.mercat.rest.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.mercat.application.booking.port.SampleBookings.NOON;
import static org.mercat.application.catalog.port.SampleListings.offering;
import static org.mercat.rest.shared.Bodies.json;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mercat.application.booking.port.Bookings;
import org.mercat.application.booking.port.InMemoryBookings;
import org.mercat.application.booking.port.SampleBookings.Parties;
import org.mercat.application.catalog.ListingDetails;
import org.mercat.application.catalog.port.InMemoryListings;
import org.mercat.application.catalog.port.InMemorySellers;
import org.mercat.application.catalog.port.Listings;
import org.mercat.application.catalog.port.WithListings;
import org.mercat.application.provider.ProviderProfile;
import org.mercat.application.provider.port.InMemoryProviders;
import org.mercat.application.provider.port.Providers;
import org.mercat.application.provider.port.SampleProviders;
import org.mercat.application.review.LeaveReview;
import org.mercat.application.review.PublicReviews;
import org.mercat.application.review.ReviewDetails;
import org.mercat.application.review.port.InMemoryReviewableWork;
import org.mercat.application.review.port.InMemoryReviews;
import org.mercat.application.review.port.WithBookings;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.AccessRules;
import org.mercat.application.shared.InMemoryEventOutbox;
import org.mercat.application.shared.InMemoryUnitOfWork;
import org.mercat.application.shared.Reactions;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.catalog.Listing;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.shared.Role;
import org.mercat.rest.shared.Listed;
import org.mercat.rest.shared.NobodySignedIn;
import org.mercat.rest.shared.Problem;
import org.mercat.rest.shared.ProblemCode;
import org.mercat.rest.shared.ProblemException;
import org.mercat.rest.shared.SignedIn;
import org.mercat.rest.shared.UnreadableRequest;
import org.mercat.rest.shared.Violation;
import org.mercat.rest.shared.Violation.Code;

/** One test per outcome, against the real use cases. */
class ReviewResourcesTest implements WithListings, WithBookings {

  private static final SecurityContext NOBODY = new NobodySignedIn();

  private final Access access = new AccessRules();
  private final InMemoryProviders providers = new InMemoryProviders();
  private final InMemoryListings listings = new InMemoryListings();
  private final InMemoryBookings bookings = new InMemoryBookings();
  private final InMemoryReviews reviews = new InMemoryReviews();
  private final InMemoryEventOutbox outbox = new InMemoryEventOutbox(new Reactions());
  private final InMemoryUnitOfWork unitOfWork =
      new InMemoryUnitOfWork(providers, listings, bookings, reviews, outbox);
  private final PublicReviews publicReviews = new PublicReviews(reviews, unitOfWork);
  private final ReviewsResource resource =
      new ReviewsResource(
          new LeaveReview(
              access,
              new InMemoryReviewableWork(bookings),
              reviews,
              outbox,
              unitOfWork,
              InstantSource.fixed(NOON)),
          new ReviewDetails(access, reviews, unitOfWork));
  private final ListingReviewsResource ofListing =
      new ListingReviewsResource(
          new ListingDetails(access, listings, new InMemorySellers(providers), unitOfWork),
          publicReviews);
  private final ProviderReviewsResource ofProvider =
      new ProviderReviewsResource(new ProviderProfile(providers, unitOfWork), publicReviews);

  private final Listing listing = published(verified(), offering("Dog walking", "Round and round"));
  private final Parties parties =
      new Parties(SampleProviders.anybody(), listing.provider(), listing.id());
  private final SignedIn client = SignedIn.as(parties.client(), Role.CLIENT);
  private final UriInfo plain = uri(new MultivaluedHashMap<>());

  @Test
  void a_review_is_201_with_the_whole_of_it_and_its_place() {
    var booking = doneWork();

    var answer = leave(booking);

    assertThat(answer.getStatus()).isEqualTo(201);
    var view = (ReviewView) answer.getEntity();
    assertThat(answer.getLocation()).hasToString("/api/v1/reviews/" + view.id());
    assertThat(view)
        .isEqualTo(
            new ReviewView(
                view.id(),
                Optional.of(booking),
                listing.id().value(),
                listing.provider().value(),
                5,
                Optional.of("Lovely"),
                "On time.",
                true,
                "published",
                NOON));
  }

  @Test
  void a_second_review_of_a_booking_is_409() {
    var booking = doneWork();
    assertThat(leave(booking).getStatus()).isEqualTo(201);

    assertProblem(leave(booking), ProblemCode.ALREADY_REVIEWED);
  }

  @Test
  void a_review_of_work_that_is_not_completed_is_409() {
    var booking = placed(parties).id().value();

    assertProblem(leave(booking), ProblemCode.WRONG_STATE);
  }

  @Test
  void a_booking_of_somebody_else_is_422_at_the_booking() {
    var answer = resource.leave(review(doneWork()), plain, SignedIn.as(Role.CLIENT));

    assertThat(problem(answer).errors())
        .extracting(Violation::pointer, Violation::code)
        .containsExactly(tuple("/booking", Code.NOT_FOUND));
  }

  @Test
  void everything_that_is_wrong_with_a_review_is_told_at_once() {
    var answer =
        resource.leave(
            json("{'booking': 7, 'rating': 6, 'title': ' ', 'stars': 5}"), plain, client);

    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(problem(answer).errors())
        .extracting(Violation::pointer, Violation::code)
        .containsExactlyInAnyOrder(
            tuple("/booking", Code.MALFORMED),
            tuple("/rating", Code.OUT_OF_RANGE),
            tuple("/title", Code.OUT_OF_RANGE),
            tuple("/comment", Code.REQUIRED),
            tuple("/stars", Code.UNKNOWN_MEMBER));
  }

  @Test
  void its_place_is_200_with_the_booking_for_the_author_and_administrators_only() {
    var review = left();

    assertThat(show(review.id(), client).getEntity()).isEqualTo(review);
    assertThat(show(review.id(), SignedIn.as(Role.ADMIN)).getEntity()).isEqualTo(review);
    assertThat(show(review.id(), SignedIn.as(Role.CLIENT)).getEntity())
        .isEqualTo(withoutBooking(review));
  }

  @Test
  void a_review_that_is_none_is_404() {
    assertProblem(show(UUID.randomUUID(), client), ProblemCode.NOT_FOUND);
  }

  @Test
  void everybody_reads_what_is_said_about_a_listing_and_a_provider() {
    var first = left();
    var second = left();

    var expected = List.of(withoutBooking(second), withoutBooking(first));
    assertThat(items(listReviews(listing.id().value().toString(), NOBODY))).isEqualTo(expected);
    assertThat(items(listReviews(listing.slug().value(), NOBODY))).isEqualTo(expected);
    assertThat(items(ofProvider.list(listing.provider().value(), plain))).isEqualTo(expected);
  }

  @Test
  void a_list_goes_on_where_its_page_ended() {
    var first = left();
    var second = left();
    var parameters = new MultivaluedHashMap<String, String>();
    parameters.add("limit", "1");
    var provider = listing.provider().value();

    var page = ofProvider.list(provider, uri(parameters));
    assertThat(items(page)).isEqualTo(List.of(withoutBooking(second)));
    parameters.add("cursor", ((Listed<?>) page.getEntity()).nextCursor().orElseThrow());
    var last = ofProvider.list(provider, uri(parameters));

    assertThat(items(last)).isEqualTo(List.of(withoutBooking(first)));
    assertThat(((Listed<?>) last.getEntity()).nextCursor()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"nowhere", "Not a slug", "01890a5d-ac96-774b-bcce-b302099a8057"})
  void the_reviews_of_an_unknown_listing_are_404(String name) {
    assertUnknown(() -> listReviews(name, NOBODY));
  }

  @Test
  void the_reviews_of_a_hidden_listing_are_404_but_for_its_owner() {
    var hidden = drafted(verified());
    var owner = providers.find(hidden.provider()).orElseThrow().owner();
    var name = hidden.slug().value();

    assertUnknown(() -> listReviews(name, NOBODY));
    assertUnknown(() -> listReviews(name, client));
    assertThat(items(listReviews(name, SignedIn.as(owner, Role.PROVIDER)))).isEmpty();
  }

  @Test
  void the_reviews_of_an_unknown_provider_are_404() {
    assertProblem(ofProvider.list(UUID.randomUUID(), plain), ProblemCode.NOT_FOUND);
  }

  @Test
  void nobody_reviews_without_signing_in() {
    var body = review(UUID.randomUUID());

    assertThatThrownBy(() -> resource.leave(body, plain, NOBODY))
        .isInstanceOf(ProblemException.class);
  }

  @Test
  void an_unknown_query_parameter_is_refused_everywhere() {
    var parameters = new MultivaluedHashMap<String, String>();
    parameters.add("sort", "best");
    var uri = uri(parameters);
    var body = review(UUID.randomUUID());
    var provider = listing.provider().value();

    assertThatThrownBy(() -> resource.leave(body, uri, client))
        .isInstanceOf(UnreadableRequest.class);
    assertThatThrownBy(() -> resource.details(provider, uri, client))
        .isInstanceOf(UnreadableRequest.class);
    assertThatThrownBy(() -> ofListing.list("dog-walking", uri, NOBODY))
        .isInstanceOf(UnreadableRequest.class);
    assertThatThrownBy(() -> ofProvider.list(provider, uri)).isInstanceOf(UnreadableRequest.class);
  }

  @Override
  public Providers providers() {
    return providers;
  }

  @Override
  public Listings listings() {
    return listings;
  }

  @Override
  public Bookings bookings() {
    return bookings;
  }

  @Override
  public UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  public UserId anybody() {
    return SampleProviders.anybody();
  }

  @Override
  public Parties parties() {
    return parties;
  }

  private UUID doneWork() {
    return completed(parties).id().value();
  }

  private static JsonNode review(UUID booking) {
    return json(
        "{'booking': '%s', 'rating': 5, 'title': ' Lovely ', 'comment': 'On time.'}"
            .formatted(booking));
  }

  private Response leave(UUID booking) {
    return resource.leave(review(booking), plain, client);
  }

  private ReviewView left() {
    return (ReviewView) leave(doneWork()).getEntity();
  }

  private Response show(UUID review, SecurityContext caller) {
    return resource.details(review, plain, caller);
  }

  private Response listReviews(String idOrSlug, SecurityContext caller) {
    return ofListing.list(idOrSlug, plain, caller);
  }

  private static List<?> items(Response answer) {
    return ((Listed<?>) answer.getEntity()).items();
  }

  private static ReviewView withoutBooking(ReviewView view) {
    return new ReviewView(
        view.id(),
        Optional.empty(),
        view.listing(),
        view.provider(),
        view.rating(),
        view.title(),
        view.comment(),
        view.verified(),
        view.status(),
        view.createdAt());
  }

  private static UriInfo uri(MultivaluedHashMap<String, String> parameters) {
    var uri = mock(UriInfo.class);
    when(uri.getQueryParameters()).thenReturn(parameters);
    return uri;
  }

  private static void assertUnknown(ThrowingCallable listing) {
    assertThatThrownBy(listing)
        .isInstanceOfSatisfying(
            ProblemException.class,
            thrown -> assertProblem(thrown.getResponse(), ProblemCode.NOT_FOUND));
  }

  private static void assertProblem(Response answer, ProblemCode code) {
    assertThat(answer.getStatus()).isEqualTo(code.status());
    assertThat(problem(answer).code()).isEqualTo(code);
  }

  private static Problem problem(Response answer) {
    return (Problem) answer.getEntity();
  }
}
