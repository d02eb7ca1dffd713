package org.mercat.domain.planted;

public class UsesMyBatis {
  final org.apache.ibatis.session.SqlSession session = null;
}
