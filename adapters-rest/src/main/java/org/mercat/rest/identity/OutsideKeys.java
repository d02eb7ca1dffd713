package org.mercat.rest.identity;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLSocketFactory;

/** The keys of issuers outside, each as its address shows them; see {@link ShownKeys}. */
public final class OutsideKeys {

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int MOST = 1_000;

  private final OutsideAnswers answers;
  private final Map<URI, ShownKeys> known = new ConcurrentHashMap<>();

  public OutsideKeys(OutsideAddresses addresses) {
    this(new OutsideAnswers(addresses, (SSLSocketFactory) SSLSocketFactory.getDefault(), PATIENCE));
  }

  OutsideKeys(OutsideAnswers answers) {
    this.answers = answers;
  }

  /** What is shown there now. */
  JWKSource<SecurityContext> at(URI address, Instant now) {
    if (known.size() >= MOST) {
      known.clear();
    }
    var keys = known.computeIfAbsent(address, place -> new ShownKeys(answers, place));
    return (selector, _) -> keys.select(selector, now);
  }
}
