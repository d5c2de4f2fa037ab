using System.Text.Json;
using Recoup.Catalogs.Json;

namespace Recoup.Binding.Types.Features;

/// <summary>
/// A file to upload. Served schemas do not mark it (D21): an array item is recognized by its descriptor's three members, a string by
/// the overlay table or a names file. Provider schemas mark it with <c>file_uploadable</c>.
/// </summary>
internal sealed class FileFeature : ITypeFeature
{
    // String positions that take a file although the served schema shows a plain string.
    private static readonly HashSet<string> Overlay = new(StringComparer.Ordinal)
    {
        "GOOGLEDRIVE_UPLOAD_FILE/file_to_upload",
        "TWITTER_UPLOAD_LARGE_MEDIA/media",
    };

    public BoundType? Bind(SchemaView schema, Place place, TypeBinder binder)
    {
        var isDescriptor = IsDescriptor(schema);
        var isText = schema.Types is ["string"];
        var isKnown = (isText || schema.Types is [])
            && (schema["file_uploadable"].AsBoolean() == true || Overlay.Contains(binder.Slug + "/" + string.Join(".", place.Path)));

        // A redundant mark is not a mistake.
        var isMarked = (isDescriptor || isText || isKnown) && binder.UseFileMark(place);
        return isDescriptor ? File(acceptsText: false) : isKnown || isMarked ? File(acceptsText: true) : null;
    }

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
