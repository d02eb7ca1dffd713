package org.mercat.application.identity.port;

import java.util.Optional;
import java.util.UUID;
import org.mercat.application.identity.port.JoinedPersons.Contact;
import org.mercat.application.shared.InMemoryUnitOfWork;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.identity.PersonName;
import org.mercat.domain.identity.UserId;

class InMemoryPhoneChallengesTest implements PhoneChallengesContract, JoinedPersonsContract {

  private final InMemoryPhoneChallenges challenges = new InMemoryPhoneChallenges();
  private final InMemoryJoinedPersons persons = new InMemoryJoinedPersons();
  private final UnitOfWork unitOfWork = new InMemoryUnitOfWork(challenges);

  @Override
  public PhoneChallenges challenges() {
    return challenges;
  }

  @Override
  public JoinedPersons persons() {
    return persons;
  }

  @Override
  public UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  public UserId anyUser() {
    return new UserId(UUID.randomUUID());
  }

  @Override
  public Joined joined() {
    var contact = new Contact(new PersonName("Ada", "Client"), Optional.empty());
    var joined = new Joined(anyUser(), anyUser(), contact);
    persons.join(joined.client(), joined.owner(), contact);
    return joined;
  }
}
