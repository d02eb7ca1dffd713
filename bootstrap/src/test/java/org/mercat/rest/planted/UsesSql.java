package org.mercat.rest.planted;

public class UsesSql {
  final java.sql.Connection connection = null;
}
