package org.mercat.rest.fee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mercat.rest.shared.Bodies.json;
import static org.mercat.rest.shared.Requests.answered;
import static org.mercat.rest.shared.Requests.body;
import static org.mercat.rest.shared.Requests.ifMatch;
import static org.mercat.rest.shared.Requests.noHeaders;
import static org.mercat.rest.shared.Requests.plain;
import static org.mercat.rest.shared.Requests.problem;
import static org.mercat.rest.shared.Requests.refusal;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mercat.application.fee.PlatformFeeInForce;
import org.mercat.application.fee.SetPlatformFee;
import org.mercat.application.fee.port.InMemoryPlatformFees;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.AccessRules;
import org.mercat.application.shared.InMemoryEventOutbox;
import org.mercat.application.shared.InMemoryUnitOfWork;
import org.mercat.application.shared.Reactions;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.shared.Role;
import org.mercat.rest.shared.SignedIn;

class PlatformFeeResourceTest {

  private static final String TWELVE = "{'ratePpm': 120000, 'taxOnFee': true}";
  private static final SignedIn ADMIN = SignedIn.as(Role.ADMIN);
  private static final SignedIn CLIENT = SignedIn.as(Role.CLIENT);

  private final Access access = new AccessRules();
  private final InMemoryPlatformFees fees = new InMemoryPlatformFees();
  private final InMemoryEventOutbox outbox = new InMemoryEventOutbox(new Reactions());
  private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork(fees, outbox);
  private final SetPlatformFee setPlatformFee =
      new SetPlatformFee(access, fees, outbox, unitOfWork, InstantSource.fixed(Instant.EPOCH));
  private final PlatformFeeResource resource =
      new PlatformFeeResource(new PlatformFeeInForce(access, fees, unitOfWork), setPlatformFee);

  @Test
  void the_initial_fee_is_shown() {
    var shown = resource.find(plain(), ADMIN);

    assertThat(shown.getStatus()).isEqualTo(200);
    assertThat(shown.getEntityTag()).isEqualTo(new EntityTag("0"));
    assertThat(body(shown.getEntity())).isEqualTo(json("{'ratePpm': 150000, 'taxOnFee': false}"));
  }

  @Test
  void the_first_fee_needs_no_version_and_the_next_one_does() {
    var first = set(TWELVE, noHeaders(), ADMIN);
    assertThat(first.getStatus()).isEqualTo(200);
    assertThat(first.getEntityTag()).isEqualTo(new EntityTag("1"));
    assertThat(body(first.getEntity())).isEqualTo(json(TWELVE));

    assertThat(problem(set(TWELVE, noHeaders(), ADMIN))).isEqualTo("IF_MATCH_MISSING");
    assertThat(problem(set(TWELVE, ifMatch(0), ADMIN))).isEqualTo("STALE");
    assertThat(set(TWELVE, ifMatch(1), ADMIN).getEntityTag()).isEqualTo(new EntityTag("2"));
  }

  @Test
  void a_fee_that_somebody_else_sets_after_it_was_read_is_412() {
    var overtaken =
        new PlatformFeeResource(
            new PlatformFeeInForce(access, fees, new ThenAnotherSetsTheFee()), setPlatformFee);
    var next = json("{'ratePpm': 0, 'taxOnFee': false}");

    assertThat(refusal(answered(() -> overtaken.set(next, plain(), noHeaders(), ADMIN))))
        .isEqualTo("412 STALE");
    assertThat(body(resource.find(plain(), ADMIN).getEntity())).isEqualTo(json(TWELVE));
  }

  @Test
  void only_administrators_see_and_set_it() {
    assertThat(problem(resource.find(plain(), CLIENT))).isEqualTo("FORBIDDEN");
    assertThat(problem(set(TWELVE, noHeaders(), CLIENT))).isEqualTo("FORBIDDEN");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'ratePpm': 1000001, 'taxOnFee': true} | UNACCEPTABLE_REQUEST /ratePpm OUT_OF_RANGE",
        "{'ratePpm': -1, 'taxOnFee': true} | UNACCEPTABLE_REQUEST /ratePpm OUT_OF_RANGE",
        "{'ratePpm': 'x', 'taxOnFee': true} | UNACCEPTABLE_REQUEST /ratePpm MALFORMED",
        "{'ratePpm': 0} | UNACCEPTABLE_REQUEST /taxOnFee REQUIRED"
      })
  void a_wrong_fee_is_refused(String body, String problem) {
    assertThat(problem(set(body, noHeaders(), ADMIN))).isEqualTo(problem);
  }

  /** Another administrator is faster, between what is read here and what is written after it. */
  private final class ThenAnotherSetsTheFee implements UnitOfWork {
    @Override
    public <T> T run(Supplier<T> work) {
      var read = unitOfWork.run(work);
      assertThat(set(TWELVE, noHeaders(), ADMIN).getStatus()).isEqualTo(200);
      return read;
    }
  }

  private Response set(String body, HttpHeaders headers, SecurityContext security) {
    return answered(() -> resource.set(json(body), plain(), headers, security));
  }
}
