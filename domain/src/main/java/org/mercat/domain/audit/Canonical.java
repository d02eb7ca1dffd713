package org.mercat.domain.audit;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A SHA-256 over fields: each with its length before it, so that no two lists of fields have the
 * same bytes.
 */
final class Canonical {

  private final MessageDigest digest = sha256();

  /** 64 digits of a text by itself. */
  static String sha256(String text) {
    return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }

  @CanIgnoreReturnValue
  Canonical with(String field) {
    var bytes = field.getBytes(StandardCharsets.UTF_8);
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
    digest.update(bytes);
    return this;
  }

  /** An absent field is another one than an empty one. */
  @CanIgnoreReturnValue
  Canonical with(Optional<String> field) {
    digest.update((byte) (field.isPresent() ? 1 : 0));
    field.ifPresent(this::with);
    return this;
  }

  @CanIgnoreReturnValue
  Canonical with(SortedMap<String, String> fields) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(fields.size()).array());
    fields.forEach((name, value) -> with(name).with(value));
    return this;
  }

  /** 64 digits. */
  String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
