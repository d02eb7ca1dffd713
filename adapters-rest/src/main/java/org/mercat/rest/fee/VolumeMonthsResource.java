package org.mercat.rest.fee;

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
import org.mercat.application.fee.VolumeMonthList;
import org.mercat.application.fee.port.VolumeMonths.Selection;
import org.mercat.domain.provider.ProviderId;
import org.mercat.rest.shared.Callers;
import org.mercat.rest.shared.Listed;
import org.mercat.rest.shared.Paging;
import org.mercat.rest.shared.Query;

/** What providers have sold in the months that are closed, for administrators. */
@Path("admin/fees/volumes")
@Singleton
@Produces(MediaType.APPLICATION_JSON)
public class VolumeMonthsResource {

  private final VolumeMonthList list;

  @Inject
  public VolumeMonthsResource(VolumeMonthList list) {
    this.list = list;
  }

  @GET
  public Response list(@Context UriInfo uri, @Context SecurityContext security) {
    var query = Query.only(uri, "provider", "month", Paging.LIMIT, Paging.CURSOR);
    var selection =
        new Selection(
            query.id("provider").map(ProviderId::new),
            query.read("month", FeeWords::month, FeeWords.NO_MONTH));
    var asked = new VolumeMonthList.Query(Callers.of(security), selection, Paging.parse(query));
    return switch (list.handle(asked)) {
      case VolumeMonthList.Outcome.Found(var months) ->
          Response.ok(Listed.of(months.map(VolumeMonthView::of))).build();
      case VolumeMonthList.Outcome.Forbidden _ -> FeeAnswers.forbidden();
    };
  }
}
