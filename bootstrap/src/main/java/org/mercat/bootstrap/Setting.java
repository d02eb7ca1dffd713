package org.mercat.bootstrap;

/**
 * One name that the environment may set, as {@code MERCAT_<name>} or {@code MERCAT_<name>_FILE}.
 */
public enum Setting {
  PROFILE("dev", "`dev`, `test` (the market's clock can be set) or `prod`"),
  HTTP_PORT("8080", "the port that the server listens on"),
  DATA_DIR(".mercat", "the folder of the embedded database, its passwords and the logs"),
  DB_URL(
      "", "JDBC URL of an outside PostgreSQL 15 to 18; the embedded one is used when it is absent"),
  DB_USER("mercat_app", "the role that the application works as; owns nothing"),
  DB_PASSWORD("", "its password; needed with DB_URL"),
  DB_OWNER_USER(
      "mercat_owner", "the role that migrates; creates the application's role if missing"),
  DB_OWNER_PASSWORD("", "its password; needed with DB_URL"),
  ADMIN_EMAIL("admin@mercat.local", "the first administrator; left alone when already there"),
  ADMIN_PASSWORD(
      "mercat-admin-please-change", "the first administrator's password; must be set in `prod`"),
  PAYMENTS("sandbox", "the payment provider: `stripe`, or `sandbox`, which `prod` refuses"),
  STRIPE_API_BASE("https://api.stripe.com", "where Stripe is reached"),
  STRIPE_API_KEY("", "the secret or restricted key there; needed with PAYMENTS=stripe"),
  STRIPE_WEBHOOK_SECRETS(
      "",
      "what signs Stripe's events, several parted by commas while they are exchanged, the newest"
          + " first; needed with PAYMENTS=stripe"),
  STRIPE_ACCOUNTS(
      "v2", "by which API Stripe opens the accounts of providers: `v2`, or `v1` as a fallback"),
  EVENTS_SWEEP(
      "10",
      "minutes between two looks for events of the payment provider that have not arrived, 1 to"
          + " 1440"),
  GOODS_TAX(
      "platform",
      "who collects the tax on goods of sellers that are not registered for it: `platform` or"
          + " `nobody`"),
  LOG_FORMAT("", "`text` or `json`; when absent `json` in `prod` and `text` elsewhere"),
  METRICS(
      "",
      "who may read `/metrics`: `off`, `open` or `token`; when absent `off` in `prod` and `open`"
          + " elsewhere"),
  METRICS_TOKEN("", "the Bearer token that `MERCAT_METRICS=token` asks for, 22 characters or more"),
  TRACES_ENDPOINT(
      "", "URL of an OTLP collector (HTTP, protobuf) for spans; none are made when absent"),
  CORS_ORIGINS(
      "", "origins whose pages may call the API, such as `https://shop.example`; none when absent"),
  TRUSTED_PROXIES(
      "",
      "addresses and networks, such as `10.0.0.0/8`, of the proxies whose `X-Forwarded-For`,"
          + " `-Proto` and `-Host` are believed; none when absent"),
  HSTS_SECONDS(
      "0", "how long browsers shall insist on TLS (Strict-Transport-Security); 0 says nothing"),
  RATE_LIMITS(
      "",
      "how many requests are let through, by class: `book=30/60s,search=120/1m,auth-register=20/1h`;"
          + " classes that are not named keep the defaults of the profile, see limits.md"),
  SYSTEM_EVENT_DAYS(
      "1 7 30 90 365",
      "for how many days system events are kept, by level: debug, info, warning, error, critical"),
  DATA_KEY(
      "",
      "what secrets in the database are sealed with: 32 random bytes in base 64; several parted by"
          + " commas: the first one seals, all of them open; needed in `prod`, made in the data"
          + " folder otherwise"),
  PUBLIC_URL("", "where people reach the market, for links in mails; by default this machine"),
  SMTP_HOST(
      "", "the mail server; needed in `prod`, otherwise mails are shown at `/dev/mailbox` without"),
  SMTP_PORT("587", "its port"),
  SMTP_USER("", "the name to sign in with there, if it wants one"),
  SMTP_PASSWORD("", "its password; needed with SMTP_USER"),
  SMTP_FROM("", "the address that mails come from; needed with SMTP_HOST"),
  SMTP_TLS("starttls", "`starttls`, `tls` from the first byte, or `none`, which `prod` refuses"),
  SMS(
      "none",
      "who carries text messages: `twilio`, or `none`: `/dev/mailbox` shows them, `prod` sends none"),
  TWILIO_API_BASE("https://api.twilio.com", "where Twilio is reached"),
  TWILIO_ACCOUNT_SID("", "the account there; needed with SMS=twilio"),
  TWILIO_AUTH_TOKEN("", "its secret; needed with SMS=twilio"),
  TWILIO_FROM("", "the number that text messages come from; needed with SMS=twilio"),
  OIDC_ISSUERS(
      "public",
      "where issuers outside show their keys: `public`, on the public internet over TLS, or"
          + " `loopback`, on this machine over http as well, which `prod` refuses"),
  SESSION_RETENTION_DAYS(
      "30", "how many days a session is kept after its end, with the address it came from"),
  JVM_OPTIONS("", "more options for the server's JVM, such as `-Xmx1g -XX:TieredStopAtLevel=4`"),
  HTTP_HOST(Use.INTERNAL, "the address that the server binds"),
  LAUNCHED(Use.INTERNAL, "the server was started by the launcher and ends with it"),
  LIB(Use.INTERNAL, "the folder of the server's libraries");

  /** Who sets it. */
  public enum Use {
    PUBLIC,
    INTERNAL
  }

  private final Use use;
  private final String defaultText;
  private final String meaning;

  Setting(String defaultText, String meaning) {
    this.use = Use.PUBLIC;
    this.defaultText = defaultText;
    this.meaning = meaning;
  }

  Setting(Use use, String meaning) {
    this.use = use;
    this.defaultText = "";
    this.meaning = meaning;
  }

  /** The name of the environment variable. */
  public String variable() {
    return "MERCAT_" + name();
  }

  /** The name of the variable that points to a file with the value. */
  public String fileVariable() {
    return variable() + "_FILE";
  }

  public Use use() {
    return use;
  }

  /** What holds when nothing is set; empty when nothing does. */
  public String defaultText() {
    return defaultText;
  }

  public String meaning() {
    return meaning;
  }
}
