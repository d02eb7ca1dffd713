package org.mercat.rest.shared;

import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;

/** The answers that are the same for every resource. */
public final class Answers {

  private Answers() {}

  /**
   * 201 with the whole new thing, which has a version.
   *
   * @param collection its path under the base, such as {@code bookings}
   */
  public static Response created(String collection, UUID id, long version, Object whole) {
    return Response.fromResponse(created(collection, id, whole)).tag(Tags.of(version)).build();
  }

  /** 201 with the whole new thing. */
  public static Response created(String collection, UUID id, Object whole) {
    return Response.created(URI.create(Api.BASE + "/" + collection + "/" + id))
        .entity(whole)
        .build();
  }

  /** 200 with something that has a version. */
  public static Response ok(Object whole, long version) {
    return Response.ok(whole).tag(Tags.of(version)).build();
  }
}
