package org.mercat.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mercat.domain.identity.UserAccount.Refusal;
import org.mercat.domain.identity.UserAccount.Status;
import org.mercat.domain.identity.UserAccount.Transition;
import org.mercat.domain.identity.UserAccount.Transition.Done;
import org.mercat.domain.identity.UserAccount.Transition.Refused;
import org.mercat.domain.shared.Role;
import org.mercat.domain.shared.TransitionTable;
import org.mercat.domain.shared.TransitionTable.Cell;

/** The life of an account as one table: every status times every command. */
class UserAccountTransitionsTest {

  private static final Instant BEFORE = Instant.parse("2026-11-15T14:00:00Z");
  private static final Instant NOW = BEFORE.plusSeconds(60);
  private static final UserId ID = new UserId(UUID.randomUUID());
  private static final EmailAddress EMAIL = EmailAddress.of("ada@example.org");
  private static final EmailAddress NEXT = EmailAddress.of("countess@example.org");
  private static final PhoneNumber NUMBER = new PhoneNumber("+14165550100");
  private static final PasswordHash HASH = new PasswordHash("$hash");
  private static final Profile PROFILE = Profile.of(new PersonName("Ada", "Lovelace"));
  private static final Profile OTHER_PROFILE = Profile.of(new PersonName("Ada", "King"));

  private static final TransitionTable TABLE =
      TransitionTable.parse(
          """
          VERIFY CHANGE_EMAIL VERIFY_PHONE CHANGE CHANGE_PASSWORD SUSPEND BAN REACTIVATE CLOSE RESTORE
          PENDING_VERIFICATION ACTIVE ACTIVE PENDING_VERIFICATION PENDING_VERIFICATION PENDING_VERIFICATION SUSPENDED BANNED already_so INACTIVE already_so
          ACTIVE already_so ACTIVE ACTIVE ACTIVE ACTIVE SUSPENDED BANNED already_so INACTIVE already_so
          INACTIVE closed closed closed closed closed closed closed closed already_so ACTIVE
          SUSPENDED suspended suspended suspended suspended suspended already_so BANNED ACTIVE suspended already_so
          BANNED banned banned banned banned banned banned already_so ACTIVE banned already_so
          """);

  private static final Map<String, Class<? extends UserEvent>> EVENTS =
      Map.of(
          "VERIFY", UserEvent.EmailVerified.class,
          "CHANGE_EMAIL", UserEvent.EmailChanged.class,
          "VERIFY_PHONE", UserEvent.PhoneVerified.class,
          "CHANGE", UserEvent.ProfileChanged.class,
          "CHANGE_PASSWORD", UserEvent.PasswordChanged.class,
          "SUSPEND", UserEvent.UserSuspended.class,
          "BAN", UserEvent.UserBanned.class,
          "REACTIVATE", UserEvent.UserReactivated.class,
          "CLOSE", UserEvent.UserClosed.class,
          "RESTORE", UserEvent.UserRestored.class);

  enum Command {
    VERIFY,
    CHANGE_EMAIL,
    VERIFY_PHONE,
    CHANGE,
    CHANGE_PASSWORD,
    SUSPEND,
    BAN,
    REACTIVATE,
    CLOSE,
    RESTORE;

    Transition on(UserAccount account) {
      return switch (this) {
        case VERIFY -> account.verifyEmail(NOW);
        case CHANGE_EMAIL -> account.changeEmail(NEXT, NOW);
        case VERIFY_PHONE -> account.verifyPhone(NUMBER, NOW);
        case CHANGE -> account.change(OTHER_PROFILE, NOW);
        case CHANGE_PASSWORD -> account.changePassword(new PasswordHash("$other"), NOW);
        case SUSPEND -> account.suspend("spam", NOW);
        case BAN -> account.ban("fraud", NOW);
        case REACTIVATE -> account.reactivate(NOW);
        case CLOSE -> account.close(NOW);
        case RESTORE -> account.restore(NOW);
      };
    }
  }

  static Stream<Cell> cells() {
    return TABLE.cells();
  }

  @ParameterizedTest
  @MethodSource("cells")
  void transition(Cell cell) {
    var result = Command.valueOf(cell.command()).on(account(Status.valueOf(cell.state())));

    switch (result) {
      case Done(var next, var event) -> {
        assertThat(next.status()).hasToString(cell.result());
        assertThat(event).isInstanceOf(EVENTS.get(cell.command()));
        assertThat(event.user()).isEqualTo(ID);
        assertThat(event.at()).isEqualTo(NOW);
      }
      case Refused(var why) ->
          assertThat(why.name().toLowerCase(Locale.ROOT)).isEqualTo(cell.result());
    }
  }

