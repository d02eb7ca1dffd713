package org.mercat.bootstrap;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The page of the database's roles lists every unit of work that is not done as who asks for it.
 */
class DatabaseRolesPageTest {

  private static final Path PAGE =
      Path.of(System.getProperty("basedir", "."))
          .resolve("../docs/security/database-roles.md")
          .normalize();

  private static final String ROLES =
      """
      # The roles of the database

      The application asks `Access` who may do what; the database decides once more, by itself.
      It is the second wall: with the first one taken away, nobody sees or changes a row of
      another tenant or of somebody else (`PersonWallTest`, `SecondWallTest`, `SecondWallIT`).

      The role that logs in (`MERCAT_DB_USER`) owns nothing, is no superuser, has no BYPASSRLS,
      and sees no row of a tenant. Every transaction becomes one of the roles below, in the
      statement by which it also names its tenant and who has signed in:
      `set_config('role', ..., true)`, forgotten at its end. None of them can log in or become
      another one. Their names begin with the name of the first login role: `mercat_app_person`.

      | Role | For whom | Which rows |
      |---|---|---|
      | `guest` | nobody has signed in | active listings, providers, published reviews, the tariff, tax rules |
      | `person` | somebody has signed in | those of a guest, working hours, and what is his or hers: account, roles, sessions, provider, listings, keys of calls; bookings with their money and postings where he or she is client or provider |
      | `admin` | somebody with a permission that reaches others | the tenant, but for signing keys, keys of others' calls, the gateway's events, events and messages |
      | `market` | jobs, settlements, webhooks | the tenant, but for signing keys |
      | `authenticator` | registration, log-in, tokens | accounts, roles, permissions, sessions, signing keys, tokens and codes that were sent, second factors, failed sign-ins, issuers outside and whom they know |
      | `calendar` | free time | when a provider's time is taken, and not by which booking |

      Which role somebody has follows from who acts (`DatabaseRole.of`); these alone work as
      another one, and the composition root (`@InRole`) says so:

      | Work | Role | Because |
      |---|---|---|
      """;

  private static final String RULES =
      """

      ## How the rules are written

      Of every table of a tenant the policy `own_tenant` holds for everybody, and `no_role` shows
      nothing to a transaction that has chosen no role. `call admit(roles, commands, table,
      condition)` grants commands to roles and makes a restrictive policy of the condition; a
      table that nobody was admitted to is open to the market alone. `EXISTS` in a condition goes
      by a primary key, and is itself held to the policies of the table it asks.

      Parts of bookings and lines of entries come in one statement with what they belong to,
      which a policy cannot see yet: a trigger looks at them when the statement is done. Events
      are appended, and balances moved, with the rights of the owner, who is held to the tenant.

      At every start `RowSecurityCheck` tries all this and refuses to serve when a role is
      missing or can be more than it should, when a table lets a role do something and no rule
      says with which rows, or when a row shows without a tenant.

      What the wall does not do: within an own row it keeps no column from its owner, a provider
      is public with all that it says, and permissions are looked at only as far as they make an
      administrator. The owner of the tables must be able to create roles (`CREATEROLE`), or
      somebody creates them before the first start and grants them to the login role.

      This page is generated: `./mvnw test -pl bootstrap -am -Dmercat.docs=write`.
      """;

  private record Elevated(String producer, InRole role) {}

  @Test
  void the_page_lists_all_work_that_goes_across_persons() throws IOException {
    if ("write".equals(System.getProperty("mercat.docs"))) {
      Files.createDirectories(PAGE.getParent());
      Files.writeString(PAGE, page());
    }

    assertThat(PAGE).hasContent(page());
  }

  @Test
  void all_work_that_goes_across_persons_says_why() {
    assertThat(elevated())
        .isNotEmpty()
        .allSatisfy(work -> assertThat(work.role().because()).as(work.producer()).isNotBlank());
  }

  private static String page() {
    return ROLES + rows() + RULES;
  }

  private static String rows() {
    return elevated().stream()
        .map(
            work ->
                "| `%s` | `%s` | %s |%n"
                    .formatted(
                        work.producer(),
                        work.role().value().name().toLowerCase(Locale.ROOT),
                        work.role().because()))
        .collect(joining());
  }

  private static List<Elevated> elevated() {
    return new ClassFileImporter()
        .importPackages("org.mercat.bootstrap").stream()
            .filter(type -> type.getSimpleName().endsWith("Wiring"))
            .map(JavaClass::reflect)
            .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
            .flatMap(DatabaseRolesPageTest::elevated)
            .sorted(
                Comparator.comparing((Elevated work) -> work.role().value())
                    .thenComparing(Elevated::producer))
            .toList();
  }

  private static Stream<Elevated> elevated(Method producer) {
    return Arrays.stream(producer.getParameters())
        .filter(it -> it.isAnnotationPresent(InRole.class))
        .map(it -> new Elevated(name(producer), role(it)));
  }

  private static InRole role(Parameter parameter) {
    return parameter.getAnnotation(InRole.class);
  }

  /** A use case goes by its own name, a job by that of its producer. */
  private static String name(Method producer) {
    var made = producer.getReturnType().getSimpleName();
    return made.equals("Job") ? "job " + producer.getName() : made;
  }
}
