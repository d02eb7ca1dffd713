package org.mercat.application.audit.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mercat.application.audit.port.AuditChain.Chained;
import org.mercat.application.audit.port.AuditChain.Sealed;
import org.mercat.application.shared.PageRequest;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.audit.AuditEntry;
import org.mercat.domain.audit.Head;
import org.mercat.domain.audit.Link;

/** What every adapter of {@link AuditChain} promises; each test has a chain of its own. */
public interface AuditChainContract {

  String SEAL = "5ea1";

  AuditTrail trail();

  AuditChain chain();

  UnitOfWork unitOfWork();

  @Test
  default void a_chain_begins_with_nothing() {
    assertThat(unitOfWork().run(() -> chain().lock())).isEqualTo(Head.NONE);
    assertThat(unitOfWork().run(() -> chain().end())).isEmpty();
    assertThat(unitOfWork().run(() -> chain().after(0, 9))).isEmpty();
    assertThat(unitOfWork().run(() -> chain().strays(9))).isEmpty();
  }

  @Test
  default void entries_wait_for_their_place_oldest_first() {
    var entries = appended(3);

    assertThat(unitOfWork().run(() -> chain().waiting(2))).isEqualTo(entries.subList(0, 2));
    assertThat(unitOfWork().run(() -> chain().countWaiting())).isEqualTo(3);
  }

  @Test
  default void what_has_a_place_does_not_wait_any_more() {
    var entries = appended(3);

    var end = extended(2);

    assertThat(unitOfWork().run(() -> chain().waiting(9))).isEqualTo(entries.subList(2, 3));
    assertThat(unitOfWork().run(() -> chain().end())).contains(new Sealed(end, SEAL));
    assertThat(unitOfWork().run(() -> chain().lock())).isEqualTo(end);
  }

  @Test
  default void the_chain_is_read_in_its_order_with_what_stands_there() {
    var entries = appended(5);
    var _ = extended(2);
    var _ = extended(3);

    var chained = new ArrayList<>(unitOfWork().run(() -> chain().after(0, 3)));
    chained.addAll(unitOfWork().run(() -> chain().after(3, 3)));

    assertThat(chained).extracting(it -> it.entry().orElseThrow()).isEqualTo(entries);
    var at = Head.NONE;
    for (Chained each : chained) {
      assertThat(each.link()).isEqualTo(at.next(each.entry().orElseThrow()));
      at = each.link().head();
    }
  }

  @Test
  default void an_entry_is_found_with_its_place() {
    var entry = appended(1).getFirst();
    var end = extended(1);

    assertThat(newest().link()).contains(new Link(1, entry.id(), end.hash()));
  }

  @Test
  default void nothing_is_out_of_place_when_nobody_tampers() {
    var _ = appended(4);
    var _ = extended(2);

    assertThat(unitOfWork().run(() -> chain().strays(9))).isEmpty();
  }

  @Test
  default void those_who_extend_the_chain_at_once_take_turns() throws Exception {
    var entries = appended(8);
    var start = new CyclicBarrier(4);

    try (var executor = Executors.newFixedThreadPool(4)) {
      for (var _ : entries.subList(0, 4)) {
        var _ =
            executor.submit(
                () -> {
                  start.await();
                  return extended(2);
                });
      }
    }

    var chained = unitOfWork().run(() -> chain().after(0, 9));
    assertThat(chained).extracting(it -> it.link().sequence()).hasSize(8).isSorted();
    assertThat(chained).extracting(it -> it.entry().orElseThrow()).isEqualTo(entries);
  }

  /** Appends so many entries; returns them, oldest first. */
  default List<AuditEntry> appended(int many) {
    return IntStream.range(0, many)
        .mapToObj(
            _ -> {
              var deed = SampleDeeds.delivered();
              var done =
                  unitOfWork()
                      .run(
                          () -> {
                            trail().append(List.of(deed));
                            return deed;
                          });
              assertThat(done).isEqualTo(deed);
              return newest().entry();
            })
        .toList();
  }

  /** Gives so many entries their places; returns the end of the chain. */
  private Head extended(int many) {
    return unitOfWork()
        .run(
            () -> {
              var head = chain().lock();
              var links = new ArrayList<Link>();
              for (var entry : chain().waiting(many)) {
                links.add(head.next(entry));
                head = links.getLast().head();
              }
              chain().extend(links, new Sealed(head, SEAL));
              return head;
            });
  }

  private AuditTrail.Recorded newest() {
    var first = new PageRequest(1, Optional.empty());
    return unitOfWork()
        .run(() -> trail().find(AuditTrail.Filter.EVERYTHING, first))
        .items()
        .getFirst();
  }
}
