package app.downshift.session;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.RandomAccess;

/**
 * An immutable list that grows at its end in constant time: a longer trail shares the storage of
 * the shorter one, which never sees what was added. Only the newest trail may be grown, and only by
 * one thread.
 */
public final class Trail<T> extends AbstractList<T> implements RandomAccess {
  private final Object[] storage;
  private final int size;

  private Trail(Object[] storage, int size) {
    this.storage = storage;
    this.size = size;
  }

  /** A trail of nothing. */
  public static <T> Trail<T> empty() {
    return new Trail<>(new Object[16], 0);
  }

  /** This trail and one more. */
  public Trail<T> with(T next) {
    Object[] room = size < storage.length ? storage : Arrays.copyOf(storage, size * 2);
    if (room[size] != null) {
      throw new IllegalStateException("only the newest trail grows");
    }
    room[size] = next;
    return new Trail<>(room, size + 1);
  }

  @Override
  @SuppressWarnings("unchecked") // only T ever went in
  public T get(int index) {
    if (index < 0 || index >= size) {
      throw new IndexOutOfBoundsException(index);
    }
    return (T) storage[index];
  }

  @Override
  public int size() {
    return size;
  }
}
