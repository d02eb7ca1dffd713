package org.mercat.persistence.booking;

import org.mercat.application.booking.port.SampleBookings.Parties;
import org.mercat.application.identity.port.SampleUsers;
import org.mercat.application.identity.port.Users.Addition;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.identity.UserId;
import org.mercat.persistence.identity.MyBatisUsers;
import org.mercat.persistence.shared.TestDatabase;

/** Parties to bookings that the database knows, so that it lets bookings refer to them. */
public final class KnownParties {

  private final MyBatisUsers users = new MyBatisUsers(TestDatabase.SESSIONS);
  private final UnitOfWork unitOfWork;

  public KnownParties(UnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  /** Parties that nobody else uses. */
  public Parties any() {
    var some = Parties.any();
    return new Parties(user(), some.provider(), some.listing());
  }

  /** Another client of the same provider. */
  public Parties sameProvider(Parties parties) {
    return new Parties(user(), parties.provider(), parties.listing());
  }

  private UserId user() {
    var account = SampleUsers.client(users.nextId());
    if (unitOfWork.run(() -> users.add(account)) != Addition.ADDED) {
      throw new IllegalStateException("not added: " + account.id());
    }
    return account.id();
  }
}
