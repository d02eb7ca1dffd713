package org.mercat.persistence.audit;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.mercat.application.audit.port.AuditChain;
import org.mercat.domain.audit.AuditEntry;
import org.mercat.domain.audit.Head;
import org.mercat.domain.audit.Link;
import org.mercat.persistence.shared.JsonRows;
import org.mercat.persistence.shared.Sessions;

/** The row of {@code audit_head} is what those who extend the chain wait for. */
public final class MyBatisAuditChain implements AuditChain {

  private final Sessions sessions;

  public MyBatisAuditChain(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public Head lock() {
    mapper().begin();
    return mapper().lock().toDomain();
  }

  @Override
  public List<AuditEntry> waiting(int most) {
    return mapper().waiting(most).stream().map(AuditEntryRow::toDomain).toList();
  }

  @Override
  public void extend(List<Link> links, Sealed end) {
    var rows = links.stream().map(LinkRow::of).toList();
    var head = new HeadRow(end.head().entries(), end.head().hash(), end.seal());
    if (mapper().extend(JsonRows.of(rows), head) != 1) {
      throw new IllegalStateException("the end of the chain was not locked");
    }
  }

  @Override
  public Optional<Sealed> end() {
    return mapper()
        .end()
        .map(row -> new Sealed(row.toDomain(), Objects.requireNonNullElse(row.seal(), "")));
  }

  @Override
  public List<Chained> after(long sequence, int most) {
    var links = mapper().links(sequence, most);
    if (links.isEmpty()) {
      return List.of();
    }
    var entries =
        mapper().entries(sequence, links.getLast().sequence()).stream()
            .map(AuditEntryRow::toDomain)
            .collect(toMap(entry -> entry.id().value(), entry -> entry));
    return links.stream()
        .map(row -> new Chained(row.toDomain(), Optional.ofNullable(entries.get(row.entryId()))))
        .toList();
  }

  @Override
  public long countWaiting() {
    return mapper().countWaiting();
  }

  @Override
  public List<Stray> strays(int most) {
    return mapper().strays(most).stream().map(StrayRow::toDomain).toList();
  }

  private AuditChainMapper mapper() {
    return sessions.mapper(AuditChainMapper.class);
  }
}
