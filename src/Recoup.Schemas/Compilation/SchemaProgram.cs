namespace Recoup.Schemas.Compilation;

/// <summary>What a schema compiles to: its root, and the bounds to run it in.</summary>
internal sealed class SchemaProgram(SchemaNode root, SchemaDraft draft, JsonSchemaLimits limits)
{
    public SchemaNode Root { get; } = root;

    public SchemaDraft Draft { get; } = draft;

    public JsonSchemaLimits Limits { get; } = limits;
}
