using System.Text.Json;
using Recoup.Schemas.Json;
using Recoup.Schemas.Platform;
using Recoup.Schemas.Validation;

namespace Recoup.Schemas.Keywords;

/// <summary>
/// A property that tells the objects of a union apart: each alternative requires it and lists the strings that it may be. An evaluation
/// reads it first, and tries only the alternatives that list its string.
/// </summary>
internal sealed class Discriminator
{
    // Many unions can refer to the same large schemas, so these bound the work and the memory for one reference. Unions beyond them try all
    // alternatives.
    private const int MostNames = 8;
    private const int MostReferences = 8;
    private const int MostPresence = 8;
    private const int MostStrings = 16;
    private const int LongestText = 100;

    private readonly byte[] _name;
    private readonly SchemaNode[] _all;
    private readonly Utf8Table<SchemaNode[]> _byString;

    private Discriminator(string name, SchemaNode[] all, IReadOnlyList<IReadOnlyList<string>> strings)
    {
        _name = Wtf8Text.Encode(name);
        _all = all;
        _byString = Utf8Table<SchemaNode[]>.Of(
        [
            .. all.Zip(strings, (node, own) => own.Select(text => (text, node)))
                .SelectMany(pairs => pairs)
                .GroupBy(pair => pair.text, pair => pair.node, StringComparer.Ordinal)
                .Select(group => new KeyValuePair<string, SchemaNode[]>(group.Key, [.. group])),
        ]);
    }

    /// <summary>The discriminator of a union, or null if there is none.</summary>
    public static Discriminator? Of(SchemaNode[] alternatives)
    {
        if (alternatives.Length < 2)
            return null;
        var names = ObjectsOf(alternatives[0]).SelectMany(RequiredOf).SelectMany(required => required.Names);
        foreach (var name in names.Take(MostNames))
        {
            if (name.Length <= LongestText && StringsOfAll(alternatives, name) is { } strings)
                return new Discriminator(name, alternatives, strings);
        }

        return null;
    }

    /// <summary>The alternatives that can match an instance, in their order.</summary>
    public SchemaNode[] Candidates(JsonElement instance, ref Evaluation run)
    {
        if (instance.ValueKind != JsonValueKind.Object)
            return _all;
        var isEscaped = false;
        foreach (var property in instance.EnumerateObject())
        {
            var name = Utf8Json.RawName(property);
            if (name.SequenceEqual(_name))
            {
                if (property.Value.ValueKind != JsonValueKind.String)
                    return _all;
                return _byString.TryFind(run.Text(property.Value), out var nodes) ? nodes : [];
            }

            isEscaped |= name.IndexOf((byte)'\\') >= 0;
        }

        // A name with escapes may be that of the property.
        return isEscaped ? _all : [];
    }

    private static List<IReadOnlyList<string>>? StringsOfAll(SchemaNode[] alternatives, string name)
    {
        var strings = new List<IReadOnlyList<string>>(alternatives.Length);
        foreach (var alternative in alternatives)
        {
            var objects = ObjectsOf(alternative);
            if (!objects.Exists(pass => Requires(pass, name))
                || objects.Select(pass => StringsOf(pass.Find(name)?.Node)).FirstOrDefault(found => found is not null) is not { } own)
                return null;
            strings.Add(own);
        }

        return strings;
    }

    private static List<ObjectAssertion> ObjectsOf(SchemaNode node) =>
        [.. Referred(node).SelectMany(schema => schema.Assertions).OfType<ObjectAssertion>()];

    private static bool Requires(ObjectAssertion pass, string name) =>
        pass.Find(name) is { Slot: >= 0 } entry && RequiredOf(pass).Any(required => required.Requires(entry.Slot));

    private static IEnumerable<RequiredKeyword.Assertion> RequiredOf(ObjectAssertion pass) =>
        pass.Presence.Take(MostPresence).OfType<RequiredKeyword.Assertion>();

    /// <summary>The only strings that a schema can accept, or null if it may accept others.</summary>
    private static IReadOnlyList<string>? StringsOf(SchemaNode? node)
    {
        if (node is null
            || Referred(node).SelectMany(schema => schema.Assertions).OfType<EnumKeyword.Assertion>().FirstOrDefault() is not { } list
            || list.Values.Count > MostStrings)
            return null;
        var strings = list.Values.Where(value => value.ValueKind == JsonValueKind.String).ToList();
        return strings.Exists(text => Utf8Json.RawValue(text).Length > LongestText)
            ? null
            : [.. strings.Select(JsonNames.Of).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>A schema and those that it refers to, each of which an instance must satisfy.</summary>
    private static IEnumerable<SchemaNode> Referred(SchemaNode node)
    {
        for (var i = 0; i < MostReferences; i++)
        {
            yield return node;
            if (node.Assertions.OfType<ReferenceKeyword.Assertion>().FirstOrDefault() is not { } reference)
                yield break;
            node = reference.Target;
        }
    }
}
