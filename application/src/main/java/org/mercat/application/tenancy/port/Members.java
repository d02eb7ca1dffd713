package org.mercat.application.tenancy.port;

import java.time.Instant;
import java.util.Set;
import org.mercat.application.shared.Page;
import org.mercat.application.shared.PageRequest;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.shared.Role;

/**
 * Driven port: the persons who have an account in the market of the unit of work that is open.
 * Every adapter must pass {@code MembersContract}.
 */
public interface Members {

  /** All of them but those who are deleted, newest first. */
  Page<Member> page(PageRequest request);

  /**
   * A person, in the words of whoever manages the market.
   *
   * @param status a word in upper case, such as {@code ACTIVE}
   */
  record Member(
      UserId id,
      String email,
      String firstName,
      String lastName,
      Set<Role> roles,
      String status,
      Instant registeredAt) {
    public Member {
      roles = Set.copyOf(roles);
    }
  }
}
