using System.Text.Json;
using System.Text.RegularExpressions;
using Recoup.Catalogs.Json;

namespace Recoup.Binding.Types.Features;

/// <summary>
/// A file to upload. Served schemas do not mark it (D21): an array item is recognized by its descriptor's three members, a string by
/// the overlay table or a names file. Provider schemas mark it with <c>file_uploadable</c>.
/// </summary>
internal sealed class FileFeature : ITypeFeature
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    // No pattern repeats without bounds, so that the time is linear. The limit is for a machine that stands still.
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    // String positions that take a file although the served schema shows a plain string.
    private static readonly HashSet<string> Overlay = new(StringComparer.Ordinal)
    {
        "GOOGLEDRIVE_UPLOAD_FILE/file_to_upload",
        "TWITTER_UPLOAD_LARGE_MEDIA/media",
    };

    // Each match of the patterns has one of these. Hardly any description has, and the patterns take much longer.
    private static readonly string[] Signs = ["s3", "uploadable", "to attach", "to upload"];

    private static readonly Regex Descriptor = new(@"\bs3_?key\b|\bfile_?uploadable\b", Options, Timeout);

    private static readonly Regex Handling = new(
        @"(?<!\b(of|to|for) (the |a |an |your )?)"
            + @"\b(file|image|photo|picture|video|audio|media|document|attachment)s?( file)?s? to (attach|upload)\b",
        Options,
        Timeout);

    public BoundType? Bind(SchemaView schema, Place place, TypeBinder binder)
    {
        var isDescriptor = IsDescriptor(schema);
        var isText = schema.Types is ["string"];
        var isKnown = (isText || schema.Types is [])
            && (schema["file_uploadable"].AsBoolean() == true || Overlay.Contains(binder.Slug + "/" + string.Join(".", place.Path)));

        // A redundant mark is not a mistake.
        var isMarked = (isDescriptor || isText || isKnown) && binder.UseFileMark(place);
        if (isDescriptor)
            return File(acceptsText: false);
        if (isKnown || isMarked)
            return File(acceptsText: true);
        if (isText && !binder.BindsResult && LooksLikeFile(schema))
            binder.SuggestFileMark(place);
        return null;
    }

    // The description names the key of a staged file, or says what is to be done with the file. Names are no evidence: most strings with
    // a name such as "fileId" contain the id, the name or the path of a file.
    private static bool LooksLikeFile(SchemaView schema) =>
        schema.Values is null
        && !schema.Has("const")
        && schema["description"].AsString() is { } description
        && Array.Exists(Signs, sign => description.IndexOf(sign, StringComparison.OrdinalIgnoreCase) >= 0)
        && (Descriptor.IsMatch(description) || Handling.IsMatch(description));

    private static BoundType File(bool acceptsText) =>
        new(new FileTypeModel(acceptsText), false, default);

    private static bool IsDescriptor(SchemaView schema)
    {
        var properties = schema["properties"];
        if (properties.ValueKind != JsonValueKind.Object)
            return false;
        var count = 0;
        foreach (var _ in properties.EnumerateObject())
            count++;
        return count == 3 && IsText(properties["name"]) && IsText(properties["mimetype"]) && IsText(properties["s3key"]);
    }

    private static bool IsText(PositionedElement schema) => schema["type"].AsString() == "string";
}
