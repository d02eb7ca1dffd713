package org.mercat.application.payment.port;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.mercat.application.shared.InMemoryUnitOfWork.Store;
import org.mercat.application.shared.Page;
import org.mercat.application.shared.PageRequest;
import org.mercat.domain.payment.Discrepancy;

public final class InMemoryReconciliations implements Reconciliations, Store {

  private Set<LocalDate> days = new HashSet<>();
  private List<Found> found = new ArrayList<>();

  @Override
  public Runnable snapshot() {
    var daysThen = new HashSet<>(days);
    var foundThen = new ArrayList<>(found);
    return () -> {
      days = daysThen;
      found = foundThen;
    };
  }

  @Override
  public boolean isDone(LocalDate day) {
    return days.contains(day);
  }

  @Override
  public void done(LocalDate day, Instant now) {
    days.add(day);
  }

  @Override
  public boolean add(LocalDate day, Discrepancy discrepancy, Instant now) {
    var isKnown =
        found.stream()
            .map(Found::discrepancy)
            .anyMatch(
                each ->
                    each.kind() == discrepancy.kind()
                        && each.reference().equals(discrepancy.reference()));
    return !isKnown && found.add(new Found(new UUID(found.size() + 1L, 0), day, discrepancy, now));
  }

  @Override
  public Page<Found> find(PageRequest page) {
    var fitting =
        found.reversed().stream()
            .filter(each -> page.after().filter(last -> each.id().compareTo(last) >= 0).isEmpty())
            .limit(page.limit() + 1L)
            .toList();
    return Page.of(fitting, page, Found::id);
  }
}
