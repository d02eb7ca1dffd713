package org.mercat.bootstrap;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.enterprise.util.Nonbinding;
import jakarta.inject.Qualifier;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import org.mercat.persistence.shared.DatabaseRole;

/**
 * A unit of work that enters the database as this role, whoever the work is done for. All others
 * enter as those for whom they work.
 */
@Qualifier
@Retention(RUNTIME)
@Target({METHOD, PARAMETER})
@interface InRole {
  DatabaseRole value();

  /** Why the work cannot be done as those who ask for it: docs/security shows it. */
  @Nonbinding
  String because() default "";
}
