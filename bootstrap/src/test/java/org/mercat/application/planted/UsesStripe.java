package org.mercat.application.planted;

public class UsesStripe {
  final com.stripe.StripeClient client = null;
}
