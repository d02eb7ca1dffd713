package org.mercat.rest.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import org.mercat.domain.identity.SessionOrigin;

/** From where a request comes, for the session that it opens or continues. */
final class Origins {

  private Origins() {}

  static SessionOrigin of(HttpServletRequest request) {
    return new SessionOrigin(
        Optional.ofNullable(request.getHeader(HttpHeaders.USER_AGENT)),
        Optional.ofNullable(request.getRemoteAddr()));
  }
}
