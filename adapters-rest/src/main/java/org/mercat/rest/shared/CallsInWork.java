package org.mercat.rest.shared;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.mercat.application.shared.CallerKey;

/** The calls with a key that this server has in work. */
final class CallsInWork {

  /** A key whatever it is used for. */
  private record Key(CallerKey key) {
    Key {
      key = new CallerKey(key.person(), key.act(), key.key(), "");
    }
  }

  /** The right to do the call; closing it lets the next one have it. */
  final class Turn implements AutoCloseable {
    private final Key key;
    private final CountDownLatch done = new CountDownLatch(1);

    private Turn(Key key) {
      this.key = key;
    }

    @Override
    public void close() {
      turns.remove(key);
      done.countDown();
    }
  }

  private final Map<Key, Turn> turns = new ConcurrentHashMap<>();

  /** The turn to do a call under the key, unless somebody has it. */
  Optional<Turn> turn(CallerKey callerKey) {
    var mine = new Turn(new Key(callerKey));
    return turns.putIfAbsent(mine.key, mine) == null ? Optional.of(mine) : Optional.empty();
  }

  /**
   * Waits until whoever has the turn is done, or as long as is asked if that is on another server.
   */
  void await(CallerKey callerKey, Duration most) {
    var turn = Optional.ofNullable(turns.get(new Key(callerKey)));
    try {
      var _ =
          turn.map(theirs -> theirs.done)
              .orElseGet(() -> new CountDownLatch(1))
              .await(most.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }
}
