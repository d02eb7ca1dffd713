package org.mercat.domain.planted;

public class HasAnInjectedField {
  @jakarta.inject.Inject String name;
}
