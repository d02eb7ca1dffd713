package org.mercat.domain.availability;

import org.mercat.domain.shared.TimeSlot;

/** Whether a wanted slot can be had, as far as is known before the claim on it decides. */
public sealed interface Verdict {

  record Free() implements Verdict {}

  record InThePast() implements Verdict {}

  record OutsideHours() implements Verdict {}

  /** Within the hours, but no slot begins then. */
  record OffStep() implements Verdict {}

  /** The slot with its buffers meets a claim: the first that it meets. */
  record Taken(TimeSlot claim) implements Verdict {}
}
