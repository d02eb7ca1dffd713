package org.mercat.rest.shared;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger.Level;

/** What nobody expected: the log knows why, the caller learns the id to ask with. */
@Provider
public class AnythingElseMapper implements ExceptionMapper<Throwable> {

  private static final System.Logger LOG = System.getLogger("org.mercat.rest");

  @Override
  public Response toResponse(Throwable unexpected) {
    LOG.log(Level.ERROR, RequestId.currentName() + " failed", unexpected);
    return Problem.of(
        ProblemCode.INTERNAL, "It is in the log under the Request-Id of this answer.");
  }
}
