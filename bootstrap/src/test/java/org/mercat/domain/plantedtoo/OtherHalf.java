package org.mercat.domain.plantedtoo;

public class OtherHalf {
  final org.mercat.domain.planted.HalfOfACycle half = null;
}
