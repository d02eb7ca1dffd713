/**
 * A payment gateway for development and tests: it plays an outside party with books of its own,
 * keeps them apart from the application's transactions, and tells what happened by signed webhooks.
 * No money moves.
 */
@NullMarked
@CheckReturnValue
package org.mercat.payments.sandbox;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
