package org.mercat.rest.identity;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mercat.domain.identity.UserId;
import org.mercat.rest.shared.Callers;
import org.mercat.rest.shared.Query;

/** What somebody may do beside the roles, or in spite of them. */
@Path("admin/users/{user}/permissions")
@Singleton
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class PermissionsResource {

  private final RightsChange change;

  @Inject
  public PermissionsResource(RightsChange change) {
    this.change = change;
  }

  @GET
  public Response show(
      @PathParam("user") UUID user, @Context UriInfo uri, @Context SecurityContext security) {
    var _ = Query.only(uri);
    return change.show(Callers.of(security), new UserId(user));
  }

  @PUT
  public Response permit(
      @PathParam("user") UUID user,
      @Nullable JsonNode body,
      @Context UriInfo uri,
      @Context HttpHeaders headers,
      @Context SecurityContext security) {
    var _ = Query.only(uri);
    var caller = Callers.of(security);
    return change.make(caller, new UserId(user), headers, RightsText.permissions(body));
  }
}
