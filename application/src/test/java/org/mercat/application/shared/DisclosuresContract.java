package org.mercat.application.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mercat.application.audit.port.WithAuditTrail;
import org.mercat.domain.audit.Action;
import org.mercat.domain.audit.Actor;
import org.mercat.domain.audit.Deed;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.shared.DomainEvent.Subject;
import org.mercat.domain.shared.Role;
import org.mercat.domain.tenancy.TenantId;

/** What every adapter of {@link Disclosures} promises. */
public interface DisclosuresContract extends WithAuditTrail {

  Disclosures disclosures();

  @Test
  default void who_was_shown_what_is_kept() {
    var admin = new Caller(new UserId(UUID.randomUUID()), Set.of(Role.ADMIN));
    var things = List.of(thing(), thing());

    Acting.of(TenantId.DEFAULT).as(admin).inRequest("request-1").run(() -> show(things));

    assertThat(deeds()).extracting(Deed::subject).containsExactlyInAnyOrderElementsOf(things);
    assertThat(deeds())
        .allSatisfy(
            deed -> {
              assertThat(deed.actor()).isEqualTo(Actor.user(admin.user()));
              assertThat(deed.action()).isEqualTo(Action.READ);
              assertThat(deed.request()).contains("request-1");
            });
  }

  @Test
  default void nothing_is_kept_of_nothing() {
    show(List.of());

    assertThat(deeds()).isEmpty();
  }

  @Test
  default void what_is_not_shown_in_the_end_is_not_kept() {
    var failure = new IllegalArgumentException("before the answer");

    assertThatThrownBy(
            () ->
                unitOfWork()
                    .run(
                        () -> {
                          disclosures().shown(List.of(thing()));
                          throw failure;
                        }))
        .isSameAs(failure);

    assertThat(deeds()).isEmpty();
  }

  private void show(List<Subject> things) {
    var shown =
        unitOfWork()
            .run(
                () -> {
                  disclosures().shown(things);
                  return things;
                });
    assertThat(shown).isEqualTo(things);
  }

  private static Subject thing() {
    return new Subject("booking", UUID.randomUUID());
  }
}
