package org.mercat.domain.planted;

public class NamedManager {}
