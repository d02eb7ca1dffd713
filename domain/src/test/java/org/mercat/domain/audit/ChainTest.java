package org.mercat.domain.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.shared.DomainEvent.Subject;

class ChainTest {

  private static final UUID ID = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057");
  private static final UUID OTHER_ID = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8058");
  private static final AuditEntry ENTRY = entry(Actor.GUEST, "UserClosed", "ada", "1");

  @Test
  void the_first_place_is_the_first() {
    var link = Head.NONE.next(ENTRY);

    assertThat(link.sequence()).isEqualTo(1);
    assertThat(link.entry()).isEqualTo(ENTRY.id());
    assertThat(link.hash()).matches("[0-9a-f]{64}").isNotEqualTo(Head.NONE.hash());
    assertThat(link.head()).isEqualTo(new Head(1, link.hash()));
  }

  @Test
  void the_same_entry_has_another_hash_at_another_place() {
    var first = Head.NONE.next(ENTRY);

    assertThat(first.head().next(ENTRY).hash()).isNotEqualTo(first.hash());
  }

  @Test
  void whatever_is_changed_in_an_entry_changes_its_hash() {
    var others =
        List.of(
            entry(Actor.SYSTEM, "UserClosed", "ada", "1"),
            entry(Actor.user(new UserId(ID)), "UserClosed", "ada", "1"),
            entry(Actor.GUEST, "UserBanned", "ada", "1"),
            entry(Actor.GUEST, "UserClosed", "bob", "1"),
            entry(Actor.GUEST, "UserClosed", "ada", "2"),
            new AuditEntry(new AuditEntryId(OTHER_ID), ENTRY.deed(), ENTRY.before(), ENTRY.after()),
            new AuditEntry(ENTRY.id(), ENTRY.deed(), ENTRY.after(), ENTRY.before()),
            new AuditEntry(ENTRY.id(), ENTRY.deed(), Optional.of(""), ENTRY.after()));

    assertThat(others)
        .allSatisfy(
            other ->
                assertThat(Head.NONE.next(other).hash())
                    .isNotEqualTo(Head.NONE.next(ENTRY).hash()));
    assertThat(others).extracting(other -> Head.NONE.next(other).hash()).doesNotHaveDuplicates();
  }

  @Test
  void what_moves_from_one_field_to_the_next_changes_the_hash() {
    assertThat(Head.NONE.next(entry(Actor.GUEST, "Closed", "ada", "1")).hash())
        .isNotEqualTo(Head.NONE.next(entry(Actor.GUEST, "Close", "dada", "1")).hash());
  }

  @Test
  void an_entry_knows_when_it_was_made() {
    assertThat(new AuditEntryId(ID).at()).isEqualTo(Instant.parse("2023-06-30T03:34:18.518Z"));
  }

  @Test
  void a_user_has_an_id_and_nobody_else_has() {
    assertThatThrownBy(() -> new Actor(Actor.Kind.USER, Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Actor(Actor.Kind.GUEST, Optional.of(ID)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static AuditEntry entry(Actor actor, String event, String kind, String fact) {
    var deed =
        new Deed(
            actor,
            Action.DELETE,
            event,
            new Subject(kind, ID),
            new TreeMap<>(Map.of("fact", fact)),
            Optional.of("request-1"),
            Optional.empty());
    return new AuditEntry(
        new AuditEntryId(ID), deed, Optional.empty(), Optional.of("0".repeat(64)));
  }
}
