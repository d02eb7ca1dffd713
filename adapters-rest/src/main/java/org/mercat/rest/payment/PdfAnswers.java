package org.mercat.rest.payment;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import java.util.stream.Stream;
import org.mercat.application.payment.PrintInvoice;
import org.mercat.application.shared.Caller;
import org.mercat.domain.notification.Language;
import org.mercat.rest.shared.Problem;
import org.mercat.rest.shared.ProblemCode;
import org.mercat.rest.shared.Query;

/** Papers on the wire: a file under the number of what it shows. */
@Singleton
public class PdfAnswers {

  static final String PDF = "application/pdf";

  private static final Map<String, Language> LANGUAGES =
      Map.of("en", Language.EN, "fr", Language.FR);

  private final PrintInvoice printInvoice;

  @Inject
  public PdfAnswers(PrintInvoice printInvoice) {
    this.printInvoice = printInvoice;
  }

  /** In the language that the query asks for, else in the one that the reader likes best. */
  Response print(Caller caller, PrintInvoice.Named named, UriInfo uri, HttpHeaders headers) {
    var language =
        Query.only(uri, "lang").word("lang", LANGUAGES).orElseGet(() -> readersOwn(headers));
    return switch (printInvoice.handle(new PrintInvoice.Query(caller, named, language))) {
      case PrintInvoice.Outcome.Printable(var number, var document) ->
          Response.ok(document.print(), PDF)
              .language(language.locale().getLanguage())
              .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
              .header(
                  HttpHeaders.CONTENT_DISPOSITION,
                  "attachment; filename=\"" + number.text() + ".pdf\"")
              .build();
      case PrintInvoice.Outcome.Forbidden _ -> InvoiceAnswers.forbidden();
      case PrintInvoice.Outcome.NotFound _ ->
          Problem.of(ProblemCode.NOT_FOUND, "You have no such paper.");
    };
  }

  /** The best liked of those that there are words in; English when there is none of them. */
  private static Language readersOwn(HttpHeaders headers) {
    return headers.getAcceptableLanguages().stream()
        .flatMap(liked -> Stream.ofNullable(LANGUAGES.get(liked.getLanguage())))
        .findFirst()
        .orElse(Language.EN);
  }
}
