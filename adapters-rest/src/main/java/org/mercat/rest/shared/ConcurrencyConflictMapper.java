package org.mercat.rest.shared;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.mercat.application.shared.ConcurrencyConflict;

@Provider
public class ConcurrencyConflictMapper implements ExceptionMapper<ConcurrencyConflict> {

  @Override
  public Response toResponse(ConcurrencyConflict conflict) {
    return Problem.of(
        ProblemCode.CONCURRENT_CHANGE, "Somebody else was faster: read it again and repeat.");
  }
}
