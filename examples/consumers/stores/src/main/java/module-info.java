module consumer {
  requires com.h2database;
  requires java.sql;
  requires vn.eid.sdk;
  requires vn.eid.store.jdbc;
  requires vn.eid.store.redis;

  exports consumer;
}
