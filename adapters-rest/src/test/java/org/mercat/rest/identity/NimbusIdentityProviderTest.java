package org.mercat.rest.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mercat.application.identity.port.SampleGrants.FROM;
import static org.mercat.application.identity.port.SampleIssuers.AUDIENCE;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mercat.application.identity.port.IdentityProvider;
import org.mercat.application.identity.port.IdentityProvider.Identity;
import org.mercat.application.identity.port.IdentityProvider.Vouched;
import org.mercat.application.identity.port.IdentityProviderContract;
import org.mercat.application.shared.PortUnavailable;
import org.mercat.domain.identity.OidcIssuer;
import org.mercat.domain.identity.PersonName;

class NimbusIdentityProviderTest implements IdentityProviderContract {

  private final OutsideIssuer outside = new OutsideIssuer();
  private final OutsideIssuer another = new OutsideIssuer();
  private final OidcIssuer trusted = outside.trusted();
  private final IdentityProvider provider = provider(new OutsideAddresses(true));

  @AfterEach
  void close() {
    outside.close();
    another.close();
  }

  @Override
  public IdentityProvider provider() {
    return provider;
  }

  @Override
  public OidcIssuer issuer() {
    return trusted;
  }

  @Override
  public OidcIssuer another() {
    return another.trusted();
  }

  @Override
  public String token(OidcIssuer issuer, String audience, Identity identity, Instant until) {
    var server = issuer.issuer().equals(outside.name()) ? outside : another;
    return server.token(audience, identity, until);
  }

  @Test
  void keys_are_fetched_once() {
    var token = outside.token(AUDIENCE, ADA, UNTIL);

    assertThat(provider.verify(trusted, token, FROM)).isPresent();
    assertThat(provider.verify(trusted, token, FROM)).isPresent();

    assertThat(outside.fetched()).isEqualTo(1);
  }

  @Test
  void an_address_that_the_issuer_has_not_verified_is_not_told() {
    for (Object said : new Object[] {false, "true", 1}) {
      assertThat(verified(claims -> claims.put("email_verified", said)))
          .hasValueSatisfying(found -> assertThat(found.email()).isEmpty());
    }
    assertThat(verified(claims -> claims.remove("email_verified")))
        .hasValueSatisfying(found -> assertThat(found.email()).isEmpty());
    assertThat(verified(claims -> claims.put("email", "nonsense")))
        .hasValueSatisfying(found -> assertThat(found.email()).isEmpty());
  }

  @Test
  void another_writing_of_the_signature_makes_no_other_token() {
    var token = outside.token(AUDIENCE, ADA, UNTIL);

    assertThat(provider.verify(trusted, token + "=", FROM).map(Vouched::digest))
        .isEqualTo(provider.verify(trusted, token, FROM).map(Vouched::digest));
  }

  @Test
  void roles_are_read_where_the_tenant_says() {
    assertThat(verified(claims -> claims.put("realm_access.roles", Set.of("buyer"))))
        .hasValueSatisfying(found -> assertThat(found.roles()).containsExactly("buyer"));
    assertThat(verified(claims -> claims.put("realm_access", "nonsense")))
        .hasValueSatisfying(found -> assertThat(found.roles()).isEmpty());
  }

  @Test
  void a_person_without_a_name_is_a_guest() {
    assertThat(
            verified(
                claims -> {
                  claims.remove("given_name");
                  claims.put("family_name", "a\nb");
                }))
        .hasValueSatisfying(
            found -> assertThat(found.name()).isEqualTo(new PersonName("Guest", "-")));
  }

  @Test
  void claims_that_are_missing_or_not_of_now_are_refused() {
    assertThat(verified(claims -> claims.remove("sub"))).isEmpty();
    assertThat(verified(claims -> claims.put("sub", "x".repeat(256)))).isEmpty();
    assertThat(verified(claims -> claims.remove("exp"))).isEmpty();
    assertThat(verified(claims -> claims.put("exp", Long.MAX_VALUE))).isEmpty();
    assertThat(verified(claims -> claims.remove("aud"))).isEmpty();
    assertThat(verified(claims -> claims.put("iss", another.name()))).isEmpty();
    assertThat(verified(claims -> claims.put("nbf", FROM.plusSeconds(60).getEpochSecond())))
        .isEmpty();
    assertThat(verified(claims -> claims.put("iat", FROM.plusSeconds(60).getEpochSecond())))
        .isEmpty();
  }

