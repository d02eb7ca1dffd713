package org.mercat.application.payment.port;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mercat.application.payment.port.PaymentGateway.OnboardingLink;
import org.mercat.application.payment.port.PaymentGateway.Outcome;
import org.mercat.application.payment.port.PaymentGateway.PayeeProfile;
import org.mercat.application.payment.port.PaymentGateway.PayeeView;
import org.mercat.application.payment.port.PaymentGateway.Requirements;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.OperationKey;
import org.mercat.domain.payment.OperationKey.Step;

/** The part of {@link InMemoryPaymentGateway} that keeps the accounts of payees. */
final class InMemoryAccounts {

  private static final Requirements NEEDED =
      new Requirements(List.of("external_account", "individual.first_name"), Optional.empty());

  private final Map<OperationKey, KeptAnswer<PayeeProfile, PayeeView>> payees =
      new LinkedHashMap<>();
  private final Set<GatewayReference> ended = new HashSet<>();

  Map<OperationKey, KeptAnswer<PayeeProfile, PayeeView>> kept() {
    return payees;
  }

  void enable(GatewayReference payee, boolean enabled) {
    var view = view(payee);
    var asked = enabled ? Requirements.NONE : NEEDED;
    change(new PayeeView(view.reference(), view.key(), view.detailsSubmitted(), enabled, asked));
  }

  void end(GatewayReference payee) {
    var _ = ended.add(payee);
  }

  void finish(OnboardingLink link) {
    var reference = link.url().substring(link.url().lastIndexOf('/') + 1);
    var view = view(new GatewayReference(reference));
    change(new PayeeView(view.reference(), view.key(), true, true, Requirements.NONE));
  }

  Outcome<PayeeView> open(
      OperationKey key, PayeeProfile profile, InMemoryTransfers.Answering answering) {
    if (payees.containsKey(key)) {
      return KeptAnswer.of(payees, key).repeated(profile);
    }
    if (key.step() != Step.OPEN_PAYEE) {
      return KeptAnswer.rejected("a key of another step");
    }
    return answering.answered(
        () -> {
          var view = new PayeeView(KeptAnswer.reference("acct", payees), key, false, false, NEEDED);
          var kept = KeptAnswer.done(profile, view);
          payees.put(key, kept);
          return kept.answer();
        });
  }

  Outcome<OnboardingLink> link(GatewayReference payee) {
    return KeptAnswer.read(
        KeptAnswer.find(payees, payee)
            .map(view -> new OnboardingLink("memory://onboarding/" + view.reference().value())));
  }

  Outcome<PayeeView> read(GatewayReference payee) {
    return KeptAnswer.read(
        KeptAnswer.find(payees, payee).filter(view -> !ended.contains(view.reference())));
  }

  private PayeeView view(GatewayReference payee) {
    return KeptAnswer.required(KeptAnswer.find(payees, payee));
  }

  private void change(PayeeView next) {
    payees.put(next.key(), KeptAnswer.of(payees, next.key()).changed(next));
  }
}
