package org.mercat.application.identity.port;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.mercat.domain.identity.UserId;

public final class InMemoryJoinedPersons implements JoinedPersons {

  private record Pair(UserId owner, UserId client) {}

  private final Map<Pair, Contact> contacts = new HashMap<>();

  public void join(UserId client, UserId owner, Contact contact) {
    contacts.put(new Pair(owner, client), contact);
  }

  @Override
  public Optional<Contact> clientOf(UserId owner, UserId client) {
    return Optional.ofNullable(contacts.get(new Pair(owner, client)));
  }
}
