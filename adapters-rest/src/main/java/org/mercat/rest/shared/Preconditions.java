package org.mercat.rest.shared;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.Arrays;
import java.util.Optional;

/** The version that a caller has seen, before it is changed. */
public final class Preconditions {

  private Preconditions() {}

  /**
   * Lets a PATCH or PUT of something that exists pass if its caller has seen this version.
   *
   * @throws ProblemException 428 without If-Match, 412 if it names none of this version
   */
  public static void require(HttpHeaders headers, long version) {
    if (sent(headers).isEmpty()) {
      throw new ProblemException(
          ProblemCode.IF_MATCH_MISSING, "Send the ETag of what you have read as If-Match.");
    }
    honour(headers, version);
  }

  /**
   * Lets a request pass that needs no If-Match, or sends a right one.
   *
   * @throws ProblemException 412 if If-Match was sent and names none of this version
   */
  public static void honour(HttpHeaders headers, long version) {
    if (sent(headers).filter(tags -> !names(tags, version)).isPresent()) {
      throw stale();
    }
  }

  /** What a use case answers when somebody else came between. */
  public static ProblemException stale() {
    return new ProblemException(
        ProblemCode.STALE, "It is not the version of your If-Match: read it again.");
  }

  private static Optional<String> sent(HttpHeaders headers) {
    return Optional.ofNullable(headers.getHeaderString(HttpHeaders.IF_MATCH));
  }

  /** Only strong tags match (RFC 9110, 13.1.1). */
  private static boolean names(String tags, long version) {
    return Arrays.stream(tags.split(",", -1))
        .map(String::strip)
        .anyMatch(tag -> tag.equals("*") || tag.equals("\"" + version + "\""));
  }
}
