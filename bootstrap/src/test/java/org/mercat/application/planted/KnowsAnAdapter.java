package org.mercat.application.planted;

public class KnowsAnAdapter {
  final org.mercat.persistence.shared.Sessions sessions = null;
}
