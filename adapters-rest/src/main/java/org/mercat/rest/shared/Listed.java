package org.mercat.rest.shared;

import java.util.List;
import java.util.Optional;
import org.mercat.application.shared.Page;

/** A part of a list on the wire; the last part has no cursor. */
public record Listed<T>(List<T> items, Optional<String> nextCursor) {

  public static <T> Listed<T> of(Page<T> page) {
    return new Listed<>(page.items(), page.next().map(Paging::encoded));
  }

  /** A list that is always whole. */
  public static <T> Listed<T> whole(List<T> items) {
    return new Listed<>(items, Optional.empty());
  }
}
