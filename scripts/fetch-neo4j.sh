#!/usr/bin/env bash
# Fetches a real Neo4j Community server, as jars from Maven Central, into .cache/: the tests run their store suite on it
# where Docker is not at hand. Needs Maven and Java 17. Does nothing where the jars are there already.
set -euo pipefail
cd "$(dirname "$0")/.."
version=5.26.10
directory=".cache/neo4j-$version"
if [ -f "$directory/complete" ]; then
  exit 0
fi
command -v mvn >/dev/null || { echo 'fetch-neo4j: Maven is missing; install it (Debian: apt-get install maven openjdk-17-jre-headless).' >&2; exit 1; }
mkdir -p "$directory"
cat >"$directory/pom.xml" <<POM
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>local</groupId><artifactId>neo4j-for-tests</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>org.neo4j</groupId><artifactId>neo4j</artifactId><version>$version</version></dependency>
    <dependency><groupId>org.neo4j.app</groupId><artifactId>neo4j-server</artifactId><version>$version</version></dependency>
  </dependencies>
</project>
POM
mvn --batch-mode --quiet --file "$directory/pom.xml" dependency:copy-dependencies \
  -DincludeScope=runtime -DoutputDirectory="$PWD/$directory/lib"
touch "$directory/complete"
