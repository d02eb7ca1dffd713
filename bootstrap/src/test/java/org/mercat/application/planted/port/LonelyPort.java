package org.mercat.application.planted.port;

public interface LonelyPort {}
