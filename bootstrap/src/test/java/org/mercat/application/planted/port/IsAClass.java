package org.mercat.application.planted.port;

public class IsAClass {}
