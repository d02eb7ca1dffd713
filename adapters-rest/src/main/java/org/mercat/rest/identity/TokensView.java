package org.mercat.rest.identity;

/** What a person gets for the right password. */
record TokensView(String accessToken, String refreshToken, long expiresInSeconds) {
  @Override
  public String toString() {
    return "TokensView[...]";
  }
}
