package org.mercat.bootstrap;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.http.HttpServlet;
import jakarta.ws.rs.Path;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.mercat.application.identity.AdminSecondFactor;
import org.mercat.application.identity.AuthenticateCaller;
import org.mercat.application.integration.AuthenticateKey;
import org.mercat.application.payment.port.PaymentOperations;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.KeptAnswers;
import org.mercat.application.shared.SecurityLog;
import org.mercat.application.shared.SystemEvents;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.application.tenancy.FindTenant;
import org.mercat.bootstrap.SettingsForOperations.Metrics;
import org.mercat.domain.shared.DomainEvent.Subject;
import org.mercat.notifications.mailbox.Mailbox;
import org.mercat.notifications.mailbox.MailboxServlet;
import org.mercat.notifications.wording.Templates;
import org.mercat.persistence.identity.HmacKeyedDigest;
import org.mercat.persistence.shared.SystemClock;
import org.mercat.rest.identity.AccountPagesServlet;
import org.mercat.rest.identity.JwksServlet;
import org.mercat.rest.identity.SigningKeyRing;
import org.mercat.rest.metric.AccessFilter;
import org.mercat.rest.metric.MetricSource;
import org.mercat.rest.metric.MetricsServlet;
import org.mercat.rest.metric.RequestFigures;
import org.mercat.rest.shared.AccountLimitFilter;
import org.mercat.rest.shared.AddressLimitFilter;
import org.mercat.rest.shared.AliasFilter;
import org.mercat.rest.shared.Api;
import org.mercat.rest.shared.AttemptFilter;
import org.mercat.rest.shared.AuthenticationFilter;
import org.mercat.rest.shared.BodyFilter;
import org.mercat.rest.shared.CallerLimitFilter;
import org.mercat.rest.shared.CorsFilter;
import org.mercat.rest.shared.ForwardedFilter;
import org.mercat.rest.shared.IdempotencyFilter;
import org.mercat.rest.shared.Limiter;
import org.mercat.rest.shared.LogFields;
import org.mercat.rest.shared.OpenApiServlet;
import org.mercat.rest.shared.OriginFilter;
import org.mercat.rest.shared.ProblemServlet;
import org.mercat.rest.shared.Pseudonyms;
import org.mercat.rest.shared.RequestIdFilter;
import org.mercat.rest.shared.Routes;
import org.mercat.rest.shared.SecondFactorFilter;
import org.mercat.rest.shared.SuspensionFilter;
import org.mercat.rest.shared.TenantFilter;
import org.mercat.rest.shared.TransportFilter;
import org.mercat.rest.shared.TroubleFilter;
import org.mercat.rest.shared.TrustedProxies;

/** What a request passes on its way to a resource, in this order, and what answers beside them. */
@WebListener
public class HttpWiring implements ServletContextListener {
  private static final String EVERYTHING = "/*";
  private static final String API = Api.BASE + EVERYTHING;

