/** Files that survive a crash: forced writes, one owner, authenticated frames. */
@org.jspecify.annotations.NullMarked
package vn.eid.internal.disk;
