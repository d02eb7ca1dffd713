package org.mercat.application.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mercat.application.audit.port.WithAuditTrail;
import org.mercat.application.shared.SecurityLog.Incident;
import org.mercat.domain.audit.Actor;
import org.mercat.domain.shared.DomainEvent.Subject;
import org.mercat.domain.tenancy.TenantId;

/** What every adapter of {@link SecurityLog} promises. */
public interface SecurityLogContract extends WithAuditTrail {

  SecurityLog securityLog();

  @ParameterizedTest
  @EnumSource
  default void what_may_be_an_attack_is_kept_at_once(Incident incident) {
    var account = new Subject("user", UUID.randomUUID());

    var acting = Acting.guest(TenantId.DEFAULT).inRequest("request-1");
    var reported =
        new ClientOrigin("0123456789abcdef")
            .call(
                () -> {
                  acting.run(() -> securityLog().report(incident, account));
                  return incident;
                });

    assertThat(reported).isEqualTo(incident);
    assertThat(deeds()).hasSize(1);
    var deed = deeds().getFirst();
    assertThat(deed.actor()).isEqualTo(Actor.GUEST);
    assertThat(deed.subject()).isEqualTo(account);
    assertThat(deed.event().toUpperCase(Locale.ROOT)).isEqualTo(incident.name().replace("_", ""));
    assertThat(deed.request()).contains("request-1");
    assertThat(deed.origin()).contains("0123456789abcdef");
  }

  @Test
  default void whoever_reports_has_no_unit_of_work_open() {
    var account = new Subject("user", UUID.randomUUID());

    assertThatThrownBy(
            () ->
                unitOfWork()
                    .run(
                        () -> {
                          securityLog().report(Incident.SIGN_IN_FAILED, account);
                          return account;
                        }))
        .isInstanceOf(IllegalStateException.class);

    assertThat(deeds()).isEmpty();
  }
}
