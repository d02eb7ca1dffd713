package org.mercat.rest.shared;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.mercat.application.shared.KeyInFlight;

/** Tells {@link IdempotencyFilter}, which waits and asks again; nobody else sees this answer. */
@Provider
public class KeyInFlightMapper implements ExceptionMapper<KeyInFlight> {

  static final String HEADER = "Mercat-Key-In-Flight";

  @Override
  public Response toResponse(KeyInFlight inFlight) {
    return Response.fromResponse(
            Problem.of(
                ProblemCode.IDEMPOTENCY_IN_FLIGHT, "The first call under this key is in work."))
        .header(HEADER, true)
        .build();
  }
}
