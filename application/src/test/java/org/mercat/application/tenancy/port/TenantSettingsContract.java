package org.mercat.application.tenancy.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.notification.Language;
import org.mercat.domain.tenancy.Moderation;
import org.mercat.domain.tenancy.Region;
import org.mercat.domain.tenancy.Region.Law;
import org.mercat.domain.tenancy.Settings;

/** What every adapter of {@link TenantSettings} promises. */
public interface TenantSettingsContract {

  Settings INITIAL = Settings.initial(true);
  Region QUEBEC = new Region("CA-QC", Law.LAW_25, 365, true);
  Region CANADA = new Region("CA", Law.PIPEDA, 730, false);

  /** Settings of a tenant whose administrators have said nothing yet. */
  TenantSettings settings();

  UnitOfWork unitOfWork();

  @Test
  default void a_tenant_begins_with_the_initial_settings() {
    assertThat(current()).isEqualTo(INITIAL);
  }

  @Test
  default void what_was_said_is_in_force_under_the_next_version() {
    var said =
        INITIAL
            .with(false, true, Moderation.PRE, Language.FR, Optional.of("CA-QC"))
            .withRegions(List.of(QUEBEC, CANADA));

    var stored = update(said);

    assertThat(stored.version()).isEqualTo(1);
    assertThat(stored.regions()).containsExactly(CANADA, QUEBEC);
    assertThat(stored).usingRecursiveComparison().ignoringFields("version").isEqualTo(said);
    assertThat(current()).isEqualTo(stored);
  }

  @Test
  default void regions_are_replaced_as_a_whole() {
    var first = update(INITIAL.withRegions(List.of(QUEBEC, CANADA)));
    var longer = new Region("CA-QC", Law.LAW_25, 366, true);

    var second = update(first.withRegions(List.of(longer)));

    assertThat(second.version()).isEqualTo(2);
    assertThat(second.regions()).containsExactly(longer);
    assertThat(update(second.withRegions(List.of())).regions()).isEmpty();
  }

  @Test
  default void a_version_is_replaced_once() {
    var first = update(INITIAL.withRegions(List.of(CANADA)));

    assertThatThrownBy(() -> update(INITIAL.withRegions(List.of(QUEBEC))))
        .isInstanceOf(ConcurrencyConflict.class);
    var second = update(first.withRegions(List.of()));
    assertThatThrownBy(() -> update(first.withRegions(List.of(QUEBEC))))
        .isInstanceOf(ConcurrencyConflict.class);

    assertThat(current()).isEqualTo(second);
  }

  private Settings current() {
    return unitOfWork().run(() -> settings().current());
  }

  @CanIgnoreReturnValue
  private Settings update(Settings next) {
    return unitOfWork().run(() -> settings().update(next));
  }
}
