package org.mercat.application.payment.port;

import static org.assertj.core.api.Assertions.assertThat;

import org.mercat.application.catalog.port.InMemoryCatalog;
import org.mercat.application.identity.port.InMemoryUsers;
import org.mercat.application.identity.port.SampleUsers;
import org.mercat.application.identity.port.Users.Addition;
import org.mercat.domain.identity.UserId;

class InMemoryPayeeProfilesTest extends InMemoryCatalog implements PayeeProfilesContract {

  private final InMemoryUsers users = new InMemoryUsers();

  @Override
  public PayeeProfiles profiles() {
    return new InMemoryPayeeProfiles(providers, users);
  }

  @Override
  public UserId anybody() {
    var account = SampleUsers.client(users.nextId());
    assertThat(users.add(account)).isEqualTo(Addition.ADDED);
    return account.id();
  }

  @Override
  public String addressOf(UserId person) {
    return users.find(person).orElseThrow().email().value();
  }
}
