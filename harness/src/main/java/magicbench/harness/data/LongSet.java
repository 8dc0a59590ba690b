package magicbench.harness.data;

import java.util.Arrays;

/** A set of 64-bit hashes without boxes: 8 bytes an entry, plus room. */
final class LongSet {

  private static final double MAX_LOAD = 0.6;
  private static final int FIRST_CAPACITY = 1024;

  private long[] slots = new long[FIRST_CAPACITY];
  private int size;
  private boolean hasZero;

  /**
   * Adds a value.
   *
   * @param value any value
   * @return whether it is new
   */
  boolean add(long value) {
    if (value == 0) {
      boolean isNew = !hasZero;
      hasZero = true;
      return isNew;
    }
    int slot = slot(slots, value);
    if (slots[slot] == value) {
      return false;
    }
    slots[slot] = value;
    size++;
    if (size > MAX_LOAD * slots.length) {
      grow();
    }
    return true;
  }

  /**
   * Looks for a value.
   *
   * @param value any value
   * @return whether it was added
   */
  boolean contains(long value) {
    return value == 0 ? hasZero : slots[slot(slots, value)] == value;
  }

  private static int slot(long[] slots, long value) {
    int slot = (int) value & (slots.length - 1);
    while (slots[slot] != 0 && slots[slot] != value) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  private void grow() {
    long[] larger = new long[slots.length * 2];
    Arrays.stream(slots)
        .filter(value -> value != 0)
        .forEach(value -> larger[slot(larger, value)] = value);
    slots = larger;
  }
}
