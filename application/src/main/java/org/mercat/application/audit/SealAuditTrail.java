package org.mercat.application.audit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import org.mercat.application.audit.port.AuditChain;
import org.mercat.application.audit.port.AuditChain.Sealed;
import org.mercat.application.shared.Sealer;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.audit.Head;
import org.mercat.domain.audit.Link;

/**
 * Puts the entries that wait into the chain, and seals its end with a key that the database does
 * not have: whoever may write there can still not make another chain. Run by a job, so that nobody
 * who books waits for anybody else at the end of the chain.
 */
public final class SealAuditTrail {

  /** What the end of a chain is sealed for. */
  static final String PURPOSE = "audit_head";

  private static final int BATCH = 500;

  private final AuditChain chain;
  private final Sealer sealer;
  private final UnitOfWork unitOfWork;

  public SealAuditTrail(AuditChain chain, Sealer sealer, UnitOfWork unitOfWork) {
    this.chain = chain;
    this.sealer = sealer;
    this.unitOfWork = unitOfWork;
  }

  /** Returns how many entries were given a place. */
  public int handle() {
    var placed = 0;
    var last = BATCH;
    while (last == BATCH) {
      last = unitOfWork.run(this::sealBatch);
      placed += last;
    }
    return placed;
  }

  private int sealBatch() {
    if (chain.waiting(1).isEmpty()) {
      return 0;
    }
    var head = chain.lock();
    var links = new ArrayList<Link>();
    for (var entry : chain.waiting(BATCH)) {
      var link = head.next(entry);
      links.add(link);
      head = link.head();
    }
    if (!links.isEmpty()) {
      chain.extend(links, new Sealed(head, seal(head)));
    }
    return links.size();
  }

  private String seal(Head head) {
    var seal = sealer.seal(head.text().getBytes(StandardCharsets.US_ASCII), PURPOSE);
    return HexFormat.of().formatHex(seal);
  }
}