  @Override
  public void contextInitialized(ServletContextEvent event) {
    ServletContext context = event.getServletContext();
    CDI<Object> beans = CDI.current();
    Settings settings = beans.select(Settings.class).get();
    SettingsForOperations operations = settings.operations();
    LogFields fields = LibertyLogFields.find().orElse(LogFields.NONE);
    add(context, EVERYTHING, new ForwardedFilter(TrustedProxies.of(operations.trustedProxies())));
    add(context, EVERYTHING, access(beans, fields));
    add(context, EVERYTHING, new RequestIdFilter(fields));
    add(context, EVERYTHING, new OriginFilter(pseudonyms(settings)));
    add(context, EVERYTHING, new TroubleFilter(beans.select(SystemEvents.class).get()));
    add(context, EVERYTHING, new TransportFilter(operations.hstsSeconds()));
    if (!operations.corsOrigins().isEmpty()) {
      add(context, EVERYTHING, new CorsFilter(operations.corsOrigins()));
    }
    add(context, API, new AliasFilter());
    Limiter limiter = beans.select(Limiter.class).get();
    add(context, API, new AddressLimitFilter(limiter));
    FindTenant findTenant = beans.select(FindTenant.class).get();
    add(context, new TenantFilter(findTenant), API, JwksServlet.PATH);
    add(context, API, new AttemptFilter(beans.select(SecurityLog.class).get()));
    add(
        context,
        API,
        new AuthenticationFilter(
            beans.select(AuthenticateCaller.class).get(),
            beans.select(AuthenticateKey.class).get(),
            beans.select(Access.class).get()));
    add(context, API, new CallerLimitFilter(limiter));
    add(context, API, new SuspensionFilter(findTenant));
    add(context, API, new SecondFactorFilter(beans.select(AdminSecondFactor.class).get()));
    add(context, API, new OtherGatewayFilter(settings.payments().provider()));
    add(context, API, new BodyFilter());
    add(context, API, new AccountLimitFilter(limiter));
    add(context, API, idempotency(beans, settings));
    add(context, new OpenApiServlet(), "/openapi", "/openapi/*");
    add(context, new JwksServlet(beans.select(SigningKeyRing.class).get()), JwksServlet.PATH);
    add(
        context,
        new AccountPagesServlet(),
        AccountPagesServlet.VERIFY_EMAIL,
        AccountPagesServlet.RESET_PASSWORD,
        AccountPagesServlet.SCRIPT);
    if (settings.profile() != Settings.Profile.PROD) {
      add(context, mailbox(beans), MailboxServlet.PAGE, MailboxServlet.JSON);
    }
    add(context, new ProblemServlet(), "/", "/problem");
    if (operations.metrics() != Metrics.OFF) {
      add(context, metrics(beans, operations), "/metrics");
    }
  }

  private static Pseudonyms pseudonyms(Settings settings) {
    return new Pseudonyms(Base64.getDecoder().decode(settings.dataKeys().base64().getFirst()));
  }

  private static AccessFilter access(CDI<Object> beans, LogFields fields) {
    Set<Class<?>> resources =
        beans.getBeanManager().getBeans(Object.class, Any.Literal.INSTANCE).stream()
            .<Class<?>>map(Bean::getBeanClass)
            .filter(type -> type.isAnnotationPresent(Path.class))
            .collect(Collectors.toSet());
    return new AccessFilter(Routes.of(resources), beans.select(RequestFigures.class).get(), fields);
  }

  private static MetricsServlet metrics(Instance<Object> beans, SettingsForOperations operations) {
    return new MetricsServlet(
        beans.select(MetricSource.class).stream().toList(),
        operations
            .metricsReader()
            .filter(_ -> operations.metrics() == Metrics.TOKEN)
            .map(Settings.Login::password));
  }

  private static IdempotencyFilter idempotency(Instance<Object> beans, Settings settings) {
    byte[] secret = Base64.getDecoder().decode(settings.dataKeys().base64().getFirst());
    UnitOfWork unitOfWork = beans.select(UnitOfWork.class).get();
    Instance<PaymentOperations> operations = beans.select(PaymentOperations.class);
    return new IdempotencyFilter(
        beans.select(KeptAnswers.class).get(),
        (Subject made) -> !unitOfWork.run(() -> operations.get().sent(made)).isEmpty(),
        new HmacKeyedDigest(secret, "what is sent under a key")::of,
        beans.select(SystemClock.class).get());
  }

  private static MailboxServlet mailbox(Instance<Object> beans) {
    return new MailboxServlet(
        beans.select(Mailbox.class).get(), beans.select(Templates.class).get());
  }

  private static void add(ServletContext context, String path, Filter filter) {
    add(context, filter, path);
  }

  private static void add(ServletContext context, Filter filter, String... paths) {
    context
        .addFilter(filter.getClass().getSimpleName(), filter)
        .addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), true, paths);
  }

  private static void add(ServletContext context, HttpServlet servlet, String... paths) {
    String name = servlet.getClass().getSimpleName();
    Set<String> taken = context.addServlet(name, servlet).addMapping(paths);
    if (!taken.isEmpty()) {
      throw new IllegalStateException(name + " has no way to be called: " + taken + " are taken");
    }
  }
}
