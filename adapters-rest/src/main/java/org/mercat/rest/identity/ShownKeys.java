package org.mercat.rest.identity;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.RemoteKeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyType;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The keys that one address shows. They are good for five minutes, so a key that is withdrawn is
 * good no longer; a key that is not among them makes them be fetched again at once. But whatever
 * tokens are sent, and whether there is an answer or not, nobody is asked twice in ten seconds.
 */
final class ShownKeys {

  static final Duration AGE = Duration.ofMinutes(5);
  static final Duration PAUSE = Duration.ofSeconds(10);

  /** RS256 and PS256 take no smaller key (RFC 7518, 3.3 and 3.5). */
  private static final int LEAST_RSA_BITS = 2_048;

  private final OutsideAnswers answers;
  private final URI address;
  private Instant asked = Instant.MIN;
  private Instant shown = Instant.MIN;
  private JWKSet keys = new JWKSet();

  ShownKeys(OutsideAnswers answers, URI address) {
    this.answers = answers;
    this.address = address;
  }

  /**
   * Whoever comes while somebody asks waits for that answer.
   *
   * @throws KeySourceException if it is not known what is shown now
   */
  synchronized List<JWK> select(JWKSelector selector, Instant now) throws KeySourceException {
    var found = fresh(now).map(selector::select);
    if (found.filter(some -> !some.isEmpty()).isPresent()) {
      return found.get();
    }
    if (now.isBefore(asked.plus(PAUSE))) {
      return found.orElseThrow(
          () -> new RemoteKeySourceException("there was no answer a moment ago", null));
    }
    asked = now;
    keys = fetched();
    shown = now;
    return selector.select(keys);
  }

  private Optional<JWKSet> fresh(Instant now) {
    return Optional.of(keys).filter(_ -> now.isBefore(shown.plus(AGE)));
  }

  private JWKSet fetched() throws KeySourceException {
    try {
      var all = JWKSet.parse(answers.from(address)).getKeys();
      return new JWKSet(all.stream().filter(ShownKeys::isStrong).toList());
    } catch (IOException | ParseException failure) {
      throw new RemoteKeySourceException("no keys are shown", failure);
    }
  }

  private static boolean isStrong(JWK key) {
    return !key.getKeyType().equals(KeyType.RSA) || key.size() >= LEAST_RSA_BITS;
  }
}
