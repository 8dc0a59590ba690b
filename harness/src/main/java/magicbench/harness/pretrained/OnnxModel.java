package magicbench.harness.pretrained;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import magicbench.results.file.InputException;

/**
 * The arrays of an ONNX model, and the matrix products that use them (onnx.proto: ModelProto,
 * GraphProto, NodeProto, TensorProto).
 */
final class OnnxModel {

  private static final int GRAPH = 7;
  private static final int NODE = 1;
  private static final int INITIALIZER = 5;
  private static final int FLOAT = 1;
  private static final String PRODUCT = "MatMul";

  private final String where;
  private final SortedMap<String, PublishedTensor> arrays = new TreeMap<>();
  private final SortedMap<String, String> products = new TreeMap<>();

  private OnnxModel(String where) {
    this.where = where;
  }

  /**
   * Reads a model.
   *
   * @param in the file
   * @param where its name, for messages
   * @throws InputException when it is no such model
   */
  static OnnxModel read(InputStream in, String where) {
    OnnxModel model = new OnnxModel(where);
    try {
      CodedInputStream coded = CodedInputStream.newInstance(in);
      for (int tag = coded.readTag(); tag != 0; tag = coded.readTag()) {
        if (WireFormat.getTagFieldNumber(tag) == GRAPH) {
          model.graph(coded);
        } else {
          coded.skipField(tag);
        }
      }
    } catch (IOException | ArithmeticException e) {
      throw new InputException(
          where, "is no model (" + e.getMessage() + ")", "use the published file", e);
    }
    return model;
  }

  /** Arrays of single precision by their own names. */
  SortedMap<String, PublishedTensor> arrays() {
    return arrays;
  }

  /** For each matrix product by its node's name the name of its right-hand side. */
  SortedMap<String, String> products() {
    return products;
  }

  private void graph(CodedInputStream in) throws IOException {
    int limit = in.pushLimit(in.readRawVarint32());
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      switch (WireFormat.getTagFieldNumber(tag)) {
        case NODE -> node(in.readBytes());
        case INITIALIZER -> initializer(in.readBytes());
        default -> in.skipField(tag);
      }
    }
    in.popLimit(limit);
  }

  private void node(ByteString message) throws IOException {
    CodedInputStream in = message.newCodedInput();
    List<String> inputs = new ArrayList<>();
    String name = "";
    String operation = "";
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      switch (WireFormat.getTagFieldNumber(tag)) {
        case 1 -> inputs.add(in.readString());
        case 3 -> name = in.readString();
        case 4 -> operation = in.readString();
        default -> in.skipField(tag);
      }
    }
    if (operation.equals(PRODUCT) && inputs.size() == 2) {
      products.put(name, inputs.get(1));
    }
  }

  private void initializer(ByteString message) throws IOException {
    CodedInputStream in = message.newCodedInput();
    List<Integer> shape = new ArrayList<>();
    int type = 0;
    String name = "";
    ByteString raw = ByteString.EMPTY;
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      switch (WireFormat.getTagFieldNumber(tag)) {
        case 1 -> sizes(in, tag, shape);
        case 2 -> type = in.readInt32();
        case 8 -> name = in.readString();
        case 9 -> raw = in.readBytes();
        default -> in.skipField(tag);
      }
    }
    if (type == FLOAT) {
      float[] values = new float[raw.size() / Float.BYTES];
      raw.asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
      arrays.put(name, new PublishedTensor(where + " " + name, shape, values));
    }
  }

  /** Repeated numbers may stand one by one or packed. */
  private static void sizes(CodedInputStream in, int tag, List<Integer> shape) throws IOException {
    if (WireFormat.getTagWireType(tag) == WireFormat.WIRETYPE_VARINT) {
      shape.add(Math.toIntExact(in.readInt64()));
      return;
    }
    CodedInputStream packed = in.readBytes().newCodedInput();
    while (!packed.isAtEnd()) {
      shape.add(Math.toIntExact(packed.readInt64()));
    }
  }
}
