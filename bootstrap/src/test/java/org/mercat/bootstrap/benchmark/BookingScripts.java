package org.mercat.bootstrap.benchmark;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mercat.bootstrap.benchmark.Script.Call;
import org.mercat.bootstrap.benchmark.Script.Order;
import org.mercat.bootstrap.benchmark.Script.Value;

/**
 * What the server asks of the database for a booking that is paid at once, taken from one that it
 * has made: the same statements in the same transactions, with values of the same size.
 */
final class BookingScripts {

  private static final Duration HOLD = Duration.ofMinutes(15);
  private static final Value NONE = _ -> null;
  private static final Value FIRST_VERSION = _ -> 0L;
  private static final List<String> TYPES =
      List.of("BookingPlaced", "BookingPaymentStarted", "PaymentCaptured", "BookingConfirmed");

  private static final String KEY =
      """
      select person_id, act, key, fingerprint, made_kind, made_id,
             encode(sealed_answer, 'base64') as sealed_answer
        from idempotency_key
       where made_id = ?
      """;

  private final Connection connection;
  private final UUID made;
  private final Map<String, Value> booking;
  private final Map<String, Value> payment;
  private final Map<String, Value> operation;
  private final Map<String, Value> key;
  private final List<Map<String, Value>> events;

  /** Reads the booking as somebody whom the row-level security lets see it. */
  BookingScripts(Connection connection, UUID made) throws SQLException {
    this.connection = connection;
    this.made = made;
    this.booking = row("booking.BookingMapper", "find", Map.of("id", made));
    this.payment = row("payment.PaymentMapper", "find", Map.of("booking", made));
    this.operation =
        row(
            "payment.PaymentOperationMapper",
            "latest",
            Map.of("kind", "booking", "id", made, "step", "CAPTURE"));
    this.key = own(KEY).getFirst();
    this.events = own("select * from outbox_event where subject_id = ? order by sequence");
    booking.putAll(
        Map.of(
            "slotFrom", Order::from,
            "slotTo", Order::to,
            "claimFrom", Order::from,
            "claimTo", Order::to,
            "version", FIRST_VERSION));
    payment.put("version", FIRST_VERSION);
    operation.put("version", FIRST_VERSION);
    key.put("key", Order::key);
    for (var number = 0; number < events.size(); number++) {
      var nth = number;
      events.get(number).put("id", order -> order.beside(nth));
    }
    var types = events.stream().map(event -> Script.named(event, "type").of(NOTHING)).toList();
    if (!types.equals(TYPES)) {
      throw new IllegalStateException("a paid booking makes other events now: " + types);
    }
  }

  private static final Order NOTHING =
      new Order(new UUID(0, 0), Instant.EPOCH, Duration.ZERO, "", "");

  Script post() throws SQLException {
    return Script.of(
        List.of(
            List.of(call("shared.IdempotencyKeyMapper", "find", key)),
            placing(),
            List.of(call("payment.PaymentOperationMapper", "sent", ofOperation())),
            settling(),
            List.of(details()),
            List.of(call("shared.IdempotencyKeyMapper", "store", key))));
  }

  Script get() {
    return Script.of(List.of(List.of(details())));
  }

  private List<Call> placing() {
    var awaiting = new HashMap<>(booking);
    awaiting.putAll(
        Map.of(
            "state",
            _ -> "AWAITING_PAYMENT",
            "holdUntil",
            _ -> Instant.now().plus(HOLD),
            "paying",
            _ -> true,
            "feeRatePpm",
            NONE,
            "feeRule",
            NONE,
            "feeTaxes",
            NONE));
    var capturing = new HashMap<>(payment);
    capturing.putAll(Map.of("state", _ -> "CAPTURING", "reference", NONE));
    var sent = new HashMap<>(operation);
    sent.putAll(
        Map.of(
            "state", _ -> "SENT",
            "reference", NONE,
            "nextCheckAt", _ -> Instant.now().plus(HOLD)));
    var latest = call("payment.PaymentOperationMapper", "latest", ofOperation());
    return List.of(
        call("shared.IdempotencyKeyMapper", "tryLock", key),
        call("shared.IdempotencyKeyMapper", "exists", key),
        call(
            "booking.ProviderMapper",
            "offer",
            Map.of("listing", Script.named(booking, "listingId"))),
        call("booking.BookingMapper", "insertClaiming", awaiting),
        event(0),
        event(1),
        latest,
        call("payment.PaymentMapper", "find", Map.of("booking", Order::booking)),
        call("payment.PaymentMapper", "insert", capturing),
        latest,
        call("payment.PaymentOperationMapper", "insert", sent),
        call("shared.IdempotencyKeyMapper", "insert", key));
  }

