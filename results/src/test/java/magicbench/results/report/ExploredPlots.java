package magicbench.results.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import magicbench.results.file.Json;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Reads the plots back that a written page lets its readers explore. */
final class ExploredPlots {

  private ExploredPlots() {}

  /** Every specification of a page, in their order. */
  static List<JsonNode> of(Path page) {
    NodeList scripts = SiteFiles.parse(page).getElementsByTagName("script");
    return IntStream.range(0, scripts.getLength())
        .mapToObj(i -> (Element) scripts.item(i))
        .filter(script -> script.getAttribute("type").equals("application/json"))
        .map(script -> parse(script.getTextContent()))
        .toList();
  }

  static JsonNode parse(String json) {
    try {
      return Json.json().readTree(json);
    } catch (JsonProcessingException e) {
      throw new AssertionError("no JSON: " + json, e);
    }
  }

  /** The shared rows of a plot. */
  static List<JsonNode> rows(JsonNode spec) {
    return list(spec.at("/rows"));
  }

  /** What keeps a plot from fitting its schema. */
  static List<String> faults(JsonNode plot) {
    try (InputStream in =
        ExploredPlots.class.getResourceAsStream("/magicbench/schema/plot.schema.json")) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(Json.json().readTree(in))
          .validate(plot)
          .stream()
          .map(Error::toString)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<JsonNode> list(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).toList();
  }
}
