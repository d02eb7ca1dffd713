package org.mercat.application.planted;

public class KnowsHttp {
  final jakarta.ws.rs.core.Response response = null;
}
