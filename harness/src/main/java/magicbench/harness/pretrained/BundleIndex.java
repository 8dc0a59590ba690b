package magicbench.harness.pretrained;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import magicbench.results.file.InputException;

/**
 * The index of a TensorFlow bundle: an uncompressed LevelDB table from names to entries.
 *
 * <p>The table ends with 48 bytes: where its two lists of blocks lie, and a number to know it by. A
 * block holds keys, each without what it shares with the one before, and values; at its end the
 * places where keys are whole, and how many there are (LevelDB, table_format.md).
 */
final class BundleIndex {

  private static final int FOOTER_BYTES = 48;
  private static final long MAGIC = 0xdb4775248b80fb57L;
  private static final int MAX_NAME = 1024;
  private static final int MAX_NAMES = 1 << 16;

  private final byte[] table;
  private int names;

  private BundleIndex(byte[] table) {
    this.table = table;
  }

  /** A stretch of the table. */
  private record Block(int offset, int bytes) {}

  private record Pair(String key, ByteString value) {}

  /**
   * Reads an index.
   *
   * @param table the whole file
   * @param where its name, for messages
   * @return entries by name, the one without a name left out
   * @throws InputException when it is no such index
   */
  static SortedMap<String, BundleEntry> parse(byte[] table, String where) {
    try {
      return new BundleIndex(table).entries();
    } catch (IOException e) {
      throw new InputException(
          where, "is no index of arrays (" + e.getMessage() + ")", "use the published file", e);
    }
  }

  private SortedMap<String, BundleEntry> entries() throws IOException {
    SortedMap<String, BundleEntry> entries = new TreeMap<>();
    for (Pair block : pairs(listOfBlocks())) {
      for (Pair pair : pairs(block(block.value().newCodedInput()))) {
        if (!pair.key().isEmpty()) {
          entries.put(pair.key(), BundleEntry.read(pair.value()));
        }
      }
    }
    return entries;
  }

  private Block listOfBlocks() throws IOException {
    if (table.length < FOOTER_BYTES
        || ByteBuffer.wrap(table).order(ByteOrder.LITTLE_ENDIAN).getLong(table.length - 8)
            != MAGIC) {
      throw new IOException("it doesn't end as a table does");
    }
    CodedInputStream footer =
        CodedInputStream.newInstance(table, table.length - FOOTER_BYTES, FOOTER_BYTES);
    block(footer);
    return block(footer);
  }

  private Block block(CodedInputStream in) throws IOException {
    long offset = in.readRawVarint64();
    long bytes = in.readRawVarint64();
    if (offset < 0
        || bytes < Integer.BYTES
        || offset > table.length
        || bytes >= table.length - offset) {
      throw new IOException("a block lies outside of it");
    }
    if (table[(int) (offset + bytes)] != 0) {
      throw new IOException("a block is compressed");
    }
    return new Block((int) offset, (int) bytes);
  }

  private List<Pair> pairs(Block block) throws IOException {
    int last = block.offset() + block.bytes() - Integer.BYTES;
    int restarts = ByteBuffer.wrap(table).order(ByteOrder.LITTLE_ENDIAN).getInt(last);
    long bytes = block.bytes() - Integer.BYTES * (1L + restarts);
    if (restarts < 0 || bytes < 0) {
      throw new IOException("a block's end is broken");
    }
    CodedInputStream in = CodedInputStream.newInstance(table, block.offset(), (int) bytes);
    List<Pair> pairs = new ArrayList<>();
    String key = "";
    while (!in.isAtEnd()) {
      int shared = in.readRawVarint32();
      int own = in.readRawVarint32();
      int value = in.readRawVarint32();
      if (shared < 0 || shared > key.length() || own > MAX_NAME - shared) {
        throw new IOException("a name goes on from nothing, or for too long");
      }
      key = key.substring(0, shared) + text(in.readRawBytes(own));
      if (++names > MAX_NAMES) {
        throw new IOException("it has more than " + MAX_NAMES + " names");
      }
      pairs.add(new Pair(key, ByteString.copyFrom(in.readRawBytes(value))));
    }
    return pairs;
  }

  /** One character a byte, so that what names share can be counted in either. */
  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
