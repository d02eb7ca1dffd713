package org.mercat.payments.sandbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mercat.application.payment.port.GatewayDisputes;
import org.mercat.application.payment.port.PaymentGateway.Outcome;
import org.mercat.application.shared.Acting;
import org.mercat.domain.payment.EvidenceField;
import org.mercat.domain.payment.FailureCode;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.OperationKey;

/** What payers' banks contest at the sandbox. What evidence says it does not keep. */
final class SandboxDisputes implements GatewayDisputes {

  private static final int PAGE = 100;

  /** Whether it is of the tenant that asks. */
  private static final String OF_TENANT =
      """
      exists (select from sandbox.customer c
               where c.subject = split_part(d.operation, ':', 2) and c.tenant = ?)
      """;

  private final SandboxCalls calls;
  private final EventLog events;
  private final Bell bell;
  private final InstantSource clock;

  SandboxDisputes(SandboxCalls calls, EventLog events, Bell bell, InstantSource clock) {
    this.calls = calls;
    this.events = events;
    this.bell = bell;
    this.clock = clock;
  }

  @Override
  public Outcome<DisputeView> dispute(GatewayReference dispute) {
    return calls.read(connection -> own(connection, dispute).map(DisputeRow::view));
  }

  @Override
  public Outcome<DisputePage> since(Instant from, Optional<String> after) {
    return calls.answer(
        connection ->
            SandboxDatabase.all(
                connection,
                """
                select d.* from sandbox.dispute d
                 where d.created_at >= ? and d.id > ? and
                """
                    + OF_TENANT
                    + " order by d.id limit "
                    + PAGE,
                DisputeRow::read,
                from,
                after.orElse(""),
                tenant()),
        found -> {
          var next =
              found.size() < PAGE
                  ? Optional.<String>empty()
                  : Optional.of(found.getLast().id().value());
          return new Outcome.Done<>(
              new DisputePage(found.stream().map(DisputeRow::view).toList(), next), false);
        });
  }

  @Override
  public Outcome<DisputeView> giveEvidence(
      EvidenceKey key,
      GatewayReference dispute,
      Map<EvidenceField, String> answers,
      boolean submit) {
    var request = SandboxIds.digest(dispute.value() + submit + new TreeMap<>(answers));
    return calls.answer(
        connection -> give(connection, key, dispute, request, submit),
        outcome -> {
          bell.ring();
          return outcome;
        });
  }

  private Outcome<DisputeView> give(
      Connection connection,
      EvidenceKey key,
      GatewayReference reference,
      String request,
      boolean submit)
      throws SQLException {
    var own = own(connection, reference);
    if (own.isEmpty()) {
      return SandboxCalls.rejected(FailureCode.NOT_FOUND);
    }
    var dispute = Book.DISPUTES.lock(connection, reference).orElseThrow();
    var earlier =
        SandboxDatabase.one(
            connection,
            "select request_sha256 from sandbox.evidence where key = ?",
            row -> row.getString("request_sha256"),
            key.text());
    if (earlier.isPresent()) {
      return earlier.get().equals(request)
          ? new Outcome.Done<>(dispute.view(), true)
          : SandboxCalls.reused();
    }
    if (dispute.submissions() > 0 || !dispute.status().awaitsEvidence()) {
      return SandboxCalls.rejected(FailureCode.REJECTED);
    }
    SandboxDatabase.requireOne(
        SandboxDatabase.change(
            connection,
            """
            insert into sandbox.evidence (key, dispute, request_sha256, created_at)
            values (?, ?, ?, ?)
            """,
            key.text(),
            reference.value(),
            request,
            clock.instant()));
    var now = submit ? dispute.answered(connection) : dispute;
    events.append(connection, "dispute.updated", now);
    return new Outcome.Done<>(now.view(), false);
  }

  @Override
  public Outcome<FraudWarning> fraudWarning(GatewayReference warning) {
    return calls.read(
        connection ->
            SandboxDatabase.one(
                connection,
                "select d.* from sandbox.fraud_warning d where d.id = ? and " + OF_TENANT,
                row ->
                    new FraudWarning(
                        warning,
                        OperationKey.parse(row.getString("operation")),
                        "made_with_stolen_card"),
                warning.value(),
                tenant()));
  }

  private static Optional<DisputeRow> own(Connection connection, GatewayReference dispute)
      throws SQLException {
    return SandboxDatabase.one(
        connection,
        "select d.* from sandbox.dispute d where d.id = ? and " + OF_TENANT,
        DisputeRow::read,
        dispute.value(),
        tenant());
  }

  private static String tenant() {
    return Acting.now().tenant().value().toString();
  }
}
