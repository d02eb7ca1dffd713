package org.mercat.application.payment.port;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mercat.application.payment.port.PayeeProfiles.Profile;
import org.mercat.application.provider.port.SampleProviders;
import org.mercat.application.provider.port.WithProviders;
import org.mercat.domain.identity.UserId;

/** What every adapter of {@link PayeeProfiles} promises. */
public interface PayeeProfilesContract extends WithProviders {

  PayeeProfiles profiles();

  /** The address of the account that the person signs in with. */
  String addressOf(UserId person);

  @Test
  default void finds_the_provider_that_a_person_is() {
    var provider = registered(SampleProviders.profile("Chez Ada"));

    assertThat(unitOfWork().run(() -> profiles().of(provider.owner())))
        .contains(new Profile(provider.id(), "Chez Ada", "CA", addressOf(provider.owner())));
  }

  @Test
  default void finds_nothing_of_a_person_who_is_no_provider() {
    var nobody = anybody();

    assertThat(unitOfWork().run(() -> profiles().of(nobody))).isEmpty();
  }
}
