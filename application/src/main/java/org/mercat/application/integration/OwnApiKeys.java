package org.mercat.application.integration;

import java.util.List;
import java.util.Optional;
import org.mercat.application.integration.port.ApiKeys;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.Page;
import org.mercat.application.shared.PageRequest;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.integration.ApiKey;
import org.mercat.domain.integration.ApiKeyId;
import org.mercat.domain.shared.Permission;

/** Query: the keys that the caller has made and not withdrawn. */
public final class OwnApiKeys {

  public sealed interface Query {
    Caller caller();

    record One(Caller caller, ApiKeyId key) implements Query {}

    /** All, newest first. */
    record All(Caller caller, PageRequest page) implements Query {}
  }

  public sealed interface Outcome {
    record Found(Page<ApiKey> keys) implements Outcome {}

    record Forbidden() implements Outcome {}

    record NotFound() implements Outcome {}
  }

  private final ApiKeys keys;
  private final Access access;
  private final UnitOfWork unitOfWork;

  public OwnApiKeys(ApiKeys keys, Access access, UnitOfWork unitOfWork) {
    this.keys = keys;
    this.access = access;
    this.unitOfWork = unitOfWork;
  }

  public Outcome handle(Query query) {
    if (!access.may(query.caller(), Permission.API_KEY_OWN)) {
      return new Outcome.Forbidden();
    }
    return unitOfWork.run(
        () ->
            switch (query) {
              case Query.All(var caller, var page) ->
                  new Outcome.Found(keys.ofOwner(caller.user(), page));
              case Query.One(var caller, var key) -> one(caller, key);
            });
  }

  private Outcome one(Caller caller, ApiKeyId id) {
    return keys.find(id)
        .filter(key -> access.owns(caller, key.owner()) && !key.isWithdrawn())
        .map(key -> new Page<>(List.of(key), Optional.empty()))
        .<Outcome>map(Outcome.Found::new)
        .orElseGet(Outcome.NotFound::new);
  }
}
