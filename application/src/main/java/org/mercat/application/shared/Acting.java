package org.mercat.application.shared;

import java.util.Optional;
import org.mercat.domain.integration.ApiKeyId;
import org.mercat.domain.tenancy.TenantId;

/**
 * For whom the present work is done. What drives the application (a request, a job) binds it around
 * the work; what the application drives (a transaction, the audit trail) reads it.
 *
 * @param request the id of the request that asked for the work; empty for work that nobody asked
 *     for
 */
public record Acting(TenantId tenant, Who who, Optional<String> request) {

  /** Who asks for the work. */
  public sealed interface Who {

    /** Somebody who has not signed in. */
    record Guest() implements Who {}

    record Person(Caller caller) implements Who {}

    /** A program, in the name of the person whose key it has sent. */
    record Program(ApiKeyId key, Caller caller) implements Who {}

    /** The market itself: work that is due, whoever once asked for it. */
    record Market() implements Who {}
  }

  private static final ScopedValue<Acting> CURRENT = ScopedValue.newInstance();
  private static final Acting UNBOUND = guest(TenantId.DEFAULT);

  /** The market itself, at work for a tenant. */
  public static Acting of(TenantId tenant) {
    return new Acting(tenant, new Who.Market(), Optional.empty());
  }

  /** Somebody who has not signed in, or has not yet. */
  public static Acting guest(TenantId tenant) {
    return new Acting(tenant, new Who.Guest(), Optional.empty());
  }

  /** For whom the work around this call is done: a guest of the default tenant when none says. */
  public static Acting now() {
    return CURRENT.orElse(UNBOUND);
  }

  /** In whose name it is done; empty for guests and for the market itself. */
  public Optional<Caller> caller() {
    return switch (who) {
      case Who.Person(var caller) -> Optional.of(caller);
      case Who.Program(_, var caller) -> Optional.of(caller);
      case Who.Guest _, Who.Market _ -> Optional.empty();
    };
  }

  /** The same in another tenant, which a token has named. */
  public Acting in(TenantId other) {
    return new Acting(other, who, request);
  }

  public Acting as(Caller next) {
    return new Acting(tenant, new Who.Person(next), request);
  }

  /** The same by a program that has sent a key of that person. */
  public Acting by(ApiKeyId key, Caller owner) {
    return new Acting(tenant, new Who.Program(key, owner), request);
  }

  public Acting inRequest(String id) {
    return new Acting(tenant, who, Optional.of(id));
  }

  /** Does the work for them. */
  public <T, X extends Throwable> T call(ScopedValue.CallableOp<? extends T, X> work) throws X {
    return ScopedValue.where(CURRENT, this).call(work);
  }

  /** Does the work for them. */
  public void run(Runnable work) {
    ScopedValue.where(CURRENT, this).run(work);
  }
}
