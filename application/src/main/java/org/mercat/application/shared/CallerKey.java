package org.mercat.application.shared;

import org.mercat.domain.identity.UserId;

/**
 * The name a person gives to one call, so that it may be sent again without being done again.
 *
 * @param person whose key it is
 * @param act what is called, without what it is called with; a key belongs to one act
 * @param key as the person chose it, 1 to 255 characters
 * @param fingerprint of all the call says: another one under the same key is another call
 */
public record CallerKey(UserId person, String act, String key, String fingerprint) {

  /** The same key, whatever it was used for. */
  public boolean isSameKey(CallerKey other) {
    return person.equals(other.person) && act.equals(other.act) && key.equals(other.key);
  }
}
