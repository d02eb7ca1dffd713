package org.mercat.rest.shared;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The trace that a request belongs to (W3C Trace Context, level 1): that of the caller, or a new
 * one.
 *
 * @param traceId 32 hexadecimal digits
 */
public record TraceContext(String traceId) {

  /** The name of the header that it comes in. */
  public static final String HEADER = "traceparent";

  private static final Pattern PARENT =
      Pattern.compile(
          "(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}(-.*)?");
  private static final Pattern VERSION_0 = Pattern.compile("00-.{52}");

  /** The same one however often the request is asked. */
  public static TraceContext of(HttpServletRequest request) {
    if (request.getAttribute(HEADER) instanceof TraceContext known) {
      return known;
    }
    var context = read(request.getHeader(HEADER)).orElseGet(TraceContext::begin);
    request.setAttribute(HEADER, context);
    return context;
  }

  private static Optional<TraceContext> read(@Nullable String parent) {
    return Optional.ofNullable(parent)
        .filter(text -> !text.startsWith("00") || VERSION_0.matcher(text).matches())
        .map(PARENT::matcher)
        .filter(Matcher::matches)
        .map(found -> new TraceContext(found.group(1)));
  }

  private static TraceContext begin() {
    var random = UUID.randomUUID();
    var digits = HexFormat.of();
    return new TraceContext(
        digits.toHexDigits(random.getMostSignificantBits())
            + digits.toHexDigits(random.getLeastSignificantBits()));
  }
}
