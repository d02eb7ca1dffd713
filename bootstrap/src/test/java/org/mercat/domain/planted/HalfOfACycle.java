package org.mercat.domain.planted;

public class HalfOfACycle {
  final org.mercat.domain.plantedtoo.OtherHalf other = null;
}
