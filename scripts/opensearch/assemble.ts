import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { javaProgram } from "./java.ts";

export const OPENSEARCH_VERSION = "3.5.0";
const KNN_VERSION = "3.5.0.0";
/** 3.5.0 of this one is not served. */
const AGENT_BOOTSTRAP_VERSION = "3.6.0";
const LOG4J_VERSION = "2.25.3";
const DEPENDENCY_PLUGIN = "org.apache.maven.plugins:maven-dependency-plugin:3.6.1";

interface Dependency {
  readonly group: string;
  readonly artifact: string;
  readonly version: string;
  /** What it would bring along and is not wanted, as group:artifact. */
  readonly without?: string;
}

const PLUGIN_GROUP = "org.opensearch.plugin";
const clientOf = (artifact: string, without?: string): Dependency => ({
  group: PLUGIN_GROUP,
  artifact,
  version: OPENSEARCH_VERSION,
  ...(without !== undefined && { without }),
});

/** The server's own jars. */
const SERVER: readonly Dependency[] = [
  { group: "org.opensearch", artifact: "opensearch", version: OPENSEARCH_VERSION },
  { group: "org.opensearch", artifact: "opensearch-agent-bootstrap", version: AGENT_BOOTSTRAP_VERSION },
  { group: "org.opensearch", artifact: "opensearch-plugin-classloader", version: OPENSEARCH_VERSION },
  { group: "org.apache.logging.log4j", artifact: "log4j-core", version: LOG4J_VERSION },
];

/** Modules, with the class that each begins with and the module that it builds on. */
const MODULES = [
  {
    name: "transport-netty4",
    className: "org.opensearch.transport.Netty4ModulePlugin",
    // HTTP/1.1 never uses these native libraries, and they are not served.
    dependency: clientOf("transport-netty4-client", "io.netty:netty-codec-native-quic"),
    extended: "",
  },
  {
    name: "lang-painless",
    className: "org.opensearch.painless.PainlessModulePlugin",
    dependency: clientOf("lang-painless"),
    extended: "",
  },
  {
    name: "analysis-common",
    className: "org.opensearch.analysis.common.CommonAnalysisModulePlugin",
    dependency: clientOf("analysis-common"),
    extended: "lang-painless",
  },
  {
    name: "mapper-extras",
    className: "org.opensearch.index.mapper.MapperExtrasModulePlugin",
    dependency: clientOf("mapper-extras-client"),
    extended: "",
  },
  {
    name: "reindex",
    className: "org.opensearch.index.reindex.ReindexModulePlugin",
    dependency: clientOf("reindex-client"),
    extended: "",
  },
] as const;

/** Guava reaches the k-NN plugin through the gRPC module, which is not on Maven Central. */
const KNN_EXTRAS: readonly Dependency[] = [
  { group: "com.google.guava", artifact: "guava", version: "33.2.1-jre", without: "*:*" },
  { group: "com.google.guava", artifact: "failureaccess", version: "1.0.2" },
];

/** The plugin offers the gRPC module a converter that nothing calls here: empty types of these names are enough to link it. */
const STUBS: Readonly<Record<string, string>> = {
  QueryBuilderProtoConverter:
    "package org.opensearch.transport.grpc.spi; public interface QueryBuilderProtoConverter {}",
  QueryBuilderProtoConverterRegistry:
    "package org.opensearch.transport.grpc.spi; public interface QueryBuilderProtoConverterRegistry {}",
  QueryContainer:
    "package org.opensearch.protobufs; public final class QueryContainer { public enum QueryContainerCase { KNN } }",
};

/**
 * Lays out a real OpenSearch with its k-NN plugin from what Maven Central serves, in a folder that is kept. Gives its home.
 * @param javaHome Of Java 21 or newer, with its compiler.
 */
export function assembleOpenSearch(folder: string, javaHome: string): string {
  const home = join(folder, "home");
  if (existsSync(join(home, "complete"))) return home;
  rmSync(home, { recursive: true, force: true });
  const work = join(folder, "work");
  for (const made of ["bin", "lib", "modules", "plugins/opensearch-knn", "config"])
    mkdirSync(join(home, made), { recursive: true });
  download(work, join(folder, "maven"));
  layOut(work, home);
  layOutKnn(work, join(folder, "maven"), home, javaHome);
  rmSync(work, { recursive: true, force: true });
  execFileSync("chmod", ["-R", "a+rX", folder]);
  writeFileSync(join(home, "complete"), OPENSEARCH_VERSION);
  return home;
}

