package org.mercat.application.identity.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mercat.application.identity.port.SampleGrants.FROM;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mercat.domain.identity.AccessGrant;

/** What every adapter of {@link TokenVerifier} promises. */
public interface TokenVerifierContract {

  TokenVerifier verifier();

  /** Makes what the verifier accepts. */
  TokenIssuer issuer();

  /** Makes the like with other keys. */
  TokenIssuer stranger();

  @Test
  default void reads_back_what_was_granted() {
    var grant = SampleGrants.grant();
    var token = issuer().accessToken(grant).text();

    assertThat(verifier().verify(token, FROM)).contains(grant);
    assertThat(verifier().verify(token, FROM.plusSeconds(599))).contains(grant);
  }

  @Test
  default void refuses_a_token_before_and_after_its_time() {
    var token = issuer().accessToken(SampleGrants.grant()).text();

    assertThat(verifier().verify(token, FROM.minusSeconds(60))).isEmpty();
    assertThat(verifier().verify(token, FROM.plus(AccessGrant.LIFE))).isEmpty();
  }

  @Test
  default void refuses_the_token_of_a_stranger() {
    var token = stranger().accessToken(SampleGrants.grant()).text();

    assertThat(verifier().verify(token, FROM)).isEmpty();
  }

  @Test
  default void refuses_a_token_that_was_changed() {
    var token = issuer().accessToken(SampleGrants.grant()).text();
    var middle = token.length() / 2;
    var other = token.charAt(middle) == 'A' ? 'B' : 'A';
    var changed = token.substring(0, middle) + other + token.substring(middle + 1);

    assertThat(verifier().verify(changed, FROM)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", ".", "..", "a.b.c", "Bearer", "é", "null", "{}"})
  default void refuses_what_is_no_token(String text) {
    assertThat(verifier().verify(text, FROM)).isEmpty();
  }
}
