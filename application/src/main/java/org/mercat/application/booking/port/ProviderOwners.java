package org.mercat.application.booking.port;

import java.util.Optional;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.provider.ProviderId;

/**
 * Driven port: the persons behind the providers, as booking needs to know them; see {@code
 * ProviderOwnersContract}.
 */
public interface ProviderOwners {

  Optional<UserId> ownerOf(ProviderId provider);
}