  @Test
  void the_table_is_complete() {
    assertThat(TABLE.states()).containsExactlyInAnyOrderElementsOf(names(Status.values()));
    assertThat(TABLE.commands()).containsExactlyInAnyOrderElementsOf(names(Command.values()));
  }

  @Test
  void one_that_was_never_verified_is_not_so_after_it_comes_back() {
    var pending = account(Status.PENDING_VERIFICATION);

    assertThat(done(done(pending.suspend("spam", NOW)).reactivate(NOW)).status())
        .isEqualTo(Status.PENDING_VERIFICATION);
    assertThat(done(done(pending.close(NOW)).restore(NOW)).status())
        .isEqualTo(Status.PENDING_VERIFICATION);
  }

  @Test
  void a_reason_stays_with_the_account_and_not_in_the_event() {
    var suspended = account(Status.ACTIVE).suspend("a reason about Ada", NOW);

    assertThat(done(suspended).standing())
        .isEqualTo(new Standing.Suspended("a reason about Ada", NOW));
    assertThat(((Done) suspended).event().toString()).doesNotContain("reason");
  }

  @Test
  void a_closed_account_can_be_brought_back_for_thirty_days() {
    var closed = account(Status.INACTIVE);
    var end = BEFORE.plus(Standing.Closed.RECOVERABLE);

    assertThat(closed.restore(end.minusMillis(1))).isInstanceOf(Done.class);
    assertThat(closed.restore(end)).isEqualTo(new Refused(Refusal.TOO_LATE));
  }

  @ParameterizedTest
  @EnumSource(names = {"ADMIN", "SUPER_ADMIN"})
  void an_administrator_is_neither_kept_out_nor_leaves_before_the_role_is_taken(Role role) {
    var administrator = account(Status.ACTIVE, Set.of(Role.CLIENT, role));
    var refused = new Refused(Refusal.ADMINISTRATOR);

    assertThat(administrator.suspend("spam", NOW)).isEqualTo(refused);
    assertThat(administrator.ban("fraud", NOW)).isEqualTo(refused);
    assertThat(administrator.close(NOW)).isEqualTo(refused);
  }

  @Test
  void nothing_is_told_when_nothing_changes() {
    var account = account(Status.ACTIVE);

    assertThat(account.change(PROFILE, NOW)).isEqualTo(new Refused(Refusal.ALREADY_SO));
    assertThat(account.changeEmail(EMAIL, NOW)).isEqualTo(new Refused(Refusal.ALREADY_SO));
  }

  @Test
  void a_telephone_is_the_persons_once_it_is_verified() {
    assertThat(done(account(Status.ACTIVE).verifyPhone(NUMBER, NOW)).profile().phone())
        .contains(new Phone(NUMBER, Optional.of(NOW)));
  }

  @ParameterizedTest
  @EnumSource(Status.class)
  void only_who_is_not_kept_out_may_sign_in(Status status) {
    var open = Set.of(Status.PENDING_VERIFICATION, Status.ACTIVE);

    assertThat(account(status).maySignIn()).isEqualTo(open.contains(status));
  }

  private static UserAccount account(Status status) {
    return account(status, Set.of(Role.CLIENT));
  }

  private static UserAccount account(Status status, Set<Role> roles) {
    var verifiedAt =
        status == Status.PENDING_VERIFICATION ? Optional.<Instant>empty() : Optional.of(BEFORE);
    var standing =
        switch (status) {
          case PENDING_VERIFICATION, ACTIVE -> new Standing.Open();
          case INACTIVE -> new Standing.Closed(BEFORE);
          case SUSPENDED -> new Standing.Suspended("spam", BEFORE);
          case BANNED -> new Standing.Banned("fraud", BEFORE);
        };
    return new UserAccount(ID, EMAIL, verifiedAt, HASH, roles, PROFILE, standing, BEFORE, 0);
  }

  private static UserAccount done(Transition transition) {
    assertThat(transition).isInstanceOf(Done.class);
    return ((Done) transition).account();
  }

  private static Set<String> names(Enum<?>[] values) {
    return Arrays.stream(values).map(Enum::name).collect(Collectors.toSet());
  }
}
