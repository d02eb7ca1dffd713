package org.mercat.application.shared;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** One part of a list; {@code next} is where the part after it starts, empty on the last one. */
public record Page<T>(List<T> items, Optional<UUID> next) {

  public Page {
    items = List.copyOf(items);
  }

  /** Makes a page of what was found when one item more than the limit was asked for. */
  public static <T> Page<T> of(List<T> found, PageRequest request, Function<T, UUID> id) {
    if (found.size() <= request.limit()) {
      return new Page<>(found, Optional.empty());
    }
    var items = found.subList(0, request.limit());
    return new Page<>(items, Optional.of(id.apply(items.getLast())));
  }

  public <R> Page<R> map(Function<T, R> change) {
    return new Page<>(items.stream().map(change).toList(), next);
  }
}
