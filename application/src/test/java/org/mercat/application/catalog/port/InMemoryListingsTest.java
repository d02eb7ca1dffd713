package org.mercat.application.catalog.port;

class InMemoryListingsTest extends InMemoryCatalog implements ListingsContract {}
