package org.mercat.application.tenancy.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mercat.application.shared.Page;
import org.mercat.application.shared.PageRequest;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.application.tenancy.port.Members.Member;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.shared.Role;

/** What every adapter of {@link Members} promises. */
public interface MembersContract {

  Members members();

  /** Work of a market that nobody has joined yet. */
  UnitOfWork unitOfWork();

  /** Somebody who has just joined the market. */
  UserId joined(String email, Role role);

  @Test
  default void those_who_joined_are_told_newest_first() {
    var ada = joined("ada@example.org", Role.CLIENT);
    var ben = joined("ben@example.org", Role.PROVIDER);

    var first = page(new PageRequest(1, Optional.empty()));
    var second = page(new PageRequest(1, first.next()));

    assertThat(first.items()).extracting(Member::id).containsExactly(ben);
    assertThat(second.items()).extracting(Member::id).containsExactly(ada);
    assertThat(second.next()).isEmpty();
  }

  @Test
  default void a_member_is_told_with_its_address_and_its_roles() {
    var ada = joined("ada@example.org", Role.CLIENT);

    var member = page(new PageRequest(20, Optional.empty())).items().getFirst();

    assertThat(member.id()).isEqualTo(ada);
    assertThat(member.email()).isEqualTo("ada@example.org");
    assertThat(member.roles()).isEqualTo(Set.of(Role.CLIENT));
    assertThat(member.status()).matches("[A-Z_]+");
  }

  private Page<Member> page(PageRequest request) {
    return unitOfWork().run(() -> members().page(request));
  }
}
