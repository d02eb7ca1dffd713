package org.mercat.rest.shared;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
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
    return created(collection + "/" + id, whole);
  }

  /**
   * 201 with something whose place is not named by its id.
   *
   * @param path under the base, without a slash before it
   */
  public static Response created(String path, Object whole) {
    return Response.status(Response.Status.CREATED)
        .header(HttpHeaders.LOCATION, Api.BASE + "/" + path)
        .entity(whole)
        .build();
  }

  /** What is refused until the person has shown that his e-mail address is his. */
  public static ProblemException emailUnverified() {
    return new ProblemException(
        ProblemCode.VERIFICATION_REQUIRED,
        "Show first that your e-mail address is yours, by the token that was sent there.");
  }

  /** 429 for somebody who has to wait. */
  public static Response tooMany(String detail, Duration rest) {
    var seconds = Math.max(1, rest.plusMillis(999).toSeconds());
    return Response.fromResponse(Problem.of(ProblemCode.TOO_MANY_REQUESTS, detail))
        .header(HttpHeaders.RETRY_AFTER, null)
        .header(HttpHeaders.RETRY_AFTER, seconds)
        .build();
  }

  /** 200 with something that has a version. */
  public static Response ok(Object whole, long version) {
    return Response.ok(whole).tag(Tags.of(version)).build();
  }
}
