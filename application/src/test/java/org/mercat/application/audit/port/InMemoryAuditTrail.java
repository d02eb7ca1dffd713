package org.mercat.application.audit.port;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.mercat.application.shared.InMemoryUnitOfWork.Store;
import org.mercat.application.shared.Page;
import org.mercat.application.shared.PageRequest;
import org.mercat.application.shared.TimeOrderedIds;
import org.mercat.domain.audit.AuditEntry;
import org.mercat.domain.audit.AuditEntryId;
import org.mercat.domain.audit.Deed;
import org.mercat.domain.audit.Head;
import org.mercat.domain.audit.Link;
import org.mercat.domain.shared.DomainEvent.Subject;

/** The trail and its chain, with ways to tamper with both. */
public final class InMemoryAuditTrail implements AuditTrail, AuditChain, Store {

  private NavigableMap<UUID, AuditEntry> entries = new TreeMap<>();
  private Set<UUID> waiting = new LinkedHashSet<>();
  private NavigableMap<Long, Link> links = new TreeMap<>();
  private Optional<Sealed> end = Optional.empty();

  @Override
  public Runnable snapshot() {
    var entriesBefore = new TreeMap<>(entries);
    var waitingBefore = new LinkedHashSet<>(waiting);
    var linksBefore = new TreeMap<>(links);
    var endBefore = end;
    return () -> {
      entries = entriesBefore;
      waiting = waitingBefore;
      links = linksBefore;
      end = endBefore;
    };
  }

  @Override
  public void append(List<Deed> deeds) {
    deeds.forEach(
        deed -> {
          var id = new AuditEntryId(TimeOrderedIds.next());
          var before = deed.change().flatMap(_ -> last(deed.subject()));
          var after = deed.change().map(change -> AuditEntry.after(before, change));
          entries.put(id.value(), new AuditEntry(id, deed, before, after));
          waiting.add(id.value());
        });
  }

  private Optional<String> last(Subject subject) {
    return entries.descendingMap().values().stream()
        .filter(entry -> entry.deed().subject().equals(subject))
        .flatMap(entry -> entry.after().stream())
        .findFirst();
  }

  @Override
  public Page<Recorded> find(Filter filter, PageRequest page) {
    var before = page.after().map(id -> entries.headMap(id, false)).orElse(entries);
    var found =
        before.descendingMap().values().stream()
            .filter(entry -> fits(filter, entry))
            .limit(page.limit() + 1L)
            .map(entry -> new Recorded(entry, link(entry.id())))
            .toList();
    return Page.of(found, page, recorded -> recorded.entry().id().value());
  }

  private Optional<Link> link(AuditEntryId entry) {
    return links.values().stream().filter(link -> link.entry().equals(entry)).findFirst();
  }

  private static boolean fits(Filter filter, AuditEntry entry) {
    var deed = entry.deed();
    var at = entry.id().at();
    return filter.actor().map(actor -> deed.actor().id().equals(Optional.of(actor))).orElse(true)
        && filter.subject().map(subject -> deed.subject().id().equals(subject)).orElse(true)
        && filter.action().map(action -> deed.action() == action).orElse(true)
        && filter.from().map(from -> !at.isBefore(from)).orElse(true)
        && filter.to().map(at::isBefore).orElse(true);
  }

  @Override
  public Head lock() {
    return end.map(Sealed::head).orElse(Head.NONE);
  }

  @Override
  public List<AuditEntry> waiting(int most) {
    return waiting.stream().sorted().map(entries::get).limit(most).toList();
  }

  @Override
  public void extend(List<Link> more, Sealed next) {
    more.forEach(
        link -> {
          links.put(link.sequence(), link);
          waiting.remove(link.entry().value());
        });
    end = Optional.of(next);
  }

  @Override
  public Optional<Sealed> end() {
    return end;
  }

  @Override
  public List<Chained> after(long sequence, int most) {
    return links.tailMap(sequence, false).values().stream()
        .limit(most)
        .map(link -> new Chained(link, Optional.ofNullable(entries.get(link.entry().value()))))
        .toList();
  }

  @Override
  public long countWaiting() {
    return waiting.size();
  }

  @Override
  public List<Stray> strays(int most) {
    var placed = new HashSet<UUID>();
    links.values().forEach(link -> placed.add(link.entry().value()));
    var strays = new ArrayList<Stray>();
    entries.keySet().stream()
        .filter(id -> !placed.contains(id) && !waiting.contains(id))
        .forEach(id -> strays.add(new Stray.Unchained(new AuditEntryId(id))));
    links.tailMap(lock().entries(), false).values().stream()
        .map(link -> new Stray.Beyond(link.entry(), link.sequence()))
        .forEach(strays::add);
    waiting.stream()
        .filter(id -> !entries.containsKey(id))
        .forEach(id -> strays.add(new Stray.Vanished(new AuditEntryId(id))));
    return strays.stream().limit(most).toList();
  }

  /** Every entry, oldest first. */
  public Stream<AuditEntry> all() {
    return List.copyOf(entries.values()).stream();
  }

  /** Somebody changes an entry, or puts one in. */
  public void forge(AuditEntry entry) {
    entries.put(entry.id().value(), entry);
  }

  /** Somebody takes an entry away, and its place in the chain if he likes. */
  public void remove(AuditEntryId entry, boolean withItsPlace) {
    entries.remove(entry.value());
    if (withItsPlace) {
      links.values().removeIf(link -> link.entry().equals(entry));
    }
  }

  /** Somebody tells another end of the chain. */
  public void forge(Sealed another) {
    end = Optional.of(another);
  }
}
