package org.mercat.domain.catalog;

/** The kinds of service that the catalog starts with (CA-07). */
public enum Category {
  GROOMING,
  TRAINING,
  BOARDING,
  VET,
  TRANSPORT,
  PHOTOGRAPHY,
  STUD_SERVICE,
  OTHER
}
