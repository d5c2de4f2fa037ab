using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Recoup.Schemas.Json;
using Recoup.Schemas.Patterns;
using Recoup.Schemas.Sources;
using Recoup.Schemas.Validation;

namespace Recoup.Schemas.Compilation;

/// <summary>A keyword in its schema: everything the keyword's class can use when it compiles.</summary>
internal readonly struct KeywordSite(CompilationContext context, SchemaSource source, KeywordUse use)
{
    public SchemaSource Source { get; } = source;

    public string Name => use.Row.Name;

    public JsonElement Value => use.Value;

    public JsonSchemaOptions Options => context.Options;

    public SchemaDraft Draft => Source.Resource.Dialect.Draft;

    public int ChildCount => use.ChildCount;

    public SchemaSource ChildSource(int index) => Source.Children[use.FirstChild + index];

    public SchemaNode Child(int index) => context.NodeOf(ChildSource(index));

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
                sibling = new KeywordSite(context, Source, other);
                return true;
            }
        }

        sibling = default;
        return false;
    }

    /// <summary>Records a problem with the keyword's value. Always returns false.</summary>
    public bool Problem(string text)
    {
        context.Problems.Add(Source, Name, text);
        return false;
    }

    /// <summary>Finds the schema that a reference names. If there is none, that is a problem of a schema that is used.</summary>
    public SchemaSource? Resolve(string reference)
    {
        var target = context.Resolver.Resolve(Source, reference, out var problem);
        if (target is null && context.IsUsed)
            Problem($"{problem}, got {Describe.Quote(reference)}");
        return target;
    }

    /// <summary>The node of another schema, compiled now or later.</summary>
    public SchemaNode NodeOf(SchemaSource source) => context.NodeOf(source);

    /// <summary>Records that the keyword is bound during the evaluation, so that schemas must enter their resource's scope.</summary>
    public void RequireDynamicScopes() => context.HasDynamicReferences = true;

    /// <summary>Checks the kind of the value. Records a problem if it differs.</summary>
    public bool Expect(JsonValueKind kind, string expected) =>
        Value.ValueKind == kind || Problem($"expected {expected}, got {Describe.Literal(Value)}");

    public bool ExpectBoolean() =>
        Value.ValueKind is JsonValueKind.True or JsonValueKind.False || Problem($"expected a boolean, got {Describe.Literal(Value)}");

    /// <summary>Checks that the value is an array with at least one schema.</summary>
    public bool ExpectAlternatives() =>
        Value.ValueKind == JsonValueKind.Array && (ChildCount > 0 || Problem("expected at least one schema, got none"));

    /// <summary>Reads a non-negative integer. A fraction of zero is allowed.</summary>
    public bool TryReadCount(out int count)
    {
        count = 0;
        return Value.ValueKind == JsonValueKind.Number && JsonNumber.Parse(Value).TryReadCount(out count)
            || Problem($"expected a non-negative integer, got {Describe.Literal(Value)}");
    }

    /// <summary>Reads a number within the limits.</summary>
    public bool TryReadNumber([NotNullWhen(true)] out NumberLiteral? number)
    {
        number = null;
        if (!Expect(JsonValueKind.Number, "a number"))
            return false;

        var read = JsonNumber.Parse(Value);
        var most = Options.Limits.NumberDigits;
        if (read.DigitCount > most || read.Exponent > most || read.Exponent < -most)
            return Problem($"expected a number of at most {most} digits and an exponent within ±{most}, got {Describe.Literal(Value)}");

        number = new NumberLiteral(Value);
        return true;
    }

    /// <summary>Reads a regular expression, from the keyword's value or from a name in it.</summary>
    public bool TryReadPattern(string text, [NotNullWhen(true)] out EcmaPattern? pattern) =>
        context.TryReadPattern(text, out pattern, out var problem)
        || Problem($"expected a regular expression (ECMA-262), got {Describe.Quote(text)}: {problem}");

    /// <summary>Reads an array of strings. Duplicates are ignored, because real schemas have them.</summary>
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

        if (names.Count > 1)
            names = names.Distinct(StringComparer.Ordinal).ToList();
        return true;
    }
}
