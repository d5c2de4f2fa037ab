using System.Text.Json;
using Recoup.Catalogs.Json;

namespace Recoup.Binding.Types;

/// <summary>
/// One schema, with all spellings of null unified. <c>nullable: true</c> adds null to whatever the other keywords say; any other spelling
/// counts only if no keyword beside it excludes null. So a method offers null exactly where the schema engine accepts it.
/// </summary>
internal readonly struct SchemaView
{
    private static readonly string[] MemberKeywords = ["properties", "required", "allOf", "anyOf", "oneOf"];

    private readonly PositionedElement _root;
    private readonly bool _namesNull;

    /// <summary>Reads a schema.</summary>
    /// <param name="element">The schema.</param>
    /// <param name="root">The document that references point into; undefined to follow none.</param>
    public SchemaView(PositionedElement element, PositionedElement root = default)
    {
        (Element, _root) = (element, root);
        Types = [.. ReadTypes(element)];
        var namesNull = Types.Remove("null");
        var values = element["enum"];
        if (values.ValueKind == JsonValueKind.Array)
        {
            var list = new List<PositionedElement>();
            foreach (var value in values.EnumerateArray())
            {
                if (value.ValueKind == JsonValueKind.Null)
                    namesNull = true;
                else
                    list.Add(value);
            }

            Values = list;
        }

        Branches = ReadBranches(element, out var branchIsNull);
        _namesNull = namesNull || branchIsNull;
    }

    public PositionedElement Element { get; }

    /// <summary>The type names, without <c>null</c>; empty if any type is accepted.</summary>
    public List<string> Types { get; }

    /// <summary>
    /// Whether the schema names null and accepts it. A schema that says nothing about null accepts it, but does not offer it.
    /// </summary>
    public bool IsNullable => Element["nullable"].AsBoolean() == true || (_namesNull && !ExcludesNull);

    /// <summary>Whether the schema rejects null, whatever a reference or a branch offers.</summary>
    public bool ExcludesNull => !NullReading.Accepts(Element, _root);

    /// <summary>The values of <c>enum</c> without null, or null if there is no <c>enum</c>.</summary>
    public IReadOnlyList<PositionedElement>? Values { get; }

    /// <summary>The branches of <c>anyOf</c> or <c>oneOf</c> that are not null; empty if there is neither.</summary>
    public IReadOnlyList<PositionedElement> Branches { get; }

    public PositionedElement this[string keyword] => Element[keyword];

    public bool Has(string keyword) => Element.TryGetProperty(keyword, out _);

    /// <summary>Whether the schema accepts any value.</summary>
    public bool AcceptsAnything =>
        Element.ValueKind != JsonValueKind.Object || (Types.Count == 0 && !Annotations.SayMore(Element));

    /// <summary>Whether a schema says more about the members of the object that its <c>$ref</c> describes.</summary>
    public static bool ExtendsReference(PositionedElement schema) =>
        Array.Exists(MemberKeywords, keyword => schema.TryGetProperty(keyword, out _));

    /// <summary>Whether a schema accepts only null.</summary>
    public static bool IsNull(PositionedElement schema)
    {
        if (schema["type"].AsString() == "null" || schema["const"].ValueKind == JsonValueKind.Null)
            return true;
        var only = schema["enum"].EnumerateArray();
        return only.MoveNext() && only.Current.ValueKind == JsonValueKind.Null && !only.MoveNext();
    }

    private static IEnumerable<string> ReadTypes(PositionedElement element)
    {
        var type = element["type"];
        if (type.AsString() is { } single)
            yield return single;
        foreach (var item in type.EnumerateArray())
        {
            if (item.AsString() is { } name)
                yield return name;
        }
    }

    private static List<PositionedElement> ReadBranches(PositionedElement element, out bool isNullable)
    {
        isNullable = false;
        var branches = new List<PositionedElement>();
        var list = element["anyOf"].ValueKind == JsonValueKind.Array ? element["anyOf"] : element["oneOf"];
        foreach (var branch in list.EnumerateArray())
        {
            if (IsNull(branch))
                isNullable = true;
            else
                branches.Add(branch);
        }

        return branches;
    }
}
