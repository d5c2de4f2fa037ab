using System.Text.Json;
using Recoup.Schemas.Reading;
using Recoup.Schemas.Validation;

namespace Recoup.Schemas.Compilation;

/// <summary>A keyword where it stands: what its file sees when it compiles.</summary>
internal readonly struct KeywordSite(SchemaCompiler compiler, SchemaSource source, KeywordUse use)
{
    public SchemaSource Source { get; } = source;

    public string Name => use.Row.Name;

    public JsonElement Value => use.Value;

    public SchemaCompiler Compiler => compiler;

    public JsonSchemaOptions Options => compiler.Options;

    public SchemaDraft Draft => Source.Resource.Dialect.Draft;

    public int ChildCount => use.ChildCount;

    public SchemaSource ChildSource(int index) => Source.Children[use.FirstChild + index];

    public SchemaNode Child(int index) => compiler.NodeOf(ChildSource(index));

    public SchemaNode[] Children()
    {
        var nodes = new SchemaNode[use.ChildCount];
        for (var i = 0; i < nodes.Length; i++)
            nodes[i] = Child(i);
        return nodes;
    }

    /// <summary>Another keyword of the same schema.</summary>
    public bool TryGetSibling(string name, out KeywordSite sibling)
    {
        foreach (var other in Source.Uses)
        {
            if (other.Row.Name == name)
            {
                sibling = new KeywordSite(compiler, Source, other);
                return true;
            }
        }

        sibling = default;
        return false;
    }

    /// <summary>Records that the keyword's value is wrong. Always false.</summary>
    public bool Problem(string text)
    {
        compiler.Problems.Add(Source, Name, text);
        return false;
    }

    /// <summary>Checks the kind of the value; records a problem where it differs.</summary>
    public bool Expect(JsonValueKind kind, string expected) =>
        Value.ValueKind == kind || Problem($"expected {expected}, got {Describe.Literal(Value)}");

    public bool ExpectBoolean() =>
        Value.ValueKind is JsonValueKind.True or JsonValueKind.False || Problem($"expected a boolean, got {Describe.Literal(Value)}");

    /// <summary>Checks that there is at least one schema in the array.</summary>
    public bool ExpectAlternatives() =>
        Value.ValueKind == JsonValueKind.Array && (ChildCount > 0 || Problem("expected at least one schema, got none"));

    /// <summary>Reads a count: an integer that is not negative, written with or without fraction.</summary>
    public bool TryReadCount(out int count)
    {
        count = 0;
        return Value.ValueKind == JsonValueKind.Number && JsonNumber.Parse(Value).TryReadCount(out count)
            || Problem($"expected an integer that is not negative, got {Describe.Literal(Value)}");
    }

    /// <summary>Reads an array of strings. Duplicates, which real schemas have, are passed over.</summary>
    public bool TryReadNames(JsonElement value, out List<string> names)
    {
        names = [];
        if (value.ValueKind != JsonValueKind.Array)
            return Problem($"expected an array of strings, got {Describe.Literal(value)}");
        foreach (var item in value.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.String)
                return Problem($"expected an array of strings, got {Describe.Literal(item)} in it");
            names.Add(JsonNames.Of(item));
        }

        names = names.Distinct(StringComparer.Ordinal).ToList();
        return true;
    }
}
