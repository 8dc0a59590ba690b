package magicbench.harness.pretrained;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Where an array lies in the data file of a TensorFlow bundle.
 *
 * @param type TensorFlow's number of the type; {@value #FLOAT} for single precision
 * @param shape its sizes
 * @param offset its first byte
 * @param bytes how many bytes it has
 */
record BundleEntry(int type, List<Integer> shape, long offset, long bytes) {

  /** Single precision. */
  static final int FLOAT = 1;

  /**
   * Reads a BundleEntryProto.
   *
   * @throws IOException when it is none
   */
  static BundleEntry read(ByteString message) throws IOException {
    CodedInputStream in = message.newCodedInput();
    int type = 0;
    List<Integer> shape = List.of();
    long offset = 0;
    long bytes = 0;
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      switch (WireFormat.getTagFieldNumber(tag)) {
        case 1 -> type = in.readEnum();
        case 2 -> shape = shape(in.readBytes());
        case 3 -> require(in.readInt32() == 0, "an array lies in another file");
        case 4 -> offset = in.readInt64();
        case 5 -> bytes = in.readInt64();
        case 7 -> throw new IOException("an array is cut into slices");
        default -> in.skipField(tag);
      }
    }
    return new BundleEntry(type, shape, offset, bytes);
  }

  /** A TensorShapeProto: each dimension is a message whose first field is its size. */
  private static List<Integer> shape(ByteString message) throws IOException {
    CodedInputStream in = message.newCodedInput();
    List<Integer> sizes = new ArrayList<>();
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      if (WireFormat.getTagFieldNumber(tag) == 2) {
        sizes.add(size(in.readBytes()));
      } else {
        in.skipField(tag);
      }
    }
    return sizes;
  }

  private static void require(boolean holds, String otherwise) throws IOException {
    if (!holds) {
      throw new IOException(otherwise);
    }
  }

  private static int size(ByteString message) throws IOException {
    CodedInputStream in = message.newCodedInput();
    long size = 0;
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      if (WireFormat.getTagFieldNumber(tag) == 1) {
        size = in.readInt64();
      } else {
        in.skipField(tag);
      }
    }
    require(size >= 1 && size <= Integer.MAX_VALUE, "an array's size is " + size);
    return (int) size;
  }
}
