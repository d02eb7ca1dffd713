package org.mercat.application.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mercat.application.audit.VerifyAuditTrail.Damage;
import org.mercat.application.audit.VerifyAuditTrail.Outcome;
import org.mercat.application.audit.VerifyAuditTrail.Problem;
import org.mercat.application.audit.port.AuditChain.Sealed;
import org.mercat.application.audit.port.InMemoryAuditTrail;
import org.mercat.application.audit.port.SampleDeeds;
import org.mercat.application.shared.AccessRules;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.InMemorySealer;
import org.mercat.application.shared.InMemoryUnitOfWork;
import org.mercat.application.shared.TimeOrderedIds;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.audit.AuditEntry;
import org.mercat.domain.audit.AuditEntryId;
import org.mercat.domain.audit.Head;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.shared.Role;

/** Whatever somebody does to the trail past the application is found out. */
class VerifyAuditTrailTest {

  private static final Caller ADMIN = caller(Role.ADMIN);

  private final InMemoryAuditTrail trail = new InMemoryAuditTrail();
  private final UnitOfWork unitOfWork = new InMemoryUnitOfWork(trail);
  private final InMemorySealer sealer = new InMemorySealer();
  private final SealAuditTrail seal = new SealAuditTrail(trail, sealer, unitOfWork);
  private final VerifyAuditTrail verify =
      new VerifyAuditTrail(new AccessRules(), trail, sealer, unitOfWork);

  @Test
  void an_empty_trail_is_right() {
    assertThat(verified()).isEqualTo(new Outcome.Verified(0, 0, Head.NONE.hash(), List.of()));
  }

  @Test
  void a_trail_that_nobody_has_touched_is_right() {
    done(1_001);
    assertThat(seal.handle()).isEqualTo(1_001);
    done(2);

    var verified = verified();

    assertThat(verified.entries()).isEqualTo(1_001);
    assertThat(verified.waiting()).isEqualTo(2);
    assertThat(verified.problems()).isEmpty();
  }

  @Test
  void what_waits_is_sealed_once() {
    done(3);

    assertThat(seal.handle()).isEqualTo(3);
    assertThat(seal.handle()).isZero();
  }

  @Test
  void an_entry_that_was_changed_is_found() {
    var entries = sealed(5);
    var victim = entries.get(2);
    var another =
        new AuditEntry(victim.id(), SampleDeeds.delivered(), victim.before(), victim.after());

    trail.forge(another);

    assertThat(problems()).containsExactly(problem(Damage.CHANGED, 3, victim.id()));
  }

  @Test
  void an_entry_that_was_removed_is_found() {
    var victim = sealed(5).get(1).id();

    trail.remove(victim, false);

    assertThat(problems()).containsExactly(problem(Damage.REMOVED, 2, victim));
  }

  @Test
  void an_entry_that_was_removed_with_its_place_is_found() {
    var victim = sealed(5).get(1).id();

    trail.remove(victim, true);

    assertThat(problems())
        .containsExactly(new Problem(Damage.REMOVED, Optional.of(2L), Optional.empty()));
  }

  @Test
  void an_entry_that_was_put_in_is_found() {
    var _ = sealed(3);
    var stranger = new AuditEntryId(TimeOrderedIds.next());

    trail.forge(
        new AuditEntry(stranger, SampleDeeds.delivered(), Optional.empty(), Optional.empty()));

    assertThat(problems())
        .containsExactly(new Problem(Damage.INSERTED, Optional.empty(), Optional.of(stranger)));
  }

  @Test
  void a_tail_that_was_cut_is_found() {
    var entries = sealed(5);

    entries.subList(3, 5).forEach(entry -> trail.remove(entry.id(), true));

    assertThat(problems())
        .containsExactly(new Problem(Damage.CUT, Optional.of(4L), Optional.empty()));
  }

  @Test
  void an_end_that_was_made_to_fit_a_cut_tail_is_found() {
    var entries = sealed(5);
    var end = trail.end().orElseThrow();
    var cut = trail.after(0, 3).getLast().link().head();

    entries.subList(3, 5).forEach(entry -> trail.remove(entry.id(), true));
    trail.forge(new Sealed(cut, end.seal()));

    assertThat(problems())
        .containsExactly(new Problem(Damage.REWRITTEN, Optional.empty(), Optional.empty()));
  }

  @Test
  void a_chain_that_was_written_anew_is_found() {
    var _ = sealed(5);
    var end = trail.end().orElseThrow();

    trail.forge(new Sealed(new Head(5, "f".repeat(64)), end.seal()));

    assertThat(problems())
        .contains(new Problem(Damage.REWRITTEN, Optional.empty(), Optional.empty()));
  }

  @Test
  void an_entry_that_vanished_while_it_waited_is_found() {
    done(1);
    var victim = trail.all().toList().getFirst().id();

    trail.remove(victim, false);

    assertThat(problems())
        .containsExactly(new Problem(Damage.REMOVED, Optional.empty(), Optional.of(victim)));
  }

  @Test
  void only_administrators_verify_the_trail() {
    assertThat(verify.handle(caller(Role.CLIENT))).isEqualTo(new Outcome.Forbidden());
    assertThat(verify.handle(caller(Role.PROVIDER))).isEqualTo(new Outcome.Forbidden());
  }

  private List<AuditEntry> sealed(int many) {
    done(many);
    assertThat(seal.handle()).isEqualTo(many);
    return trail.all().toList();
  }

  private void done(int many) {
    for (var index = 0; index < many; index++) {
      trail.append(List.of(SampleDeeds.shown(UUID.randomUUID())));
    }
  }

  private List<Problem> problems() {
    return verified().problems();
  }

  private Outcome.Verified verified() {
    var outcome = verify.handle(ADMIN);
    assertThat(outcome).isInstanceOf(Outcome.Verified.class);
    return (Outcome.Verified) outcome;
  }

  private static Problem problem(Damage damage, long sequence, AuditEntryId entry) {
    return new Problem(damage, Optional.of(sequence), Optional.of(entry));
  }

  private static Caller caller(Role role) {
    return new Caller(new UserId(UUID.randomUUID()), Set.of(role));
  }
}
