package org.mercat.application.audit;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.mercat.application.audit.port.AuditChain;
import org.mercat.application.audit.port.AuditChain.Chained;
import org.mercat.application.audit.port.AuditChain.Sealed;
import org.mercat.application.audit.port.AuditChain.Stray;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.Sealer;
import org.mercat.application.shared.Sealer.SealBroken;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.audit.AuditEntryId;
import org.mercat.domain.audit.Head;
import org.mercat.domain.shared.Permission;

/**
 * Walks along the whole chain of the tenant and looks whether anybody has changed, removed or put
 * in something past the application. Reads a few entries at a time, however many there are.
 */
public final class VerifyAuditTrail {

  static final int MOST_PROBLEMS = 100;
  private static final int BATCH = 500;

  /** What was done to the trail. */
  public enum Damage {
    /** An entry is not what it was when it got its place, or its place is not. */
    CHANGED,
    /** An entry or its place is gone. */
    REMOVED,
    /** Something is there that never got a place. */
    INSERTED,
    /** The newest entries are gone. */
    CUT,
    /** The end of the chain is not what was sealed. */
    REWRITTEN
  }

  /**
   * One thing that is wrong.
   *
   * @param sequence the place in the chain, if it has to do with one
   * @param entry the entry, if it is known which
   */
  public record Problem(Damage damage, Optional<Long> sequence, Optional<AuditEntryId> entry) {}

  public sealed interface Outcome {
    /**
     * What the walk has found.
     *
     * @param entries how many entries the chain has, by its end
     * @param waiting how many entries have no place yet
     * @param hash that of the end; whoever keeps it elsewhere can tell an older trail from this one
     */
    record Verified(long entries, long waiting, String hash, List<Problem> problems)
        implements Outcome {}

    record Forbidden() implements Outcome {}
  }

  private final Access access;
  private final AuditChain chain;
  private final Sealer sealer;
  private final UnitOfWork unitOfWork;

  public VerifyAuditTrail(Access access, AuditChain chain, Sealer sealer, UnitOfWork unitOfWork) {
    this.access = access;
    this.chain = chain;
    this.sealer = sealer;
    this.unitOfWork = unitOfWork;
  }

  public Outcome handle(Caller caller) {
    return access.may(caller, Permission.AUDIT_READ) ? verified() : new Outcome.Forbidden();
  }

  private Outcome verified() {
    var walk = new Walk();
    var end = unitOfWork.run(chain::end);
    end.filter(it -> !isGenuine(it)).ifPresent(_ -> walk.add(Damage.REWRITTEN));
    var head = end.map(Sealed::head).orElse(Head.NONE);
    var before = -1L;
    while (walk.at.entries() < head.entries() && walk.at.entries() > before) {
      before = walk.at.entries();
      unitOfWork.run(() -> chain.after(walk.at.entries(), BATCH)).stream()
          .filter(it -> it.link().sequence() <= head.entries())
          .forEach(walk::step);
    }
    walk.arriveAt(head);
    unitOfWork.run(() -> chain.strays(MOST_PROBLEMS)).forEach(walk::add);
    var waiting = unitOfWork.run(chain::countWaiting);
    return new Outcome.Verified(
        head.entries(), waiting, head.hash(), walk.problems.stream().limit(MOST_PROBLEMS).toList());
  }

  private boolean isGenuine(Sealed end) {
    try {
      var opened = sealer.open(HexFormat.of().parseHex(end.seal()), SealAuditTrail.PURPOSE);
      return new String(opened, US_ASCII).equals(end.head().text());
    } catch (SealBroken _) {
      return false;
    }
  }

  /** What was found on the way so far, and where on the way one is. */
  private static final class Walk {
    private final List<Problem> problems = new ArrayList<>();
    private Head at = Head.NONE;

    /** Goes on from what the link says, so that one damage is one problem. */
    void step(Chained next) {
      var link = next.link();
      var follows = link.sequence() == at.entries() + 1;
      if (!follows) {
        add(new Problem(Damage.REMOVED, Optional.of(at.entries() + 1), Optional.empty()));
      }
      if (next.entry().isEmpty()) {
        add(new Problem(Damage.REMOVED, Optional.of(link.sequence()), Optional.of(link.entry())));
      } else if (follows && !at.next(next.entry().get()).equals(link)) {
        add(new Problem(Damage.CHANGED, Optional.of(link.sequence()), Optional.of(link.entry())));
      }
      at = link.head();
    }

    void arriveAt(Head head) {
      if (at.entries() < head.entries()) {
        add(new Problem(Damage.CUT, Optional.of(at.entries() + 1), Optional.empty()));
      } else if (!at.equals(head)) {
        add(Damage.REWRITTEN);
      }
    }

    void add(Damage damage) {
      add(new Problem(damage, Optional.empty(), Optional.empty()));
    }

    void add(Stray stray) {
      var entry = Optional.of(stray.entry());
      add(
          switch (stray) {
            case Stray.Unchained _ -> new Problem(Damage.INSERTED, Optional.empty(), entry);
            case Stray.Beyond(_, var place) ->
                new Problem(Damage.INSERTED, Optional.of(place), entry);
            case Stray.Vanished _ -> new Problem(Damage.REMOVED, Optional.empty(), entry);
          });
    }

    private void add(Problem problem) {
      if (problems.size() < MOST_PROBLEMS) {
        problems.add(problem);
      }
    }
  }
}
