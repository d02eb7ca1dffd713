package org.mercat.payments.sandbox;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import org.mercat.application.payment.port.PayerAccounts;
import org.mercat.application.payment.port.PaymentGateway.Outcome;
import org.mercat.application.payment.port.PaymentGateway.Status;
import org.mercat.domain.payment.Card;
import org.mercat.domain.payment.FailureCode;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.OperationKey;
import org.mercat.domain.payment.OperationKey.Step;
import org.mercat.domain.payment.PaymentMethod;

/** What the sandbox keeps of payers: customers, and the test methods that they have let it keep. */
final class SandboxPayerAccounts implements PayerAccounts {

  private static final Card CARD = new Card("visa", "4242", 12, 2034);

  private static final String PAYER = "select * from sandbox.payer where operation = ?";
  private static final String PRESENT =
      "select * from sandbox.payer where id = ? and not forgotten for update";

  private final SandboxCalls calls;
  private final EventLog events;
  private final Bell bell;
  private final InstantSource clock;

  SandboxPayerAccounts(SandboxCalls calls, EventLog events, Bell bell, InstantSource clock) {
    this.calls = calls;
    this.events = events;
    this.bell = bell;
    this.clock = clock;
  }

  @Override
  public Outcome<PayerView> open(OperationKey key) {
    return key.step() == Step.OPEN_PAYER
        ? calls.answer(connection -> open(connection, key), Function.identity())
        : SandboxCalls.rejected(FailureCode.REJECTED);
  }

  private Outcome<PayerView> open(Connection connection, OperationKey key) throws SQLException {
    var isNew =
        SandboxDatabase.change(
                connection,
                """
                insert into sandbox.payer (id, operation, created_at) values (?, ?, ?)
                on conflict (operation) do nothing
                """,
                SandboxIds.next("cus"),
                key.text(),
                clock.instant())
            == 1;
    Customer.note(connection, key);
    return new Outcome.Done<>(find(connection, key).orElseThrow(), !isNew);
  }

  @Override
  public Outcome<Optional<PayerView>> findPayer(OperationKey key) {
    return calls.find(connection -> find(connection, key));
  }

  private static Optional<PayerView> find(Connection connection, OperationKey key)
      throws SQLException {
    return SandboxDatabase.one(connection, PAYER, SandboxPayerAccounts::payer, key.text());
  }

  private static PayerView payer(ResultSet row) throws SQLException {
    return new PayerView(
        new GatewayReference(row.getString("id")), OperationKey.parse(row.getString("operation")));
  }

  @Override
  public Outcome<Card> card(PaymentMethod method) {
    return calls.answer(
        connection -> KeptMethods.of(connection, method),
        known ->
            known.isPresent()
                ? new Outcome.Done<>(CARD, false)
                : SandboxCalls.rejected(FailureCode.INVALID_METHOD));
  }

  @Override
  public Outcome<SetupView> save(OperationKey key, GatewayReference payer, PaymentMethod method) {
    if (key.step() != Step.SAVE_METHOD) {
      return SandboxCalls.rejected(FailureCode.REJECTED);
    }
    return TestMethod.of(method.token())
        .<Outcome<SetupView>>map(
            known ->
                calls.answer(
                    connection -> save(connection, key, payer, known),
                    outcome -> {
                      bell.ring();
                      return outcome;
                    }))
        .orElseGet(() -> SandboxCalls.rejected(FailureCode.INVALID_METHOD));
  }

  private Outcome<SetupView> save(
      Connection connection, OperationKey key, GatewayReference payer, TestMethod method)
      throws SQLException {
    var present =
        SandboxDatabase.one(connection, PRESENT, SandboxPayerAccounts::payer, payer.value());
    var earlier = Book.SETUPS.find(connection, key);
    if (earlier.isPresent()) {
      return earlier.get().isFor(payer, method)
          ? answered(earlier.get(), true)
          : SandboxCalls.reused();
    }
    if (present.isEmpty()) {
      return SandboxCalls.rejected(FailureCode.NOT_FOUND);
    }
    var setup = SetupRow.asked(key, payer, method);
    if (!setup.add(connection, clock.instant())) {
      return SandboxCalls.reused();
    }
    Customer.note(connection, key);
    events.append(connection, setup);
    return answered(setup, false);
  }

  private static Outcome<SetupView> answered(SetupRow setup, boolean replayed) {
    return setup.view().status() == Status.FAILED
        ? new Outcome.Declined<>(FailureCode.CARD_DECLINED)
        : new Outcome.Done<>(setup.view(), replayed);
  }

  @Override
  public Outcome<SetupView> setup(GatewayReference setup) {
    return calls.read(connection -> Book.SETUPS.find(connection, setup).map(SetupRow::view));
  }

  @Override
  public Outcome<Optional<SetupView>> findSetup(OperationKey key, GatewayReference payer) {
    return calls.find(connection -> Book.SETUPS.find(connection, key).map(SetupRow::view));
  }

  @Override
  public Outcome<GatewayReference> remove(GatewayReference payer, GatewayReference method) {
    return calls.answer(
        connection -> KeptMethods.remove(connection, payer, method),
        removed -> new Outcome.Done<>(method, !removed));
  }

  @Override
  public Outcome<GatewayReference> forget(GatewayReference payer) {
    return calls.answer(
        connection -> {
          var removed =
              SandboxDatabase.change(
                  connection,
                  "update sandbox.setup set removed = true where payer = ? and not removed",
                  payer.value());
          var forgotten =
              SandboxDatabase.change(
                  connection,
                  "update sandbox.payer set forgotten = true where id = ? and not forgotten",
                  payer.value());
          return removed + forgotten > 0;
        },
        isNew -> new Outcome.Done<>(payer, !isNew));
  }
}
