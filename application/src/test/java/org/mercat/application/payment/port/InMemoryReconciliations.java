package org.mercat.application.payment.port;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.UUID;
import org.mercat.application.shared.InMemoryUnitOfWork.Store;
import org.mercat.application.shared.Page;
import org.mercat.application.shared.PageRequest;
import org.mercat.domain.payment.Discrepancy;

public final class InMemoryReconciliations implements Reconciliations, Store {

  private NavigableSet<LocalDate> days = new TreeSet<>();
  private List<Found> found = new ArrayList<>();

  @Override
  public Runnable snapshot() {
    var daysThen = new TreeSet<>(days);
    var foundThen = new ArrayList<>(found);
    return () -> {
      days = daysThen;
      found = foundThen;
    };
  }

  @Override
  public NavigableSet<LocalDate> doneSince(LocalDate day) {
    return new TreeSet<>(days.tailSet(day));
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
