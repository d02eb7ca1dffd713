package org.mercat.notifications.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mercat.application.notification.port.SampleMessages.CODE;
import static org.mercat.application.notification.port.SampleMessages.NOW;
import static org.mercat.application.notification.port.SampleMessages.TOKEN;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mercat.application.notification.port.Notifier;
import org.mercat.application.notification.port.Notifier.Delivery;
import org.mercat.application.notification.port.NotifierContract;
import org.mercat.application.notification.port.SampleMessages;
import org.mercat.domain.notification.Envelope;
import org.mercat.domain.notification.MessageId;
import org.mercat.notifications.mailbox.Mailbox.Item;
import org.mercat.notifications.wording.Templates;
import org.mercat.notifications.wording.Wording;

class MailboxNotifierTest implements NotifierContract {

  private final Mailbox mailbox = new Mailbox();
  private final Notifier notifier =
      new MailboxNotifier(
          mailbox, new Wording(new Templates(), URI.create("http://localhost:8080")), () -> NOW);

  @Override
  public Notifier notifier() {
    return notifier;
  }

  @Override
  public Envelope envelope() {
    return SampleMessages.verifyEmail();
  }

  @Override
  public String secret() {
    return TOKEN.value();
  }

  @Override
  public List<String> received() {
    return mailbox.latest(Optional.empty()).stream()
        .map(item -> item.to() + " " + item.text())
        .toList();
  }

  @Test
  void a_mail_is_kept_with_what_a_program_looks_for() {
    send(envelope());

    var item = mailbox.latest(Optional.empty()).getFirst();
    assertThat(item.kind()).isEqualTo("VerifyEmail");
    assertThat(item.subject()).contains("Confirm your e-mail address");
    assertThat(item.secret()).contains(TOKEN.value());
    assertThat(item.link()).contains("http://localhost:8080/verify-email#token=" + TOKEN.value());
  }

  @Test
  void a_text_message_is_kept_too() {
    send(SampleMessages.verifyPhone());

    var item = mailbox.latest(Optional.of("+14165550100")).getFirst();
    assertThat(item.subject()).isEmpty();
    assertThat(item.text()).contains(CODE.value());
    assertThat(item.secret()).contains(CODE.value());
  }

  @Test
  void one_address_sees_its_own_the_latest_first() {
    send(SampleMessages.verifyPhone());
    send(SampleMessages.verifyEmail());
    send(SampleMessages.verifyEmail());

    assertThat(mailbox.latest(Optional.of("+14165550100"))).hasSize(1);
    assertThat(mailbox.latest(Optional.of("zoe@example.org"))).hasSize(2);
    assertThat(mailbox.latest(Optional.empty()).getLast().kind()).isEqualTo("VerifyPhone");
  }

  @Test
  void the_oldest_is_forgotten_when_there_are_too_many() {
    IntStream.rangeClosed(0, Mailbox.CAPACITY).forEach(number -> mailbox.keep(item(number)));

    assertThat(mailbox.latest(Optional.empty())).hasSize(Mailbox.CAPACITY);
    assertThat(mailbox.latest(Optional.of("0"))).isEmpty();
    assertThat(mailbox.latest(Optional.of("1"))).hasSize(1);
  }

  private static Item item(int number) {
    return new Item(
        new MessageId(UUID.randomUUID()),
        NOW,
        Integer.toString(number),
        "en",
        "AlreadyRegistered",
        Optional.empty(),
        "",
        Optional.empty(),
        Optional.empty());
  }

  private void send(Envelope envelope) {
    assertThat(notifier.send(new MessageId(UUID.randomUUID()), envelope))
        .isInstanceOf(Delivery.Accepted.class);
  }
}
