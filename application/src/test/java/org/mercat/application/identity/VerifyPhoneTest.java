package org.mercat.application.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mercat.domain.identity.Phone;
import org.mercat.domain.identity.PhoneCode;
import org.mercat.domain.identity.PhoneNumber;
import org.mercat.domain.identity.UserEvent.PhoneVerified;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.notification.Message;
import org.mercat.domain.notification.Recipient.Address;

class VerifyPhoneTest {

  private static final PhoneNumber NUMBER = new PhoneNumber("+14165550100");

  private final Newcomers newcomers = new Newcomers();
  private final UserId ada = newcomers.ada();

  @Test
  void the_code_that_was_sent_makes_the_number_the_verified_one_once() {
    assertThat(send()).isEqualTo(SendPhoneCode.Outcome.SENT);
    assertThat(newcomers.messages.waiting().getLast().recipient().address())
        .isEqualTo(new Address.Phone(NUMBER.value()));
    assertThat(newcomers.account(ada).profile().phone()).isEmpty();
    var code = sent();

    assertThat(verify(code)).isEqualTo(VerifyPhone.Outcome.VERIFIED);

    var now = newcomers.clock.instant();
    assertThat(newcomers.account(ada).profile().phone())
        .contains(new Phone(NUMBER, Optional.of(now)));
    assertThat(newcomers.outbox.events().getLast()).isEqualTo(new PhoneVerified(ada, now));
    assertThat(verify(code)).isEqualTo(VerifyPhone.Outcome.BAD_CODE);
  }

  @Test
  void five_wrong_codes_spoil_the_right_one() {
    assertThat(send()).isEqualTo(SendPhoneCode.Outcome.SENT);
    for (var tries = 0; tries < 5; tries++) {
      assertThat(verify(wrong())).isEqualTo(VerifyPhone.Outcome.BAD_CODE);
    }

    assertThat(verify(sent())).isEqualTo(VerifyPhone.Outcome.BAD_CODE);
  }

  @Test
  void the_fifth_try_may_be_the_right_one() {
    assertThat(send()).isEqualTo(SendPhoneCode.Outcome.SENT);
    for (var tries = 0; tries < 4; tries++) {
      assertThat(verify(wrong())).isEqualTo(VerifyPhone.Outcome.BAD_CODE);
    }

    assertThat(verify(sent())).isEqualTo(VerifyPhone.Outcome.VERIFIED);
  }

  @Test
  void a_code_is_good_for_ten_minutes() {
    assertThat(send()).isEqualTo(SendPhoneCode.Outcome.SENT);
    newcomers.clock.set(newcomers.clock.instant().plus(Duration.ofMinutes(10)));

    assertThat(verify(sent())).isEqualTo(VerifyPhone.Outcome.BAD_CODE);
  }

  @Test
  void one_code_a_minute_is_sent_and_the_last_one_is_the_good_one() {
    assertThat(send()).isEqualTo(SendPhoneCode.Outcome.SENT);
    var first = sent();
    assertThat(send()).isEqualTo(SendPhoneCode.Outcome.TOO_SOON);
    newcomers.clock.set(newcomers.clock.instant().plusSeconds(60));
    assertThat(send()).isEqualTo(SendPhoneCode.Outcome.SENT);

    assertThat(sent()).isNotEqualTo(first);
    assertThat(verify(first)).isEqualTo(VerifyPhone.Outcome.BAD_CODE);
    assertThat(verify(sent())).isEqualTo(VerifyPhone.Outcome.VERIFIED);
  }

  @Test
  void the_code_is_kept_as_passwords_are() {
    assertThat(send()).isEqualTo(SendPhoneCode.Outcome.SENT);

    var kept = newcomers.unitOfWork.run(() -> newcomers.challenges.tryOnce(ada)).orElseThrow();

    assertThat(kept.code().phc()).doesNotContain(sent().digits());
  }

  private SendPhoneCode.Outcome send() {
    return newcomers.sendPhoneCode.handle(new SendPhoneCode.Command(newcomers.caller(ada), NUMBER));
  }

  private PhoneCode sent() {
    return new PhoneCode(newcomers.told(Message.VerifyPhone.class).code().value());
  }

  private PhoneCode wrong() {
    return sent().equals(new PhoneCode("000000")) ? new PhoneCode("1".repeat(6)) : zero();
  }

  private static PhoneCode zero() {
    return new PhoneCode("000000");
  }

  private VerifyPhone.Outcome verify(PhoneCode code) {
    return newcomers.verifyPhone.handle(new VerifyPhone.Command(newcomers.caller(ada), code));
  }
}
