package org.mercat.application.shared;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** UUIDs of version 7, as the adapters make them: in the order of their making. */
public final class TimeOrderedIds {

  private static final AtomicLong LAST = new AtomicLong();

  private TimeOrderedIds() {}

  public static UUID next() {
    var serial = LAST.incrementAndGet();
    var millis = System.currentTimeMillis();
    var high = (millis << 16) | 0x7000 | (serial >>> 40 & 0xfff);
    var low = 0x8000_0000_0000_0000L | (serial & 0xff_ffff_ffffL) << 16 | (millis & 0xffff);
    return new UUID(high, low);
  }
}
