module consumer {
  requires vn.eid.sdk;

  exports consumer;
}
