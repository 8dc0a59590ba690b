package magicbench.harness.pretrained;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import magicbench.harness.data.Archive;

/**
 * The arrays of a TensorFlow model that lies in a zip archive, itself an entry of a jar.
 *
 * <p>The jar is read twice from end to end, once for the index and once for the numbers, and
 * nothing is unpacked to disk.
 */
final class TensorBundle {

  private static final String INDEX = "variables/variables.index";
  private static final String DATA = "variables/variables.data-00000-of-00001";
  private static final int MAX_INDEX_BYTES = 1 << 22;
  private static final long MAX_BYTES = 4L << 30;

  /** A quarter of a gigabyte of numbers: more than ten times the largest table of BERT-base. */
  private static final long MAX_VALUES = 1L << 28;

  private static final int CHUNK_BYTES = 1 << 16;

  private final Archive jar;
  private final String model;

  /**
   * A model.
   *
   * @param jar the outer archive
   * @param model the entry that holds the inner one
   */
  TensorBundle(Path jar, String model) {
    this.jar = new Archive(jar);
    this.model = model;
  }

  /**
   * Reads all arrays of single precision.
   *
   * @return arrays by their own names
   * @throws magicbench.results.file.InputException when the model is missing or broken
   */
  SortedMap<String, PublishedTensor> read() {
    byte[] index = inner(INDEX, MAX_INDEX_BYTES, InputStream::readAllBytes);
    SortedMap<String, BundleEntry> entries = BundleIndex.parse(index, where(INDEX));
    List<Map.Entry<String, BundleEntry>> inOrder =
        entries.entrySet().stream()
            .filter(entry -> entry.getValue().type() == BundleEntry.FLOAT)
            .sorted(Comparator.comparingLong(entry -> entry.getValue().offset()))
            .toList();
    return inner(DATA, MAX_BYTES, in -> arrays(in, inOrder));
  }

  private String where(String name) {
    return jar.where(model) + "!" + name;
  }

  private <T> T inner(String name, long maxBytes, Archive.EntryReader<T> reader) {
    return jar.read(
        model,
        MAX_BYTES,
        in -> {
          try (ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
              if (entry.getName().equals(name)) {
                return reader.read(Archive.bounded(zip, maxBytes, where(name)));
              }
            }
            throw jar.fault(model + "!" + name, "the entry is missing");
          }
        });
  }

  private SortedMap<String, PublishedTensor> arrays(
      InputStream in, List<Map.Entry<String, BundleEntry>> inOrder) throws IOException {
    SortedMap<String, PublishedTensor> arrays = new TreeMap<>();
    long place = 0;
    for (Map.Entry<String, BundleEntry> named : inOrder) {
      BundleEntry entry = named.getValue();
      long size = PublishedTensor.size(entry.shape());
      boolean fits = size > 0 && size <= MAX_VALUES && entry.bytes() == size * Float.BYTES;
      if (!fits || entry.offset() < place || entry.offset() > MAX_BYTES) {
        throw jar.fault(model + "!" + INDEX, named.getKey() + " is or lies where it can't");
      }
      in.skipNBytes(entry.offset() - place);
      float[] values = floats(in, (int) size);
      arrays.put(
          named.getKey(),
          new PublishedTensor(where(DATA) + " " + named.getKey(), entry.shape(), values));
      place = entry.offset() + (long) values.length * Float.BYTES;
    }
    return arrays;
  }

  private static float[] floats(InputStream in, int count) throws IOException {
    float[] values = new float[count];
    byte[] chunk = new byte[CHUNK_BYTES];
    for (int from = 0; from < count; from += CHUNK_BYTES / Float.BYTES) {
      int bytes = Math.min(CHUNK_BYTES, (count - from) * Float.BYTES);
      if (in.readNBytes(chunk, 0, bytes) < bytes) {
        throw new EOFException("it ends within an array");
      }
      ByteBuffer.wrap(chunk, 0, bytes)
          .order(ByteOrder.LITTLE_ENDIAN)
          .asFloatBuffer()
          .get(values, from, bytes / Float.BYTES);
    }
    return values;
  }
}
