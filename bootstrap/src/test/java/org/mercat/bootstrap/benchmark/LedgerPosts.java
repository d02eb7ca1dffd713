package org.mercat.bootstrap.benchmark;

import static org.mercat.application.booking.port.SampleBookings.FEE;
import static org.mercat.application.booking.port.SampleBookings.NOON;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.mercat.application.payment.port.Ledger;
import org.mercat.application.shared.Acting;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.JournalEntry;
import org.mercat.domain.payment.OperationKey;
import org.mercat.domain.payment.Payment.Transition;
import org.mercat.persistence.payment.MyBatisLedger;
import org.mercat.persistence.payment.MyBatisMoney;
import org.mercat.persistence.shared.DatabaseRole;
import org.mercat.persistence.shared.MyBatisSessions;
import org.mercat.persistence.shared.MyBatisUnitOfWork;
import org.mercat.persistence.shared.TestDatabase;

/**
 * Posts captures and releases of bookings in turn, each in a transaction of its own and every
 * client with a booking of its own, and prints how many entries a second come into the books; then
 * checks all the books.
 */
public final class LedgerPosts {

  private static final class Books extends MyBatisMoney {}

  private final Books books = new Books();
  private final Ledger ledger;
  private final UnitOfWork unitOfWork;

  private LedgerPosts(HikariDataSource pool) {
    var sessions = MyBatisSessions.of(pool);
    this.ledger = new MyBatisLedger(sessions);
    this.unitOfWork = new MyBatisUnitOfWork(sessions, DatabaseRole.MARKET);
  }

  public static void main(String[] arguments) throws InterruptedException, ExecutionException {
    var clients = Integer.getInteger("mercat.benchmark.clients", 8);
    var time = Duration.ofSeconds(Integer.getInteger("mercat.benchmark.round", 20));
    try (var pool = new HikariDataSource(poolOf(clients))) {
      new LedgerPosts(pool).run(clients, time);
    }
  }

  private static HikariConfig poolOf(int connections) {
    var config = new HikariConfig();
    config.setDataSource(TestDatabase.application());
    config.setMaximumPoolSize(connections);
    return config;
  }

  private void run(int clients, Duration time) throws InterruptedException, ExecutionException {
    var workers = new ArrayList<Client>();
    for (var number = 1; number <= clients; number++) {
      workers.add(new Client(captureAndRelease(number)));
    }
    var _ = Round.of(workers, time.dividedBy(2));
    var round = Round.of(workers, time);
    System.out.printf(
        "%d clients: %.0f entries/s, p50 %.1f ms, p99 %.1f ms%n",
        clients, round.perSecond(), round.percentileMillis(0.5), round.percentileMillis(0.99));
    var begin = System.nanoTime();
    var audit = inTenant(ledger::audit);
    System.out.printf(
        "check of %d entries: %.0f ms; it notices %d bookings that were paid more than once%n",
        audit.transactions(), (System.nanoTime() - begin) / 1e6, audit.problems().size());
  }

  /** What is posted for a booking that is paid and then confirmed. */
  private List<JournalEntry> captureAndRelease(int number) {
    var begun = books.begun(books.parties(), number, NOON);
    var capture =
        (Transition.Done)
            begun.captured(
                OperationKey.capture(begun.charge().booking()),
                new GatewayReference("pay_" + number),
                NOON);
    var release = (Transition.Done) capture.payment().release(FEE, NOON);
    return Stream.concat(capture.entries().stream(), release.entries().stream()).toList();
  }

  private <T> T inTenant(Supplier<T> work) {
    return Acting.of(books.tenant()).call(() -> unitOfWork.run(work));
  }

  /** Posts the same again and again, each time under another key. */
  private final class Client implements Round.Work {

    private final List<JournalEntry> entries;
    private int posted;

    Client(List<JournalEntry> entries) {
      this.entries = entries;
    }

    @Override
    public void once() {
      var entry = entries.get(posted % entries.size());
      var again =
          new JournalEntry(
              entry.key() + "/" + posted,
              entry.kind(),
              entry.subject(),
              entry.postings(),
              entry.at());
      posted++;
      var _ =
          inTenant(
              () -> {
                ledger.post(again);
                return again;
              });
    }
  }
}