  private List<Call> settling() throws SQLException {
    var confirmed = new HashMap<String, Value>();
    booking.forEach((name, value) -> confirmed.put("booking." + name, value));
    confirmed.put("claimsTime", _ -> true);
    return List.of(
        call("payment.PaymentOperationMapper", "find", ofOperation()),
        call("payment.PaymentOperationMapper", "update", operation),
        call("payment.PaymentMapper", "find", Map.of("booking", Order::booking)),
        call("payment.PaymentMapper", "update", payment),
        call("payment.LedgerMapper", "post", entry()),
        event(2),
        call("booking.BookingMapper", "find", Map.of("id", Order::booking)),
        call(
            "booking.ProviderMapper",
            "feeInForce",
            Map.of("provider", Script.named(booking, "providerId"))),
        call("booking.BookingMapper", "update", confirmed),
        event(3));
  }

  private Map<String, Value> entry() throws SQLException {
    var entry =
        own("""
        select t.*,
               (select json_agg(json_build_object('position', p.position,
                         'account', p.account, 'amount_minor', p.amount_minor,
                         'currency', p.currency) order by p.position)::text
                  from posting p where p.tx_id = t.id) as postings
          from ledger_tx t where t.booking_id = ?
        """)
            .getFirst();
    entry.put("id", Order::booking);
    return entry;
  }

  private Map<String, Value> ofOperation() {
    var values = new HashMap<>(operation);
    values.putAll(Map.of("kind", _ -> "booking", "id", Order::booking));
    return values;
  }

  private Call event(int number) {
    return call("shared.OutboxMapper", "append", events.get(number));
  }

  private static Call details() {
    return call("booking.BookingViewMapper", "view", Map.of("id", Order::booking));
  }

  private static Call call(String mapper, String method, Map<String, Value> values) {
    return new Call(MapperStatement.of(mapper, method), values);
  }

  private Map<String, Value> row(String mapper, String method, Map<String, Object> about)
      throws SQLException {
    return Script.like(MapperStatement.of(mapper, method).row(connection, about::get), made);
  }

  private List<Map<String, Value>> own(String query) throws SQLException {
    try (var statement = connection.prepareStatement(query)) {
      statement.setObject(1, made);
      try (var rows = statement.executeQuery()) {
        return MapperStatement.rows(rows).stream().map(row -> Script.like(row, made)).toList();
      }
    }
  }

  /** How many rows a booking has, table by table. */
  static Map<String, @Nullable Object> rows(Connection connection, UUID booking)
      throws SQLException {
    var count =
        new MapperStatement(
            """
            select (select count(*) from slot_claim where booking_id = b) as claims,
                   (select count(*) from booking where id = b) as bookings,
                   (select count(*) from booking_tax_line where booking_id = b) as taxes,
                   (select count(*) from booking_step where booking_id = b) as steps,
                   (select count(*) from payment where booking_id = b) as payments,
                   (select count(*) from payment_tax_line where booking_id = b) as payment_taxes,
                   (select count(*) from payment_operation where subject_id = b) as operations,
                   (select count(*) from ledger_tx where booking_id = b) as entries,
                   (select count(*) from posting p join ledger_tx t on t.id = p.tx_id
                     where t.booking_id = b) as postings,
                   (select count(*) from outbox_event where subject_id = b) as events,
                   (select count(*) from idempotency_key
                     where made_id = b and sealed_answer is not null) as answers
              from (select ?::uuid as b) as one
            """,
            List.of("booking"),
            true);
    return count.row(connection, _ -> booking);
  }
}
