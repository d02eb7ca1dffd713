package org.mercat.application.provider.port;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.UUID;
import org.mercat.application.provider.port.Providers.Addition;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.provider.Profile;
import org.mercat.domain.provider.Provider;

/** A market that has providers, for contracts of what looks at them. */
public interface WithProviders {

  Providers providers();

  UnitOfWork unitOfWork();

  /** Somebody with an account who is no provider yet. */
  UserId anybody();

  /** A provider whose name nobody else has. */
  default Provider registered() {
    return registered(SampleProviders.profile("Paws " + UUID.randomUUID()));
  }

  default Provider registered(Profile profile) {
    var provider = SampleProviders.registered(providers().nextId(), anybody(), profile);
    assertThat(unitOfWork().run(() -> providers().add(provider))).isEqualTo(Addition.ADDED);
    return provider;
  }

  default Provider verified() {
    return update(SampleProviders.verified(registered()));
  }

  default Provider verified(Profile profile) {
    return update(SampleProviders.verified(registered(profile)));
  }

  @CanIgnoreReturnValue
  default Provider update(Provider provider) {
    return unitOfWork().run(() -> providers().update(provider));
  }
}
