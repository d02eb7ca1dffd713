package org.mercat.application.tenancy.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.application.tenancy.port.Administrators.Candidate;
import org.mercat.application.tenancy.port.Administrators.Guessable;
import org.mercat.domain.tenancy.TenantId;

/** What every adapter of {@link Administrators} promises. */
public interface AdministratorsContract {

  String EMAIL = "first@example.org";
  Optional<String> PASSWORD = Optional.of("correct horse battery staple");
  Instant NOW = Instant.parse("2026-11-15T14:00:00Z");

  Administrators administrators();

  /** Work of another tenant than those below. */
  UnitOfWork unitOfWork();

  /** A tenant in which nobody is. */
  TenantId anyTenant();

  /** The address of the administrator of a tenant, if it has one. */
  Optional<String> administratorOf(TenantId tenant);

  @Test
  default void whoever_is_appointed_manages_that_tenant_and_no_other() {
    var tenant = anyTenant();

    appoint(tenant);

    assertThat(administratorOf(tenant)).contains(EMAIL);
    assertThat(administratorOf(anyTenant())).isEmpty();
  }

  @Test
  default void one_person_may_manage_two_tenants() {
    var one = anyTenant();
    var other = anyTenant();

    appoint(one);
    appoint(other);

    assertThat(administratorOf(one)).contains(EMAIL);
    assertThat(administratorOf(other)).contains(EMAIL);
  }

  @Test
  default void nothing_is_left_of_an_appointment_that_fails_later() {
    var tenant = anyTenant();
    var candidate = candidate();
    var later = new IllegalStateException("later");

    assertThatThrownBy(
            () ->
                unitOfWork()
                    .run(
                        () -> {
                          administrators().appoint(candidate, tenant, NOW);
                          throw later;
                        }))
        .isSameAs(later);

    assertThat(administratorOf(tenant)).isEmpty();
  }

  @Test
  default void a_password_that_may_not_be_chosen_is_refused_and_none_is_kept() {
    assertThatThrownBy(() -> administrators().candidate(EMAIL, Optional.of("short")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> administrators().candidate("nobody", PASSWORD))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(candidate().passwordHash()).doesNotContain(PASSWORD.orElseThrow());
  }

  @Test
  default void a_password_that_is_guessed_makes_nobody_a_candidate() {
    assertThat(administrators().candidate(EMAIL, Optional.of("password1")))
        .isEqualTo(new Guessable());
  }

  @Test
  default void who_is_to_choose_a_password_has_one_that_nobody_knows() {
    assertThat(administrators().candidate(EMAIL, Optional.empty()))
        .isInstanceOfSatisfying(
            Candidate.class, nobody -> assertThat(nobody.passwordHash()).startsWith("$"));
  }

  private Candidate candidate() {
    return switch (administrators().candidate(EMAIL, PASSWORD)) {
      case Candidate candidate -> candidate;
      case Guessable _ -> throw new AssertionError("guessable");
    };
  }

  private void appoint(TenantId tenant) {
    var candidate = candidate();
    var appointed =
        unitOfWork()
            .run(
                () -> {
                  administrators().appoint(candidate, tenant, NOW);
                  return candidate;
                });
    assertThat(appointed).isEqualTo(candidate);
  }
}
