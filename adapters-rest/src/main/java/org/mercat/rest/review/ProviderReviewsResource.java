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
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.mercat.application.provider.ProviderProfile;
import org.mercat.application.review.PublicReviews;
import org.mercat.application.review.port.Reviews.About;
import org.mercat.domain.provider.ProviderId;
import org.mercat.rest.shared.Listed;
import org.mercat.rest.shared.Paging;
import org.mercat.rest.shared.Problem;
import org.mercat.rest.shared.ProblemCode;

/** What everybody may read about a provider that he may see. */
@Path("providers/{provider}/reviews")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
public class ProviderReviewsResource {

  private final ProviderProfile providerProfile;
  private final PublicReviews publicReviews;

  @Inject
  public ProviderReviewsResource(ProviderProfile providerProfile, PublicReviews publicReviews) {
    this.providerProfile = providerProfile;
    this.publicReviews = publicReviews;
  }

  @GET
  public Response list(@PathParam("provider") UUID provider, @Context UriInfo uri) {
    var page = Paging.parse(uri);
    var id = new ProviderId(provider);
    return switch (providerProfile.handle(new ProviderProfile.Command(id))) {
      case ProviderProfile.Outcome.Found _ -> {
        var query = new PublicReviews.Query(new About.OfProvider(id), page);
        var found = publicReviews.handle(query);
        yield Response.ok(Listed.of(found.map(ReviewView::withoutBooking))).build();
      }
      case ProviderProfile.Outcome.NotFound() ->
          Problem.of(ProblemCode.NOT_FOUND, "There is no such provider.");
    };
  }
}
