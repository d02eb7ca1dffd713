package org.mercat.application.availability.port;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.mercat.application.shared.InMemoryUnitOfWork.Store;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.TimeSlot;

public final class InMemoryBusyTimes implements BusyTimes, Store {

  private record Claim(ProviderId provider, TimeSlot during) {}

  private List<Claim> claims = new ArrayList<>();

  @Override
  public Runnable snapshot() {
    var copy = new ArrayList<>(claims);
    return () -> claims = copy;
  }

  public void claim(ProviderId provider, TimeSlot during) {
    claims.add(new Claim(provider, during));
  }

  @Override
  public List<TimeSlot> within(ProviderId provider, TimeSlot range) {
    return claims.stream()
        .filter(claim -> claim.provider().equals(provider))
        .map(Claim::during)
        .filter(range::overlaps)
        .sorted(Comparator.comparing(TimeSlot::from))
        .toList();
  }
}
