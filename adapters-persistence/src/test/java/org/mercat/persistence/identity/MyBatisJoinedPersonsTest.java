package org.mercat.persistence.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.mercat.application.identity.port.JoinedPersons;
import org.mercat.application.identity.port.JoinedPersons.Contact;
import org.mercat.application.identity.port.JoinedPersonsContract;
import org.mercat.application.identity.port.Users;
import org.mercat.application.provider.port.Providers;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.provider.Provider;
import org.mercat.persistence.booking.KnownBookings;
import org.mercat.persistence.provider.MyBatisProviders;
import org.mercat.persistence.shared.TestDatabase;

class MyBatisJoinedPersonsTest implements JoinedPersonsContract {

  private final KnownBookings bookings = new KnownBookings();
  private final Providers providers = new MyBatisProviders(TestDatabase.SESSIONS);

  private final Users users = new MyBatisUsers(TestDatabase.SESSIONS);

  @Override
  public JoinedPersons persons() {
    return new MyBatisJoinedPersons(TestDatabase.SESSIONS);
  }

  @Override
  public UnitOfWork unitOfWork() {
    return bookings.unitOfWork();
  }

  @Override
  public Joined joined() {
    var terms = bookings.any().terms();
    var owner = unitOfWork().run(() -> providers.find(terms.provider())).map(Provider::owner);
    assertThat(owner).isPresent();
    var client = unitOfWork().run(() -> users.find(terms.client())).orElseThrow().profile();
    return new Joined(
        terms.client(), owner.orElseThrow(), new Contact(client.name(), client.phone()));
  }
}
