using System.Text.Json;
using Recoup.Catalogs.Json;

namespace Recoup.Binding.Types;

/// <summary>
/// Reads the schemas that contribute members to an object. Each schema is read once, however often it is referenced, and at most
/// <see cref="MaxSchemas"/> of them.
/// </summary>
internal sealed class ObjectShapeReader
{
    private const int MaxSchemas = 256;

    private readonly PositionedElement _root;
    private readonly Dictionary<int, ObjectShape?> _read = [];
    private bool _isFull;

    private ObjectShapeReader(PositionedElement root) => _root = root;

    /// <summary>Reads a schema.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="pointer">Its JSON pointer, below the action.</param>
    /// <param name="root">The document that references point into.</param>
    /// <returns>The shape; null if the schema describes something else than an object.</returns>
    public static ObjectShape? Read(PositionedElement schema, string pointer, PositionedElement root)
    {
        var reader = new ObjectShapeReader(root);
        var shape = reader.Read(schema, pointer);
        return reader._isFull
            ? new ObjectShape(
                [schema], [], [new ObjectRule(pointer, $"it combines more than {MaxSchemas} schemas, of which only one is typed")])
            : shape;
    }

    private ObjectShape? Read(PositionedElement schema, string pointer)
    {
        if (_read.TryGetValue(schema.Offset, out var known))
            return known;
        _isFull |= _read.Count == MaxSchemas;
        if (_isFull)
            return null;

        // A schema that refers to itself adds nothing to itself.
        _read.Add(schema.Offset, ObjectShape.Empty);
        var shape = schema["const"].ValueKind switch
        {
            JsonValueKind.Undefined => ReadKeywords(schema, pointer),
            JsonValueKind.Object => ObjectShape.Unknown(new ObjectRule(
                pointer + "/const", "'const' is an object, so members may have other names")),
            _ => null,
        };
        _read[schema.Offset] = shape;
        return shape;
    }

    private ObjectShape? Follow(string reference, string pointer) => _root.TryFollow(reference, out var target)
        ? Read(target, Place.Root.Pointer + Uri.UnescapeDataString(reference[1..]))
        : ObjectShape.Unknown(new ObjectRule(
            pointer + "/$ref", $"'$ref' refers to '{reference}', which does not exist, so members may have other names"));

    private ObjectShape? ReadKeywords(PositionedElement schema, string pointer)
    {
        var view = new SchemaView(schema);
        if (view.Types.Any(type => type != "object") || view.Values is not null || SchemaView.IsNull(schema))
            return null;

        var parts = new List<PositionedElement>();
        var choices = new List<IReadOnlyList<ObjectShape>>();
        var rules = new List<ObjectRule>(ObjectRule.Of(schema, pointer));
        var mentioned = new HashSet<string>(MentionedBy(schema, pointer), StringComparer.Ordinal);
        var isOpen = false;
        void Add(ObjectShape shape)
        {
            isOpen |= shape.IsOpen;
            mentioned.UnionWith(shape.Mentioned);
            parts.AddRange(shape.Parts.Where(part => !parts.Contains(part)));
            choices.AddRange(shape.Choices.Where(choice => !choices.Contains(choice)));
            rules.AddRange(shape.Rules.Where(rule => !rules.Contains(rule)));
        }

        if (schema["$ref"].AsString() is { } reference)
        {
            if (Follow(reference, pointer) is not { } target)
                return null;
            Add(target);
        }

        if (schema["properties"].ValueKind == JsonValueKind.Object || schema["required"].ValueKind == JsonValueKind.Array)
            parts.Add(schema);
        foreach (var (branch, at) in Items(schema["allOf"], JsonPointer.Append(pointer, "allOf")))
        {
            if (!Annotations.SayMore(branch))
                continue;
            if (Read(branch, at) is not { } shape)
                return null;
            Add(shape);
        }

        foreach (var choice in ChoicesOf(schema, pointer))
        {
            // An object matches no alternative that describes something else.
            var objects = choice.Alternatives
                .Select(alternative => (alternative.Schema, Shape: ReadAlternative(alternative.Schema, alternative.Pointer)))
                .Where(alternative => alternative.Shape is not null)
                .ToArray();
            if (objects.Length == 0 && parts.Count == 0)
                return null;
            if (objects.Length == 1)
                Add(objects[0].Shape!);
            if (objects.Length == 1 && (choice.Keyword is "anyOf" or "oneOf"))
                continue;
            if (objects.Length > 1)
                choices.Add([.. objects.Select(alternative => alternative.Shape!)]);
            rules.Add(ObjectRule.OfChoice(
                choice.Keyword, choice.Pointer, [.. objects.Select(alternative => Target(alternative.Schema))]));
            foreach (var (_, shape) in objects)
                rules.AddRange(shape!.Rules.Where(rule => !rules.Contains(rule)));
        }

        return new ObjectShape(parts, choices, rules)
        {
            IsOpen = isOpen || choices.Exists(choice => choice.Any(alternative => alternative.IsOpen)),
            Mentioned = parts.Exists(part => part["additionalProperties"].AsBoolean() == false) ? [] : [.. mentioned
                .Union(choices.SelectMany(choice => choice).SelectMany(alternative => alternative.Required.Concat(alternative.Mentioned)))
                .OrderBy(name => name, StringComparer.Ordinal)],
        };
    }

