package org.mercat.domain.identity;

import java.util.regex.Pattern;

/** Base 32 (RFC 4648, section 6) of whole groups of five bytes, so that nothing is filled up. */
final class Base32 {

  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int BITS = 5;
  private static final int GROUP_BYTES = 5;
  private static final int GROUP_LETTERS = 8;
  private static final Pattern WELL_FORMED = Pattern.compile("([A-Z2-7]{8})+");

  private Base32() {}

  /** Whether the text stands for whole groups of bytes. */
  static boolean isWellFormed(String text) {
    return WELL_FORMED.matcher(text).matches();
  }

  static String encode(byte[] bytes) {
    if (bytes.length % GROUP_BYTES != 0) {
      throw new IllegalArgumentException("no whole groups: " + bytes.length + " bytes");
    }
    var text = new StringBuilder(bytes.length / GROUP_BYTES * GROUP_LETTERS);
    for (var from = 0; from < bytes.length; from += GROUP_BYTES) {
      var group = 0L;
      for (var place = 0; place < GROUP_BYTES; place++) {
        group = (group << Byte.SIZE) | Byte.toUnsignedLong(bytes[from + place]);
      }
      for (var letter = GROUP_LETTERS - 1; letter >= 0; letter--) {
        text.append(ALPHABET.charAt((int) (group >>> (letter * BITS)) & 0x1f));
      }
    }
    return text.toString();
  }

  static byte[] decode(String text) {
    if (!isWellFormed(text)) {
      throw new IllegalArgumentException("not base 32 of whole groups");
    }
    var bytes = new byte[text.length() / GROUP_LETTERS * GROUP_BYTES];
    for (var from = 0; from < text.length(); from += GROUP_LETTERS) {
      var group = 0L;
      for (var letter = 0; letter < GROUP_LETTERS; letter++) {
        group = (group << BITS) | ALPHABET.indexOf(text.charAt(from + letter));
      }
      var start = from / GROUP_LETTERS * GROUP_BYTES;
      for (var place = 0; place < GROUP_BYTES; place++) {
        bytes[start + place] = (byte) (group >>> ((GROUP_BYTES - 1 - place) * Byte.SIZE));
      }
    }
    return bytes;
  }
}
