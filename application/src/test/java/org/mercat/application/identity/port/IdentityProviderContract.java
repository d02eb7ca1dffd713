package org.mercat.application.identity.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mercat.application.identity.port.SampleGrants.FROM;
import static org.mercat.application.identity.port.SampleIssuers.AUDIENCE;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mercat.application.identity.port.IdentityProvider.Identity;
import org.mercat.domain.identity.EmailAddress;
import org.mercat.domain.identity.OidcIssuer;
import org.mercat.domain.identity.PersonName;

/** What every adapter of {@link IdentityProvider} promises. */
public interface IdentityProviderContract {

  Identity ADA =
      new Identity(
          "ada-1815",
          Optional.of(EmailAddress.of("ada@example.org")),
          new PersonName("Ada", "Lovelace"),
          Set.of("seller", "offline_access"));

  Instant UNTIL = FROM.plusSeconds(60);

  IdentityProvider provider();

  /** An issuer that is really there. */
  OidcIssuer issuer();

  /** Another one that is there. */
  OidcIssuer another();

  /** A token that the issuer makes for an audience. */
  String token(OidcIssuer issuer, String audience, Identity identity, Instant until);

  @Test
  default void tells_whom_the_token_of_an_issuer_speaks_of() {
    var token = token(issuer(), AUDIENCE, ADA, UNTIL);

    assertThat(provider().issuer(token)).contains(issuer().issuer());
    assertThat(provider().verify(issuer(), token, FROM))
        .hasValueSatisfying(
            vouched -> {
              assertThat(vouched.identity()).isEqualTo(ADA);
              assertThat(vouched.until()).isEqualTo(UNTIL);
            });
  }

  @Test
  default void refuses_a_token_from_the_end_of_its_time() {
    var token = token(issuer(), AUDIENCE, ADA, UNTIL);

    assertThat(provider().verify(issuer(), token, UNTIL)).isEmpty();
  }

  @Test
  default void refuses_a_token_that_holds_for_too_long() {
    var longest = token(issuer(), AUDIENCE, ADA, FROM.plus(IdentityProvider.LONGEST));
    var longer = token(issuer(), AUDIENCE, ADA, FROM.plus(IdentityProvider.LONGEST).plusSeconds(1));

    assertThat(provider().verify(issuer(), longest, FROM)).isPresent();
    assertThat(provider().verify(issuer(), longer, FROM)).isEmpty();
  }

  @Test
  default void tells_tokens_apart() {
    var one = token(issuer(), AUDIENCE, ADA, UNTIL);
    var other = token(issuer(), AUDIENCE, ADA, UNTIL);

    assertThat(digest(one)).isEqualTo(digest(one)).isNotEqualTo(digest(other));
  }

  @Test
  default void refuses_a_token_for_somebody_else() {
    var token = token(issuer(), "another-site", ADA, UNTIL);

    assertThat(provider().verify(issuer(), token, FROM)).isEmpty();
  }

  @Test
  default void refuses_the_token_of_another_issuer() {
    var token = token(another(), AUDIENCE, ADA, UNTIL);

    assertThat(provider().verify(issuer(), token, FROM)).isEmpty();
  }

  private String digest(String token) {
    return provider().verify(issuer(), token, FROM).orElseThrow().digest();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "..", "a.b.c", "nonsense", "eyJhbGciOiJub25lIn0.e30."})
  default void what_is_no_token_has_no_issuer(String text) {
    assertThat(provider().issuer(text)).isEmpty();
    assertThat(provider().verify(issuer(), text, FROM)).isEmpty();
  }
}
