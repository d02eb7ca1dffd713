package org.mercat.domain.review;

/** How good the work was, from 1 to 5 stars. */
public record Rating(int stars) {

  public static final int WORST = 1;
  public static final int BEST = 5;

  public Rating {
    if (stars < WORST || stars > BEST) {
      throw new IllegalArgumentException("no rating: " + stars);
    }
  }
}
