package vn.eid.consent;

import vn.eid.InvalidRequestException;

/**
 * A kind of data that a citizen can agree to share, and the type that reading it gives. The known
 * ones are constants of {@code HealthData} and {@code CitizenData}.
 *
 * @param <T> what one item of it is
 */
public final class DataSet<T> {
  private final String name;
  private final Class<T> itemType;
  private final String resource;

  private DataSet(String name, Class<T> itemType, String resource) {
    this.name = name;
    this.itemType = itemType;
    this.resource = resource;
  }

  /**
   * A data set that the provider offers before this SDK names it.
   *
   * @param name its name in consents, such as {@code immunizations}
   * @param itemType {@code HealthData.class} or {@code CitizenData.class}
   * @param resource where it lies under the service's address, such as {@code Immunization}
   * @throws InvalidRequestException where the name or the place has other characters than such
   *     names have
   */
  public static <T> DataSet<T> of(String name, Class<T> itemType, String resource) {
    if (!name.matches("[a-z][a-z0-9_]{0,63}")
        || !resource.matches("[A-Za-z$][A-Za-z0-9$_-]*(/[A-Za-z$][A-Za-z0-9$_-]*)*")) {
      throw new InvalidRequestException("dataSet", "This is not a name and a place of a data set.");
    }
    return new DataSet<>(name, itemType, resource);
  }

  /** The name in requests and receipts. */
  public String name() {
    return name;
  }

  /** What one item of it is. */
  public Class<T> itemType() {
    return itemType;
  }

  /** Where it lies under the service's address. */
  public String resource() {
    return resource;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DataSet<?> that && name.equals(that.name);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public String toString() {
    return name;
  }
}
