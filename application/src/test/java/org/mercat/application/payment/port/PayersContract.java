package org.mercat.application.payment.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.Payer;

/** What every adapter of {@link Payers} promises. */
public interface PayersContract {

  Instant OPENED = Instant.parse("2026-11-16T12:00:00Z");
  Instant CLOSED = Instant.parse("2027-01-01T00:00:00Z");

  Payers payers();

  UnitOfWork unitOfWork();

  /** A person whom the adapter knows. */
  UserId person();

  /** The person closes the account at {@link #CLOSED}. */
  void close(UserId person);

  @Test
  default void a_payer_is_found_as_it_was_added() {
    var payer = added(Payer.asked(person()));

    assertThat(find(payer.user())).contains(payer);
    assertThat(find(person())).isEmpty();
  }

  @Test
  default void a_person_is_one_payer() {
    var payer = added(Payer.asked(person()));

    assertThatThrownBy(() -> added(payer)).isInstanceOf(ConcurrencyConflict.class);
  }

  @Test
  default void a_change_is_stored_as_the_next_version() {
    var payer = added(Payer.asked(person()));
    var customer = new GatewayReference("cus_" + payer.user().value());

    var opened = updated(payer.opened(customer, OPENED).orElseThrow().payer());

    assertThat(opened).isEqualTo(new Payer(payer.user(), Optional.of(customer), false, 1));
    assertThatThrownBy(() -> updated(payer)).isInstanceOf(ConcurrencyConflict.class);
  }

  @Test
  default void gone_are_those_whose_accounts_are_closed_until_they_are_forgotten() {
    var gone = added(Payer.asked(person()));
    var here = added(Payer.asked(person()));
    close(gone.user());

    assertThat(gone(CLOSED.minusMillis(1))).doesNotContain(gone);
    assertThat(gone(CLOSED)).contains(gone).doesNotContain(here);

    updated(gone.forget());
    assertThat(gone(CLOSED)).extracting(Payer::user).doesNotContain(gone.user());
  }

  private List<Payer> gone(Instant closed) {
    return unitOfWork().run(() -> payers().gone(closed, 1_000));
  }

  private Payer added(Payer payer) {
    return unitOfWork()
        .run(
            () -> {
              payers().add(payer);
              return payer;
            });
  }

  @CanIgnoreReturnValue
  private Payer updated(Payer payer) {
    return unitOfWork()
        .run(
            () -> {
              payers().update(payer);
              return payers().find(payer.user()).orElseThrow();
            });
  }

  private Optional<Payer> find(UserId user) {
    return unitOfWork().run(() -> payers().find(user));
  }
}
