package org.mercat.application.identity.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mercat.application.identity.port.JoinedPersons.Contact;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.identity.UserId;

/** What every adapter of {@link JoinedPersons} promises. */
public interface JoinedPersonsContract {

  /** A client, and the owner of a provider of whom the client has booked something. */
  record Joined(UserId client, UserId owner, Contact contact) {}

  JoinedPersons persons();

  UnitOfWork unitOfWork();

  Joined joined();

  @Test
  default void a_booking_joins_its_client_and_its_provider() {
    var joined = joined();

    assertThat(clientOf(joined.owner(), joined.client())).contains(joined.contact());
  }

  @Test
  default void it_joins_nobody_else_and_not_the_other_way_round() {
    var one = joined();
    var other = joined();

    assertThat(clientOf(other.owner(), one.client())).isEmpty();
    assertThat(clientOf(one.client(), one.owner())).isEmpty();
  }

  private Optional<Contact> clientOf(UserId owner, UserId client) {
    return unitOfWork().run(() -> persons().clientOf(owner, client));
  }
}
