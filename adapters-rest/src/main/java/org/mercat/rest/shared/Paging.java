package org.mercat.rest.shared;

import jakarta.ws.rs.core.UriInfo;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;
import org.mercat.application.shared.PageRequest;

/** The parameters of a list: {@code limit} and {@code cursor}. */
public final class Paging {

  public static final String LIMIT = "limit";
  public static final String CURSOR = "cursor";

  private static final int DEFAULT_LIMIT = 20;
  private static final int BYTES_OF_A_CURSOR = 16;

  private Paging() {}

  /** Reads them from a query that may have no other parameter. */
  public static PageRequest parse(UriInfo uri) {
    return parse(Query.only(uri, LIMIT, CURSOR));
  }

  /** Reads them from a query that knows both. */
  public static PageRequest parse(Query query) {
    return new PageRequest(
        query.number(LIMIT, 1, PageRequest.MOST).orElse(DEFAULT_LIMIT),
        query.read(CURSOR, Paging::decoded, "is none that was given out here"));
  }

  /** An id as a cursor, which says nothing to anybody. */
  static String encoded(UUID last) {
    var bytes =
        ByteBuffer.allocate(BYTES_OF_A_CURSOR)
            .putLong(last.getMostSignificantBits())
            .putLong(last.getLeastSignificantBits());
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }

  private static UUID decoded(String cursor) {
    var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
    try {
      var id = new UUID(bytes.getLong(), bytes.getLong());
      if (bytes.hasRemaining()) {
        throw new IllegalArgumentException("too long for a cursor");
      }
      return id;
    } catch (BufferUnderflowException tooShort) {
      throw new IllegalArgumentException("too short for a cursor", tooShort);
    }
  }
}
