package org.mercat.rest.planted;

public class SendsMail {
  final jakarta.mail.Session session = null;
}
