package org.mercat.domain.geo;

/** How far apart two points are, or how far a provider goes. */
public record Distance(long metres) implements Comparable<Distance> {

  public Distance {
    if (metres < 0) {
      throw new IllegalArgumentException("negative distance: " + metres + " m");
    }
  }

  @Override
  public int compareTo(Distance other) {
    return Long.compare(metres, other.metres);
  }
}
