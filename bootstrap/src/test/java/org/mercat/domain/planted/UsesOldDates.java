package org.mercat.domain.planted;

public class UsesOldDates {
  final java.util.Date born = null;
}
