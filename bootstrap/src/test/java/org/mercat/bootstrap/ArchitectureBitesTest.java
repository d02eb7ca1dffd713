package org.mercat.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mercat.application.planted.AsksForARole;
import org.mercat.application.planted.ComparesTheCaller;
import org.mercat.application.planted.HandlesAndMore;
import org.mercat.application.planted.KnowsAnAdapter;
import org.mercat.application.planted.KnowsHttp;
import org.mercat.application.planted.UsesStripe;
import org.mercat.application.planted.UsesTheAggregateOfAnotherContext;
import org.mercat.application.planted.port.IsAClass;
import org.mercat.application.planted.port.LonelyPort;
import org.mercat.domain.payment.planted.CountsMoneyInDoubles;
import org.mercat.domain.planted.HalfOfACycle;
import org.mercat.domain.planted.HasAnInjectedField;
import org.mercat.domain.planted.HasMutableState;
import org.mercat.domain.planted.IsNoRecordId;
import org.mercat.domain.planted.NamedManager;
import org.mercat.domain.planted.Prints;
import org.mercat.domain.planted.ReadsTheClock;
import org.mercat.domain.planted.ReadsTheRuntimesClocks;
import org.mercat.domain.planted.ThrowsAnything;
import org.mercat.domain.planted.UsesJodaTime;
import org.mercat.domain.planted.UsesMyBatis;
import org.mercat.domain.planted.UsesOldDates;
import org.mercat.payments.planted.UsesJaxRs;
import org.mercat.persistence.planted.PublicRow;
import org.mercat.persistence.planted.UsesCdi;
import org.mercat.rest.planted.FillsTemplates;
import org.mercat.rest.planted.SendsMail;
import org.mercat.rest.planted.UsesSql;
import org.mercat.rest.planted.WritesPdf;

/** A rule that cannot fail is decoration: each must name the sinner planted for it. */
class ArchitectureBitesTest {

  private static final ImportOption PRODUCTION_AND_PLANTED =
      location ->
          location.contains("/planted")
              || (new ImportOption.DoNotIncludeTests().includes(location)
                  && new ArchitectureTest.NoTestJars().includes(location));

  private static final JavaClasses CODE =
      new ClassFileImporter().withImportOption(PRODUCTION_AND_PLANTED).importPackages("org.mercat");

  static Stream<Arguments> planted() {
    return Stream.of(
        arguments("the_domain_is_plain_java", UsesMyBatis.class),
        arguments("the_application_knows_only_the_domain_and_java", KnowsHttp.class),
        arguments("dependencies_point_inwards_and_adapters_do_not_meet", KnowsAnAdapter.class),
        arguments("contexts_are_free_of_cycles", HalfOfACycle.class),
        arguments(
            "contexts_meet_only_through_ids_and_events", UsesTheAggregateOfAnotherContext.class),
        arguments("ports_are_interfaces", IsAClass.class),
        arguments("use_cases_are_final_classes_with_handle", HandlesAndMore.class),
        arguments("ids_are_records", IsNoRecordId.class),
        arguments("domain_state_is_final", HasMutableState.class),
        arguments("nobody_reads_the_clock_or_rolls_dice_in_the_core", ReadsTheClock.class),
        arguments("money_is_never_floating_point", CountsMoneyInDoubles.class),
        arguments("no_names_that_say_nothing", NamedManager.class),
        arguments("mybatis_stays_in_persistence", UsesSql.class),
        arguments("no_generic_exceptions", ThrowsAnything.class),
        arguments("no_field_injection", HasAnInjectedField.class),
        arguments("no_standard_streams", Prints.class),
        arguments("no_old_dates", UsesOldDates.class),
        arguments("stripe_stays_in_payments", UsesStripe.class),
        arguments("mail_stays_in_notifications", SendsMail.class),
        arguments("templates_stay_where_letters_and_papers_are_written", FillsTemplates.class),
        arguments("pdf_stays_in_documents", WritesPdf.class),
        arguments("joda_time_stays_in_zones", UsesJodaTime.class),
        arguments("only_zones_say_what_clocks_do", ReadsTheRuntimesClocks.class),
        arguments("jaxrs_stays_in_rest_and_the_gateways_resources", UsesJaxRs.class),
        arguments("cdi_only_in_rest_payments_and_bootstrap", UsesCdi.class),
        arguments("rows_and_mappers_are_package_private", PublicRow.class),
        arguments("only_the_access_rules_ask_what_a_caller_is", AsksForARole.class),
        arguments("only_the_access_rules_compare_a_caller", ComparesTheCaller.class),
        arguments("every_port_has_a_contract", LonelyPort.class));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("planted")
  void bites(String rule, Class<?> sinner) throws ReflectiveOperationException {
    var field = ArchitectureTest.class.getDeclaredField(rule);

    var report = ((ArchRule) field.get(null)).evaluate(CODE).getFailureReport();

    assertThat(report.getDetails())
        .as("what %s reports", rule)
        .anyMatch(line -> line.contains(sinner.getName()));
  }

  @Test
  void no_rule_is_left_out() {
    var rules =
        Arrays.stream(ArchitectureTest.class.getDeclaredFields())
            .filter(field -> ArchRule.class.isAssignableFrom(field.getType()))
            .map(Field::getName);

    assertThat(planted().map(row -> row.get()[0]))
        .containsExactlyInAnyOrderElementsOf(rules.toList());
  }
}
