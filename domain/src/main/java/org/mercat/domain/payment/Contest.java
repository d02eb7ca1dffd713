package org.mercat.domain.payment;

/**
 * What the payer's bank contests of a payment.
 *
 * @param open how many disputes of it have not ended; while there is one, nothing of it moves
 * @param lost what the bank has taken back for good
 */
public record Contest(int open, Split lost) {

  public Contest {
    if (open < 0) {
      throw new IllegalArgumentException("fewer disputes than none: " + open);
    }
  }

  /** Of a payment that nobody contests. */
  public static Contest none(Split nothing) {
    return new Contest(0, nothing);
  }

  public boolean isOpen() {
    return open > 0;
  }

  Contest opened() {
    return new Contest(open + 1, lost);
  }

  Contest ended() {
    return new Contest(open - 1, lost);
  }

  Contest lost(Split part) {
    return new Contest(open, lost.plus(part));
  }

  Contest returned(Split part) {
    return new Contest(open, lost.minus(part));
  }
}
