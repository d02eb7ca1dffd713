package org.mercat.rest.shared;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** JSON that is broken, too deep, or names a member twice. */
@Provider
public class JsonProcessingMapper implements ExceptionMapper<JsonProcessingException> {

  @Override
  public Response toResponse(JsonProcessingException broken) {
    var at = broken.getLocation();
    var where = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
    return Problem.of(
        ProblemCode.UNREADABLE_REQUEST, "The body is not the JSON that is read here" + where + ".");
  }
}
