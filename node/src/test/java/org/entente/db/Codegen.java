package org.entente.db;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import org.jooq.codegen.GenerationTool;
import org.jooq.impl.DSL;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.GeneratedSerialVersionUID;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.OnError;
import org.jooq.meta.jaxb.Target;

/// Writes the typed tables of every room from the migrations: `./entente codegen`. One package per schema,
/// `org.entente.<room>.store.generated`, so that rooms change independently. The result is committed.
public final class Codegen {
    private Codegen() {}

    /// @param args the folder of generated sources (`node/src/generated/java`)
    public static void main(String[] args) throws Exception {
        Path target = Path.of(args[0]);
        Folders.delete(target);
        generate(target);
    }

    static void generate(Path target) throws Exception {
        Files.createDirectories(target);
        var database = TestDatabase.fresh();
        try (Connection connection = DriverManager.getConnection(
                database.jdbcUrl(), database.user(), database.password().reveal())) {
            for (String room : rooms(connection)) {
                var tool = new GenerationTool();
                tool.setConnection(connection);
                tool.run(configuration(room, target));
            }
        }
    }

    private static List<String> rooms(Connection connection) {
        return DSL.using(connection).fetch("""
                        select nspname from pg_namespace
                        where nspname !~ '^pg_' and nspname not in ('information_schema', 'public', 'db')
                        order by nspname collate "C"
                        """).getValues(0, String.class);
    }

    private static Configuration configuration(String room, Path target) {
        var generate = new Generate()
                .withRecords(false)
                .withPojos(false)
                .withDaos(false)
                .withRelations(false)
                .withIndexes(false)
                .withKeys(false)
                .withRoutines(false)
                .withGlobalCatalogReferences(false)
                .withGlobalSchemaReferences(false)
                .withGlobalRoutineReferences(false)
                .withGlobalUDTReferences(false)
                .withGlobalKeyReferences(false)
                .withGlobalIndexReferences(false)
                .withSources(false)
                .withDeprecationOnUnknownTypes(false)
                .withGlobalDomainReferences(false)
                .withDefaultCatalog(false)
                .withDefaultSchema(true)
                .withGeneratedAnnotation(false)
                .withGeneratedSerialVersionUID(GeneratedSerialVersionUID.CONSTANT)
                .withJavadoc(false)
                .withWhereMethodOverrides(false)
                .withRenameMethodOverrides(false)
                .withJavaTimeTypes(true);
        var database = new Database()
                .withName("org.jooq.meta.postgres.PostgresDatabase")
                .withInputSchema(room)
                .withOutputSchemaToDefault(false)
                .withIncludeRoutines(false)
                .withForcedTypes(new ForcedType()
                        .withName("INSTANT")
                        .withIncludeTypes("(?i:timestamp with time zone|timestamptz)"));
        return new Configuration()
                .withLogging(Logging.WARN)
                .withOnError(OnError.FAIL)
                .withGenerator(new Generator()
                        .withDatabase(database)
                        .withGenerate(generate)
                        .withTarget(new Target()
                                .withPackageName("org.entente." + room + ".store.generated")
                                .withDirectory(target.toString())
                                .withEncoding("UTF-8")));
    }
}
