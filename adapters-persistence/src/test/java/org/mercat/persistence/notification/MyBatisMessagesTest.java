package org.mercat.persistence.notification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mercat.application.notification.port.MessageQueue;
import org.mercat.application.notification.port.MessageQueue.Leased;
import org.mercat.application.notification.port.MessageQueueContract;
import org.mercat.application.notification.port.SampleMessages;
import org.mercat.application.shared.InMemorySealer;
import org.mercat.application.shared.MessageOutbox;
import org.mercat.application.shared.MessageOutboxContract;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.notification.Envelope;
import org.mercat.domain.notification.MessageId;
import org.mercat.domain.tenancy.TenantId;
import org.mercat.persistence.shared.AesSealer;
import org.mercat.persistence.shared.Sql;
import org.mercat.persistence.shared.TestDatabase;

class MyBatisMessagesTest implements MessageOutboxContract, MessageQueueContract {

  private final TenantId tenant = TestDatabase.newTenant();
  private final MyBatisMessages messages =
      new MyBatisMessages(
          TestDatabase.SESSIONS, new AesSealer(List.of(new byte[AesSealer.KEY_BYTES])));
  private final UnitOfWork unitOfWork = TestDatabase.of(tenant);

  @Override
  public MessageOutbox outbox() {
    return messages;
  }

  @Override
  public MessageQueue queue() {
    return messages;
  }

  @Override
  public UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  public List<Envelope> waiting() {
    var envelopes = new ArrayList<Envelope>();
    for (var next = lease(); next.isPresent(); next = lease()) {
      envelopes.add(next.get().envelope().orElseThrow());
    }
    return envelopes;
  }

  @Test
  void nothing_of_a_message_can_be_read_in_the_database() throws SQLException {
    append();

    assertThat(stored("select sealed is not null from outgoing_message")).containsExactly("t");
    assertThat(stored("select m::text from outgoing_message m"))
        .singleElement()
        .asString()
        .doesNotContain(SampleMessages.TOKEN.value(), hex(SampleMessages.TOKEN.value()))
        .doesNotContain("zoe", hex("zoe@example.org"));
  }

  @Test
  void nothing_of_a_message_is_left_when_it_was_sent() throws SQLException {
    append();
    var leased = lease().orElseThrow();

    end(() -> messages.sent(leased, LATER));

    assertThat(stored("select state || coalesce(sealed::text, '') from outgoing_message"))
        .containsExactly("SENT");
  }

  @Test
  void nothing_but_the_reason_is_left_when_it_was_given_up() throws SQLException {
    append();
    var leased = lease().orElseThrow();

    end(() -> messages.giveUp(leased, LATER, "x".repeat(300)));

    assertThat(stored("select state || coalesce(sealed::text, '') from outgoing_message"))
        .containsExactly("GIVEN_UP");
    assertThat(stored("select why from outgoing_message")).containsExactly("x".repeat(200));
  }

  @Test
  void the_database_refuses_to_keep_what_was_sent() {
    append();

    assertThatThrownBy(() -> write("update outgoing_message set state = 'SENT', ended_at = now()"))
        .hasMessageContaining("outgoing_message_keeps_nothing_after_its_end");
  }

  @Test
  void a_message_whose_key_is_gone_comes_without_its_envelope() {
    append();
    var stranger = new MyBatisMessages(TestDatabase.SESSIONS, new InMemorySealer());

    var leased = unitOfWork.run(() -> stranger.lease(LATER)).orElseThrow();

    assertThat(leased.envelope()).isEmpty();
  }

  @Test
  void a_seal_put_into_another_row_is_broken() throws SQLException {
    append();
    append();
    write(
        "update outgoing_message set sealed = (select sealed from outgoing_message order by id limit 1)");

    assertThat(List.of(lease().orElseThrow(), lease().orElseThrow()))
        .extracting(Leased::envelope)
        .containsOnlyOnce(Optional.empty());
  }

  @Test
  void another_tenant_gets_none_of_them() {
    append();

    assertThat(TestDatabase.unitOfWork().run(() -> messages.lease(LATER))).isEmpty();
  }

  @Test
  void of_many_who_take_at_once_each_message_goes_to_one() throws Exception {
    var takers = 4;
    var each = 5;
    IntStream.range(0, takers * each).forEach(_ -> append());
    var taken = new ConcurrentLinkedQueue<MessageId>();
    var barrier = new CyclicBarrier(takers);

    try (var threads = Executors.newFixedThreadPool(takers)) {
      var ends =
          IntStream.range(0, takers)
              .mapToObj(
                  _ ->
                      threads.submit(
                          () -> {
                            barrier.await();
                            for (var turn = 0; turn < each; turn++) {
                              lease().map(Leased::id).ifPresent(taken::add);
                            }
                            return true;
                          }))
              .toList();
      for (var end : ends) {
        assertThat(end.get()).isTrue();
      }
    }

    assertThat(taken).doesNotHaveDuplicates();
    assertThat(taken.size() + waiting().size()).isEqualTo(takers * each);
  }

  @Test
  void what_ended_a_month_ago_is_forgotten() throws SQLException {
    append();
    append();
    var old = lease().orElseThrow();
    var young = lease().orElseThrow();
    end(() -> messages.sent(old, Instant.now().minusSeconds(31 * 86_400)));
    end(() -> messages.sent(young, Instant.now()));

    messages.pruning(unitOfWork).work().run();

    assertThat(stored("select id from outgoing_message"))
        .containsExactly(young.id().value().toString());
  }

  private static String hex(String text) {
    return HexFormat.of().formatHex(text.getBytes(UTF_8));
  }

  private Optional<Leased> lease() {
    return unitOfWork.run(() -> messages.lease(LATER));
  }

  private void append() {
    end(() -> messages.append(SampleMessages.verifyEmail()));
  }

  @CanIgnoreReturnValue
  private boolean end(Runnable work) {
    return unitOfWork.run(
        () -> {
          work.run();
          return true;
        });
  }

  private List<String> stored(String query) throws SQLException {
    try (var connection = TestDatabase.application().getConnection()) {
      Sql.enter(connection, tenant);
      return Sql.column(connection, query);
    }
  }

  private void write(String sql) throws SQLException {
    try (var connection = TestDatabase.application().getConnection()) {
      Sql.enter(connection, tenant);
      Sql.execute(connection, sql);
      connection.commit();
    }
  }
}
