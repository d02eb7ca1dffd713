package org.mercat.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mercat.domain.audit.Action;
import org.mercat.domain.shared.DomainEvent;

/** Nothing happens in the market that the audit trail has no word for. */
class AuditedEventsTest {

  @Test
  void every_event_is_of_a_kind_that_the_audit_trail_knows() {
    var unknown = new ArrayList<String>();

    for (var event : events()) {
      try {
        assertThat(Action.of(event)).isNotEqualTo(Action.READ);
      } catch (IllegalArgumentException noAction) {
        unknown.add(String.valueOf(noAction.getMessage()));
      }
    }

    assertThat(unknown).isEmpty();
    assertThat(events()).hasSizeGreaterThan(50);
  }

  private static List<Class<? extends DomainEvent>> events() {
    return new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(new ArchitectureTest.NoTestJars())
            .importPackages("org.mercat")
            .stream()
            .filter(type -> type.isAssignableTo(DomainEvent.class) && !type.isInterface())
            .map(JavaClass::reflect)
            .<Class<? extends DomainEvent>>map(type -> type.asSubclass(DomainEvent.class))
            .toList();
  }
}
