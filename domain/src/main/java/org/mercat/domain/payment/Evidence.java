package org.mercat.domain.payment;

import java.util.EnumMap;
import java.util.Map;

/**
 * What the market answers to a dispute. It is stored before the gateway gets it, so that neither a
 * crash nor silence can lose it.
 *
 * @param number how often it has been given to the gateway, or is about to be
 */
public record Evidence(Map<EvidenceField, String> answers, State state, int number) {

  /** How far it has come. */
  public enum State {
    NONE,
    /** About to be given to the gateway, where it can still be changed. */
    STAGING,
    STAGED,
    /** About to be submitted to the bank, which happens once. */
    SUBMITTING,
    SUBMITTED;

    /** Whether the gateway has not answered yet. */
    public boolean isUnderWay() {
      return this == STAGING || this == SUBMITTING;
    }
  }

  public static final Evidence NONE = new Evidence(Map.of(), State.NONE, 0);

  public Evidence {
    answers = Map.copyOf(answers);
  }

  Evidence with(Map<EvidenceField, String> more, boolean submit) {
    var all = new EnumMap<EvidenceField, String>(EvidenceField.class);
    all.putAll(answers);
    all.putAll(more);
    return new Evidence(all, submit ? State.SUBMITTING : State.STAGING, number + 1);
  }

  Evidence in(State next) {
    return new Evidence(answers, next, number);
  }
}
