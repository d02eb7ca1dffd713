package org.mercat.rest.shared;

import java.util.ArrayList;
import java.util.List;

/** The names that the seeds give to the same things, in the words of this API. */
final class Aliases {

  private Aliases() {}

  /** The segments of the canonical path below the base. */
  static List<String> canonical(List<String> asked) {
    var path = new ArrayList<>(asked);
    if (startsWith(path, "marketplace")) {
      path.removeFirst();
    }
    if (startsWith(path, "vendors")) {
      path.set(0, "providers");
      replace(path, 1, "profile", "register");
    } else if (startsWith(path, "catalog", "services")) {
      path.removeFirst();
      path.set(0, "listings");
    } else if (startsWith(path, "catalog", "search")) {
      path.removeFirst();
    } else if (startsWith(path, "messages", "threads")) {
      path.removeFirst();
      path.set(0, "conversations");
    } else if (startsWith(path, "transactions")) {
      path.set(0, "bookings");
      replace(path, 2, "complete", "deliver");
    } else if (startsWith(path, "bookings")) {
      replace(path, 2, "confirm_completion", "confirm");
    }
    return path;
  }

  /** The words in which the path that was asked tells the status of bookings. */
  static StatusWords words(List<String> asked) {
    var first = startsWith(asked, "marketplace") ? 1 : 0;
    return asked.size() > first && asked.get(first).equals("transactions")
        ? StatusWords.TRANSACTIONS
        : StatusWords.BOOKINGS;
  }

  private static boolean startsWith(List<String> path, String... segments) {
    return path.size() >= segments.length
        && path.subList(0, segments.length).equals(List.of(segments));
  }

  private static void replace(List<String> path, int index, String from, String to) {
    if (path.size() == index + 1 && path.get(index).equals(from)) {
      path.set(index, to);
    }
  }
}
