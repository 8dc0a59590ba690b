package magicbench.harness.image;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import magicbench.results.file.Hashes;
import magicbench.results.file.InputException;

/**
 * An IDX file of unsigned bytes: four bytes that say so, the sizes as big-endian numbers of four
 * bytes, then the values. May be gzipped.
 *
 * @param sizes how long each dimension is
 * @param values unsigned bytes, the last dimension fastest
 * @param sha256 of the uncompressed bytes
 */
@SuppressWarnings("ArrayRecordComponent") // handed on and forgotten
record IdxFile(int[] sizes, byte[] values, String sha256) {

  private static final int UNSIGNED_BYTES = 0x0800;
  private static final int GZIP = 0x1f8b;
  private static final int BUFFER_BYTES = 1 << 16;
  private static final int MAX_VALUES = Integer.MAX_VALUE - 64; // what an array holds
  private static final String REMEDY = "fetch the file again";

  /**
   * Reads a file.
   *
   * @param file the file, gzipped or not
   * @param dimensions how many it must have
   * @throws InputException when it is missing, foreign, cut off, damaged or too long
   */
  static IdxFile read(Path file, int dimensions) {
    try (InputStream raw = new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES);
        InputStream in = unpacked(raw)) {
      return read(file, in, dimensions);
    } catch (NoSuchFileException e) {
      throw new InputException(file.toString(), "no such file", "check the path", e);
    } catch (EOFException e) {
      throw new InputException(file.toString(), "is cut off", REMEDY, e);
    } catch (IOException e) {
      throw new InputException(
          file.toString(), "can't be read (" + e.getMessage() + ")", REMEDY, e);
    }
  }

  private static InputStream unpacked(InputStream raw) throws IOException {
    raw.mark(Short.BYTES);
    byte[] start = raw.readNBytes(Short.BYTES);
    raw.reset();
    boolean gzipped =
        start.length == Short.BYTES
            && Short.toUnsignedInt(ByteBuffer.wrap(start).getShort()) == GZIP;
    return gzipped ? new GZIPInputStream(raw, BUFFER_BYTES) : raw;
  }

  private static IdxFile read(Path file, InputStream plain, int dimensions) throws IOException {
    MessageDigest digest = Hashes.newDigest();
    DigestInputStream in = new DigestInputStream(plain, digest);
    int[] sizes = sizes(file, in, dimensions);
    int length = length(file, sizes);
    byte[] values = in.readNBytes(length);
    if (values.length < length) {
      throw fault(
          file, "holds " + values.length + " of the " + length + " values that it tells of");
    }
    if (in.read() >= 0) {
      throw fault(file, "goes on after the " + length + " values that it tells of");
    }
    return new IdxFile(sizes, values, HexFormat.of().formatHex(digest.digest()));
  }

  private static int[] sizes(Path file, InputStream in, int dimensions) throws IOException {
    ByteBuffer header = ByteBuffer.wrap(in.readNBytes(Integer.BYTES * (1 + dimensions)));
    int wanted = UNSIGNED_BYTES | dimensions;
    if (header.remaining() < Integer.BYTES || header.getInt() != wanted) {
      throw fault(
          file,
          String.format(
              "starts with %s, not with %08x as an IDX file of %d dimensions does",
              HexFormat.of().formatHex(header.array(), 0, Math.min(4, header.limit())),
              wanted,
              dimensions));
    }
    if (header.remaining() < Integer.BYTES * dimensions) {
      throw fault(file, "is cut off in its header");
    }
    int[] sizes = new int[dimensions];
    header.asIntBuffer().get(sizes);
    return sizes;
  }

  private static int length(Path file, int[] sizes) {
    long length = 1;
    for (int size : sizes) {
      if (size < 1 || size > MAX_VALUES / length) {
        throw fault(
            file,
            "has a dimension of "
                + Integer.toUnsignedString(size)
                + ", which makes nothing or more than "
                + MAX_VALUES
                + " values");
      }
      length *= size;
    }
    return (int) length;
  }

  private static InputException fault(Path file, String what) {
    return new InputException(file.toString(), what, REMEDY);
  }
}
