package org.mercat.application.identity.port;

class InMemoryTokensTest implements TokenIssuerContract, TokenVerifierContract {

  private final InMemoryTokens tokens = new InMemoryTokens();

  @Override
  public TokenIssuer issuer() {
    return tokens;
  }

  @Override
  public TokenVerifier verifier() {
    return tokens;
  }

  @Override
  public TokenIssuer stranger() {
    return new InMemoryTokens();
  }
}
