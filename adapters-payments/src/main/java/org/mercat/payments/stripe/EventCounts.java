package org.mercat.payments.stripe;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/** What has become of Stripe's events on this node since it was started. */
public final class EventCounts {

  private final Map<End, AtomicLong> byEnd = new EnumMap<>(End.class);
  private final AtomicLongArray bySecret;

  EventCounts(int secrets) {
    this.bySecret = new AtomicLongArray(secrets);
    for (var end : End.values()) {
      byEnd.put(end, new AtomicLong());
    }
  }

  /** What may become of an event. */
  enum End {
    KEPT,
    /** It has been told before. */
    DUPLICATE,
    /** The signature is missing, wrong or too far from now. */
    UNSIGNED,
    /** It is none of Stripe's, whoever has signed it. */
    UNREADABLE,
    /** It is about test money where money is real, or the other way round. */
    WRONG_MODE,
    /** Stripe has not said of which tenant it is: it will be sent again. */
    PUT_OFF
  }

  void count(End end) {
    var _ = counter(end).incrementAndGet();
  }

  /** An event that was signed by the secret in that place, counted from 0. */
  void countSigned(int secret) {
    var _ = bySecret.incrementAndGet(secret);
  }

  long of(End end) {
    return counter(end).get();
  }

  private AtomicLong counter(End end) {
    return Objects.requireNonNull(byEnd.get(end));
  }

  /** How many events ended how, by the name of the end in small letters. */
  public Map<String, Long> byEnd() {
    var named = new LinkedHashMap<String, Long>();
    byEnd.forEach((end, count) -> named.put(end.name().toLowerCase(Locale.ROOT), count.get()));
    return named;
  }

  /** How many events were signed by which secret, in the order of the setting, counted from 1. */
  public Map<String, Long> bySecret() {
    var named = new LinkedHashMap<String, Long>();
    for (var place = 0; place < bySecret.length(); place++) {
      named.put(Integer.toString(place + 1), bySecret.get(place));
    }
    return named;
  }
}
