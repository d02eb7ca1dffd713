package org.mercat.rest.metric;

/** Somebody who knows figures of this node or of the market. */
@FunctionalInterface
public interface MetricSource {

  /** Writes them as they are now. */
  void write(MetricText text);
}
