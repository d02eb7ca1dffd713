package org.mercat.persistence.metric;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.mercat.application.shared.Acting;
import org.mercat.application.shared.PortUnavailable;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.tenancy.TenantId;
import org.mercat.persistence.shared.Sessions;

/**
 * How much of everything there is, over all tenants. Taken at most once in a while, so that nobody
 * can keep the database busy by asking.
 */
public final class MarketFigures {

  /** How old figures may be. */
  public static final Duration FRESH = Duration.ofSeconds(10);

  private record Name(Measure measure, String kind) {
    private static final Comparator<Name> ORDER =
        Comparator.comparing(Name::measure).thenComparing(Name::kind);
  }

  private record Taken(Instant at, List<Figure> figures) {}

  private final Sessions sessions;
  private final UnitOfWork unitOfWork;
  private final InstantSource system;
  private Taken last = new Taken(Instant.EPOCH, List.of());

  public MarketFigures(Sessions sessions, UnitOfWork unitOfWork, InstantSource system) {
    this.sessions = sessions;
    this.unitOfWork = unitOfWork;
    this.system = system;
  }

  /**
   * The figures in a fixed order, at most {@link #FRESH} old.
   *
   * @throws PortUnavailable if the database does not answer
   */
  public synchronized List<Figure> take() {
    var now = system.instant();
    if (!now.isBefore(last.at().plus(FRESH))) {
      last = new Taken(now, together());
    }
    return last.figures();
  }

  private List<Figure> together() {
    Map<Name, Long> amounts = new TreeMap<>(Name.ORDER);
    var market = Acting.of(TenantId.DEFAULT);
    var tenants = market.call(() -> unitOfWork.run(() -> mapper().tenants()));
    Stream.concat(
            market.call(() -> unitOfWork.run(() -> mapper().ofDatabase())).stream(),
            tenants.stream().map(TenantId::new).flatMap(tenant -> of(tenant).stream()))
        .forEach(
            figure ->
                amounts.merge(
                    new Name(figure.measure(), figure.kind()),
                    figure.amount(),
                    figure.measure()::together));
    return amounts.entrySet().stream()
        .map(it -> new Figure(it.getKey().measure(), it.getKey().kind(), it.getValue()))
        .toList();
  }

  private List<Figure> of(TenantId tenant) {
    return Acting.of(tenant).call(() -> unitOfWork.run(() -> mapper().ofTenant()));
  }

  private FigureMapper mapper() {
    return sessions.mapper(FigureMapper.class);
  }
}
