package org.mercat.rest.review;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import org.mercat.application.catalog.ListingDetails;
import org.mercat.application.review.PublicReviews;
import org.mercat.application.review.port.Reviews.About;
import org.mercat.domain.catalog.ListingId;
import org.mercat.rest.catalog.ListingName;
import org.mercat.rest.shared.Callers;
import org.mercat.rest.shared.Listed;
import org.mercat.rest.shared.Paging;

/** What everybody may read about a listing that he may see. */
@Path("listings/{listing}/reviews")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
public class ListingReviewsResource {

  private final ListingDetails listingDetails;
  private final PublicReviews publicReviews;

  @Inject
  public ListingReviewsResource(ListingDetails listingDetails, PublicReviews publicReviews) {
    this.listingDetails = listingDetails;
    this.publicReviews = publicReviews;
  }

  @GET
  public Response list(
      @PathParam("listing") String idOrSlug,
      @Context UriInfo uri,
      @Context SecurityContext security) {
    var page = Paging.parse(uri);
    var query = new PublicReviews.Query(new About.OfListing(visible(idOrSlug, security)), page);
    return Response.ok(Listed.of(publicReviews.handle(query).map(ReviewView::withoutBooking)))
        .build();
  }

  private ListingId visible(String idOrSlug, SecurityContext security) {
    var name = ListingName.of(idOrSlug);
    var caller = Callers.optional(security);
    return switch (listingDetails.handle(new ListingDetails.Command(caller, name))) {
      case ListingDetails.Outcome.Found(var listing) -> listing.id();
      case ListingDetails.Outcome.NotFound _ -> throw ListingName.unknown();
    };
  }
}
