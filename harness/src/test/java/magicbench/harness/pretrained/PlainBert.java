package magicbench.harness.pretrained;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.math3.special.Erf;

/** BERT as its paper writes it, in plain Java and double precision, one text at a time. */
record PlainBert(PublishedTensors tensors, int hidden, int heads, int inner, int blocks) {

  /** The scores of all tokens at each place. */
  double[][] scores(int[] ids, int vocabulary) {
    double[][] last = encode(ids);
    double[][] moved = gelu(linear(last, "cls.predictions.transform.dense", hidden, hidden));
    double[][] normal = norm(moved, "cls.predictions.transform.LayerNorm");
    double[][] tokens = matrix("embeddings.word_embeddings.weight", vocabulary, hidden);
    double[] bias = vector("cls.predictions.output_bias", vocabulary);
    return product(normal, tokens, bias);
  }

  double[][] encode(int[] ids) {
    double[][] stream = norm(embedded(ids), "embeddings.LayerNorm");
    for (int block = 0; block < blocks; block++) {
      String name = "encoder.layer." + block + ".";
      double[][] mixed =
          linear(
              attention(stream, name + "attention.self."),
              name + "attention.output.dense",
              hidden,
              hidden);
      stream = norm(sum(stream, mixed), name + "attention.output.LayerNorm");
      double[][] wide = gelu(linear(stream, name + "intermediate.dense", inner, hidden));
      double[][] narrow = linear(wide, name + "output.dense", hidden, inner);
      stream = norm(sum(stream, narrow), name + "output.LayerNorm");
    }
    return stream;
  }

  private double[][] embedded(int[] ids) {
    double[][] rows = new double[ids.length][hidden];
    float[] words = floats("embeddings.word_embeddings.weight");
    float[] positions = floats("embeddings.position_embeddings.weight");
    float[] types = floats("embeddings.token_type_embeddings.weight");
    for (int place = 0; place < ids.length; place++) {
      for (int h = 0; h < hidden; h++) {
        rows[place][h] =
            (double) words[ids[place] * hidden + h] + positions[place * hidden + h] + types[h];
      }
    }
    return rows;
  }

  private double[][] attention(double[][] stream, String self) {
    double[][] queries = linear(stream, self + "query", hidden, hidden);
    double[][] keys = linear(stream, self + "key", hidden, hidden);
    double[][] values = linear(stream, self + "value", hidden, hidden);
    double[][] mixed = new double[stream.length][hidden];
    int size = hidden / heads;
    for (int from = 0; from < hidden; from += size) {
      for (int place = 0; place < stream.length; place++) {
        double[] shares = shares(queries[place], keys, from, size);
        for (int other = 0; other < stream.length; other++) {
          for (int h = from; h < from + size; h++) {
            mixed[place][h] += shares[other] * values[other][h];
          }
        }
      }
    }
    return mixed;
  }

  private static double[] shares(double[] query, double[][] keys, int from, int size) {
    double[] weights = new double[keys.length];
    for (int other = 0; other < keys.length; other++) {
      double dot = 0;
      for (int h = from; h < from + size; h++) {
        dot += query[h] * keys[other][h];
      }
      weights[other] = Math.exp(dot / Math.sqrt(size));
    }
    double all = Arrays.stream(weights).sum();
    return Arrays.stream(weights).map(weight -> weight / all).toArray();
  }

  private double[][] linear(double[][] rows, String name, int outputs, int inputs) {
    return product(
        rows, matrix(name + ".weight", outputs, inputs), vector(name + ".bias", outputs));
  }

  private static double[][] product(double[][] rows, double[][] weight, double[] bias) {
    double[][] products = new double[rows.length][weight.length];
    for (int row = 0; row < rows.length; row++) {
      for (int out = 0; out < weight.length; out++) {
        products[row][out] = bias[out];
        for (int in = 0; in < weight[out].length; in++) {
          products[row][out] += weight[out][in] * rows[row][in];
        }
      }
    }
    return products;
  }

  private static double[][] sum(double[][] first, double[][] second) {
    return IntStream.range(0, first.length)
        .mapToObj(
            row ->
                IntStream.range(0, first[row].length)
                    .mapToDouble(h -> first[row][h] + second[row][h])
                    .toArray())
        .toArray(double[][]::new);
  }

  private static double[][] gelu(double[][] rows) {
    DoubleUnaryOperator gelu = x -> 0.5 * x * (1 + Erf.erf(x / Math.sqrt(2)));
    return Arrays.stream(rows)
        .map(row -> Arrays.stream(row).map(gelu).toArray())
        .toArray(double[][]::new);
  }

  private double[][] norm(double[][] rows, String name) {
    double[] gain = vector(name + ".weight", hidden);
    double[] shift = vector(name + ".bias", hidden);
    double[][] normal = new double[rows.length][hidden];
    for (int row = 0; row < rows.length; row++) {
      double mean = Arrays.stream(rows[row]).average().orElseThrow();
      double variance =
          Arrays.stream(rows[row]).map(x -> (x - mean) * (x - mean)).average().orElseThrow();
      for (int h = 0; h < hidden; h++) {
        normal[row][h] = (rows[row][h] - mean) / Math.sqrt(variance + 1e-12) * gain[h] + shift[h];
      }
    }
    return normal;
  }

  private double[][] matrix(String name, int rows, int columns) {
    float[] values = tensors.get(name).values((long) rows * columns);
    return IntStream.range(0, rows)
        .mapToObj(
            row ->
                IntStream.range(0, columns)
                    .mapToDouble(column -> values[row * columns + column])
                    .toArray())
        .toArray(double[][]::new);
  }

  private double[] vector(String name, int size) {
    float[] values = tensors.get(name).values(size);
    return IntStream.range(0, size).mapToDouble(i -> values[i]).toArray();
  }

  private float[] floats(String name) {
    PublishedTensor tensor = tensors.get(name);
    return tensor.values((long) tensor.shape().get(0) * tensor.shape().get(1));
  }
}
