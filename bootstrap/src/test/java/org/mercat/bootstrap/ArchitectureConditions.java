package org.mercat.bootstrap;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneRulesProvider;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.mercat.application.shared.Caller;
import org.mercat.domain.identity.UserId;

/** What ArchUnit cannot say by itself. */
final class ArchitectureConditions {

  private static final JavaClasses WITH_TESTS =
      new ClassFileImporter().importPackages("org.mercat");

  private static final Set<String> FLOATING_POINT =
      Set.of("double", "float", "java.lang.Double", "java.lang.Float");

  private static final Set<String> STATELESS =
      Set.of(
          "org.mercat.domain.tax",
          "org.mercat.domain.fee",
          "org.mercat.domain.availability",
          "org.mercat.domain.geo",
          "org.mercat.domain.notification");

  private ArchitectureConditions() {}

  static ArchCondition<JavaClass> offerOnlyHandle() {
    return new ArchCondition<>("have exactly one public method, handle") {
      @Override
      public void check(JavaClass item, ConditionEvents events) {
        var names =
            item.getMethods().stream()
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                .map(JavaMethod::getName)
                .toList();
        if (!names.equals(List.of("handle"))) {
          events.add(SimpleConditionEvent.violated(item, item.getName() + " offers " + names));
        }
      }
    };
  }

  static ArchCondition<JavaClass> onlyUseIdsAndEventsOfOtherContexts() {
    return new ArchCondition<>("only use Id records and events of other contexts") {
      @Override
      public void check(JavaClass item, ConditionEvents events) {
        for (Dependency dependency : item.getDirectDependenciesFromSelf()) {
          var target = dependency.getTargetClass();
          var from = context(item);
          var to = context(target);
          if (from.isEmpty() || to.isEmpty() || from.equals(to) || to.equals("shared")) {
            continue;
          }
          if (!target.getName().matches(".*(Id|Event(\\$.*)?)") && !isStateless(target)) {
            events.add(SimpleConditionEvent.violated(item, dependency.getDescription()));
          }
        }
      }
    };
  }

  static ArchCondition<JavaClass> haveAContractPassedByTwoAdapters() {
    return new ArchCondition<>("have a contract passed by at least two adapters") {
      @Override
      public void check(JavaClass port, ConditionEvents events) {
        var contract = port.getName() + "Contract";
        var passedBy =
            WITH_TESTS.stream()
                .filter(type -> !type.isInterface() && type.isAssignableTo(contract))
                .count();
        if (passedBy < 2) {
          events.add(
              SimpleConditionEvent.violated(
                  port, contract + " is passed by " + passedBy + " adapters"));
        }
      }
    };
  }

  static ArchCondition<JavaClass> askNotWhatACallerIs() {
    return new ArchCondition<>("leave the roles and the permissions of a caller to Access") {
      @Override
      public void check(JavaClass item, ConditionEvents events) {
        item.getCodeUnits().stream()
            .filter(
                unit ->
                    uses(unit, Caller.class, "roles") || uses(unit, Caller.class, "permissions"))
            .map(unit -> unit.getFullName() + " asks what a caller is")
            .forEach(said -> events.add(SimpleConditionEvent.violated(item, said)));
      }
    };
  }

  static ArchCondition<JavaClass> compareNoCaller() {
    return new ArchCondition<>("leave it to Access to compare a caller with somebody") {
      @Override
      public void check(JavaClass item, ConditionEvents events) {
        item.getCodeUnits().stream()
            .filter(unit -> uses(unit, Caller.class, "user") && uses(unit, UserId.class, "equals"))
            .map(unit -> unit.getFullName() + " compares a caller with somebody")
            .forEach(said -> events.add(SimpleConditionEvent.violated(item, said)));
      }
    };
  }

  /** No method of java.time that is given a {@link ZoneId} works without the runtime's rules. */
  static ArchCondition<JavaClass> leaveTheZonesOfTheRuntime() {
    return new ArchCondition<>("leave alone what the runtime knows of time zones") {
      @Override
      public void check(JavaClass item, ConditionEvents events) {
        Stream.concat(
                item.getCodeUnitCallsFromSelf().stream(),
                item.getCodeUnitReferencesFromSelf().stream())
            .filter(access -> readsZonesOfTheRuntime(access.getTarget()))
            .map(JavaCodeUnitAccess::getDescription)
            .forEach(said -> events.add(SimpleConditionEvent.violated(item, said)));
      }
    };
  }

  private static boolean readsZonesOfTheRuntime(CodeUnitAccessTarget target) {
    var owner = target.getOwner();
    return owner.isEquivalentTo(ZoneRulesProvider.class)
        || owner.isEquivalentTo(ZonedDateTime.class)
        || (owner.isEquivalentTo(ZoneId.class) && target.getName().equals("getRules"))
        || (owner.getPackageName().startsWith("java.time")
            && target.getRawParameterTypes().stream()
                .anyMatch(type -> type.isEquivalentTo(ZoneId.class)));
  }

  private static boolean uses(JavaCodeUnit unit, Class<?> owner, String method) {
    return Stream.concat(
            unit.getMethodCallsFromSelf().stream(), unit.getMethodReferencesFromSelf().stream())
        .map(JavaCodeUnitAccess::getTarget)
        .anyMatch(
            target -> target.getOwner().isEquivalentTo(owner) && target.getName().equals(method));
  }

  /** ArchUnit counts no primitive as a dependency: look at what is declared and called. */
  static ArchCondition<JavaClass> declareAndCallNoFloatingPoint() {
    return new ArchCondition<>("neither declare nor call anything with double or float") {
      @Override
      public void check(JavaClass item, ConditionEvents events) {
        var fields = item.getFields().stream().map(JavaField::getRawType);
        var declared =
            item.getCodeUnits().stream()
                .flatMap(unit -> signature(unit.getRawReturnType(), unit.getRawParameterTypes()));
        var called =
            item.getCodeUnitCallsFromSelf().stream()
                .map(JavaCodeUnitAccess::getTarget)
                .flatMap(unit -> signature(unit.getRawReturnType(), unit.getRawParameterTypes()));
        var floating =
            Stream.of(fields, declared, called)
                .flatMap(Function.identity())
                .anyMatch(type -> FLOATING_POINT.contains(type.getName()));
        if (floating) {
          events.add(SimpleConditionEvent.violated(item, item.getName() + " uses floating point"));
        }
      }
    };
  }

  private static Stream<JavaClass> signature(JavaClass result, List<JavaClass> parameters) {
    return Stream.concat(Stream.of(result), parameters.stream());
  }

  /** Rules without state or ports may be used by every context. */
  private static boolean isStateless(JavaClass type) {
    return STATELESS.contains(type.getPackageName());
  }

  private static String context(JavaClass type) {
    var parts = List.of(type.getPackageName().split("\\.", -1));
    return type.getPackageName().startsWith("org.mercat.") && parts.size() >= 4 ? parts.get(3) : "";
  }
}
