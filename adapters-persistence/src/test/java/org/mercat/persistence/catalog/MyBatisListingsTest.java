package org.mercat.persistence.catalog;

import org.mercat.application.catalog.port.ListingsContract;

class MyBatisListingsTest extends MyBatisCatalog implements ListingsContract {}
