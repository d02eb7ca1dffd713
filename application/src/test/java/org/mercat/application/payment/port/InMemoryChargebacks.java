package org.mercat.application.payment.port;

import static java.util.Comparator.comparing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.application.shared.InMemoryUnitOfWork.Store;
import org.mercat.application.shared.Page;
import org.mercat.application.shared.PageRequest;
import org.mercat.application.shared.TimeOrderedIds;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.payment.Chargeback;
import org.mercat.domain.payment.ChargebackId;
import org.mercat.domain.payment.GatewayReference;

public final class InMemoryChargebacks implements Chargebacks, Store {

  private static final Duration FOLLOWED = Duration.ofDays(120);

  private Map<ChargebackId, Chargeback> stored = new LinkedHashMap<>();
  private Map<ChargebackId, Instant> checks = new HashMap<>();
  private Map<ChargebackId, List<Material>> material = new HashMap<>();
  private Set<ChargebackId> raised = new HashSet<>();

  @Override
  public Runnable snapshot() {
    var chargebacks = new LinkedHashMap<>(stored);
    var times = new HashMap<>(checks);
    var told = new HashMap<>(material);
    var alarms = new HashSet<>(raised);
    return () -> {
      stored = chargebacks;
      checks = times;
      material = told;
      raised = alarms;
    };
  }

  /** All of them, in the order of their finding. */
  public List<Chargeback> all() {
    return List.copyOf(stored.values());
  }

  @Override
  public ChargebackId nextId() {
    return new ChargebackId(TimeOrderedIds.next());
  }

  @Override
  public Optional<Chargeback> find(ChargebackId id) {
    return Optional.ofNullable(stored.get(id));
  }

  @Override
  public Optional<Chargeback> of(GatewayReference dispute) {
    return stored.values().stream().filter(it -> it.claim().dispute().equals(dispute)).findAny();
  }

  @Override
  public List<Chargeback> ofBooking(BookingId booking) {
    return newestFirst().stream().filter(it -> it.booking().equals(booking)).toList();
  }

  @Override
  public void add(Chargeback chargeback) {
    if (of(chargeback.claim().dispute()).isPresent()
        || stored.putIfAbsent(chargeback.id(), chargeback) != null) {
      throw new ConcurrencyConflict(chargeback.id().toString());
    }
    checks.put(chargeback.id(), Instant.EPOCH);
  }

  @Override
  public void update(Chargeback chargeback) {
    var current = stored.get(chargeback.id());
    if (current == null || current.version() != chargeback.version()) {
      throw new ConcurrencyConflict(chargeback.id().toString());
    }
    stored.put(
        chargeback.id(),
        new Chargeback(
            chargeback.id(),
            chargeback.booking(),
            chargeback.provider(),
            chargeback.claim(),
            chargeback.policy(),
            chargeback.books(),
            chargeback.evidence(),
            chargeback.version() + 1));
  }

  @Override
  public Page<Chargeback> list(Filter filter, PageRequest page) {
    var found =
        newestFirst().stream()
            .filter(it -> filter.status().filter(of -> of != it.claim().status()).isEmpty())
            .filter(it -> filter.provider().filter(of -> !of.equals(it.provider())).isEmpty())
            .filter(it -> page.after().filter(id -> it.id().value().compareTo(id) >= 0).isEmpty())
            .limit(page.limit() + 1L)
            .toList();
    return Page.of(found, page, it -> it.id().value());
  }

  @Override
  public List<Chargeback> lease(Instant now, int most) {
    var due =
        stored.values().stream()
            .filter(it -> !checks.getOrDefault(it.id(), Instant.EPOCH).isAfter(now))
            .filter(it -> !it.claim().status().isClosed() || isFollowed(it, now))
            .limit(most)
            .toList();
    due.forEach(
        it -> {
          var rest = it.claim().status().isClosed() ? Duration.ofDays(1) : Duration.ofHours(1);
          checks.put(it.id(), now.plus(rest));
        });
    return due;
  }

  @Override
  public List<Chargeback> unheard(Instant until, int most) {
    return stored.values().stream()
        .filter(it -> it.claim().status().awaitsEvidence() && it.claim().submissions() == 0)
        .filter(it -> it.claim().respondBy().filter(by -> by.isBefore(until)).isPresent())
        .filter(it -> !raised.contains(it.id()))
        .limit(most)
        .toList();
  }

  @Override
  public boolean raise(ChargebackId chargeback, Instant now) {
    return raised.add(chargeback);
  }

  @Override
  public boolean addMaterial(ChargebackId chargeback, Material told) {
    var all = new ArrayList<>(materialOf(chargeback));
    if (all.size() >= MOST_MATERIAL) {
      return false;
    }
    all.add(told);
    material.put(chargeback, all);
    return true;
  }

  @Override
  public List<Material> materialOf(ChargebackId chargeback) {
    return List.copyOf(material.getOrDefault(chargeback, List.of()));
  }

  private List<Chargeback> newestFirst() {
    return stored.values().stream()
        .sorted(comparing((Chargeback it) -> it.id().value()).reversed())
        .toList();
  }

  private static boolean isFollowed(Chargeback chargeback, Instant now) {
    return now.isBefore(chargeback.claim().openedAt().plus(FOLLOWED));
  }
}
