package org.mercat.application.identity.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every adapter of {@link TokenIssuer} promises. */
public interface TokenIssuerContract {

  TokenIssuer issuer();

  @Test
  default void other_grants_give_other_tokens() {
    assertThat(issuer().accessToken(SampleGrants.grant()))
        .isNotEqualTo(issuer().accessToken(SampleGrants.grant()));
  }

  @Test
  default void an_access_token_fits_into_a_header() {
    assertThat(issuer().accessToken(SampleGrants.grant()).text())
        .matches("[A-Za-z0-9._~+/=-]+")
        .hasSizeLessThan(2048);
  }

  @Test
  default void no_secret_comes_twice() {
    var secrets = IntStream.range(0, 100).mapToObj(_ -> issuer().secret()).toList();

    assertThat(secrets).doesNotHaveDuplicates();
    assertThat(secrets).allSatisfy(secret -> assertThat(secret).matches("[A-Za-z0-9_-]{43}"));
  }
}
