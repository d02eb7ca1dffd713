package org.mercat.payments.sandbox;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mercat.application.payment.port.GatewayEvents;
import org.mercat.application.payment.port.PaymentGateway.Outcome;

/** Everything that the sandbox has noted, whatever has become of its sending. */
final class SandboxEventList implements GatewayEvents {

  private static final int PAGE = 100;

  private final SandboxCalls calls;

  SandboxEventList(SandboxCalls calls) {
    this.calls = calls;
  }

  @Override
  public Outcome<EventPage> events(Instant from, Instant until, Optional<String> after) {
    return calls.answer(
        connection ->
            SandboxDatabase.all(
                connection,
                """
                select * from sandbox.event
                 where number > ? and created_at >= ? and created_at < ?
                 order by number
                 limit %d
                """
                    .formatted(PAGE),
                EventRow::read,
                after.map(Long::parseLong).orElse(0L),
                from,
                until),
        found -> new Outcome.Done<>(page(found), false));
  }

  private static EventPage page(List<EventRow> found) {
    var told =
        found.stream()
            .map(row -> WebhookMessage.read(row.body().getBytes(StandardCharsets.UTF_8)))
            .flatMap(Optional::stream)
            .map(event -> new Told(event.tenant(), event.message()))
            .toList();
    var next =
        found.size() < PAGE
            ? Optional.<String>empty()
            : Optional.of(Long.toString(found.getLast().number()));
    return new EventPage(told, next);
  }
}
