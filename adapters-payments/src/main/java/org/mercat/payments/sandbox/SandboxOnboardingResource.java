package org.mercat.payments.sandbox;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.mercat.application.payment.port.PaymentGateway.Outcome.Done;
import org.mercat.application.payment.port.PaymentGateway.PayeeView;
import org.mercat.domain.payment.GatewayReference;

/** The gateway's page on which a payee finishes the opening of its account with one button. */
@Path(OnboardingLinks.PATH + "/{secret}")
@Singleton
public class SandboxOnboardingResource {

  private static final String HTML = MediaType.TEXT_HTML + ";charset=utf-8";

  private static final String TO_DO =
      """
      <!doctype html>
      <html lang="en">
      <head><meta charset="utf-8"><title>Sandbox: open an account</title></head>
      <body>
      <h1>Sandbox</h1>
      <p>A real gateway would ask for your identity and your bank account here.</p>
      <form method="post"><button>Finish the opening of my account</button></form>
      </body>
      </html>
      """;

  private static final String DONE =
      """
      <!doctype html>
      <html lang="en">
      <head><meta charset="utf-8"><title>Sandbox: account open</title></head>
      <body>
      <h1>Sandbox</h1>
      <p>Your account is open. The market learns of it in a moment.</p>
      </body>
      </html>
      """;

  private final Sandbox sandbox;

  @Inject
  public SandboxOnboardingResource(Sandbox sandbox) {
    this.sandbox = sandbox;
  }

  @GET
  @Produces(HTML)
  public Response show(@PathParam("secret") String secret) {
    var account = account(secret);
    return sandbox.gateway().payee(account) instanceof Done<PayeeView>(var payee, _)
            && payee.payoutsEnabled()
        ? page(DONE)
        : page(TO_DO);
  }

  @POST
  @Consumes(MediaType.WILDCARD)
  @Produces(HTML)
  public Response finish(@PathParam("secret") String secret) {
    return switch (sandbox.counterparties().finishOnboarding(account(secret))) {
      case DONE, NOT_NOW -> page(DONE);
      case UNKNOWN -> throw new NotFoundException();
    };
  }

  private GatewayReference account(String secret) {
    return sandbox.counterparties().accountOf(secret).orElseThrow(NotFoundException::new);
  }

  private static Response page(String html) {
    return Response.ok(html, HTML)
        .header("Cache-Control", "no-store")
        .header("Referrer-Policy", "no-referrer")
        .header("Content-Security-Policy", "default-src 'none'; form-action 'self'")
        .build();
  }
}
