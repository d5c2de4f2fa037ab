using System.Text.Json;
using Recoup.Schemas;

namespace Recoup.Emulator.Core.Catalog;

/// <summary>A schema of the catalog, or the reasons why it is none. A catalog is somebody else's: a schema that cannot be read judges nothing.</summary>
internal sealed record CompiledSchema(JsonSchema? Schema, IReadOnlyList<string> Problems)
{
    public static CompiledSchema Compile(JsonElement schema, JsonSchemaOptions options) =>
        JsonSchema.TryParse(schema, options, out var compiled, out var problems)
            ? new(compiled, [])
            : new(null, [.. problems.Select(problem => problem.Message)]);

    public IReadOnlyList<Violation> Validate(JsonElement instance) => Schema is null || Schema.IsValid(instance) ? [] : Schema.Validate(instance).Violations;
}
