package org.mercat.application.fee.port;

import java.time.Instant;
import java.util.TreeMap;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.application.shared.InMemoryUnitOfWork.Store;
import org.mercat.domain.fee.FeeTariff;

public final class InMemoryPlatformFees implements PlatformFees, Store {

  private TreeMap<Long, FeeTariff> tariffs = new TreeMap<>();

  @Override
  public Runnable snapshot() {
    var copy = new TreeMap<>(tariffs);
    return () -> tariffs = copy;
  }

  @Override
  public FeeTariff inForce() {
    return tariffs.isEmpty() ? FeeTariff.INITIAL : tariffs.lastEntry().getValue();
  }

  @Override
  public void add(FeeTariff tariff, Instant setAt) {
    if (tariffs.putIfAbsent(tariff.version(), tariff) != null) {
      throw new ConcurrencyConflict("platform fee v" + tariff.version());
    }
  }
}
