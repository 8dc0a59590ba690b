package magicbench.ci.fetch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import magicbench.results.file.Hashes;

/** A server on this machine that offers one archive, and may break off in the middle. */
public final class Offer implements AutoCloseable {

  /** The name of what it offers. */
  public static final String FILE = "CoLA.zip";

  private final HttpServer server;
  private final List<String> ranges = new ArrayList<>();
  private byte[] content;
  private int breakAfter = Integer.MAX_VALUE;
  private boolean knowsRanges = true;

  private Offer(byte[] content) throws IOException {
    this.content = content;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  /** Offers an archive. */
  public static Offer of(byte[] content) {
    try {
      return new Offer(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An archive of texts by their names. */
  public static byte[] zip(Map<String, String> texts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> text : new TreeMap<>(texts).entrySet()) {
        zip.putNextEntry(new ZipEntry(text.getKey()));
        zip.write(text.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** CoLA's three files, each of one line. */
  public static byte[] cola(String line) {
    return zip(
        Map.of("CoLA/train.tsv", line, "CoLA/dev.tsv", line, "CoLA/test.tsv", line, "x", "y"));
  }

  Offer breakingAfter(int bytes) {
    breakAfter = bytes;
    return this;
  }

  Offer mended() {
    breakAfter = Integer.MAX_VALUE;
    return this;
  }

  Offer withoutRanges() {
    knowsRanges = false;
    return this;
  }

  Offer changedTo(byte[] other) {
    content = other;
    return this;
  }

  /** What was asked for, request by request: a range, or nothing for all. */
  List<String> ranges() {
    return ranges;
  }

  /** Where it is, without the file's name. */
  public String place() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** What it offers, known to the last bit. */
  Catalogue.Item known() {
    return new Catalogue.Item(
        "CoLA",
        place() + "/" + FILE,
        Optional.of((long) content.length),
        Optional.of(Hashes.sha256(content)),
        List.of("train.tsv", "dev.tsv", "test.tsv"),
        "");
  }

  private void answer(HttpExchange exchange) throws IOException {
    String range = exchange.getRequestHeaders().getFirst("Range");
    ranges.add(range == null ? "" : range);
    int from = range == null || !knowsRanges ? 0 : start(range);
    try (exchange) {
      if (!exchange.getRequestURI().getPath().equals("/" + FILE)) {
        exchange.sendResponseHeaders(404, -1);
      } else if (from >= content.length) {
        exchange.sendResponseHeaders(416, -1);
      } else {
        send(exchange, from);
      }
    }
  }

  private static int start(String range) {
    return Integer.parseInt(range.replace("bytes=", "").replace("-", ""));
  }

  private void send(HttpExchange exchange, int from) throws IOException {
    byte[] rest = Arrays.copyOfRange(content, from, content.length);
    if (from > 0) {
      String range = "bytes " + from + "-" + (content.length - 1) + "/" + content.length;
      exchange.getResponseHeaders().set("Content-Range", range);
    }
    exchange.sendResponseHeaders(from > 0 ? 206 : 200, rest.length);
    exchange.getResponseBody().write(rest, 0, Math.min(breakAfter, rest.length));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
