package org.mercat.rest.identity;

import static org.mercat.rest.shared.Bodies.json;
import static org.mercat.rest.shared.Requests.plain;

import jakarta.ws.rs.core.Response;
import java.util.Set;
import java.util.UUID;
import org.mercat.application.identity.Newcomers;
import org.mercat.application.shared.Caller;
import org.mercat.domain.identity.SessionId;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.shared.Role;
import org.mercat.rest.shared.SignedIn;

/** The resources by which Ada, who has just registered, looks after her account. */
final class IdentityResources {

  static final SignedIn STRANGER = SignedIn.as(Role.CLIENT);
  static final String PASSWORD_BODY = "{'password': 'analytical engine'}";

  final Newcomers newcomers = new Newcomers();
  final UserId ada = newcomers.ada();
  final SignedIn signedIn = SignedIn.as(ada, Role.CLIENT);
  final SignedIn mayNothing =
      new SignedIn(new Caller(ada, Set.of(), Set.of()), new SessionId(UUID.randomUUID()));

  final VerificationResource verification =
      new VerificationResource(
          newcomers.verifyEmail,
          newcomers.resendVerification,
          newcomers.sendPhoneCode,
          newcomers.verifyPhone);
  final UsersResource users =
      new UsersResource(
          newcomers.ownAccount,
          newcomers.changeOwnProfile,
          newcomers.closeAccount,
          newcomers.personDetails);

  /** Another client registers under this address. */
  Response register(String email) {
    var auth =
        new AuthResource(
            newcomers.registerUser,
            newcomers.logIn,
            newcomers.refreshSession,
            newcomers.logOut,
            newcomers.whoAmI);
    var newcomer =
        """
        {'email': '%s', 'password': 'babbage street 1', 'firstName': 'Bob', 'lastName': 'Hill',
         'role': 'client'}
        """
            .formatted(email);
    return auth.register(json(newcomer), plain());
  }
}
