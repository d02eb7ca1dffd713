package org.mercat.application.identity;

import java.util.Optional;
import java.util.Set;
import org.mercat.application.identity.port.JoinedPersons;
import org.mercat.application.identity.port.Users;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.identity.PersonName;
import org.mercat.domain.identity.Phone;
import org.mercat.domain.identity.UserAccount;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.shared.Permission;

/**
 * How a person is called and reached by telephone: for himself, for those who look after accounts,
 * and for a provider of whom the person has booked something (IA-17).
 */
public final class PersonDetails {

  public record Command(Caller caller, UserId person) {}

  public sealed interface Outcome {
    record Found(UserId person, PersonName name, Optional<Phone> phone) implements Outcome {}

    /** There is none, or none that the caller may know of. */
    record NotFound() implements Outcome {}
  }

  private final Access access;
  private final Users users;
  private final JoinedPersons joined;
  private final UnitOfWork unitOfWork;

  public PersonDetails(Access access, Users users, JoinedPersons joined, UnitOfWork unitOfWork) {
    this.access = access;
    this.users = users;
    this.joined = joined;
    this.unitOfWork = unitOfWork;
  }

  public Outcome handle(Command command) {
    return unitOfWork.run(
        () ->
            users
                .find(command.person())
                .filter(account -> maySee(command.caller(), account.id()))
                .map(PersonDetails::found)
                .orElseGet(Outcome.NotFound::new));
  }

  private boolean maySee(Caller caller, UserId person) {
    return access.owns(caller, person)
        || access.may(caller, Permission.ACCOUNT_READ)
        || access.takesPart(caller, parties(caller, person));
  }

  private Set<UserId> parties(Caller caller, UserId person) {
    return joined.hasBooked(person, caller.user()) ? Set.of(caller.user()) : Set.of();
  }

  private static Outcome found(UserAccount account) {
    var profile = account.profile();
    return new Outcome.Found(account.id(), profile.name(), profile.phone());
  }
}
