package org.mercat.rest.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWKSet;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mercat.application.identity.port.InMemorySigningKeys;
import org.mercat.application.identity.port.SampleGrants;
import org.mercat.application.shared.InMemoryUnitOfWork;
import org.mercat.application.shared.SettableClock;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.rest.shared.Requests;

class JwksTest {

  private final InMemorySigningKeys stored = new InMemorySigningKeys();
  private final UnitOfWork unitOfWork = new InMemoryUnitOfWork(stored);
  private final SettableClock clock = new SettableClock(SampleGrants.FROM);
  private final SigningKeyRing keys = new SigningKeyRing(stored, unitOfWork, clock);
  private final JwksResource resource = new JwksResource(keys);

  @Test
  void shows_the_public_half_of_every_key_and_nothing_else() throws Exception {
    var made =
        unitOfWork.run(
            () -> {
              stored.add(1, SampleGrants.FROM);
              stored.add(2, SampleGrants.FROM.plus(Duration.ofDays(30)));
              return stored.all();
            });

    var answer = resource.jwks(Requests.plain());

    assertThat(answer.getStatus()).isEqualTo(200);
    assertThat(answer.getHeaderString("Cache-Control")).isEqualTo("public, max-age=3600");
    var body = Requests.body(answer.getEntity());
    assertThat(body.path("keys"))
        .hasSize(2)
        .allSatisfy(
            key ->
                assertThat(key.properties())
                    .extracting(Map.Entry::getKey)
                    .containsExactlyInAnyOrder("kty", "crv", "kid", "use", "alg", "x", "y"));
    var shown = JWKSet.parse(body.toString());
    for (var key : made) {
      assertThat(shown.getKeyByKeyId(key.id()).toECKey().toPublicKey()).isEqualTo(key.known());
    }
  }
}
