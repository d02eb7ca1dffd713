package org.mercat.application.fee.port;

import java.time.Instant;
import java.util.Optional;
import org.mercat.domain.fee.FeeBook;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.provider.ProviderId;

/**
 * Driven port: what decides how much is taken of what a seller sells, as far as it matters at a
 * time. Every adapter must pass {@code FeeBooksContract}.
 */
public interface FeeBooks {

  /** The book of a seller; empty if there is none of that id. */
  Optional<FeeBook> of(ProviderId seller, Instant now);

  /** The book of the seller that a person is. */
  Optional<FeeBook> ofOwner(UserId owner, Instant now);
}
