package org.mercat.application.identity;

import java.util.List;
import java.util.Optional;
import org.mercat.application.identity.port.JoinedPersons;
import org.mercat.application.identity.port.JoinedPersons.Contact;
import org.mercat.application.identity.port.Users;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.Disclosures;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.identity.PersonName;
import org.mercat.domain.identity.Phone;
import org.mercat.domain.identity.Profile;
import org.mercat.domain.identity.UserAccount;
import org.mercat.domain.identity.UserEvent;
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
  private final Disclosures disclosures;
  private final UnitOfWork unitOfWork;

  public PersonDetails(
      Access access,
      Users users,
      JoinedPersons joined,
      Disclosures disclosures,
      UnitOfWork unitOfWork) {
    this.access = access;
    this.users = users;
    this.joined = joined;
    this.disclosures = disclosures;
    this.unitOfWork = unitOfWork;
  }

  public Outcome handle(Command command) {
    return unitOfWork.run(
        () ->
            contact(command.caller(), command.person())
                .<Outcome>map(it -> new Outcome.Found(command.person(), it.name(), it.phone()))
                .orElseGet(Outcome.NotFound::new));
  }

  private Optional<Contact> contact(Caller caller, UserId person) {
    return access.owns(caller, person)
        ? contact(person)
        : joined.clientOf(caller.user(), person).or(() -> disclosed(caller, person));
  }

  /** For those who have no part in it, but the right to look after accounts. */
  private Optional<Contact> disclosed(Caller caller, UserId person) {
    var found =
        access.may(caller, Permission.ACCOUNT_READ) ? contact(person) : Optional.<Contact>empty();
    found.ifPresent(_ -> disclosures.shown(List.of(UserEvent.subject(person))));
    return found;
  }

  private Optional<Contact> contact(UserId person) {
    return users.find(person).map(UserAccount::profile).map(PersonDetails::contact);
  }

  private static Contact contact(Profile profile) {
    return new Contact(profile.name(), profile.phone());
  }
}
