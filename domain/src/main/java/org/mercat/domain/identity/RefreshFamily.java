package org.mercat.domain.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The refresh tokens of one session, of which each follows from the one before and one is good at a
 * time (RFC 9700, 4.14.2). Immutable.
 *
 * @param mark tells the tokens of this family from invented ones; whoever knows it can continue
 *     nothing
 * @param current the digest of the token that is good now
 * @param last how it came to be; empty for the first
 */
public record RefreshFamily(String mark, RefreshToken.Digest current, Optional<Rotation> last) {

  /** So long the token before the good one gives the good one again: its answer may be lost. */
  public static final Duration GRACE = Duration.ofSeconds(10);

  /**
   * The use of a token.
   *
   * @param used the digest of the token that was used
   * @param salt what its successor follows from, together with it
   */
  public record Rotation(RefreshToken.Digest used, String salt, Instant at) {}

  /** A new family and its first token. */
  public record Started(RefreshFamily family, RefreshToken token) {}

  /** A family after a use, and the token that is good from then on. */
  public record Rotated(RefreshFamily family, RefreshToken successor) {}

  /** What a token is to the family. */
  enum TokenState {
    GOOD,
    /** Used a moment ago, and its successor was not used yet. */
    JUST_USED,
    USED,
    /** Never one of the family. */
    INVENTED
  }

  /** Starts the family of a session with random texts of 256 bits in base 64 for URLs. */
  static Started start(SessionId session, String mark, String secret) {
    var token = RefreshToken.of(session, secret, mark);
    return new Started(new RefreshFamily(mark, token.digest(), Optional.empty()), token);
  }

  TokenState state(RefreshToken token, Instant now) {
    if (!token.isOf(mark)) {
      return TokenState.INVENTED;
    }
    var digest = token.digest();
    if (current.is(digest)) {
      return TokenState.GOOD;
    }
    return last.filter(rotation -> rotation.used().is(digest))
        .filter(rotation -> !now.isAfter(rotation.at().plus(GRACE)))
        .map(_ -> TokenState.JUST_USED)
        .orElse(TokenState.USED);
  }

  /** Uses the token that is good. */
  Rotated rotate(RefreshToken good, String salt, Instant now) {
    var successor = good.successor(salt, mark);
    var rotation = new Rotation(good.digest(), salt, now);
    return new Rotated(
        new RefreshFamily(mark, successor.digest(), Optional.of(rotation)), successor);
  }

  /** What the token that was just used has been exchanged for. */
  RefreshToken successor(RefreshToken justUsed) {
    return justUsed.successor(last.orElseThrow().salt(), mark);
  }

  @Override
  public String toString() {
    return "RefreshFamily[...]";
  }
}
