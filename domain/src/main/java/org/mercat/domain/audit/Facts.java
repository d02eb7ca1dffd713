package org.mercat.domain.audit;

import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mercat.domain.shared.DomainEvent;
import org.mercat.domain.shared.Money;

/**
 * What an event tells, by the names of its components: ids, amounts, times, numbers and words of
 * the market. Texts that people have written are left out: they may be personal, stay where they
 * can be erased, and nothing that was derived from them is kept here (C-36).
 */
final class Facts {

  private final SortedMap<String, String> found = new TreeMap<>();

  private Facts() {}

  static SortedMap<String, String> of(DomainEvent event) {
    var facts = new Facts();
    if (event instanceof Record told) {
      facts.addComponents("", told);
    }
    return Collections.unmodifiableSortedMap(facts.found);
  }

  private void addComponents(String prefix, Record told) {
    for (var component : told.getClass().getRecordComponents()) {
      add(prefix + component.getName(), value(component, told));
    }
  }

  private void add(String name, Object value) {
    switch (value) {
      case Optional<?> maybe -> maybe.ifPresent(it -> add(name, it));
      case Money money -> found.put(name, money.minor() + " " + money.currency().getCurrencyCode());
      case UUID id -> found.put(name, id.toString());
      case Instant at -> found.put(name, at.toString());
      case Duration time -> found.put(name, time.toString());
      case Enum<?> word -> found.put(name, word.name());
      case Number number -> found.put(name, number.toString());
      case Boolean answer -> found.put(name, answer.toString());
      case Set<?> words -> found.put(name, words(words));
      case Collection<?> items -> addItems(name, items);
      case Record part -> addPart(name, part);
      default -> {
        // A text, or something that nobody has looked at yet: it may be personal.
      }
    }
  }

  private static String words(Set<?> set) {
    return set.stream()
        .filter(Enum.class::isInstance)
        .map(word -> ((Enum<?>) word).name())
        .sorted()
        .collect(Collectors.joining(","));
  }

  private void addItems(String name, Collection<?> items) {
    var index = 0;
    for (var item : items) {
      add(name + "." + index, item);
      index++;
    }
  }

  /** A record of one component, as every id is, is told as that component. */
  private void addPart(String name, Record part) {
    var components = part.getClass().getRecordComponents();
    if (components.length == 1) {
      add(name, value(components[0], part));
    } else {
      addComponents(name + ".", part);
    }
  }

  private static Object value(RecordComponent component, Record told) {
    try {
      return Objects.requireNonNull(component.getAccessor().invoke(told), component.getName());
    } catch (ReflectiveOperationException failure) {
      throw new IllegalStateException(component + " cannot be read", failure);
    }
  }
}