  @Test
  void a_way_of_signing_that_the_tenant_does_not_take_is_refused() {
    var claims = outside.claims(AUDIENCE, ADA, UNTIL);

    assertThat(provider.verify(trusted, outside.signed(claims, of(JWSAlgorithm.PS256)), FROM))
        .isEmpty();
  }

  @Test
  void a_key_that_the_issuer_does_not_show_is_refused() {
    assertThat(provider.verify(trusted, signedByAnother(), FROM)).isEmpty();
  }

  @Test
  void an_issuer_that_shows_no_keys_is_out_of_reach() {
    var token = outside.token(AUDIENCE, ADA, UNTIL);

    assertThat(Stream.of("/nowhere", "/elsewhere", "/nonsense", "/endless", "/silent"))
        .allSatisfy(
            path ->
                assertThatThrownBy(() -> provider.verify(outside.trustedBy(path), token, FROM))
                    .isInstanceOf(PortUnavailable.class));
  }

  @Test
  void an_issuer_that_did_not_answer_is_left_alone_for_a_while() {
    var token = outside.token(AUDIENCE, ADA, UNTIL);
    var nonsense = outside.trustedBy("/nonsense");

    for (var now : List.of(FROM, FROM.plusSeconds(9), FROM.plus(ShownKeys.PAUSE))) {
      assertThatThrownBy(() -> provider.verify(nonsense, token, now))
          .isInstanceOf(PortUnavailable.class);
    }

    assertThat(outside.fetched()).isEqualTo(2);
  }

  @Test
  void a_new_key_of_the_issuer_is_good_as_soon_as_it_may_be_asked_again() {
    assertThat(provider.verify(trusted, outside.token(AUDIENCE, ADA, UNTIL), FROM)).isPresent();
    outside.rotate();
    var token = outside.token(AUDIENCE, ADA, UNTIL);

    assertThat(provider.verify(trusted, token, FROM.plusSeconds(9))).isEmpty();
    assertThat(provider.verify(trusted, token, FROM.plus(ShownKeys.PAUSE))).isPresent();

    assertThat(outside.fetched()).isEqualTo(2);
  }

  @Test
  void a_key_that_was_withdrawn_is_good_for_five_minutes_at_the_most() {
    var late = FROM.plus(ShownKeys.AGE);
    var token = outside.token(AUDIENCE, ADA, late.plusSeconds(60));
    assertThat(provider.verify(trusted, token, FROM)).isPresent();
    outside.rotate();

    assertThat(provider.verify(trusted, token, late.minusSeconds(1))).isPresent();
    assertThat(provider.verify(trusted, token, late)).isEmpty();
  }

  @Test
  void whatever_is_sent_an_issuer_is_asked_for_its_keys_once_in_a_while() {
    var stranger = signedByAnother();

    for (var second = 0; second < 10; second++) {
      assertThat(provider.verify(trusted, stranger, FROM.plusSeconds(second))).isEmpty();
    }

    assertThat(outside.fetched()).isEqualTo(1);
  }

  @Test
  void a_key_that_is_too_small_is_refused() {
    outside.weaken();

    assertThat(provider.verify(trusted, outside.token(AUDIENCE, ADA, UNTIL), FROM)).isEmpty();
  }

  @Test
  void keys_without_tls_are_not_fetched_where_it_counts() {
    var strict = provider(new OutsideAddresses(false));
    var token = outside.token(AUDIENCE, ADA, UNTIL);

    assertThatThrownBy(() -> strict.verify(trusted, token, FROM))
        .isInstanceOf(PortUnavailable.class);
    assertThat(outside.fetched()).isZero();
  }

  /** A token that says to be the issuer's, by a key that it does not show. */
  private String signedByAnother() {
    var claims = new HashMap<>(another.claims(AUDIENCE, ADA, UNTIL));
    claims.put("iss", outside.name());
    return another.signed(claims);
  }

  private static IdentityProvider provider(OutsideAddresses addresses) {
    var tls = (SSLSocketFactory) SSLSocketFactory.getDefault();
    var answers = new OutsideAnswers(addresses, tls, Duration.ofSeconds(1));
    return new NimbusIdentityProvider(new OutsideKeys(answers));
  }

  private JWSHeader of(JWSAlgorithm algorithm) {
    return outside.header(algorithm);
  }

  private Optional<Identity> verified(Consumer<Map<String, Object>> change) {
    var claims = outside.claims(AUDIENCE, ADA, UNTIL);
    change.accept(claims);
    return provider.verify(trusted, outside.signed(claims), FROM).map(Vouched::identity);
  }
}
