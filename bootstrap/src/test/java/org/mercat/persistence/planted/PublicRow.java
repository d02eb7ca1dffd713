package org.mercat.persistence.planted;

public record PublicRow() {}
