package org.mercat.bootstrap.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;

/** How long each request took, and all of them together. */
final class Round {

  static final Round NOTHING = new Round(LongStream.empty(), 0);

  private final long[] nanos;
  private final long elapsedNanos;

  private Round(LongStream nanos, long elapsedNanos) {
    this.nanos = nanos.sorted().toArray();
    this.elapsedNanos = elapsedNanos;
  }

  /** One request of one worker. */
  @FunctionalInterface
  interface Work {
    void once() throws Exception;
  }

  /** Every worker does one request after the other until the time is over. */
  static Round of(List<? extends Work> workers, Duration time)
      throws InterruptedException, ExecutionException {
    var begin = System.nanoTime();
    var end = begin + time.toNanos();
    var each = new ArrayList<Callable<long[]>>();
    workers.forEach(worker -> each.add(() -> until(end, worker)));
    try (var threads = Executors.newFixedThreadPool(workers.size())) {
      var all = LongStream.empty();
      for (var done : threads.invokeAll(each)) {
        all = LongStream.concat(all, LongStream.of(done.get()));
      }
      return new Round(all, System.nanoTime() - begin);
    }
  }

  private static long[] until(long end, Work worker) throws Exception {
    var nanos = LongStream.builder();
    for (var before = System.nanoTime(); before < end; ) {
      worker.once();
      var after = System.nanoTime();
      nanos.add(after - before);
      before = after;
    }
    return nanos.build().toArray();
  }

  Round and(Round next) {
    return new Round(
        LongStream.concat(LongStream.of(nanos), LongStream.of(next.nanos)),
        elapsedNanos + next.elapsedNanos);
  }

  double perSecond() {
    return nanos.length * 1e9 / elapsedNanos;
  }

  double percentileMillis(double share) {
    return nanos[(int) Math.min(nanos.length - 1L, Math.round(share * nanos.length))] / 1e6;
  }
}
