package org.mercat.domain.identity;

import java.time.Instant;
import java.util.Optional;
import org.mercat.domain.notification.Language;

/** What a person says about himself. */
public record Profile(
    PersonName name, Optional<Phone> phone, HomeAddress address, Language language) {

  /** All that is known of somebody who has just come. */
  public static Profile of(PersonName name) {
    return new Profile(name, Optional.empty(), HomeAddress.NONE, Language.EN);
  }

  /** The same with a telephone that is shown to be the person's. */
  Profile withVerified(PhoneNumber number, Instant now) {
    return new Profile(name, Optional.of(new Phone(number, Optional.of(now))), address, language);
  }
}
