package org.mercat.rest.shared;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger.Level;
import java.util.Optional;

/** What JAX-RS itself refuses, and resources that end a request by an exception. */
@Provider
public class WebApplicationExceptionMapper implements ExceptionMapper<WebApplicationException> {

  private static final System.Logger LOG = System.getLogger("org.mercat.rest");

  @Override
  public Response toResponse(WebApplicationException refused) {
    var response = refused.getResponse();
    if (response.getEntity() instanceof Problem || response.getStatus() < 400) {
      return response;
    }
    var code = ProblemCode.ofStatus(response.getStatus()).orElse(ProblemCode.INTERNAL);
    if (code == ProblemCode.INTERNAL) {
      LOG.log(Level.ERROR, RequestId.currentName() + " failed", refused);
    }
    var answer = Response.fromResponse(Problem.of(code, detail(code)));
    Optional.ofNullable(response.getHeaderString(HttpHeaders.ALLOW))
        .ifPresent(allow -> answer.header(HttpHeaders.ALLOW, allow));
    return answer.build();
  }

  private static String detail(ProblemCode code) {
    return switch (code) {
      case UNREADABLE_REQUEST -> "The body, a header or a parameter cannot be read.";
      case NOT_FOUND -> "There is nothing here for you.";
      case METHOD_NOT_ALLOWED -> "The header Allow lists the methods of this resource.";
      case NOT_ACCEPTABLE -> "Answers are application/json, problems application/problem+json.";
      case UNSUPPORTED_MEDIA_TYPE -> "Bodies are application/json; a PATCH is a merge patch.";
      default -> code.title() + ".";
    };
  }
}
