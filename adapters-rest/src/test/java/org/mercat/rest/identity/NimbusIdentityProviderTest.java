package org.mercat.rest.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mercat.application.identity.port.SampleGrants.FROM;
import static org.mercat.application.identity.port.SampleIssuers.AUDIENCE;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mercat.application.identity.port.IdentityProvider;
import org.mercat.application.identity.port.IdentityProvider.Identity;
import org.mercat.application.identity.port.IdentityProviderContract;
import org.mercat.application.shared.PortUnavailable;
import org.mercat.domain.identity.OidcIssuer;
import org.mercat.domain.identity.PersonName;

class NimbusIdentityProviderTest implements IdentityProviderContract {

  private final OutsideIssuer outside = new OutsideIssuer();
  private final OutsideIssuer another = new OutsideIssuer();
  private final OidcIssuer trusted = outside.trusted();
  private final IdentityProvider provider = new NimbusIdentityProvider(new OutsideKeys(true));

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
    var claims = new HashMap<>(another.claims(AUDIENCE, ADA, UNTIL));
    claims.put("iss", outside.name());

    assertThat(provider.verify(trusted, another.signed(claims), FROM)).isEmpty();
  }

  @Test
  void an_issuer_that_shows_no_keys_is_out_of_reach() {
    var token = outside.token(AUDIENCE, ADA, UNTIL);

    assertThatThrownBy(() -> provider.verify(outside.trustedBy("/nowhere"), token, FROM))
        .isInstanceOf(PortUnavailable.class);
    assertThatThrownBy(() -> provider.verify(outside.trustedBy("/elsewhere"), token, FROM))
        .isInstanceOf(PortUnavailable.class);
  }

  @Test
  void keys_without_tls_are_not_fetched_where_it_counts() {
    var strict = new NimbusIdentityProvider(new OutsideKeys(false));
    var token = outside.token(AUDIENCE, ADA, UNTIL);

    assertThatThrownBy(() -> strict.verify(trusted, token, FROM))
        .isInstanceOf(PortUnavailable.class);
    assertThat(outside.fetched()).isZero();
  }

  private JWSHeader of(JWSAlgorithm algorithm) {
    return outside.header(algorithm);
  }

  private Optional<Identity> verified(Consumer<Map<String, Object>> change) {
    var claims = outside.claims(AUDIENCE, ADA, UNTIL);
    change.accept(claims);
    return provider.verify(trusted, outside.signed(claims), FROM);
  }
}
