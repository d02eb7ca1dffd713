package org.mercat.rest.shared;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.regex.Pattern;

/** The method and the path below the base that a request asks for, as they are written. */
record Address(String method, List<String> path) {

  private static final Pattern ID =
      Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

  Address {
    path = List.copyOf(path);
  }

  static Address of(HttpServletRequest request) {
    var uri = request.getRequestURI();
    var below = uri.substring(Math.min(uri.length(), Api.BASE.length()));
    return new Address(request.getMethod(), segments(below));
  }

  static List<String> segments(String path) {
    return Pattern.compile("/").splitAsStream(path).filter(part -> !part.isEmpty()).toList();
  }

  String uri() {
    return Api.BASE + "/" + String.join("/", path);
  }

  /** Whether the path has these segments; {@code *} stands for any one. */
  boolean matches(String pattern) {
    var segments = segments(pattern);
    if (segments.size() != path.size()) {
      return false;
    }
    for (var index = 0; index < path.size(); index++) {
      if (!segments.get(index).equals("*") && !segments.get(index).equals(path.get(index))) {
        return false;
      }
    }
    return true;
  }

  boolean isWithin(String first) {
    return !path.isEmpty() && path.getFirst().equals(first);
  }

  /** The route without what it is called with: ids and slugs are left out. */
  String route() {
    var parts =
        path.stream()
            .map(part -> ID.matcher(part).matches() ? "{id}" : part)
            .toArray(String[]::new);
    if (parts.length > 1 && parts[0].equals("listings")) {
      parts[1] = "{id}";
    }
    return method + " /" + String.join("/", parts);
  }
}
