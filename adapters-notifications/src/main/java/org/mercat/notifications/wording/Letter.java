package org.mercat.notifications.wording;

import java.net.URI;
import java.util.Optional;

/**
 * A mail as it is read.
 *
 * @param text for those who read no HTML
 * @param link where its reader is to go, if anywhere
 */
public record Letter(String subject, String text, String html, Optional<URI> link) {}
