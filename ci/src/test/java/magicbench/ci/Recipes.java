package magicbench.ci;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import magicbench.results.file.Json;

/** The recipes for CI platforms and containers, and the shell code in them. */
public final class Recipes {

  private static final Path CI = Modules.root().resolve("ci");
  private static final List<String> GITLAB_SCRIPTS =
      List.of("before_script", "script", "after_script");
  private static final Pattern CALL =
      Pattern.compile("(?:^|[;&|(] *|(?:exec|then|else|do) +)(mvn|\\./ci/magicbench) ");

  private Recipes() {}

  /**
   * Shell code.
   *
   * @param where the file, and the step or job in it
   * @param text the code
   */
  public record Script(String where, String text) {

    @Override
    public String toString() {
      return where;
    }
  }

  /**
   * One call of Maven or magicbench.
   *
   * @param where the script
   * @param program {@code mvn} or {@code ./ci/magicbench}
   * @param arguments its words, without quotes
   */
  public record Call(String where, String program, List<String> arguments) {}

  static List<Path> githubWorkflows() {
    return list(CI.resolve("workflows"), "");
  }

  static List<Path> gitlabPipelines() {
    return list(CI.resolve("gitlab"), "");
  }

  static List<Path> containerfiles() {
    return list(CI.resolve("container"), "Containerfile");
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode yaml(Path file) {
    return Json.yamlTree(file.toString(), text(file).getBytes(StandardCharsets.UTF_8));
  }

  static String name(Path file) {
    return Modules.root().relativize(file).toString().replace('\\', '/');
  }

  /** Every piece of shell code: of workflows, pipelines, containers and the scripts themselves. */
  public static List<Script> scripts() {
    List<Script> scripts = new ArrayList<>();
    githubWorkflows().forEach(file -> scripts.addAll(githubScripts(file)));
    gitlabPipelines().forEach(file -> scripts.addAll(gitlabScripts(file)));
    containerfiles().forEach(file -> scripts.addAll(containerScripts(file)));
    shellFiles().forEach(file -> scripts.add(new Script(name(file), text(file))));
    return scripts;
  }

  private static List<Script> githubScripts(Path file) {
    List<Script> scripts = new ArrayList<>();
    yaml(file)
        .get("jobs")
        .properties()
        .forEach(
            job ->
                job.getValue()
                    .get("steps")
                    .forEach(
                        step -> {
                          if (step.has("run")) {
                            String where =
                                name(file) + " " + job.getKey() + ": " + step.get("name").asText();
                            scripts.add(bash(where, step.get("run").asText()));
                          }
                        }));
    return scripts;
  }

  private static List<Script> gitlabScripts(Path file) {
    List<Script> scripts = new ArrayList<>();
    yaml(file)
        .properties()
        .forEach(
            job ->
                GITLAB_SCRIPTS.stream()
                    .filter(key -> job.getValue().has(key))
                    .forEach(
                        key ->
                            scripts.add(
                                bash(
                                    name(file) + " " + job.getKey() + ": " + key,
                                    lines(job.getValue().get(key))))));
    return scripts;
  }

  private static String lines(JsonNode script) {
    return StreamSupport.stream(script.spliterator(), false)
        .map(JsonNode::asText)
        .collect(Collectors.joining("\n"));
  }

  private static List<Script> containerScripts(Path file) {
    List<Script> scripts = new ArrayList<>();
    for (ContainerRules.Instruction instruction : ContainerRules.instructions(text(file))) {
      if (instruction.is("RUN")) {
        String where = name(file) + " RUN in line " + instruction.line();
        scripts.add(new Script(where, "#!/bin/sh\n" + instruction.arguments() + "\n"));
      }
    }
    return scripts;
  }

  private static Script bash(String where, String text) {
    return new Script(where, "#!/usr/bin/env bash\n" + text + "\n");
  }

  private static List<Path> shellFiles() {
    List<Path> files = new ArrayList<>();
    files.add(Modules.root().resolve(".ci").resolve("run"));
    files.add(CI.resolve("magicbench"));
    files.add(CI.resolve("bin").resolve("magicbench"));
    files.addAll(list(CI.resolve("scripts"), ""));
    for (String module : Modules.NAMES) {
      files.addAll(list(Modules.root().resolve(module).resolve("bench"), ".sh"));
    }
    return files;
  }

  private static List<Path> list(Path folder, String part) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.getFileName().toString().contains(part)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every call of Maven or magicbench in shell code. */
  public static List<Call> calls(Script script) {
    String joined = script.text().replaceAll("\\\\\n\\s*", " ");
    return joined
        .lines()
        .map(String::strip)
        .filter(line -> !line.startsWith("#"))
        .flatMap(line -> CALL.matcher(line + " ").results().map(found -> call(script, line, found)))
        .toList();
  }

  private static Call call(Script script, String line, MatchResult found) {
    String rest = (line + " ").substring(found.end()).replaceFirst(" (?:[0-9]?>|\\||&&|;).*", "");
    List<String> words =
        Arrays.stream(rest.strip().split(" +"))
            .map(word -> word.replace("\"", "").replace("'", ""))
            .filter(word -> !word.equals("$@"))
            .toList();
    return new Call(script.where(), found.group(1), words);
  }
}
