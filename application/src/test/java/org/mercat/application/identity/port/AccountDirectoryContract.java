package org.mercat.application.identity.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mercat.application.identity.port.SampleUsers.REGISTERED_AT;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mercat.application.identity.port.AccountDirectory.Entry;
import org.mercat.application.identity.port.AccountDirectory.Filter;
import org.mercat.application.identity.port.Users.Addition;
import org.mercat.application.shared.Page;
import org.mercat.application.shared.PageRequest;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.identity.EmailAddress;
import org.mercat.domain.identity.UserAccount;
import org.mercat.domain.identity.UserAccount.Status;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.shared.Role;

/** What every adapter of {@link AccountDirectory} promises. */
public interface AccountDirectoryContract {

  Filter ALL = new Filter(Optional.empty(), Optional.empty());

  AccountDirectory directory();

  Users users();

  UnitOfWork unitOfWork();

  @Test
  default void lists_every_account_newest_first_also_closed_ones() {
    var older = account(Status.ACTIVE);
    var newer = account(Status.INACTIVE);

    assertThat(accounts(list(ALL, 10, Optional.empty()))).containsExactly(newer, older);
  }

  @Test
  default void lists_only_those_of_a_status_or_an_address() {
    var active = account(Status.ACTIVE);
    var banned = account(Status.BANNED);

    assertThat(accounts(list(of(Status.BANNED), 10, Optional.empty()))).containsExactly(banned);
    assertThat(accounts(list(of(active.email()), 10, Optional.empty()))).containsExactly(active);
  }

  @Test
  default void a_page_goes_on_where_the_one_before_has_ended() {
    var first = account(Status.ACTIVE);
    var second = account(Status.ACTIVE);
    var third = account(Status.ACTIVE);

    var page = list(ALL, 2, Optional.empty());

    assertThat(accounts(page)).containsExactly(third, second);
    assertThat(page.next()).contains(second.id().value());
    assertThat(accounts(list(ALL, 2, page.next()))).containsExactly(first);
    assertThat(list(ALL, 2, page.next()).next()).isEmpty();
  }

  @Test
  default void tells_when_the_owner_has_signed_in_last() {
    var account = account(Status.ACTIVE);
    assertThat(find(account.id()).orElseThrow().lastLoginAt()).isEmpty();

    var signedInAt =
        unitOfWork()
            .run(
                () -> {
                  users().signedIn(account, REGISTERED_AT);
                  return REGISTERED_AT;
                });

    assertThat(find(account.id())).contains(new Entry(account, Optional.of(signedInAt)));
  }

  @Test
  default void finds_nobody_under_an_unknown_id() {
    assertThat(find(users().nextId())).isEmpty();
  }

  private static Filter of(Status status) {
    return new Filter(Optional.of(status), Optional.empty());
  }

  private static Filter of(EmailAddress email) {
    return new Filter(Optional.empty(), Optional.of(email));
  }

  private static List<UserAccount> accounts(Page<Entry> page) {
    return page.items().stream().map(Entry::account).toList();
  }

  private UserAccount account(Status status) {
    var id = users().nextId();
    var account = SampleUsers.account(id, SampleUsers.anyEmail(), Set.of(Role.CLIENT), status);
    assertThat(unitOfWork().run(() -> users().add(account))).isEqualTo(Addition.ADDED);
    return account;
  }

  private Page<Entry> list(Filter filter, int limit, Optional<UUID> after) {
    return unitOfWork().run(() -> directory().list(filter, new PageRequest(limit, after)));
  }

  private Optional<Entry> find(UserId id) {
    return unitOfWork().run(() -> directory().findEntry(id));
  }
}
