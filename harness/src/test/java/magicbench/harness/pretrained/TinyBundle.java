package magicbench.harness.pretrained;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes TensorFlow bundles as small as a test needs. */
final class TinyBundle {

  static final String MODEL = "models/tiny";

  private static final int FOOTER_HANDLES = 40;
  private static final long MAGIC = 0xdb4775248b80fb57L;

  private TinyBundle() {}

  /** A jar with a zip in it, as the published BERT's is. */
  static Path jar(Path file, SortedMap<String, PublishedTensor> arrays) throws IOException {
    return jar(file, arrays, data(arrays));
  }

  /** The same with other data than the index tells of. */
  static Path jar(Path file, SortedMap<String, PublishedTensor> arrays, byte[] data)
      throws IOException {
    ByteArrayOutputStream inner = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(inner)) {
      put(zip, "variables/variables.data-00000-of-00001", data);
      put(zip, "variables/variables.index", index(arrays));
    }
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      put(zip, MODEL, inner.toByteArray());
    }
    return file;
  }

  private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content);
    zip.closeEntry();
  }

  private static byte[] data(SortedMap<String, PublishedTensor> arrays) {
    int size = arrays.values().stream().mapToInt(TinyBundle::size).sum();
    ByteBuffer data = ByteBuffer.allocate(size * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (PublishedTensor tensor : arrays.values()) {
      for (float value : tensor.values(size(tensor))) {
        data.putFloat(value);
      }
    }
    return data.array();
  }

  private static int size(PublishedTensor tensor) {
    return tensor.shape().stream().reduce(1, (a, b) -> a * b);
  }

  /** A table of one block; each name leaves out what it shares with the one before. */
  static byte[] index(SortedMap<String, PublishedTensor> arrays) throws IOException {
    ByteArrayOutputStream block = new ByteArrayOutputStream();
    pair(block, "", "", new byte[0]);
    String before = "";
    long offset = 0;
    for (Map.Entry<String, PublishedTensor> array : arrays.entrySet()) {
      int bytes = size(array.getValue()) * Float.BYTES;
      pair(block, before, array.getKey(), entry(array.getValue().shape(), offset, bytes));
      before = array.getKey();
      offset += bytes;
    }
    byte[] pairs = closed(block);
    ByteArrayOutputStream list = new ByteArrayOutputStream();
    pair(list, "", "z", handle(0, pairs.length));
    byte[] blocks = closed(list);
    ByteArrayOutputStream table = new ByteArrayOutputStream();
    stored(table, pairs);
    int at = table.size();
    stored(table, blocks);
    byte[] handles = new byte[FOOTER_HANDLES];
    byte[] both = joined(handle(0, pairs.length), handle(at, blocks.length));
    System.arraycopy(both, 0, handles, 0, both.length);
    table.writeBytes(handles);
    table.writeBytes(
        ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(MAGIC).array());
    return table.toByteArray();
  }

  private static void pair(ByteArrayOutputStream block, String before, String name, byte[] value)
      throws IOException {
    int shared = 0;
    while (shared < Math.min(before.length(), name.length())
        && before.charAt(shared) == name.charAt(shared)) {
      shared++;
    }
    byte[] own = name.substring(shared).getBytes(StandardCharsets.ISO_8859_1);
    CodedOutputStream out = CodedOutputStream.newInstance(block);
    out.writeUInt32NoTag(shared);
    out.writeUInt32NoTag(own.length);
    out.writeUInt32NoTag(value.length);
    out.writeRawBytes(own);
    out.writeRawBytes(value);
    out.flush();
  }

  private static byte[] entry(List<Integer> shape, long offset, long bytes) throws IOException {
    ByteArrayOutputStream sizes = new ByteArrayOutputStream();
    CodedOutputStream dimensions = CodedOutputStream.newInstance(sizes);
    for (int size : shape) {
      byte[] dimension = message(out -> out.writeInt64(1, size));
      dimensions.writeByteArray(2, dimension);
    }
    dimensions.flush();
    return message(
        out -> {
          out.writeEnum(1, BundleEntry.FLOAT);
          out.writeByteArray(2, sizes.toByteArray());
          out.writeInt64(4, offset);
          out.writeInt64(5, bytes);
          out.writeFixed32(6, 0);
        });
  }

  @FunctionalInterface
  interface Fields {
    void write(CodedOutputStream out) throws IOException;
  }

  static byte[] message(Fields fields) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    CodedOutputStream out = CodedOutputStream.newInstance(bytes);
    fields.write(out);
    out.flush();
    return bytes.toByteArray();
  }

  private static byte[] closed(ByteArrayOutputStream block) {
    ByteBuffer end = ByteBuffer.allocate(2 * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    return joined(block.toByteArray(), end.putInt(0).putInt(1).array());
  }

  /** Behind a block: that it is not compressed, and a sum that nobody checks. */
  private static void stored(ByteArrayOutputStream table, byte[] block) {
    table.writeBytes(block);
    table.writeBytes(new byte[5]);
  }

  private static byte[] handle(long offset, long bytes) throws IOException {
    return message(
        out -> {
          out.writeUInt64NoTag(offset);
          out.writeUInt64NoTag(bytes);
        });
  }

  private static byte[] joined(byte[] first, byte[] second) {
    return ByteBuffer.allocate(first.length + second.length).put(first).put(second).array();
  }
}
