package org.mercat.rest.identity;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.mercat.rest.shared.Query;

/** The keys that access tokens are checked with. */
@Path(".well-known/jwks.json")
@Singleton
@Produces({JwkSet.MEDIA_TYPE, MediaType.APPLICATION_JSON})
public class JwksResource {

  private final SigningKeyRing keys;

  @Inject
  public JwksResource(SigningKeyRing keys) {
    this.keys = keys;
  }

  @GET
  public Response jwks(@Context UriInfo uri) {
    var _ = Query.only(uri);
    return Response.ok(JwkSet.of(keys).toJSONObject())
        .header(HttpHeaders.CACHE_CONTROL, JwkSet.CACHE_CONTROL)
        .build();
  }
}
