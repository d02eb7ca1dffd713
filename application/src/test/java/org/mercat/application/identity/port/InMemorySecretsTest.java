package org.mercat.application.identity.port;

import java.util.UUID;
import org.mercat.application.shared.InMemoryUnitOfWork;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.identity.UserId;

class InMemorySecretsTest
    implements UserTokensContract, FailureCountsContract, KeyedDigestContract {

  private final InMemoryUserTokens tokens = new InMemoryUserTokens();
  private final InMemoryFailureCounts failures = new InMemoryFailureCounts();
  private final KeyedDigest digest = new InMemoryKeyedDigest();
  private final UnitOfWork unitOfWork = new InMemoryUnitOfWork(tokens, failures);

  @Override
  public UserTokens tokens() {
    return tokens;
  }

  @Override
  public FailureCounts failures() {
    return failures;
  }

  @Override
  public KeyedDigest digest() {
    return digest;
  }

  @Override
  public KeyedDigest other() {
    return new InMemoryKeyedDigest();
  }

  @Override
  public UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  public UserId anyUser() {
    return new UserId(UUID.randomUUID());
  }
}
