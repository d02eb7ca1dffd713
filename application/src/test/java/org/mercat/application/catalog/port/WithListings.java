package org.mercat.application.catalog.port;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.UUID;
import org.mercat.application.catalog.port.Listings.Addition;
import org.mercat.application.provider.port.WithProviders;
import org.mercat.domain.catalog.Listing;
import org.mercat.domain.catalog.Offering;
import org.mercat.domain.provider.Provider;

/** A market that has providers and listings, for contracts of what looks at them. */
public interface WithListings extends WithProviders {

  Listings listings();

  /** A draft whose title no other listing has. */
  default Listing drafted(Provider provider) {
    return drafted(
        provider, SampleListings.offering("Walk " + UUID.randomUUID(), "Around the block."));
  }

  default Listing drafted(Provider provider, Offering offering) {
    var listing = SampleListings.draft(listings().nextId(), provider.id(), offering);
    assertThat(unitOfWork().run(() -> listings().add(listing))).isEqualTo(Addition.ADDED);
    return listing;
  }

  default Listing published(Provider provider, Offering offering) {
    return update(SampleListings.active(drafted(provider, offering)));
  }

  @CanIgnoreReturnValue
  default Listing update(Listing listing) {
    return unitOfWork().run(() -> listings().update(listing));
  }
}
