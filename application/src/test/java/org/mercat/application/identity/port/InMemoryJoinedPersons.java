package org.mercat.application.identity.port;

import java.util.HashSet;
import java.util.Set;
import org.mercat.domain.identity.UserId;

public final class InMemoryJoinedPersons implements JoinedPersons {

  private record Pair(UserId client, UserId owner) {}

  private final Set<Pair> pairs = new HashSet<>();

  public void join(UserId client, UserId owner) {
    assert pairs.add(new Pair(client, owner));
  }

  @Override
  public boolean hasBooked(UserId client, UserId owner) {
    return pairs.contains(new Pair(client, owner));
  }
}
