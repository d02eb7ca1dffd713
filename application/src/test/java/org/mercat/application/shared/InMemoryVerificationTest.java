package org.mercat.application.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.mercat.application.identity.port.InMemoryUsers;
import org.mercat.application.identity.port.SampleUsers;
import org.mercat.application.identity.port.Users.Addition;
import org.mercat.domain.identity.UserAccount.Status;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.shared.Role;

class InMemoryVerificationTest implements VerificationContract {

  private final InMemoryUsers users = new InMemoryUsers();
  private Optional<InMemoryVerification> verification = Optional.empty();
  private final UnitOfWork unitOfWork = new InMemoryUnitOfWork(users);

  @Override
  public Verification verification(boolean byDefault) {
    verification = Optional.of(new InMemoryVerification(users, byDefault));
    return verification.get();
  }

  @Override
  public void want(boolean wanted) {
    verification.orElseThrow().want(wanted);
  }

  @Override
  public UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  public UserId user(Status status) {
    var email = SampleUsers.anyEmail();
    var account = SampleUsers.account(users.nextId(), email, Set.of(Role.CLIENT), status);
    assertThat(unitOfWork.run(() -> users.add(account))).isEqualTo(Addition.ADDED);
    return account.id();
  }
}
