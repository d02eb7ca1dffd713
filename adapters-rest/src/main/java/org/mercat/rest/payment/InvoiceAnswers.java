package org.mercat.rest.payment;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.mercat.application.payment.InvoiceDetails;
import org.mercat.application.payment.InvoiceDetails.Name;
import org.mercat.application.shared.Caller;
import org.mercat.domain.payment.Invoice.Refusal;
import org.mercat.domain.payment.InvoiceStatus;
import org.mercat.rest.shared.Answers;
import org.mercat.rest.shared.Problem;
import org.mercat.rest.shared.ProblemCode;

/** What all resources of invoices answer. */
@Singleton
public class InvoiceAnswers {

  static final Map<String, InvoiceStatus> STATUSES =
      Arrays.stream(InvoiceStatus.values())
          .collect(Collectors.toUnmodifiableMap(InvoiceAnswers::word, status -> status));

  private final InvoiceDetails details;

  @Inject
  public InvoiceAnswers(InvoiceDetails details) {
    this.details = details;
  }

  /** The invoice as it is now. */
  Response show(Caller caller, Name name) {
    return switch (details.handle(new InvoiceDetails.Query(caller, name))) {
      case InvoiceDetails.Outcome.Found found -> Answers.ok(InvoiceView.of(found), found.version());
      case InvoiceDetails.Outcome.Forbidden _ -> forbidden();
      case InvoiceDetails.Outcome.NotFound _ -> notFound();
    };
  }

  static Response forbidden() {
    return Problem.of(ProblemCode.FORBIDDEN, "You may not see invoices.");
  }

  static Response notFound() {
    return Problem.of(ProblemCode.NOT_FOUND, "You have no such invoice.");
  }

  /** Why nobody can say so, or confirm it. */
  static Response refusedPayment(Refusal why) {
    return Problem.of(
        ProblemCode.WRONG_STATE,
        switch (why) {
          case PAID -> "It is paid already.";
          case VOID -> "It is void: nothing is to be paid.";
          case NOTHING_TO_CONFIRM -> "Nobody has said that it was paid, or it is confirmed.";
          case VIEWED, CREDIT_EXCEEDS_REST, NOT_OVERDUE -> "It cannot be so.";
        });
  }

  private static String word(InvoiceStatus status) {
    return status.name().toLowerCase(Locale.ROOT);
  }
}
