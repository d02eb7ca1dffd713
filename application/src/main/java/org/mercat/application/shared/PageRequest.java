package org.mercat.application.shared;

import java.util.Optional;
import java.util.UUID;

/**
 * A part of a list that is ordered newest first.
 *
 * @param limit how many items at the most, 1 to 100
 * @param after the id of the last item of the page before; empty for the first page
 */
public record PageRequest(int limit, Optional<UUID> after) {

  public static final int MOST = 100;

  public PageRequest {
    if (limit < 1 || limit > MOST) {
      throw new IllegalArgumentException("limit out of [1, " + MOST + "]: " + limit);
    }
  }
}
