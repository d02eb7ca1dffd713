package org.mercat.rest.shared;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The name of one request, in its answer, its problem and its lines of the log. */
record RequestId(String value) {

  static final String HEADER = "Request-Id";

  private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{7,63}");
  private static final ScopedValue<RequestId> CURRENT = ScopedValue.newInstance();

  /** The id that a caller sent, if it is one; a new one otherwise. */
  static RequestId of(@Nullable String sent) {
    return new RequestId(
        Optional.ofNullable(sent)
            .filter(WELL_FORMED.asMatchPredicate())
            .orElseGet(() -> UUID.randomUUID().toString()));
  }

  /** That of the request that is being answered. */
  static Optional<RequestId> current() {
    return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
  }

  /** The same for a line of the log. */
  static String currentName() {
    return current().map(RequestId::value).orElse("no request");
  }

  <T> T during(ScopedValue.CallableOp<T, RuntimeException> work) {
    return ScopedValue.where(CURRENT, this).call(work);
  }
}
