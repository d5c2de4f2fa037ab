using System.Text.Json;
using Recoup.Catalogs.Json;
using Recoup.Catalogs.Problems;

namespace Recoup.Catalogs.Actions;

/// <summary>One item of <c>actions</c> -> <see cref="CatalogAction"/> and problems.</summary>
internal static class ActionReader
{
    private static readonly byte[][] Fields =
    [
        [.. "\"slug\""u8], [.. "\"name\""u8], [.. "\"description\""u8], [.. "\"parameters\""u8], [.. "\"connectorSlug\""u8],
        [.. "\"isConnected\""u8],
    ];

    public static CatalogAction? Read(PositionedElement item, string pointer, List<Problem> problems)
    {
        if (item["slug"].AsString() is not { } slug || string.IsNullOrWhiteSpace(slug))
        {
            var got = item.ValueKind == JsonValueKind.Object
                ? ValueDescription.OfMember(item, "slug")
                : ValueDescription.Of(item);
            problems.Add(new Problem(CatalogProblems.NoSlug, got) { Range = item.StartRange });
            return null;
        }

        var fields = new FieldReader(item, slug, problems);
        var name = fields.Text("name", assumed: slug);
        var description = fields.Text("description", assumed: "");
        var connector = fields.Text("connectorSlug", assumed: null);
        var isConnected = fields.Flag("isConnected", assumed: true);
        fields.Schema("parameters", isRequired: true);
        fields.Schema("outputParameters", isRequired: false);
        return new CatalogAction(item, pointer, slug, name!, description!, connector, isConnected);
    }

    /// <summary>Whether a text may start with an action: with an object whose first member is a field of an action.</summary>
    public static bool CanStartAt(ReadOnlySpan<byte> utf8)
    {
        var i = 1;
        while (i < utf8.Length && utf8[i] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
            i++;
        foreach (var field in Fields)
        {
            if (utf8[i..].StartsWith(field))
                return true;
        }

        return false;
    }

    /// <summary>Whether a value is an action rather than a part of one.</summary>
    public static bool IsLikely(PositionedElement value) =>
        value["slug"].AsString() is not null && value["parameters"].ValueKind == JsonValueKind.Object;

    private readonly struct FieldReader(PositionedElement item, string slug, List<Problem> problems)
    {
        public string? Text(string field, string? assumed)
        {
            var value = item[field];
            if (value.AsString() is { } text)
                return text;
            Report(field, value, "a string", assumed switch { null => "the slug's own prefix", "" => "an empty one", _ => "the slug" });
            return assumed;
        }

        public bool Flag(string field, bool assumed)
        {
            var value = item[field];
            if (value.AsBoolean() is { } flag)
                return flag;
            Report(field, value, "a boolean", assumed ? "true" : "false");
            return assumed;
        }

        public void Schema(string field, bool isRequired)
        {
            var value = item[field];
            switch (value.ValueKind)
            {
                case JsonValueKind.Object:
                    break;
                case JsonValueKind.Undefined when isRequired:
                    Report(field, value, "a JSON Schema object", "a schema that accepts any JSON object");
                    break;
                case JsonValueKind.Undefined or JsonValueKind.Null when !isRequired:
                    break;
                default:
                    problems.Add(new Problem(CatalogProblems.SchemaNotAnObject, slug, field, ValueDescription.Of(value))
                    {
                        Slug = slug,
                        Pointer = JsonPointer.Of(field),
                        Range = value.Range,
                    });
                    break;
            }
        }

        private void Report(string field, PositionedElement value, string expected, string assumption) =>
            problems.Add(new Problem(CatalogProblems.FieldMissing, slug, field, expected, ValueDescription.Of(value), assumption)
            {
                Slug = slug,
                Pointer = value.ValueKind == JsonValueKind.Undefined ? "" : JsonPointer.Of(field),
                Range = value.ValueKind == JsonValueKind.Undefined ? item["slug"].Range : value.Range,
            });
    }
}
