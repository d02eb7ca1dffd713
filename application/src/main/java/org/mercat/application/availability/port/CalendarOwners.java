package org.mercat.application.availability.port;

import java.util.Optional;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.provider.ProviderId;

/** Driven port: whose calendar is whose; see {@code CalendarOwnersContract}. */
public interface CalendarOwners {

  /** The provider that a person is. */
  Optional<ProviderId> of(UserId owner);
}
