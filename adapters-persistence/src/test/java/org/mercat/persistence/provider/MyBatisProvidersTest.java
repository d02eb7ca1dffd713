package org.mercat.persistence.provider;

import org.mercat.application.provider.port.ProvidersContract;
import org.mercat.persistence.catalog.MyBatisCatalog;

class MyBatisProvidersTest extends MyBatisCatalog implements ProvidersContract {}
