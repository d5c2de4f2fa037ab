using System.Text.Json;
using Recoup.Catalogs.Json;
using Recoup.Catalogs.Spec;
using Recoup.Contracts.Documents.Pairs;
using Recoup.Contracts.Documents.Wire;
using Recoup.Contracts.Findings.Rules;
using Recoup.Contracts.Json;
using Recoup.Contracts.Schemas.Forms;

namespace Recoup.Contracts.Documents.Specs;

/// <summary>Compares how the fields of a form are written (OpenAPI 3.1, section 4.8.15).</summary>
internal static class EncodingComparison
{
    // Keywords that may add properties.
    private static readonly string[] Parts = ["$ref", "$dynamicRef", "allOf", "anyOf", "oneOf", "if", "dependentSchemas"];

    public static IEnumerable<Finding> Compare(
        PositionedElement before, PositionedElement after, MediaRange range, string what, Direction direction, SpecSite site, int seed)
    {
        foreach (var name in Names(before["encoding"]).Union(Names(after["encoding"]), StringComparer.Ordinal)
            .Order(StringComparer.Ordinal))
        {
            var (was, now) = (before["encoding"][name], after["encoding"][name]);
            var schemaBefore = PropertyOf(before, name, site.DocumentPair.Before);
            var schemaAfter = PropertyOf(after, name, site.DocumentPair.After);
            if (IsUnknown(before, schemaBefore, site.DocumentPair.Before) && IsUnknown(after, schemaAfter, site.DocumentPair.After))
                continue;
            if (range.IsMultipart)
            {
                foreach (var finding in HeaderComparison.Compare(
                    was["headers"], now["headers"], $"{what}: the field '{name}'", direction, SpecRules.Parameter, site, seed))
                    yield return finding;
            }

            if (!range.IsMultipart && IsReserved(was) != IsReserved(now))
                yield return Finding(ParameterForm.ReservedWords(IsReserved(now)), Verdict.Behavior);

            var kinds = site.KindsBefore(schemaBefore);
            var (fieldBefore, fieldAfter) = (Field(name, was, schemaBefore), Field(name, now, schemaAfter));
            if (IsStyled(was, range) || IsStyled(now, range))
            {
                if (!ParameterForm.IsSame(fieldBefore, fieldAfter, kinds))
                {
                    yield return Finding(
                        $"had {ParameterForm.Words(fieldBefore)} and now has {ParameterForm.Words(fieldAfter)}", Verdict.Breaking);
                }

                continue;
            }

            var (typeBefore, typeAfter) = (ContentType(was, schemaBefore, kinds), ContentType(now, schemaAfter, kinds));
            if (typeBefore is not null && typeAfter is not null && !IsCovered(typeBefore, typeAfter, direction))
                yield return Finding($"was sent as {typeBefore} and is now sent as {typeAfter}", Verdict.Breaking);
            else if (typeBefore is null != typeAfter is null)
                yield return Finding("has another content type", Verdict.Unproven, "its default content type is not known");

            Finding Finding(string words, Verdict verdict, string? reason = null) => site.Finding(
                SpecRules.ParameterStyle,
                was.ValueKind == JsonValueKind.Undefined ? Change.Added
                    : now.ValueKind == JsonValueKind.Undefined ? Change.Removed : Change.Changed,
                verdict,
                $"{what}: the field '{name}' {words}",
                was,
                now,
                direction,
                reason);
        }
    }

    private static IEnumerable<string> Names(PositionedElement encoding)
    {
        foreach (var field in encoding.EnumerateObject())
            yield return field.Name;
    }

    private static PositionedElement PropertyOf(PositionedElement media, string name, ContractDocument document) =>
        SpecReference.Follow(SpecReference.Follow(media["schema"], document.Root)["properties"][name], document.Root);

    // The name of a field must be that of a property, and any other one has no meaning.
    private static bool IsUnknown(PositionedElement media, PositionedElement property, ContractDocument document)
    {
        var schema = SpecReference.Follow(media["schema"], document.Root);
        return property.ValueKind == JsonValueKind.Undefined && schema["properties"].ValueKind == JsonValueKind.Object
            && Array.TrueForAll(Parts, part => schema[part].ValueKind == JsonValueKind.Undefined);
    }

    private static bool IsReserved(PositionedElement encoding) => encoding["allowReserved"].AsBoolean() == true;

    private static bool IsStyled(PositionedElement encoding, MediaRange range) => !range.IsMultipart
        || encoding["style"].ValueKind != JsonValueKind.Undefined || encoding["explode"].ValueKind != JsonValueKind.Undefined;

    /// <summary>A field of a form is written like a query parameter, unless it has a content type only.</summary>
    private static ApiParameter Field(string name, PositionedElement encoding, PositionedElement schema)
    {
        var style = encoding["style"].AsString() ?? "form";
        var isStyled = encoding["style"].ValueKind != JsonValueKind.Undefined || encoding["explode"].ValueKind != JsonValueKind.Undefined
            || encoding["allowReserved"].ValueKind != JsonValueKind.Undefined;
        var mediaType = isStyled ? null : encoding["contentType"].AsString();
        return new ApiParameter(
            name,
            ApiParameterPlace.Query,
            false,
            "",
            style,
            encoding["explode"].AsBoolean() ?? (style == "form"),
            mediaType is not null && MediaRange.Of(mediaType).IsText ? null : mediaType,
            schema,
            encoding);
    }

    // The default depends on the type (OpenAPI 3.1, section 4.8.15.1).
    private static string? ContentType(PositionedElement encoding, PositionedElement schema, ValueKinds kinds)
    {
        if (encoding["contentType"].AsString() is { } given)
            return given;
        if (schema["format"].AsString() is "binary" or "byte" || schema["contentEncoding"].ValueKind != JsonValueKind.Undefined
            || kinds == ValueKinds.All)
            return "application/octet-stream";
        if ((kinds & ~(ValueKinds.String | ValueKinds.Number | ValueKinds.Boolean | ValueKinds.Null)) == 0)
            return "text/plain";
        return kinds == ValueKinds.Object ? "application/json" : null;
    }

    private static bool IsCovered(string before, string after, Direction direction)
    {
        var (from, to) = direction == Direction.Parameters ? (Ranges(before), Ranges(after)) : (Ranges(after), Ranges(before));
        return from.TrueForAll(range => to.Exists(wider => wider.Covers(range)));
    }

    private static List<MediaRange> Ranges(string list) => [.. list.Split(',').Select(MediaRange.Of)];
}
