package org.mercat.payments.planted;

public class UsesJaxRs {
  final jakarta.ws.rs.core.Response response = null;
}
