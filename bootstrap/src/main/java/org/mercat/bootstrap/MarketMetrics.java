package org.mercat.bootstrap;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import org.mercat.application.shared.PortUnavailable;
import org.mercat.persistence.metric.Figure;
import org.mercat.persistence.metric.MarketFigures;
import org.mercat.persistence.metric.Measure;
import org.mercat.rest.metric.MetricSource;
import org.mercat.rest.metric.MetricText;
import org.mercat.rest.metric.MetricText.Kind;

/** The figures of the market and of its database, by the names under which they are watched. */
@Singleton
final class MarketMetrics implements MetricSource {
  private static final Logger LOG = System.getLogger(MarketMetrics.class.getName());

  /**
   * How a measure is told.
   *
   * @param label the name of what tells its kinds apart; empty when it has none
   */
  private record Telling(Measure measure, String name, String label, String meaning) {}

  private static final List<Telling> TOLD =
      List.of(
          new Telling(
              Measure.BOOKINGS, "mercat_bookings", "lifecycle", "Bookings by where they are."),
          new Telling(
              Measure.OPEN_HOLDS,
              "mercat_open_holds",
              "",
              "Times that are kept until they are paid."),
          new Telling(
              Measure.ESCROW_HELD,
              "mercat_escrow_held_minor_units",
              "currency",
              "Money in escrow, in minor units of its currency."),
          new Telling(
              Measure.GATEWAY_EVENTS,
              "mercat_gateway_events",
              "state",
              "Events of the gateway that are open or were given up (dead)."),
          new Telling(
              Measure.GATEWAY_EVENT_AGE,
              "mercat_gateway_event_oldest_seconds",
              "",
              "How long the oldest open event of the gateway has been waiting."),
          new Telling(
              Measure.OPEN_OPERATIONS,
              "mercat_gateway_calls_open",
              "state",
              "Calls of the gateway whose outcome is not known yet."),
          new Telling(
              Measure.OPEN_OPERATION_AGE,
              "mercat_gateway_call_oldest_seconds",
              "",
              "How long ago the first call without an outcome was made."),
          new Telling(
              Measure.MESSAGES,
              "mercat_messages",
              "state",
              "Messages to people that are waiting or were given up."),
          new Telling(
              Measure.MESSAGE_AGE,
              "mercat_outbox_lag_seconds",
              "",
              "How long the message that has been due longest has been waiting."),
          new Telling(
              Measure.SECURITY_EVENTS,
              "mercat_security_events",
              "event",
              "What may have been an attack within the last hour."),
          new Telling(
              Measure.TABLE_BYTES, "mercat_db_table_bytes", "table", "Size with its indexes."),
          new Telling(
              Measure.TABLE_ROWS,
              "mercat_db_table_rows",
              "table",
              "Rows, as the database estimates them."),
          new Telling(
              Measure.TABLE_SCANS,
              "mercat_db_table_scans",
              "table",
              "Scans of the whole table since the statistics began."),
          new Telling(
              Measure.INDEX_SCANS,
              "mercat_db_index_scans",
              "table",
              "Scans of its indexes since the statistics began."));

  private final MarketFigures figures;

  @Inject
  MarketMetrics(MarketFigures figures) {
    this.figures = figures;
  }

  /** Without the database there are no figures, which is a figure, too. */
  @Override
  public void write(MetricText text) {
    List<Figure> taken = List.of();
    boolean answers = false;
    try {
      taken = figures.take();
      answers = true;
    } catch (PortUnavailable unavailable) {
      LOG.log(Level.WARNING, "no figures: the database does not answer", unavailable);
    }
    text.only("mercat_db_up", Kind.GAUGE, "1 while the database answers.", answers ? 1 : 0);
    for (Telling telling : TOLD) {
      text.family(telling.name(), Kind.GAUGE, telling.meaning());
      for (Figure figure : taken) {
        if (figure.measure() == telling.measure()) {
          text.sample(
              telling.name(),
              telling.label().isEmpty() ? Map.of() : Map.of(telling.label(), figure.kind()),
              figure.amount());
        }
      }
    }
  }
}
