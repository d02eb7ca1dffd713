package org.mercat.rest.identity;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.mercat.application.identity.port.TokenIssuer.AccessToken;
import org.mercat.domain.identity.RefreshToken;

/** What a person gets for the right password. */
record TokensView(String accessToken, String refreshToken, long expiresInSeconds) {

  /** 200 with the tokens, which nobody on the way keeps. */
  static Response answer(AccessToken access, RefreshToken refresh, Duration life) {
    return Response.ok(new TokensView(access.text(), refresh.text(), life.toSeconds()))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  @Override
  public String toString() {
    return "TokensView[...]";
  }
}