    private IEnumerable<string> MentionedBy(PositionedElement schema, string pointer)
    {
        if (schema["if"].ValueKind == JsonValueKind.Object && Read(schema["if"], pointer + "/if") is { } condition)
        {
            foreach (var name in condition.Properties.Select(property => property.Name).Concat(condition.Required))
                yield return name;
        }

        foreach (var keyword in new[] { "dependentRequired", "dependentSchemas", "dependencies" })
        {
            foreach (var dependency in schema[keyword].EnumerateObject())
            {
                yield return dependency.Name;
                foreach (var name in dependency.Value.EnumerateArray())
                {
                    if (name.AsString() is { } text)
                        yield return text;
                }
            }
        }
    }

    private ObjectShape? ReadAlternative(PositionedElement schema, string pointer) => schema.ValueKind switch
    {
        JsonValueKind.Object => Read(schema, pointer),
        JsonValueKind.Undefined or JsonValueKind.True => ObjectShape.Empty,
        _ => null,
    };

    private static IEnumerable<Choice> ChoicesOf(PositionedElement schema, string pointer)
    {
        foreach (var keyword in new[] { "anyOf", "oneOf" })
        {
            var at = JsonPointer.Append(pointer, keyword);
            if (Items(schema[keyword], at) is { Count: > 0 } branches)
                yield return new Choice(keyword, at, branches);
        }

        if (schema.TryGetProperty("if", out _) && (schema.TryGetProperty("then", out _) || schema.TryGetProperty("else", out _)))
            yield return new Choice("if", pointer + "/if", [(schema["then"], pointer + "/then"), (schema["else"], pointer + "/else")]);
        foreach (var keyword in new[] { "dependentSchemas", "dependencies" })
        {
            foreach (var dependency in schema[keyword].EnumerateObject())
            {
                var at = JsonPointer.Append(JsonPointer.Append(pointer, keyword), dependency.Name);
                if (dependency.Value.ValueKind is JsonValueKind.Object or JsonValueKind.False)
                    yield return new Choice(keyword, at, [(dependency.Value, at), (default, at)]);
            }
        }
    }

    private static List<(PositionedElement Schema, string Pointer)> Items(PositionedElement array, string pointer)
    {
        var items = new List<(PositionedElement, string)>();
        foreach (var item in array.EnumerateArray())
            items.Add((item, JsonPointer.Append(pointer, items.Count)));
        return items;
    }

    private PositionedElement Target(PositionedElement schema) =>
        schema["$ref"].AsString() is { } reference && _root.TryFollow(reference, out var target) ? target : schema;

    private sealed record Choice(
        string Keyword, string Pointer, IReadOnlyList<(PositionedElement Schema, string Pointer)> Alternatives);
}
