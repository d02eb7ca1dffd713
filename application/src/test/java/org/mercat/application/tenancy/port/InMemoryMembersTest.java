package org.mercat.application.tenancy.port;

import java.time.Instant;
import java.util.Set;
import org.mercat.application.shared.InMemoryUnitOfWork;
import org.mercat.application.shared.TimeOrderedIds;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.application.tenancy.port.Members.Member;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.shared.Role;

class InMemoryMembersTest implements MembersContract {

  private final InMemoryMembers members = new InMemoryMembers();
  private final UnitOfWork unitOfWork = new InMemoryUnitOfWork();

  @Override
  public Members members() {
    return members;
  }

  @Override
  public UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  public UserId joined(String email, Role role) {
    var id = new UserId(TimeOrderedIds.next());
    members.add(new Member(id, email, "Ada", "Lovelace", Set.of(role), "ACTIVE", Instant.EPOCH));
    return id;
  }
}
