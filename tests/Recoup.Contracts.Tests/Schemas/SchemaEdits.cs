namespace Recoup.Contracts.Tests.Schemas;

/// <summary>A schema, the edited schema, and the schema with each edit alone.</summary>
internal sealed record SchemaEdits(string Before, string After, IReadOnlyList<string> Alone)
{
    public override string ToString() => $"{Before}\n{After}\n{string.Join('\n', Alone)}";
}
