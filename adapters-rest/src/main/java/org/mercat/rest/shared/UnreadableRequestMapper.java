package org.mercat.rest.shared;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

@Provider
public class UnreadableRequestMapper implements ExceptionMapper<UnreadableRequest> {

  @Override
  public Response toResponse(UnreadableRequest unreadable) {
    return Problem.of(ProblemCode.UNREADABLE_REQUEST, String.valueOf(unreadable.getMessage()));
  }
}