/** Into `work/NAME/jars`. */
function download(work: string, repository: string): void {
  const projects = new Map<string, readonly Dependency[]>([
    ["lib", SERVER],
    ...MODULES.map(({ name, dependency }) => [name, [dependency]] as const),
    ["knn-extras", KNN_EXTRAS],
  ]);
  for (const [name, dependencies] of projects) {
    mkdirSync(join(work, name), { recursive: true });
    writeFileSync(join(work, name, "pom.xml"), pomOf(name, dependencies));
  }
  const modules = [...projects.keys()].map((name) => `<module>${name}</module>`).join("");
  writeFileSync(
    join(work, "pom.xml"),
    `${POM_HEAD}<artifactId>all</artifactId><groupId>x</groupId><version>1</version>
<packaging>pom</packaging><modules>${modules}</modules></project>`,
  );
  const jars = `-DoutputDirectory=\${project.basedir}/jars`;
  maven(work, repository, `${DEPENDENCY_PLUGIN}:copy-dependencies`, "-DincludeScope=runtime", jars);
  const knn = `-Dartifact=${PLUGIN_GROUP}:opensearch-knn:${KNN_VERSION}:zip`;
  maven(work, repository, `${DEPENDENCY_PLUGIN}:get`, "-Dtransitive=false", knn);
}

const POM_HEAD = `<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>`;

const pomOf = (name: string, dependencies: readonly Dependency[]): string =>
  `${POM_HEAD}<parent><groupId>x</groupId><artifactId>all</artifactId><version>1</version></parent>
<artifactId>${name}</artifactId><packaging>pom</packaging>
<dependencies>${dependencies.map(dependencyOf).join("")}</dependencies></project>`;

function dependencyOf({ group, artifact, version, without }: Dependency): string {
  const [groupId, artifactId] = (without ?? "").split(":");
  const excluded = `<exclusion><groupId>${groupId}</groupId><artifactId>${artifactId}</artifactId></exclusion>`;
  return `<dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version>
${without === undefined ? "" : `<exclusions>${excluded}</exclusions>`}</dependency>`;
}

function maven(folder: string, repository: string, ...args: readonly string[]): void {
  execFileSync("mvn", ["-B", "-q", "-ntp", `-Dmaven.repo.local=${repository}`, ...args], {
    cwd: folder,
    env: { ...process.env, MAVEN_OPTS: "-Xmx512m" },
    stdio: ["ignore", "ignore", "inherit"],
  });
}

function layOut(work: string, home: string): void {
  const lib = join(home, "lib");
  cpSync(join(work, "lib", "jars"), lib, { recursive: true });
  const inLib = new Set(readdirSync(lib));
  for (const { name, className, extended } of MODULES) {
    const module = join(home, "modules", name);
    mkdirSync(module);
    // A jar may not stand both in lib and in a module.
    const own = readdirSync(join(work, name, "jars")).filter((jar) => !inLib.has(jar));
    for (const jar of own) cpSync(join(work, name, "jars", jar), join(module, jar));
    writeFileSync(join(module, "plugin-descriptor.properties"), descriptorOf(name, className, extended));
  }
}

const descriptorOf = (name: string, className: string, extended: string): string =>
  `name=${name}
description=${name}
version=${OPENSEARCH_VERSION}
opensearch.version=${OPENSEARCH_VERSION}
java.version=21
classname=${className}
extended.plugins=${extended}
custom.foldername=
has.native.controller=false
`;

function layOutKnn(work: string, repository: string, home: string, javaHome: string): void {
  const plugin = join(home, "plugins", "opensearch-knn");
  const zip = join(
    repository,
    "org/opensearch/plugin/opensearch-knn",
    KNN_VERSION,
    `opensearch-knn-${KNN_VERSION}.zip`,
  );
  execFileSync(javaProgram(javaHome, "jar"), ["--extract", "--file", zip], { cwd: plugin });
  cpSync(join(work, "knn-extras", "jars"), plugin, { recursive: true });
  const [sources, classes] = [join(work, "stubs"), join(work, "stub-classes")];
  for (const folder of [sources, classes]) mkdirSync(folder, { recursive: true });
  const files = Object.entries(STUBS).map(([name, source]) => {
    const file = join(sources, `${name}.java`);
    writeFileSync(file, source);
    return file;
  });
  execFileSync(javaProgram(javaHome, "javac"), ["-nowarn", "--release", "21", "-d", classes, ...files]);
  const stub = join(plugin, "grpc-stub.jar");
  execFileSync(javaProgram(javaHome, "jar"), ["--create", "--file", stub, "-C", classes, "."]);
  execFileSync(
    "sed",
    ["-i", "s/^extended.plugins=.*/extended.plugins=lang-painless/", "plugin-descriptor.properties"],
    {
      cwd: plugin,
    },
  );
}
