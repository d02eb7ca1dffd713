package org.mercat.application.planted;

public class UsesTheAggregateOfAnotherContext {
  final org.mercat.domain.booking.Booking booking = null;
}
