package org.mercat.rest.shared;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The body of every answer that is not a success (RFC 9457). */
public record Problem(
    String type,
    String title,
    int status,
    ProblemCode code,
    String detail,
    Optional<String> instance,
    List<Violation> errors) {

  public static final String MEDIA_TYPE = "application/problem+json";

  public static Response of(ProblemCode code, String detail) {
    return response(of(code, detail, List.of()));
  }

  /** A body that is JSON but not acceptable, with everything that is wrong with it. */
  public static Response of(List<Violation> violations) {
    return response(
        of(ProblemCode.UNACCEPTABLE_REQUEST, "The body has members that are wrong.", violations));
  }

  /** A refusal by a rule, with the member that it is about. */
  public static Response of(ProblemCode code, String detail, Violation violation) {
    return response(of(code, detail, List.of(violation)));
  }

  static Problem of(ProblemCode code, String detail, List<Violation> violations) {
    return new Problem(
        code.type(),
        code.title(),
        code.status(),
        code,
        detail,
        RequestId.current().map(RequestId::value),
        violations);
  }

  /** The headers that go with a code. */
  static Map<String, String> headers(ProblemCode code) {
    return switch (code) {
      case UNAUTHENTICATED -> Map.of(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"mercat\"");
      case IDEMPOTENCY_IN_FLIGHT -> Map.of(HttpHeaders.RETRY_AFTER, "1");
      case UNAVAILABLE, TOO_MANY_REQUESTS -> Map.of(HttpHeaders.RETRY_AFTER, "5");
      default -> Map.of();
    };
  }

  private static Response response(Problem problem) {
    var response = Response.status(problem.status()).type(MEDIA_TYPE).entity(problem);
    headers(problem.code()).forEach(response::header);
    return response.build();
  }
}
