package org.mercat.application.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mercat.application.shared.SystemEvents.Event;
import org.mercat.application.shared.SystemEvents.Level;
import org.mercat.domain.tenancy.TenantId;

/** What every adapter of {@link SystemEvents} promises. */
public interface SystemEventsContract {

  Event FAILED = new Event(Level.ERROR, "job", "A job failed.", Map.of("job", "let-time-pass"));

  SystemEvents systemEvents();

  UnitOfWork unitOfWork();

  /** The tenant of {@link #unitOfWork}. */
  TenantId tenant();

  /** What was reported in the tenant, with the request, when all of it was written. */
  List<Map.Entry<Event, Optional<String>>> written();

  @Test
  default void what_is_reported_is_kept() {
    report(FAILED);

    assertThat(written()).containsExactly(Map.entry(FAILED, Optional.empty()));
  }

  @Test
  default void a_report_names_the_request() {
    Acting.of(tenant()).inRequest("request-1").run(() -> systemEvents().report(FAILED));

    assertThat(written()).containsExactly(Map.entry(FAILED, Optional.of("request-1")));
  }

  @Test
  default void a_report_stays_when_the_unit_does_not() {
    var failure = new IllegalArgumentException("after the report");

    assertThatThrownBy(
            () ->
                unitOfWork()
                    .run(
                        () -> {
                          report(FAILED);
                          throw failure;
                        }))
        .isSameAs(failure);

    assertThat(written()).containsExactly(Map.entry(FAILED, Optional.empty()));
  }

  private void report(Event event) {
    Acting.of(tenant()).run(() -> systemEvents().report(event));
  }
}
