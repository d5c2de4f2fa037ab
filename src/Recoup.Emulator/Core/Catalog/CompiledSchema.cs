using System.Text.Json;
using Recoup.Schemas;

namespace Recoup.Emulator.Core.Catalog;

/// <summary>
/// A schema of the catalog, or the problems that prevent its compilation. A schema that cannot be compiled accepts everything.
/// </summary>
internal sealed record CompiledSchema(JsonSchema? Schema, IReadOnlyList<string> Problems)
{
    public static CompiledSchema Compile(JsonElement schema, JsonSchemaOptions options) =>
        JsonSchema.TryParse(schema, options, out var compiled, out var problems)
            ? new(compiled, [])
            : new(null, [.. problems.Select(problem => problem.Message)]);

    public IReadOnlyList<Violation> Validate(JsonElement instance, SchemaWork work) =>
        Schema is null ? [] : work.Validate(Schema, instance);
}
