package org.mercat.payments.sandbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.mercat.application.payment.port.GatewayBooks;
import org.mercat.application.payment.port.PaymentGateway.Outcome;
import org.mercat.application.shared.Acting;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.OperationKey;
import org.mercat.domain.payment.OperationKey.Step;
import org.mercat.domain.shared.Money;

/**
 * The platform's movements, as the sandbox has written them down. It takes fees for disputes only.
 */
final class SandboxBooks implements GatewayBooks {

  private static final int PAGE = 500;

  private final SandboxCalls calls;

  SandboxBooks(SandboxCalls calls) {
    this.calls = calls;
  }

  @Override
  public Outcome<MovementPage> movements(Instant from, Instant until, Optional<String> after) {
    return calls.answer(
        connection ->
            SandboxDatabase.all(
                connection,
                """
                select m.* from sandbox.movement m
                 where m.owner = ? and m.number > ? and m.created_at >= ? and m.created_at < ?
                   and exists (select from sandbox.customer c
                                where c.subject = split_part(m.operation, ':', 2)
                                  and c.tenant = ?)
                 order by m.number
                 limit %d
                """
                    .formatted(PAGE),
                SandboxBooks::movement,
                BalanceChange.PLATFORM,
                after.map(Long::parseLong).orElse(0L),
                from,
                until,
                Acting.now().tenant().value().toString()),
        found -> {
          var next =
              found.size() < PAGE ? Optional.<String>empty() : Optional.of(found.getLast().id());
          return new Outcome.Done<>(new MovementPage(found, next), false);
        });
  }

  /** What has moved by hand, or by a bank, is noted under the key of its payment. */
  private static Movement movement(ResultSet row) throws SQLException {
    var amount = Money.of(row.getLong("amount"), row.getString("currency"));
    var kind = Movement.Kind.valueOf(row.getString("kind"));
    var key = Optional.of(OperationKey.parse(row.getString("operation")));
    var isByHand =
        kind == Movement.Kind.DISPUTE
            || (kind == Movement.Kind.REFUND && key.get().step() == Step.CAPTURE);
    return new Movement(
        Long.toString(row.getLong("number")),
        kind,
        new GatewayReference(row.getString("source")),
        isByHand ? Optional.empty() : key,
        isByHand ? key : Optional.empty(),
        amount,
        new Money(row.getLong("fee"), amount.currency()),
        SandboxDatabase.instant(row, "created_at"));
  }
}
