package org.mercat.domain.audit;

import java.util.Optional;
import java.util.UUID;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.integration.ApiKeyId;

/**
 * Who has done it, by a pseudonym: the id leads to a person only while the account says so.
 *
 * @param id there if and only if the actor is a user or an API key
 */
public record Actor(Kind kind, Optional<UUID> id) {

  /** The market itself: a job, or what the gateway has told. */
  public static final Actor SYSTEM = new Actor(Kind.SYSTEM, Optional.empty());

  /** Somebody who has not signed in. */
  public static final Actor GUEST = new Actor(Kind.GUEST, Optional.empty());

  /** What somebody can be. */
  public enum Kind {
    USER,
    /** A program that has sent a key; the entries on the key say whose it is. */
    API_KEY,
    GUEST,
    SYSTEM
  }

  public Actor {
    if ((kind == Kind.USER || kind == Kind.API_KEY) != id.isPresent()) {
      throw new IllegalArgumentException("users and keys have an id, nobody else has: " + kind);
    }
  }

  public static Actor user(UserId user) {
    return new Actor(Kind.USER, Optional.of(user.value()));
  }

  public static Actor apiKey(ApiKeyId key) {
    return new Actor(Kind.API_KEY, Optional.of(key.value()));
  }
}
