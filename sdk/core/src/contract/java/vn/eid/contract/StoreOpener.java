package vn.eid.contract;

import vn.eid.spi.SharedStore;

/** How a node of {@link ClusterContract}, a process of its own, comes to the store. */
public interface StoreOpener {
  /** Opens it where it lies, whether it is up or not. */
  SharedStore open(String address) throws Exception;
}
