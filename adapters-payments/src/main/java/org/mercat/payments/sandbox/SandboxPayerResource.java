package org.mercat.payments.sandbox;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.payments.sandbox.Counterparties.Act;

/** The page on which a payer agrees to a payment, or that a method is kept, or does not. */
@Path(PayerLinks.PATH + "/{secret}")
@Singleton
public class SandboxPayerResource {

  private static final String HTML = MediaType.TEXT_HTML + ";charset=utf-8";

  private static final String TO_DO =
      """
      <!doctype html>
      <html lang="en">
      <head><meta charset="utf-8"><title>Sandbox: your bank asks</title></head>
      <body>
      <h1>Sandbox</h1>
      <p>A real bank would ask here whether it is really you who pays.</p>
      <form method="post" action="?answer=agree"><button>It is me</button></form>
      <form method="post" action="?answer=refuse"><button>It is not me</button></form>
      </body>
      </html>
      """;

  private static final String DONE =
      """
      <!doctype html>
      <html lang="en">
      <head><meta charset="utf-8"><title>Sandbox: answered</title></head>
      <body>
      <h1>Sandbox</h1>
      <p>Nothing more is asked of you. The market learns of your answer in a moment.</p>
      </body>
      </html>
      """;

  private final Sandbox sandbox;

  @Inject
  public SandboxPayerResource(Sandbox sandbox) {
    this.sandbox = sandbox;
  }

  @GET
  @Produces(HTML)
  public Response show(@PathParam("secret") String secret) {
    return page(sandbox.counterparties().mayAct(object(secret)) ? TO_DO : DONE);
  }

  @POST
  @Consumes(MediaType.WILDCARD)
  @Produces(HTML)
  public Response act(
      @PathParam("secret") String secret, @QueryParam("answer") @Nullable String answer) {
    var object = object(secret);
    var agrees = agrees(answer);
    var ofPayment = sandbox.counterparties().completeAction(object, agrees);
    var act =
        ofPayment == Act.UNKNOWN
            ? sandbox.counterparties().completeSetup(object, agrees)
            : ofPayment;
    return switch (act) {
      case DONE, NOT_NOW -> page(DONE);
      case UNKNOWN -> throw new NotFoundException();
    };
  }

  private static boolean agrees(@Nullable String answer) {
    return switch (answer) {
      case "agree" -> true;
      case "refuse" -> false;
      case null, default -> throw new BadRequestException("The answer is agree or refuse.");
    };
  }

  private GatewayReference object(String secret) {
    return sandbox
        .database()
        .run(connection -> PayerLinks.object(connection, secret))
        .orElseThrow(NotFoundException::new);
  }

  private static Response page(String html) {
    return Response.ok(html, HTML)
        .header("Cache-Control", "no-store")
        .header("Referrer-Policy", "no-referrer")
        .header("Content-Security-Policy", "default-src 'none'; form-action 'self'")
        .build();
  }
}
