package org.mercat.rest.shared;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger.Level;
import org.mercat.application.shared.PortUnavailable;

@Provider
public class PortUnavailableMapper implements ExceptionMapper<PortUnavailable> {

  private static final System.Logger LOG = System.getLogger("org.mercat.rest");

  @Override
  public Response toResponse(PortUnavailable unavailable) {
    LOG.log(
        Level.WARNING, RequestId.currentName() + " met a port that is not available", unavailable);
    return Problem.of(ProblemCode.UNAVAILABLE, "The same request may succeed later.");
  }
}
