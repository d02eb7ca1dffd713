package org.mercat.bootstrap;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.beInterfaces;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.GeneralCodingRules.OLD_DATE_AND_TIME_CLASSES_SHOULD_NOT_BE_USED;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.mercat.bootstrap.ArchitectureConditions.askNotWhatACallerIs;
import static org.mercat.bootstrap.ArchitectureConditions.compareNoCaller;
import static org.mercat.bootstrap.ArchitectureConditions.declareAndCallNoFloatingPoint;
import static org.mercat.bootstrap.ArchitectureConditions.haveAContractPassedByTwoAdapters;
import static org.mercat.bootstrap.ArchitectureConditions.leaveTheZonesOfTheRuntime;
import static org.mercat.bootstrap.ArchitectureConditions.offerOnlyHandle;
import static org.mercat.bootstrap.ArchitectureConditions.onlyUseIdsAndEventsOfOtherContexts;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.mercat.application.identity.AuthenticateCaller;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.AccessRules;
import org.mercat.application.shared.Caller;
import org.mercat.domain.shared.Zone;

/** The rules of the code base; each is shown to bite in {@link ArchitectureBitesTest}. */
@AnalyzeClasses(
    packages = "org.mercat",
    importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.NoTestJars.class})
class ArchitectureTest {

  /** The contracts that modules publish are tests, too. */
  static final class NoTestJars implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return !location.contains("-tests.jar");
    }
  }

  /** The codes of an authenticator take the JDK's own HMAC: {@code javax.crypto} is java.base. */
  private static final String[] PURE = {
    "org.mercat.domain..",
    "java..",
    "javax.crypto..",
    "org.jspecify.annotations..",
    "com.google.errorprone.annotations.."
  };

  @ArchTest
  static final ArchRule the_domain_is_plain_java =
      classes()
          .that()
          .resideInAPackage("org.mercat.domain..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(PURE);

  @ArchTest
  static final ArchRule the_application_knows_only_the_domain_and_java =
      classes()
          .that()
          .resideInAPackage("org.mercat.application..")
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(PURE).or(resideInAnyPackage("org.mercat.application..")));

  @ArchTest
  static final ArchRule dependencies_point_inwards_and_adapters_do_not_meet =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("domain")
          .definedBy("org.mercat.domain..")
          .layer("application")
          .definedBy("org.mercat.application..")
          .layer("rest")
          .definedBy("org.mercat.rest..")
          .layer("persistence")
          .definedBy("org.mercat.persistence..")
          .layer("payments")
          .definedBy("org.mercat.payments..")
          .layer("notifications")
          .definedBy("org.mercat.notifications..")
          .layer("documents")
          .definedBy("org.mercat.documents..")
          .layer("zones")
          .definedBy("org.mercat.zones..")
          .optionalLayer("bootstrap")
          .definedBy("org.mercat.bootstrap..")
          .whereLayer("bootstrap")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("rest")
          .mayOnlyBeAccessedByLayers("bootstrap")
          .whereLayer("persistence")
          .mayOnlyBeAccessedByLayers("bootstrap")
          .whereLayer("payments")
          .mayOnlyBeAccessedByLayers("bootstrap")
          .whereLayer("notifications")
          .mayOnlyBeAccessedByLayers("bootstrap")
          .whereLayer("documents")
          .mayOnlyBeAccessedByLayers("bootstrap")
          .whereLayer("zones")
          .mayOnlyBeAccessedByLayers("bootstrap")
          .whereLayer("application")
          .mayOnlyBeAccessedByLayers(
              "rest",
              "persistence",
              "payments",
              "notifications",
              "documents",
              "zones",
              "bootstrap");

  @ArchTest
  static final ArchRule contexts_are_free_of_cycles =
      slices().matching("org.mercat.(*).(*)..").namingSlices("$1 $2").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule contexts_meet_only_through_ids_and_events =
      classes()
          .that()
          .resideInAnyPackage("org.mercat.domain..", "org.mercat.application..")
          .should(onlyUseIdsAndEventsOfOtherContexts());

  @ArchTest
  static final ArchRule ports_are_interfaces =
      classes()
          .that()
          .resideInAPackage("org.mercat.application..port")
          .and()
          .areTopLevelClasses()
          .and()
          .haveSimpleNameNotEndingWith("package-info")
          .should(beInterfaces());

  @ArchTest
  static final ArchRule use_cases_are_final_classes_with_handle =
      classes()
          .that()
          .resideInAPackage("org.mercat.application.*")
          .and()
          .resideOutsideOfPackage("org.mercat.application.shared")
          .and()
          .areTopLevelClasses()
          .and()
          .haveSimpleNameNotEndingWith("package-info")
          .should()
          .haveModifier(JavaModifier.FINAL)
          .andShould(offerOnlyHandle());

  @ArchTest
  static final ArchRule ids_are_records =
      classes()
          .that()
          .resideInAPackage("org.mercat.domain..")
          .and()
          .haveSimpleNameEndingWith("Id")
          .should()
          .beRecords();

  @ArchTest
  static final ArchRule domain_state_is_final =
      fields()
          .that()
          .areDeclaredInClassesThat()
          .resideInAPackage("org.mercat.domain..")
          .should()
          .beFinal();

  @ArchTest
  static final ArchRule nobody_reads_the_clock_or_rolls_dice_in_the_core =
      noClasses()
          .that()
          .resideInAnyPackage("org.mercat.domain..", "org.mercat.application..")
          .should()
          .callMethodWhere(
              describe(
                  "now() or randomUUID()",
                  call ->
                      (call.getTargetOwner().getPackageName().equals("java.time")
                              && call.getTarget().getName().equals("now"))
                          || call.getTarget().getName().equals("randomUUID")));

  /** Places on the globe are floating point, money never is. */
  @ArchTest
  static final ArchRule money_is_never_floating_point =
      classes()
          .that()
          .resideInAnyPackage(
              "org.mercat.*.payment..",
              "org.mercat.*.booking..",
              "org.mercat.*.tax..",
              "org.mercat.*.fee..",
              "org.mercat.domain.shared..",
              "org.mercat.payments..")
          .should(declareAndCallNoFloatingPoint());

  @ArchTest
  static final ArchRule no_names_that_say_nothing =
      noClasses()
          .should()
          .haveSimpleNameEndingWith("Impl")
          .orShould()
          .haveSimpleNameEndingWith("Manager")
          .orShould()
          .haveSimpleNameEndingWith("Helper")
          .orShould()
          .haveSimpleNameEndingWith("Util")
          .orShould()
          .haveSimpleNameEndingWith("Utils")
          .orShould()
          .haveSimpleNameEndingWith("Data")
          .orShould()
          .haveSimpleNameEndingWith("Info")
          .orShould()
          .haveSimpleNameEndingWith("DTO");

  /** The sandbox plays an outside party, with a database of its own. */
  @ArchTest
  static final ArchRule mybatis_stays_in_persistence =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "org.mercat.persistence..", "org.mercat.bootstrap..", "org.mercat.payments.sandbox..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.ibatis..", "java.sql..", "javax.sql..");

  @ArchTest
  static final ArchRule no_generic_exceptions = NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;

  @ArchTest static final ArchRule no_field_injection = NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

  /** The launcher talks to whoever started it. */
  @ArchTest
  static final ArchRule no_standard_streams =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.mercat.bootstrap.launch..")
          .should(ACCESS_STANDARD_STREAMS);

  @ArchTest static final ArchRule no_old_dates = OLD_DATE_AND_TIME_CLASSES_SHOULD_NOT_BE_USED;

  @ArchTest
  static final ArchRule stripe_stays_in_payments =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.mercat.payments.stripe..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.stripe..");

  @ArchTest
  static final ArchRule mail_stays_in_notifications =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.mercat.notifications..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta.mail..", "org.eclipse.angus..");

  @ArchTest
  static final ArchRule templates_stay_where_letters_and_papers_are_written =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.mercat.notifications..", "org.mercat.documents..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.pebbletemplates..");

  @ArchTest
  static final ArchRule pdf_stays_in_documents =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.mercat.documents..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.openhtmltopdf..", "org.apache.pdfbox..");

  /** Of it the data are needed: all else the JDK does better. */
  @ArchTest
  static final ArchRule joda_time_stays_in_zones =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.mercat.zones.joda..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.joda.time..");

  /** A name of a zone is of no use to {@code java.time}: who computes asks a {@link Zone}. */
  @ArchTest
  static final ArchRule only_zones_say_what_clocks_do =
      classes()
          .that()
          .resideOutsideOfPackage("org.mercat.bootstrap.launch..")
          .should(leaveTheZonesOfTheRuntime());

  @ArchTest
  static final ArchRule jaxrs_stays_in_rest_and_the_gateways_resources =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.mercat.rest..", "org.mercat.bootstrap..")
          .and()
          .haveNameNotMatching("org\\.mercat\\.payments\\..*Resource(\\$.*)?")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("jakarta.ws.rs..");

  @ArchTest
  static final ArchRule cdi_only_in_rest_payments_and_bootstrap =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "org.mercat.rest..", "org.mercat.payments..", "org.mercat.bootstrap..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta.inject..", "jakarta.enterprise..");

  @ArchTest
  static final ArchRule rows_and_mappers_are_package_private =
      classes()
          .that()
          .resideInAPackage("org.mercat.persistence..")
          .and()
          .haveNameMatching(".*(Row|Mapper|TypeHandler)")
          .should()
          .bePackagePrivate()
          .orShould()
          .bePrivate();

  @ArchTest
  static final ArchRule only_the_access_rules_ask_what_a_caller_is =
      classes()
          .that()
          .resideInAnyPackage(
              "org.mercat.application..", "org.mercat.rest..", "org.mercat.payments..")
          .and()
          .doNotBelongToAnyOf(AccessRules.class, Caller.class)
          .should(askNotWhatACallerIs());

  /** Who finds out who calls, has to know him again. */
  @ArchTest
  static final ArchRule only_the_access_rules_compare_a_caller =
      classes()
          .that()
          .resideInAnyPackage(
              "org.mercat.application..", "org.mercat.rest..", "org.mercat.payments..")
          .and()
          .doNotBelongToAnyOf(AccessRules.class, AuthenticateCaller.class)
          .should(compareNoCaller());

  /** {@link Access} is no port: what stands beside its rules exists to take them away. */
  @ArchTest
  static final ArchRule every_port_has_a_contract =
      classes()
          .that()
          .resideInAnyPackage("org.mercat.application..port", "org.mercat.application.shared")
          .and()
          .areTopLevelClasses()
          .and()
          .areInterfaces()
          .and()
          .doNotBelongToAnyOf(Access.class)
          .and()
          .haveSimpleNameNotEndingWith("package-info")
          .should(haveAContractPassedByTwoAdapters());
}
