package org.mercat.persistence.planted;

@jakarta.inject.Singleton
public class UsesCdi {}
