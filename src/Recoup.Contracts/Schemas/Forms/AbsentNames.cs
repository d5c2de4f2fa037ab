using System.Collections.Immutable;
using System.Text.Json;
using Recoup.Binding.Types;
using Recoup.Catalogs.Json;
using Recoup.Contracts.Json;

namespace Recoup.Contracts.Schemas.Forms;

/// <summary>
/// Finds the properties that the messages of one direction do not contain: <c>readOnly</c> ones in requests, <c>writeOnly</c> ones in
/// responses. Each schema is read once. Several threads may ask at a time.
/// </summary>
/// <param name="root">The document.</param>
/// <param name="absent">The access of the properties that the messages do not contain.</param>
/// <param name="hasLoneReferences">Whether siblings of a reference are ignored, as up to draft 7.</param>
internal sealed class AbsentNames(PositionedElement root, MemberAccess absent, bool hasLoneReferences)
{
    private const int Deepest = 64;

    private readonly Dictionary<int, ImmutableSortedSet<string>> _absentNames = [];
    private readonly Dictionary<int, ImmutableSortedSet<string>> _requiredNames = [];

    /// <summary>
    /// The names of the properties that the messages do not contain. What one schema of an <c>allOf</c> says is true for all of them.
    /// </summary>
    /// <param name="schema">The schema.</param>
    /// <param name="inherited">The names that the schemas around it say for the same object.</param>
    public ImmutableSortedSet<string> In(PositionedElement schema, ImmutableSortedSet<string> inherited)
    {
        var own = Known(schema, _absentNames, AddAbsent);
        return inherited.IsEmpty ? own : inherited.Union(own);
    }

    /// <summary>Whether a schema requires a property that the messages do not contain, and does not say so itself.</summary>
    public bool AreRequired(PositionedElement schema, ImmutableSortedSet<string> names) =>
        !names.IsEmpty && Known(schema, _requiredNames, AddRequired).Overlaps(names);

    private static ImmutableSortedSet<string> Known(
        PositionedElement schema,
        Dictionary<int, ImmutableSortedSet<string>> known,
        Func<PositionedElement, ImmutableSortedSet<string>, int, ImmutableSortedSet<string>> add)
    {
        lock (known)
            return Of(schema, known, add, 0);
    }

    private static ImmutableSortedSet<string> Of(
        PositionedElement schema,
        Dictionary<int, ImmutableSortedSet<string>> known,
        Func<PositionedElement, ImmutableSortedSet<string>, int, ImmutableSortedSet<string>> add,
        int depth)
    {
        if (schema.ValueKind != JsonValueKind.Object || depth > Deepest)
            return Form.NoNames;
        if (known.TryGetValue(schema.Offset, out var names))
            return names;
        known[schema.Offset] = Form.NoNames;
        return known[schema.Offset] = add(schema, Form.NoNames, depth + 1);
    }

    private ImmutableSortedSet<string> AddAbsent(PositionedElement schema, ImmutableSortedSet<string> names, int depth)
    {
        var reference = TargetOf(schema);
        if (reference.ValueKind != JsonValueKind.Undefined)
            names = names.Union(Of(reference, _absentNames, AddAbsent, depth));
        if (hasLoneReferences && schema["$ref"].ValueKind != JsonValueKind.Undefined)
            return names;
        foreach (var property in schema["properties"].EnumerateObject())
        {
            // Up to draft 7, siblings of a reference are ignored.
            var value = hasLoneReferences ? SpecReference.Follow(property.Value, root) : property.Value;
            if (AccessKeywords.Read(value, root) == absent)
                names = names.Add(property.Name);
        }

        foreach (var part in schema["allOf"].EnumerateArray())
            names = names.Union(Of(part, _absentNames, AddAbsent, depth));
        return names;
    }

    private ImmutableSortedSet<string> AddRequired(PositionedElement schema, ImmutableSortedSet<string> names, int depth)
    {
        var reference = TargetOf(schema);
        if (reference.ValueKind != JsonValueKind.Undefined)
            names = names.Union(Of(reference, _requiredNames, AddRequired, depth));
        if (hasLoneReferences && schema["$ref"].ValueKind != JsonValueKind.Undefined)
            return names;
        names = names.Union(Texts(schema["required"]));
        foreach (var dependency in schema["dependentRequired"].EnumerateObject())
            names = names.Union(Texts(dependency.Value));
        foreach (var keyword in new[] { "allOf", "anyOf", "oneOf" })
        {
            foreach (var part in schema[keyword].EnumerateArray())
                names = names.Union(Of(part, _requiredNames, AddRequired, depth));
        }

        return names;
    }

    /// <summary>The schema that a schema refers to; undefined if there is none.</summary>
    public PositionedElement TargetOf(PositionedElement schema) =>
        schema["$ref"].AsString() is { } reference && root.TryFollow(reference, out var target) ? target : default;

    private static IEnumerable<string> Texts(PositionedElement list) =>
        list.EnumerateArray().Select(item => item.AsString()).OfType<string>();
}
