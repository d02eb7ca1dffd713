package org.mercat.domain.payment.planted;

public class CountsMoneyInDoubles {
  final double price = 9.99;
}
