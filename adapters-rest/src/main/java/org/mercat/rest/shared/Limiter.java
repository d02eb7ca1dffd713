package org.mercat.rest.shared;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.mercat.application.shared.RateLimit;
import org.mercat.application.shared.RateLimits;
import org.mercat.application.shared.RateLimits.Bucket;
import org.mercat.application.shared.RateLimits.Grant;

/**
 * Counts requests and tells callers how many they have left, in the fields of
 * draft-ietf-httpapi-ratelimit-headers-11.
 */
public final class Limiter {

  static final String POLICY = "RateLimit-Policy";
  static final String LEFT = "RateLimit";

  private final RateLimits limits;
  private final Map<RouteClass, RateLimit> byClass;

  /** Counts under these limits; every class has one. */
  public Limiter(RateLimits limits, Map<RouteClass, RateLimit> byClass) {
    if (!byClass.keySet().containsAll(List.of(RouteClass.values()))) {
      throw new IllegalArgumentException("a class of routes has no limit");
    }
    this.limits = limits;
    this.byClass = Map.copyOf(byClass);
  }

  /**
   * Whether there was a token; the answer tells what is left, and is a problem if there was not.
   */
  boolean admits(RouteClass type, String holder, HttpServletResponse response) throws IOException {
    var bucket = bucket(type, holder);
    var grant = limits.take(bucket, 1);
    response.addHeader(POLICY, policy(bucket.limit()));
    response.addHeader(LEFT, left(bucket.limit(), grant));
    if (grant.taken() == 0) {
      refuse(bucket.limit(), grant, response);
    }
    return grant.taken() > 0;
  }

  /** Goes on, and gives the token back when the answer was one of before. */
  void goOn(
      RouteClass type,
      String holder,
      ServletRequest request,
      HttpServletResponse response,
      FilterChain chain)
      throws IOException, ServletException {
    chain.doFilter(request, response);
    if (response.containsHeader(IdempotencyFilter.REPLAYED)) {
      limits.giveBack(bucket(type, holder));
    }
  }

  private Bucket bucket(RouteClass type, String holder) {
    return new Bucket(Objects.requireNonNull(byClass.get(type)), holder);
  }

  private static String policy(RateLimit limit) {
    return "\"%s\";q=%d;w=%d".formatted(limit.name(), limit.quota(), limit.window().toSeconds());
  }

  private static String left(RateLimit limit, Grant grant) {
    return "\"%s\";r=%d;t=%d".formatted(limit.name(), grant.remaining(), up(grant.untilFull()));
  }

  private static void refuse(RateLimit limit, Grant grant, HttpServletResponse response)
      throws IOException {
    var wait = Math.max(1, up(grant.untilNext(limit)));
    var problem =
        Problem.of(
            ProblemCode.TOO_MANY_REQUESTS,
            "Ask again in %d seconds: %s is limited.".formatted(wait, limit.name()),
            List.of());
    ObjectNode body = Json.MAPPER.valueToTree(problem);
    body.putArray("violated-policies").add(limit.name());
    var bytes = Json.MAPPER.writeValueAsBytes(body);
    Problems.begin(response, problem.code(), bytes.length);
    response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait));
    response.getOutputStream().write(bytes);
  }

  /** Whole seconds, rounded up: who waits so long has waited long enough. */
  private static long up(Duration duration) {
    return duration.plusNanos(999_999_999).toSeconds();
  }
}
